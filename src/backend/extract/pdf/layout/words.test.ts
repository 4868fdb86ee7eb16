import { expect, test } from 'vitest';
import { column, pageOf } from '#support/placed-page.ts';
import { readLines } from './lines.ts';
import { learnHyphens } from './words.ts';

function learn(...lines: string[]) {
  return learnHyphens(readLines(pageOf(column({ left: 50, top: 100, width: 300, lines }))));
}

test('a break is undone when the whole word stands elsewhere', () => {
  const hyphens = learn('The administration said nothing. The adminis-', 'tration never does.');
  expect(hyphens.isBreak('The adminis-', 'tration never does.')).toBe(true);
});

test('a hyphen of the word itself stays', () => {
  const hyphens = learn('a well-known captain, and a well-', 'known ship; the administration, the adminis-', 'tration');
  expect(hyphens.isBreak('and a well-', 'known ship')).toBe(false);
});

test('in a document that breaks no words every hyphen stays', () => {
  expect(learn('He was a self-', 'taught man.').isBreak('He was a self-', 'taught man.')).toBe(false);
});

test('in a document that breaks words an unknown half is a break', () => {
  const hyphens = learn('The administration met. The adminis-', 'tration spoke of consti-', 'tutional reform.');
  expect(hyphens.isBreak('spoke of consti-', 'tutional reform.')).toBe(true);
});

test('a capital after the hyphen is a name, not a break', () => {
  const hyphens = learn('The administration met. The adminis-', 'tration of Baden-', 'Baden agreed.');
  expect(hyphens.isBreak('tration of Baden-', 'Baden agreed.')).toBe(false);
});
