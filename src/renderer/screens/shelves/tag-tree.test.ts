import { expect, test } from 'vitest';
import { buildTagTree, flatLines, isUsedOnce, parentOf, visibleLines } from './tag-tree.ts';

const tags = [
  { tag: 'art', own: 1, total: 1 },
  { tag: 'politics', own: 2, total: 9 },
  { tag: 'politics/arms control', own: 3, total: 3 },
  { tag: 'politics/elections', own: 1, total: 4 },
  { tag: 'politics/elections/local', own: 3, total: 3 },
];

test('nested tags hang below their parents, with their own part of the name', () => {
  const lines = visibleLines(buildTagTree(tags), new Set());
  expect(lines.map(({ name, level, count }) => [name, level, count])).toEqual([
    ['art', 1, 1],
    ['politics', 1, 9],
    ['arms control', 2, 3],
    ['elections', 2, 4],
    ['local', 3, 3],
  ]);
  expect(lines[2]).toMatchObject({ place: 1, siblings: 2, hasChildren: false, isOpen: false });
});

test('what lies below a folded tag is out of sight', () => {
  const names = visibleLines(buildTagTree(tags), new Set(['politics'])).map(({ tag }) => tag);
  expect(names).toEqual(['art', 'politics']);
});

test('a tag whose parent is not listed stands at the top with its whole name', () => {
  expect(visibleLines(buildTagTree([{ tag: 'a/b', own: 1, total: 1 }]), new Set())[0]).toMatchObject({
    name: 'a/b',
    level: 1,
  });
});

test('the parent of a tag is one level up', () => {
  expect(parentOf('a/b/c')).toBe('a/b');
  expect(parentOf('a')).toBeNull();
});

test('a tag is used once when one article bears it and nothing is nested below it; such stand by their whole names', () => {
  const tags = [
    { tag: 'art', own: 0, total: 1 },
    { tag: 'art/music', own: 1, total: 1 },
    { tag: 'news', own: 1, total: 2 },
  ];
  const once = tags.filter(isUsedOnce);
  expect(flatLines(once)).toMatchObject([{ tag: 'art/music', name: 'art/music', level: 1, place: 1, siblings: 1 }]);
});
