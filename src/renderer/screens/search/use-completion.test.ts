import { expect, test } from 'vitest';
import { completionKey } from './use-completion.ts';

const list = (tabTakes: boolean) => ({ offers: [{}, {}, {}] as never, tabTakes });
const press = (key: string, active: number | null, { tabTakes = false, shiftKey = false } = {}) =>
  completionKey({ key, shiftKey }, list(tabTakes), active);

test('Enter searches until an arrow has chosen a line', () => {
  expect(press('Enter', null)).toBeNull();
  expect(press('ArrowDown', null)).toEqual({ kind: 'choose', index: 0 });
  expect(press('Enter', 0)).toEqual({ kind: 'take', index: 0 });
});

test('the arrows go round by way of the field itself', () => {
  expect(press('ArrowDown', 2)).toEqual({ kind: 'choose', index: null });
  expect(press('ArrowUp', null)).toEqual({ kind: 'choose', index: 2 });
  expect(press('ArrowUp', 0)).toEqual({ kind: 'choose', index: null });
});

test('Tab takes a value that has been begun, and otherwise goes on', () => {
  expect(press('Tab', null)).toBeNull();
  expect(press('Tab', null, { tabTakes: true })).toEqual({ kind: 'take', index: 0 });
  expect(press('Tab', 1)).toEqual({ kind: 'take', index: 1 });
  expect(press('Tab', 1, { shiftKey: true })).toBeNull();
});

test('letters, and the ways within the text, keep their meaning', () => {
  for (const key of ['a', 'Home', 'End', 'ArrowLeft', 'Backspace']) expect(press(key, 1), key).toBeNull();
  expect(press('Escape', null)).toEqual({ kind: 'close' });
});
