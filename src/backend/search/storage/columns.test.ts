import { expect, test } from 'vitest';
import { ByteReader, ByteWriter } from '../codec/bytes.ts';
import { ListColumn } from './columns.ts';

const lists = [[], [7], [65_535, 3], [1, 2, 3, 4], [65_536], [2, 400_000, 5], []];

function filled(): ListColumn {
  const column = new ListColumn();
  column.reserve(lists.length);
  for (const [article, list] of lists.entries()) column.append(article, list);
  return column;
}

function expectLists(column: ListColumn): void {
  for (const [article, list] of lists.entries()) {
    expect([...column.of(article)]).toEqual(list);
    expect(column.first[article]).toBe(list[0] ?? 0);
    expect(column.second[article]).toBe(list[1] ?? 0);
    expect(column.isLonger[article]).toBe(list.length > 2 ? 1 : 0);
  }
  expect(column.secondCount).toBe(3);
  expect(column.longerCount).toBe(2);
}

test('lists keep their numbers, the first two also apart, however large', () => {
  expectLists(filled());
});

test('lists read from a page are those that were written', () => {
  const page = new ByteWriter();
  filled().write(page, 0, lists.length);
  const read = new ListColumn();
  read.reserve(lists.length);
  read.read(new ByteReader(page.take()), 0, lists.length);
  expectLists(read);
});
