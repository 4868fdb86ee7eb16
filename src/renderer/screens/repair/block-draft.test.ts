import { expect, test } from 'vitest';
import type { SheetBlock } from '#contract/repair-sheet.ts';
import { changesOf, isShown, listed, nextLeftOut, stepBack, turn } from './block-draft.ts';

function block(key: string, parts: Partial<SheetBlock> = {}): SheetBlock {
  const shown = parts.shown ?? true;
  return {
    key,
    kind: 'p',
    html: '',
    words: key,
    extracted: shown,
    shown,
    reason: null,
    bySite: false,
    minor: false,
    ...parts,
  };
}

const blocks = [
  block('menu', { shown: false, minor: true }),
  block('lead'),
  block('box', { shown: false }),
  block('end'),
];

test('a block that is turned twice is not changed', () => {
  const once = turn([], 'box');
  expect(isShown(blocks[2]!, once)).toBe(true);
  expect(changesOf(blocks, once)).toEqual([{ block: 'box', shown: true }]);
  expect(changesOf(blocks, turn(once, 'box'))).toEqual([]);
});

test('steps are taken back one by one, the last one first', () => {
  const draft = turn(turn(turn([], 'box'), 'lead'), 'box');
  expect(changesOf(blocks, stepBack(draft))).toEqual([
    { block: 'lead', shown: false },
    { block: 'box', shown: true },
  ]);
  expect(stepBack([])).toEqual([]);
});

test('furniture is listed when it is asked for, or is part of the text', () => {
  const names = (draft: readonly string[], isWanted: boolean) => listed(blocks, draft, isWanted).map(({ key }) => key);
  expect(names([], false)).toEqual(['lead', 'box', 'end']);
  expect(names([], true)).toEqual(['menu', 'lead', 'box', 'end']);
  expect(names(['menu'], false)).toEqual(['menu', 'lead', 'box', 'end']);
});

test('the next left-out block is found round the end of the list', () => {
  expect(nextLeftOut(blocks, [], 0)).toBe(2);
  expect(nextLeftOut(blocks, [], 2)).toBe(0);
  expect(nextLeftOut(blocks, ['menu', 'box'], 0)).toBeUndefined();
});
