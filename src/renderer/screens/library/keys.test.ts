import { expect, test } from 'vitest';
import { isPressed } from './keys.ts';

const press = (
  key: string,
  held: { ctrl?: boolean; meta?: boolean; alt?: boolean; shift?: boolean; code?: string } = {},
) => ({
  key,
  code: held.code ?? '',
  ctrlKey: held.ctrl ?? false,
  metaKey: held.meta ?? false,
  altKey: held.alt ?? false,
  shiftKey: held.shift ?? false,
});

test('a letter is pressed by itself, and not with Ctrl, Alt or Shift', () => {
  expect(isPressed(press('s'), 's', false)).toBe(true);
  expect(isPressed(press('s', { ctrl: true }), 's', false)).toBe(false);
  expect(isPressed(press('s', { alt: true }), 's', false)).toBe(false);
  expect(isPressed(press('S', { shift: true }), 's', false)).toBe(false);
  expect(isPressed(press('S'), 's', false)).toBe(true);
});

test('mod is Ctrl, and Command on a Mac', () => {
  expect(isPressed(press('k', { ctrl: true }), 'mod+k', false)).toBe(true);
  expect(isPressed(press('k', { meta: true }), 'mod+k', false)).toBe(false);
  expect(isPressed(press('k', { meta: true }), 'mod+k', true)).toBe(true);
  expect(isPressed(press('P', { ctrl: true, shift: true }), 'mod+shift+p', false)).toBe(true);
});

test('a sign is a sign, whatever the keyboard needs for it', () => {
  expect(isPressed(press('?', { shift: true }), '?', false)).toBe(true);
  expect(isPressed(press('#'), '#', false)).toBe(true);
  expect(isPressed(press('#', { shift: true }), '#', false)).toBe(true);
});

test('Space and Shift with Space are two keys', () => {
  expect(isPressed(press(' '), ' ', false)).toBe(true);
  expect(isPressed(press(' ', { shift: true }), ' ', false)).toBe(false);
  expect(isPressed(press(' ', { shift: true }), 'shift+ ', false)).toBe(true);
});

test('on a keyboard of another script a letter is found by its place', () => {
  expect(isPressed(press('о', { code: 'KeyJ' }), 'j', false)).toBe(true);
  expect(isPressed(press('Л', { code: 'KeyK', ctrl: true }), 'mod+k', false)).toBe(true);
  expect(isPressed(press('y', { code: 'KeyZ' }), 'y', false)).toBe(true);
  expect(isPressed(press('y', { code: 'KeyZ' }), 'z', false)).toBe(false);
  expect(isPressed(press('é', { code: 'Digit2' }), 'é', false)).toBe(true);
});

test('Alt with an arrow is a key of its own', () => {
  expect(isPressed(press('ArrowUp', { alt: true }), 'alt+ArrowUp', false)).toBe(true);
  expect(isPressed(press('ArrowUp'), 'alt+ArrowUp', false)).toBe(false);
  expect(isPressed(press('ArrowUp', { alt: true }), 'ArrowUp', false)).toBe(false);
});
