import { expect, test } from './host.ts';
import { expectAccessible } from './screens/accessibility.ts';
import { bridge, longStory, museum, train } from './screens/stories.ts';
import { appWindow } from './screens/window.ts';

/** Tags as a whole, collections, the queue and rules: all by keys alone. */

test.beforeEach(async ({ page, library }) => {
  await library.takeInTexts([bridge, museum, train, longStory]);
  await expect(appWindow(page).rows).toHaveCount(4);
});

/** Runs a command of the palette. */
async function command(page: Parameters<typeof appWindow>[0], name: string): Promise<void> {
  await page.keyboard.press('Control+Shift+P');
  const field = page.getByRole('dialog').getByRole('combobox');
  await field.fill(name);
  await expect(page.getByRole('option', { name }).first()).toBeVisible();
  await field.press('Enter');
  await expect(page.getByRole('dialog', { name: 'Commands' })).toHaveCount(0);
}

test('a tag is renamed, moved, merged and removed by keys, each with one undo', async ({ page, library }) => {
  const app = appWindow(page);
  const { articles } = await library.call('articles.list', {});
  const ids = articles.map(({ id }) => id);
  await library.call('articles.tag', { ids: ids.slice(0, 3), add: ['boats/old'] });
  await library.call('articles.tag', { ids: ids.slice(2), add: ['ships'] });
  const totals = async () => (await library.call('shelves.get', {})).tags.map(({ tag, total }) => `${tag} ${total}`);
  const before = ['boats 3', 'boats/old 3', 'ships 2'];
  await expect(app.tag('ships')).toBeVisible();

  await app.tag('boats').focus();
  await page.keyboard.press('F2');
  const name = app.dialog.getByRole('textbox', { name: 'Name' });
  await expect(name).toBeFocused();
  await name.fill('water/boats');
  await expectAccessible(page, 'renaming a tag');
  await name.press('Enter');
  await expect(app.message('Renamed to “water/boats”')).toBeVisible();
  expect(await totals()).toEqual(['ships 2', 'water 3', 'water/boats 3', 'water/boats/old 3']);
  await page.keyboard.press('z');
  await expect.poll(totals).toEqual(before);

  // A name that is there already is said to become one with it.
  await app.tag('ships').focus();
  await page.keyboard.press('F2');
  await name.fill('boats/old');
  await expect(app.dialog.getByText('“boats/old” is there already')).toBeVisible();
  await expect(app.dialog.getByRole('button', { name: 'Merge' })).toBeEnabled();
  await name.press('Enter');
  await expect.poll(totals).toEqual(['boats 4', 'boats/old 4']);
  await page.keyboard.press('z');
  await expect.poll(totals).toEqual(before);

  await app.tag('ships').focus();
  await page.keyboard.press('Shift+F10');
  await page.getByRole('menuitem', { name: 'Move under…' }).press('Enter');
  const other = app.dialog.getByRole('combobox');
  await other.fill('boats');
  await expectAccessible(page, 'moving a tag');
  await other.press('Enter');
  await expect.poll(totals).toEqual(['boats 4', 'boats/old 3', 'boats/ships 2']);
  await page.keyboard.press('z');
  await expect.poll(totals).toEqual(before);

  await app.tag('boats').focus();
  await page.keyboard.press('Delete');
  await expect(app.message('Removed “boats” from 3 articles')).toBeVisible();
  await expect.poll(totals).toEqual(['ships 2']);
  await app.restart();
  await page.keyboard.press('z');
  await expect.poll(totals).toEqual(before);
});

test('where one stands goes along with a tag that is renamed by the palette', async ({ page, library }) => {
  const app = appWindow(page);
  const { articles } = await library.call('articles.list', {});
  await library.call('articles.tag', { ids: [articles[0]!.id], add: ['art/music'] });
  await expect(app.tag('music')).toBeVisible();
  await app.tag('music').focus();
  await page.keyboard.press('Enter');
  await expect(app.listTitle).toHaveText('art/music');
  await command(page, 'Rename this tag');
  const name = app.dialog.getByRole('textbox', { name: 'Name' });
  await name.fill('art/sound');
  await name.press('Enter');
  await expect(app.listTitle).toHaveText('art/sound');
  await expect(app.rows).toHaveCount(1);
});

test('tags used once are shown by themselves', async ({ page, library }) => {
  const app = appWindow(page);
  const { articles } = await library.call('articles.list', {});
  const ids = articles.map(({ id }) => id);
  await library.call('articles.tag', { ids, add: ['common'] });
  await library.call('articles.tag', { ids: [ids[0]!], add: ['rare/slip'] });
  await expect(app.tag('common')).toBeVisible();
  const once = page.getByRole('button', { name: 'Used once: 1' });
  await once.press('Enter');
  await expect(page.getByRole('treeitem')).toHaveCount(1);
  await expect(app.tag('rare/slip')).toBeVisible();
  await page.getByRole('button', { name: 'All tags' }).press('Enter');
  await expect(app.tag('common')).toBeVisible();
});

test('a collection is made, filled, put in order and searched by keys', async ({ page, library }) => {
  const app = appWindow(page);
  const collection = async () => {
    const { collections } = await library.call('collections.list', {});
    const filter = { collection: collections[0]?.id ?? 'none' };
    const page = await library.call('articles.list', { filter, sort: 'own' });
    return [collections.map(({ name }) => name).join(), ...page.articles.map(({ id }) => id)];
  };
  await app.list.focus();
  await page.keyboard.press('j');
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Shift+ArrowDown');
  await expect(app.chosen).toHaveCount(3);
  await page.keyboard.press('c');
  const field = app.dialog.getByRole('combobox');
  await field.fill('Portraits');
  await expect(app.dialog.getByRole('option', { name: 'New collection “Portraits”' })).toBeVisible();
  await expectAccessible(page, 'putting in a collection');
  await field.press('Enter');
  await expect(app.dialog.getByRole('option', { name: /Portraits.*take out/ })).toBeVisible();
  await page.keyboard.press('Escape');
  const [, first, second, third] = await collection();

  const shelf = page.getByRole('region', { name: 'Collections' }).getByRole('button', { name: 'Portraits' });
  await shelf.press('Enter');
  await expect(app.listTitle).toHaveText('Portraits');
  await expect(app.rows).toHaveCount(3);
  await app.list.focus();
  await page.keyboard.press('Home');
  await expect(app.chosen).toHaveCount(1);
  await page.keyboard.press('Alt+ArrowDown');
  await expect.poll(collection).toEqual(['Portraits', second, first, third]);
  await page.keyboard.press('Alt+ArrowDown');
  await expect.poll(collection).toEqual(['Portraits', second, third, first]);
  await page.keyboard.press('Alt+ArrowUp');
  await expect.poll(collection).toEqual(['Portraits', second, first, third]);
  await page.keyboard.press('z');
  await expect.poll(collection).toEqual(['Portraits', second, third, first]);
  await expectAccessible(page, 'a collection');

  await app.search.fill('in:portraits');
  await expect(app.rows).toHaveCount(3);
  await page.keyboard.press('Escape');
  await shelf.press('Enter');
  await app.list.focus();
  await page.keyboard.press('Home');
  await page.keyboard.press('Shift+C');
  await expect(app.rows).toHaveCount(2);

  await shelf.focus();
  await page.keyboard.press('F2');
  await page.keyboard.type('Faces');
  await page.keyboard.press('Enter');
  await expect(app.listTitle).toHaveText('Faces');
  await page.getByRole('region', { name: 'Collections' }).getByRole('button', { name: 'Faces' }).focus();
  await page.keyboard.press('Delete');
  await expect(app.message('Removed the collection “Faces”')).toBeVisible();
  await expect(page.getByRole('region', { name: 'Collections' })).toHaveCount(0);
  await app.restart();
  await page.keyboard.press('z');
  await expect(page.getByRole('region', { name: 'Collections' }).getByRole('button', { name: 'Faces' })).toBeVisible();
});

test('articles are lined up to read next, and each finished one leads to the following', async ({ page, library }) => {
  const app = appWindow(page);
  const queued = async () => (await library.call('collections.list', {})).readNext;
  await app.list.focus();
  await page.keyboard.press('j');
  await expect(app.chosen).toHaveCount(1);
  await page.keyboard.press('q');
  await expect.poll(queued).toBe(1);
  await page.keyboard.press('j');
  await page.keyboard.press('Shift+Q');
  await expect.poll(queued).toBe(2);
  const { articles } = await library.call('articles.list', { filter: { collection: 'readnext' }, sort: 'own' });

  await page.keyboard.press('8');
  await expect(app.listTitle).toHaveText('Read next');
  await expect(app.rows).toHaveCount(2);
  await expect(app.rows.first()).toContainText(articles[0]!.headline);
  await app.list.focus();
  await page.keyboard.press('Home');
  await page.keyboard.press('Enter');
  await expect(app.headline).toHaveText(articles[0]!.headline);
  await expect(app.reader.getByRole('button', { name: `Read next: ${articles[1]!.headline}` })).toBeVisible();
  await expectAccessible(page, 'read next');
  await page.keyboard.press('g');
  await expect(app.headline).toHaveText(articles[1]!.headline);
  await expect.poll(queued).toBe(1);
  await expect(app.message('1 article taken off read next')).toBeVisible();
  await page.keyboard.press('z');
  await expect.poll(queued).toBe(2);
});

test('a rule is made, tried on the library, switched off and removed by keys', async ({ page, library }) => {
  const app = appWindow(page);
  await command(page, 'Rules…');
  await expect(app.dialog.getByText('No rules yet')).toBeVisible();
  await expectAccessible(page, 'no rules');
  await app.dialog.getByRole('button', { name: 'New rule' }).press('Enter');
  const query = app.dialog.getByRole('textbox', { name: 'When an article is found by' });
  await expect(query).toBeFocused();
  await query.fill('title:bridge');
  await expect(app.dialog.getByText('It finds 1 article now.')).toBeVisible();
  await app.dialog.getByRole('textbox', { name: 'Add tags' }).fill('harbour, to quote');
  await expectAccessible(page, 'a rule being made');
  await page.keyboard.press('Enter');
  await expect(app.dialog.getByText('add harbour and to quote')).toBeVisible();
  await expectAccessible(page, 'rules');

  await app.dialog.getByRole('button', { name: 'Apply to 1 article' }).press('Enter');
  await expect(app.message('Applied to 1 article')).toBeVisible();
  await expect
    .poll(async () => (await library.call('articles.list', { filter: { tag: 'harbour' } })).articles)
    .toMatchObject([{ ruleTags: ['harbour', 'to quote'] }]);

  await app.dialog.getByRole('checkbox').press(' ');
  await expect(app.dialog.getByRole('checkbox')).not.toBeChecked();
  await expect.poll(async () => (await library.call('rules.list', {})).rules[0]?.isOn).toBe(false);
  await app.dialog.getByRole('button', { name: 'Remove' }).press('Enter');
  await expect(app.dialog.getByText('No rules yet')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(app.dialog).toHaveCount(0);

  await app
    .row('bridge')
    .press('Enter')
    .catch(() => undefined);
  await page.keyboard.press('z');
  await expect.poll(async () => (await library.call('rules.list', {})).rules.length).toBe(1);
});

test('what a rule gives to new articles is shown apart, and can be kept as one’s own', async ({ page, library }) => {
  const app = appWindow(page);
  await library.call('rules.make', { query: 'ferry', tags: ['sea'] });
  await library.takeInTexts(['Ferry sails again\n\nThe ferry to the islands sailed again on Monday, after a month.']);
  await app.open('Ferry sails again');
  const tags = app.reader.getByRole('list', { name: 'Tags' });
  await expect(tags.getByRole('img', { name: 'Given by a rule' })).toBeVisible();
  await expectAccessible(page, 'a tag of a rule');
  await tags.getByRole('button', { name: 'Keep sea as your own' }).press('Enter');
  await expect(tags.getByRole('img', { name: 'Given by a rule' })).toHaveCount(0);
  await expect(tags).toContainText('sea');
});

test('rows are dragged on a tag and on the queue, a tag below another, and rows to their place', async ({
  page,
  library,
}) => {
  const app = appWindow(page);
  const { articles } = await library.call('articles.list', {});
  await library.call('articles.tag', { ids: [articles[0]!.id], add: ['art', 'music'] });
  await expect(app.tag('music')).toBeVisible();
  await app.row(articles[1]!.headline).dragTo(app.tag('art'));
  await expect.poll(async () => (await library.call('articles.list', { filter: { tag: 'art' } })).total).toBe(2);
  await app.tag('music').dragTo(app.tag('art'));
  await expect
    .poll(async () => (await library.call('shelves.get', {})).tags.map(({ tag }) => tag))
    .toContain('art/music');

  await app.row(articles[1]!.headline).dragTo(app.shelf('Read next'));
  await app.row(articles[2]!.headline).dragTo(app.shelf('Read next'));
  const queue = async () =>
    (await library.call('articles.list', { filter: { collection: 'readnext' }, sort: 'own' })).articles.map(
      ({ headline }) => headline,
    );
  await expect.poll(queue).toEqual([articles[1]!.headline, articles[2]!.headline]);
  await app.shelf('Read next').click();
  await expect(app.rows).toHaveCount(2);
  await app.rows.nth(1).dragTo(app.rows.first(), { targetPosition: { x: 60, y: 4 } });
  await expect.poll(queue).toEqual([articles[2]!.headline, articles[1]!.headline]);
});
