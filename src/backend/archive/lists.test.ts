import { expect, test } from 'vitest';
import type { ListFilter, ListSort } from '#contract/lists.ts';
import { anAddition, openIn, temporaryFolder } from '#support/archive.ts';
import { orderOf, pageSql, selectionOf } from './lists.ts';

const sorts: readonly ListSort[] = ['saved', 'published', 'source', 'title', 'length'];
const filters: readonly ListFilter[] = [
  {},
  { trashed: true },
  { state: 'unread' },
  { favourite: true },
  { source: 'Post' },
  { state: 'archived', favourite: false, source: 'Post' },
];

test('every list is cut to its page inside an index, with nothing sorted and no row fetched', async () => {
  await using folder = await temporaryFolder();
  const archive = await openIn(folder.path);
  await archive.add(anAddition());
  archive.database.exec('ANALYZE');
  for (const wanted of sorts) {
    for (const filter of filters) {
      const sort = orderOf({ filter, sort: wanted });
      const selection = selectionOf(archive.database, { filter, sort });
      const plan = archive.database
        .prepare(`EXPLAIN QUERY PLAN ${pageSql(selection, sort)}`)
        .all(...selection.values, 50, 0);
      const steps = plan.map((row) => String(row['detail']));
      expect(steps).toEqual([expect.stringContaining(`article USING COVERING INDEX article_by_${sort}`)]);
    }
  }
  archive.close();
});

test('a common tag is found by going through the order, a rare one by its own articles', async () => {
  await using folder = await temporaryFolder();
  const archive = await openIn(folder.path);
  const { database } = archive;
  const { id } = await archive.add(anAddition());
  archive.tag([id], ['rare', 'common'], []);
  database.write(() => database.exec("UPDATE shelf_count SET total = 50000 WHERE shelf = 'tag' AND name = 'common'"));
  const steps = (tag: string) => {
    const selection = selectionOf(database, { filter: { tag }, sort: 'title' });
    const plan = database.prepare(`EXPLAIN QUERY PLAN ${pageSql(selection, 'title')}`).all(...selection.values, 50, 0);
    return plan.map((row) => String(row['detail'])).join('\n');
  };
  expect(steps('common')).toContain('COVERING INDEX article_by_title');
  expect(steps('common')).not.toContain('TEMP B-TREE');
  expect(steps('rare')).toContain('SEARCH tagged USING PRIMARY KEY (tag=?)');
  for (const tag of ['rare', 'common']) {
    const page = archive.list({ filter: { tag }, sort: 'title', limit: 50, offset: 0 });
    expect(page.articles.map((article) => article.id)).toEqual([id]);
  }
  archive.close();
});

test('articles are found by letters of the address they came from, or of the one their page names', async () => {
  await using folder = await temporaryFolder();
  const archive = await openIn(folder.path);
  const { id } = await archive.add(anAddition({ url: 'https://Example.org/2018/Story', paragraphs: ['One.'] }));
  await archive.add(anAddition({ url: 'https://other.example/', paragraphs: ['Two.'] }));
  expect(archive.idsAtAddress('example.org/2018')).toEqual([id]);
  expect(archive.idsAtAddress('STORY')).toEqual([id]);
  expect(archive.idsAtAddress('%')).toEqual([]);
  archive.close();
});
