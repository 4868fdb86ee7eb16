import { expect, test } from './host.ts';

test('the window opens, knows its library, and keeps the key out of its address', async ({ page, host, library }) => {
  await expect(page).toHaveTitle(/Pressmark/);
  expect(page.url()).toBe(`${host.address}/`);
  const status = await library.call('library.status', {});
  expect(status.path).toBe(host.libraryPath);
});

test('what is taken in appears by itself', async ({ page, library }) => {
  await library.takeInTexts([
    'Harbour bridge reopens after storm\n\nBy Ada Example\n\nThe old bridge over the harbour was opened again on Monday.\n\nEngineers had worked on it for a week after the storm.',
  ]);
  await expect(page.getByText('Harbour bridge reopens after storm').first()).toBeVisible();
});

test('a window that is reloaded stays connected', async ({ page, library }) => {
  await page.reload();
  await expect(page).toHaveTitle(/Pressmark/);
  expect((await library.call('shelves.get', {})).all).toBe(0);
});
