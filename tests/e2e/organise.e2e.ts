import { expect, test } from './host.ts';
import { bridge, museum, train } from './screens/stories.ts';
import { appWindow } from './screens/window.ts';

test.beforeEach(async ({ page, library }) => {
  await library.takeInTexts([bridge, museum, train]);
  await expect(appWindow(page).rows).toHaveCount(3);
});

test('a tag is added with Enter, offered again when it exists, and leads to its shelf', async ({ page, library }) => {
  const app = appWindow(page);
  await app.open('Harbour bridge');
  await page.keyboard.press('t');
  const field = app.dialog.getByRole('combobox');
  await field.fill('places/harbours');
  await field.press('Enter');
  await page.keyboard.press('Escape');
  await expect(app.reader.getByRole('list', { name: 'Tags' })).toContainText('places/harbours');
  await expect(app.tag('places')).toBeVisible();
  await expect(app.tag('harbours')).toBeVisible();

  await app.open('night train');
  await page.keyboard.press('t');
  await field.fill('harb');
  await expect(app.dialog.getByRole('option').first()).toContainText('places/harbours');
  await field.press('Enter');
  await page.keyboard.press('Escape');
  await expect.poll(async () => (await library.call('articles.list', { filter: { tag: 'places' } })).total).toBe(2);

  await app.tag('places').click();
  await expect(app.rows).toHaveCount(2);
  await expect(app.listTitle).toHaveText('places');
});

test('the tree of tags folds and unfolds by key', async ({ page, library }) => {
  const app = appWindow(page);
  const { articles } = await library.call('articles.list', {});
  await library.call('articles.tag', { ids: [articles[0]!.id], add: ['art/music/drums'] });
  await expect(app.tag('drums')).toBeVisible();
  await app.tag('art').focus();
  await page.keyboard.press('ArrowLeft');
  await expect(app.tag('music')).toHaveCount(0);
  await expect(app.tag('art')).toHaveAttribute('aria-expanded', 'false');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowDown');
  await expect(app.tag('music')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(app.listTitle).toHaveText('art/music');
});

test('a favourite is marked, counted, and listed on its shelf', async ({ page }) => {
  const app = appWindow(page);
  await app.open('Small museum');
  await app.reader.getByRole('button', { name: 'Add to favourites' }).click();
  await expect(app.reader.getByRole('button', { name: 'Remove from favourites' })).toHaveAttribute(
    'aria-pressed',
    'true',
  );
  await expect(app.message('Added to favourites')).toBeVisible();
  await app.shelf('Favourites').click();
  await expect(app.rows).toHaveCount(1);
  await expect(app.rows.getByRole('img', { name: 'Favourite' })).toBeVisible();
});

test('archiving takes the article off the shelf and goes on to the next; undo brings it back', async ({ page }) => {
  const app = appWindow(page);
  await app.rows.first().click();
  const first = await app.headline.textContent();
  await page.keyboard.press('e');
  await expect(app.rows).toHaveCount(2);
  await expect(app.headline).not.toHaveText(first ?? '');
  await expect(app.chosen).toHaveCount(1);
  await app.messages.getByRole('button', { name: 'Undo' }).click();
  await expect(app.rows).toHaveCount(3);
});

test('what is thrown away waits in the trash and is put back from there', async ({ page }) => {
  const app = appWindow(page);
  await app.open('night train');
  await page.keyboard.press('#');
  await expect(app.message('Moved to trash')).toBeVisible();
  await expect(app.rows).toHaveCount(2);
  await app.shelf('Trash').click();
  await app.open('night train');
  await app.reader.getByRole('button', { name: 'Put back' }).click();
  await expect(app.rows).toHaveCount(0);
  await expect(app.page.getByText('The trash is empty')).toBeVisible();
  await page.keyboard.press('z');
  await expect(app.row('night train')).toBeVisible();
});

test('several articles are chosen with Shift and Ctrl, and acted on as one with one undo', async ({
  page,
  library,
}) => {
  const app = appWindow(page);
  await app.rows.first().click();
  await app.rows.nth(2).click({ modifiers: ['Shift'] });
  await expect(app.chosen).toHaveCount(3);
  await app.rows.nth(1).click({ modifiers: ['ControlOrMeta'] });
  await expect(app.chosen).toHaveCount(2);
  await page.getByRole('toolbar', { name: 'Chosen articles' }).getByRole('button', { name: 'Archive' }).click();
  await expect(app.rows).toHaveCount(1);
  await expect(app.message('Archived 2 articles')).toBeVisible();
  await page.keyboard.press('z');
  await expect(app.rows).toHaveCount(3);
  expect((await library.call('shelves.get', {})).unread).toBe(3);
});

test('the menu of a row does what the keys do', async ({ page }) => {
  const app = appWindow(page);
  await app.row('Small museum').click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Move to trash' }).click();
  await expect(app.row('Small museum')).toHaveCount(0);
});

test('the order of the list is chosen from its menu', async ({ page }) => {
  const app = appWindow(page);
  await page.getByRole('button', { name: 'Sort' }).click();
  await page.getByRole('menuitemradio', { name: 'By title' }).click();
  await expect(app.rows.first()).toContainText('Harbour bridge');
  await expect(app.rows.last()).toContainText('Small museum');
});

test('panes are closed one by one, and come back after a restart as they were left', async ({ page }) => {
  const app = appWindow(page);
  await app.open('Harbour bridge');
  await page.keyboard.press('[');
  await expect(page.getByRole('navigation', { name: 'Shelves' })).toHaveCount(0);
  await page.keyboard.press(']');
  await expect(app.list).toHaveCount(0);
  await expect(app.headline).toBeVisible();
  await app.restart();
  await expect(page.getByRole('navigation', { name: 'Shelves' })).toHaveCount(0);
  await expect(app.list).toHaveCount(0);
  await page.keyboard.press(']');
  await expect(app.list).toBeVisible();
});

test('the edge between two panes is moved by key and by pointer', async ({ page }) => {
  const edge = page.getByRole('separator', { name: 'Width of the list' });
  const width = async () => Number(await edge.getAttribute('aria-valuenow'));
  const before = await width();
  await edge.focus();
  await page.keyboard.press('ArrowRight');
  expect(await width()).toBe(before + 16);
  const box = (await edge.boundingBox())!;
  await page.mouse.move(box.x, 400);
  await page.mouse.down();
  await page.mouse.move(box.x + 60, 400, { steps: 4 });
  await page.mouse.up();
  expect(await width()).toBe(before + 76);
});
