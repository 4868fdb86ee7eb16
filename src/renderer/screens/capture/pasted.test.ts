import { expect, test } from 'vitest';
import { addressOf, inputsOfText } from './pasted.ts';

test('addresses and nothing else are fetched, each once', () => {
  expect(inputsOfText(' https://example.org/a\nhttps://example.org/b https://example.org/a ', '')).toEqual([
    { kind: 'address', address: 'https://example.org/a' },
    { kind: 'address', address: 'https://example.org/b' },
  ]);
});

test('a text that mentions an address is a text', () => {
  expect(inputsOfText('See https://example.org/a for more.', '')).toEqual([
    { kind: 'text', text: 'See https://example.org/a for more.', origin: 'paste' },
  ]);
});

test('the clipboard’s HTML goes along', () => {
  expect(inputsOfText('Hello', '<p>Hello</p>')).toEqual([
    { kind: 'text', text: 'Hello', origin: 'paste', html: '<p>Hello</p>' },
  ]);
});

test('nothing pasted is nothing to take in', () => {
  expect(inputsOfText('  \n', '')).toEqual([]);
});

test('an address may be typed without its scheme', () => {
  expect(addressOf(' example.org/story ')).toBe('https://example.org/story');
  expect(addressOf('http://example.org')).toBe('http://example.org');
  expect(addressOf('not an address')).toBeNull();
  expect(addressOf('javascript:alert(1)')).toBeNull();
  expect(addressOf('me@example.org')).toBeNull();
});
