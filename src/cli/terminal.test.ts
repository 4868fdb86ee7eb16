import { expect, test } from 'vitest';
import { printable, printableLine } from './terminal.ts';

test('a headline cannot move the cursor or colour the terminal', () => {
  expect(printable('A\u001b[2J\u001b]0;title\u0007B\u009b31m')).toBe('A [2J ]0;title B 31m');
});

test('a headline cannot turn the direction of the line around', () => {
  expect(printable('report\u202efdp.exe')).toBe('report fdp.exe');
});

test('paragraphs survive in a text and not in a line', () => {
  expect(printable('one\n\n\ttwo')).toBe('one\n\n\ttwo');
  expect(printableLine(' one\n\n\ttwo ')).toBe('one two');
});
