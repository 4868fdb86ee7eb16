import type { Page } from '@playwright/test';
import { expect, test } from './host.ts';
import { expectAccessible } from './screens/accessibility.ts';
import { bridge, museum } from './screens/stories.ts';
import { appWindow } from './screens/window.ts';

/** Presses a key that opens a window, and waits for it. */
async function windowOf(page: Page, press: () => Promise<void>): Promise<Page> {
  const [opened] = await Promise.all([page.context().waitForEvent('page'), press()]);
  return opened;
}

test('an article stands alone in a window of its own, also when that is loaded anew', async ({ page, library }) => {
  const app = appWindow(page);
  await library.takeInTexts([bridge, museum]);
  await app.open('Harbour bridge');
  await expect(app.headline).toHaveText('Harbour bridge reopens after the storm');
  await app.list.focus();
  const second = await windowOf(page, () => page.keyboard.press('Shift+O'));
  const alone = appWindow(second);
  await expect(alone.headline).toHaveText('Harbour bridge reopens after the storm');
  await expect(alone.list).toHaveCount(0);
  await expect(second).toHaveTitle('Harbour bridge reopens after the storm · Pressmark');
  await expectAccessible(second, 'an article in a window of its own');
  await second.reload();
  await expect(alone.headline).toHaveText('Harbour bridge reopens after the storm');
  await expect(alone.list).toHaveCount(0);

  await second.keyboard.press('Escape');
  await expect(alone.rows).toHaveCount(2);
  await expect(second).toHaveTitle('Pressmark');
  await second.reload();
  await expect(alone.rows).toHaveCount(2);
});

test('two windows stay in step: a tag, an undo, a theme', async ({ page, library }) => {
  const app = appWindow(page);
  await library.takeInTexts([bridge, museum]);
  await expect(app.rows).toHaveCount(2);
  const second = await windowOf(page, () => page.keyboard.press('Shift+N'));
  const other = appWindow(second);
  await expect(other.rows).toHaveCount(2);

  await app.open('Harbour bridge');
  await page.keyboard.press('t');
  await app.dialog.getByRole('combobox').fill('ports');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
  await expect(other.tag('ports')).toBeVisible();
  await expect(other.row('Harbour bridge')).toContainText('ports');

  await second.keyboard.press('z');
  await expect(other.tag('ports')).toHaveCount(0);
  await expect(app.row('Harbour bridge')).not.toContainText('ports');

  await second.keyboard.press('[');
  await expect(second.getByRole('navigation', { name: 'Shelves' })).toHaveCount(0);
  await second.keyboard.press('Control+Shift+P');
  await second.keyboard.type('theme: dark');
  await second.keyboard.press('Enter');
  await expect(second.locator('html')).toHaveAttribute('data-theme', 'dark');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await expect(page.getByRole('navigation', { name: 'Shelves' })).toBeVisible();
});

test('an article that is gone leaves a window one can go on with', async ({ page, host, library }) => {
  await library.takeInTexts([museum]);
  await page.goto(`${host.address}/?open=zzzzzzzzzz`);
  await expect(page.getByText('This article is no longer here')).toBeVisible();
  await expect(appWindow(page).search).toBeVisible();
});
