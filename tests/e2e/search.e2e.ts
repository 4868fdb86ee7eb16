import { expect, test } from './host.ts';
import { bridge, museum, train } from './screens/stories.ts';
import { appWindow } from './screens/window.ts';

test.beforeEach(async ({ page, library }) => {
  await library.takeInTexts([bridge, museum, train]);
  await expect(appWindow(page).rows).toHaveCount(3);
});

test('what is typed is found as it is typed, marked where it was found, with how many and how long', async ({
  page,
}) => {
  const app = appWindow(page);
  await page.keyboard.press('/');
  await expect(app.search).toBeFocused();
  await app.search.pressSequentially('harbour bear');
  await expect(app.rows).toHaveCount(1);
  await expect(
    app.rows
      .locator('mark')
      .filter({ hasText: /harbour/i })
      .first(),
  ).toBeVisible();
  await expect(page.getByRole('region', { name: 'List' }).getByRole('status')).toHaveText(/^1 article · .+ ms$/);
});

test('Escape ends the search and shows the shelf again', async ({ page }) => {
  const app = appWindow(page);
  await app.search.fill('drums');
  await expect(app.rows).toHaveCount(1);
  await app.search.press('Escape');
  await expect(app.rows).toHaveCount(3);
  await expect(app.search).toHaveValue('');
  await expect(app.listTitle).toHaveText('Unread');
});

test('a facet narrows the search, and stands in the query where it can be read and changed', async ({ page }) => {
  const app = appWindow(page);
  await app.search.fill('harbour');
  await expect(app.rows).toHaveCount(2);
  await page.getByRole('group', { name: 'Narrow the search' }).getByRole('button', { name: 'Author' }).click();
  await page.getByRole('menuitem', { name: 'Ada Example' }).click();
  await expect(app.search).toHaveValue('harbour author:"Ada Example"');
  await expect(app.rows).toHaveCount(1);
});

test('a mistake in the query is explained in place and empties nothing', async ({ page }) => {
  const app = appWindow(page);
  await app.search.fill('"swing bridge');
  await expect(page.getByText('The quotation is not closed.')).toBeVisible();
  await expect(page.getByText('"swing bridge"', { exact: true })).toBeVisible();
  await expect(app.rows).toHaveCount(1);
});

test('a search goes over everything, or is kept to the shelf one stands before', async ({ page, library }) => {
  const app = appWindow(page);
  const found = await library.call('search.run', { query: 'title:train' });
  await library.call('articles.setState', { ids: [found.hits[0]!.article.id], state: 'archived' });
  await app.search.fill('harbour');
  await expect(app.rows).toHaveCount(2);
  await page.getByRole('button', { name: 'In Unread' }).click();
  await expect(app.rows).toHaveCount(1);
  await app.search.fill('milk');
  await expect(page.getByText('Nothing found')).toBeVisible();
  await page.getByRole('button', { name: 'Search everywhere' }).click();
  await expect(app.rows).toHaveCount(1);
});

test('the arrow down leads from the field into what was found', async ({ page }) => {
  const app = appWindow(page);
  await app.search.fill('harbour');
  await expect(app.rows).toHaveCount(2);
  await app.search.press('ArrowDown');
  await expect(app.list).toBeFocused();
  await expect(app.chosen).toHaveCount(1);
  await page.keyboard.press('ArrowDown');
  await expect(app.rows.nth(1)).toHaveAttribute('aria-selected', 'true');
});

test('the examples of the help can be tried at once', async ({ page }) => {
  const app = appWindow(page);
  await page.getByRole('button', { name: 'What you can type' }).click();
  await app.dialog.getByRole('button', { name: 'words:>1500' }).click();
  await expect(app.dialog).toHaveCount(0);
  await expect(app.search).toHaveValue('words:>1500');
});

test('an answer that comes late does not take the place of a newer one', async ({ page }) => {
  const app = appWindow(page);
  await page.route('**/call', async (route) => {
    const asked = route.request().postDataJSON() as { method: string; input: { query?: string } };
    if (asked.method === 'search.run' && asked.input.query === 'museum')
      await new Promise((resolve) => setTimeout(resolve, 900));
    return route.continue();
  });
  await app.search.fill('museum');
  await page.waitForTimeout(150);
  await app.search.fill('train');
  await expect(app.rows).toHaveCount(1);
  await page.waitForTimeout(1200);
  await expect(app.rows.first()).toContainText('night train');
});

test('Enter that comes before the answer opens the first of that answer, not of the one before', async ({ page }) => {
  const app = appWindow(page);
  await app.search.fill('nothinglikeit');
  await expect(page.getByText('Nothing found')).toBeVisible();
  await page.route('**/call', async (route) => {
    const asked = route.request().postDataJSON() as { method: string };
    if (asked.method === 'search.run') await new Promise((resolve) => setTimeout(resolve, 300));
    return route.continue();
  });
  await app.search.fill('milk');
  await app.search.press('Enter');
  await expect(app.list).toBeFocused();
  await expect(app.chosen).toContainText('price of milk');
  await app.search.fill('drums');
  await app.search.press('Enter');
  await expect(app.chosen).toContainText('nineteen drums');
});

test('a query that finds nothing keeps the focus where it can be changed', async ({ page }) => {
  const app = appWindow(page);
  await page.keyboard.press('/');
  await page.keyboard.type('nothinglikeit');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Nothing found' })).toBeVisible();
  await expect(app.search).toBeFocused();
  await expect(app.offers).toHaveCount(0);
  await page.keyboard.press('ControlOrMeta+Backspace');
  await page.keyboard.type('drums');
  await expect(app.row('Small museum')).toBeVisible();
});
