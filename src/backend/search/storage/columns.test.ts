import { expect, test } from 'vitest';
import { ByteReader, ByteWriter } from '../codec/bytes.ts';
import { Columns, type ColumnValues, ListColumn, numericColumns, pageSize } from './columns.ts';

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

const usual: ColumnValues = {
  ...(Object.fromEntries(numericColumns.map((column) => [column, 0])) as Omit<ColumnValues, 'authors' | 'tags'>),
  authors: [],
  tags: [],
};

test('numbers of names and lengths of fields are kept however large they become', () => {
  const articles = [
    { lengths: [7, 0, 1, 1, 2, 400], values: { ...usual, source: 3, place: 9, published: 63_000_000_000 } },
    { lengths: [9, 0, 1, 1, 2, 70_000], values: { ...usual, source: 4, words: 70_000 } },
    { lengths: [8, 0, 1, 1, 2, 300], values: { ...usual, source: 65_536, section: 2, words: 65_535 } },
    { lengths: [5, 0, 1, 1, 2, 65_535], values: { ...usual, source: 65_535, site: 100_000 } },
  ];
  const expectAll = (columns: Columns): void => {
    for (const [article, { lengths, values }] of articles.entries()) {
      expect(columns.lengths.map((field) => field[article])).toEqual(lengths);
      for (const column of numericColumns) expect(columns[column][article], column).toBe(values[column]);
    }
    expect(columns.totals[5]).toBe(400 + 70_000 + 300 + 65_535);
  };
  const added = new Columns();
  for (const [article, { lengths, values }] of articles.entries()) added.add(article, lengths, values);
  expectAll(added);

  const read = new Columns();
  read.readPage(0, added.writePage(0, articles.length));
  expectAll(read);
});

test('a page read behind others of small numbers widens what was read before', () => {
  const columns = new Columns();
  const other = new Columns();
  for (let article = 0; article <= pageSize; article++) {
    const values = { ...usual, source: article < pageSize ? article % 300 : 80_000, authors: [article % 7] };
    other.add(article, [1, 1, 1, 1, 1, article < pageSize ? article : 90_000], values);
  }
  columns.readPage(0, other.writePage(0, pageSize));
  columns.readPage(1, other.writePage(1, pageSize + 1));
  expect([...columns.source.subarray(0, pageSize + 1)]).toEqual([...other.source.subarray(0, pageSize + 1)]);
  expect([...columns.lengths[5]!.subarray(0, pageSize + 1)]).toEqual([...other.lengths[5]!.subarray(0, pageSize + 1)]);
  expect(columns.source[pageSize]).toBe(80_000);
});
