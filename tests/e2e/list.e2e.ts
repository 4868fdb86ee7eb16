import type { Locator } from '@playwright/test';
import { expectAccessible } from './screens/accessibility.ts';
import { bridge, museum, train } from './screens/stories.ts';
import { appWindow } from './screens/window.ts';
import { expect, test } from './host.ts';

/** How many of the rows that are drawn belong to a group: it owns them from outside. */
const owned = (group: Locator) => group.evaluate((band) => band.getAttribute('aria-owns')?.split(' ').length);

test.beforeEach(async ({ page, library }) => {
  await library.takeInTexts([bridge, museum, train]);
  await expect(appWindow(page).rows).toHaveCount(3);
});

test('the list stands under headings of days or sources, chosen by keys and kept after a restart', async ({
  page,
  library,
}) => {
  const app = appWindow(page);
  const { articles } = await library.call('articles.list', { sort: 'title' });
  const corrections = [{ field: 'source' as const, value: 'The Vik Courier' }];
  await library.call('articles.correct', { id: articles[0]!.id, corrections });
  const menu = page.getByRole('button', { name: 'Sort and layout' });
  await menu.focus();
  await page.keyboard.press('Enter');
  await page.getByRole('menuitemcheckbox', { name: 'Under headings' }).press('Enter');
  await expect(app.list.getByRole('group')).toHaveCount(1);
  await expect.poll(() => owned(app.list.getByRole('group'))).toBe(3);
  await expect(app.list.getByRole('group')).toHaveAccessibleName(/Today|Yesterday/);

  await menu.click();
  await page.getByRole('menuitemradio', { name: 'By source' }).click();
  const vik = app.list.getByRole('group', { name: 'The Vik Courier' });
  await expect.poll(() => owned(vik)).toBe(1);
  await expect.poll(() => owned(app.list.getByRole('group', { name: 'No source known' }))).toBe(2);
  await expectAccessible(page, 'a list under headings');

  // An article that moves to another shelf leaves its group, and an empty group its heading.
  await app.open('Harbour bridge');
  await page.keyboard.press('e');
  await expect(vik).toHaveCount(0);
  await expect.poll(() => owned(app.list.getByRole('group'))).toBe(2);

  await app.restart();
  await expect(app.list.getByRole('group')).toHaveAccessibleName(/Today|Yesterday/);
});

test('a row under a heading is never hidden behind it when keys move to it', async ({ page, library }) => {
  const app = appWindow(page);
  await library.takeInTexts(
    Array.from({ length: 30 }, (_, at) => `Story number ${at}\n\nBy Ada Example\n\n${'Words of it. '.repeat(at + 9)}`),
  );
  await expect(app.rows.first()).toHaveAttribute('aria-setsize', '33');
  await page.getByRole('button', { name: 'Sort and layout' }).click();
  await page.getByRole('menuitemcheckbox', { name: 'Under headings' }).click();
  await expect(app.list.getByRole('group')).toHaveCount(1);
  await app.list.focus();
  await page.keyboard.press('End');
  await expect(app.chosen).toHaveAttribute('aria-posinset', '33');
  for (let row = 32; row >= 20; row -= 1) {
    await page.keyboard.press('k');
    await expect(app.chosen).toHaveAttribute('aria-posinset', String(row));
  }
  const heading = await app.list.getByRole('group').locator('[aria-hidden]').boundingBox();
  const row = await app.chosen.boundingBox();
  expect(row!.y).toBeGreaterThanOrEqual(heading!.y + heading!.height - 1);
});

test('compact rows show more articles, and stay so', async ({ page }) => {
  const app = appWindow(page);
  const before = (await app.rows.first().boundingBox())!.height;
  await page.keyboard.press('Control+Shift+p');
  await page.keyboard.type('compact');
  await page.keyboard.press('Enter');
  await expect.poll(async () => (await app.rows.first().boundingBox())!.height).toBeLessThan(before * 0.6);
  await app.restart();
  await expect.poll(async () => (await app.rows.first().boundingBox())!.height).toBeLessThan(before * 0.6);
  await expectAccessible(page, 'compact rows');
  await app.search.fill('harbour');
  await expect(app.rows).toHaveCount(2);
  await expectAccessible(page, 'compact rows of a search');
});

for (const key of ['Shift+F10', 'ContextMenu']) {
  test(`${key} opens the menu of the chosen row, and Escape goes back to the list`, async ({ page, library }) => {
    const app = appWindow(page);
    await app.list.focus();
    await page.keyboard.press('j');
    await page.keyboard.press('j');
    await expect(app.chosen).toHaveAttribute('aria-posinset', '2');
    await expect(app.headline).toBeVisible();
    const row = await app.chosen.boundingBox();
    await page.keyboard.press(key);
    await expect(page.getByRole('menuitem', { name: /^Open/ }).first()).toBeVisible();
    const place = await page.getByRole('menu').boundingBox();
    expect(place!.x).toBeGreaterThanOrEqual(row!.x);
    expect(place!.x).toBeLessThan(row!.x + row!.width);
    await page.keyboard.press('Escape');
    await expect(page.getByRole('menu')).toHaveCount(0);
    await expect(app.list).toBeFocused();

    await page.keyboard.press(key);
    await page.getByRole('menuitem', { name: 'Add to favourites' }).press('Enter');
    await expect.poll(async () => (await library.call('shelves.get', {})).favourites).toBe(1);
  });
}
