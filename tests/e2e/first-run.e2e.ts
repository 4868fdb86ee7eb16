import { expect, test } from './host.ts';
import { appWindow } from './screens/window.ts';

test('an empty library offers three ways to begin and a sample that is removed in one press', async ({
  page,
  library,
}) => {
  const app = appWindow(page);
  const start = page.getByRole('region', { name: 'Begin your library' });
  await expect(start.getByRole('button', { name: /^Drop files/ })).toBeVisible();
  await expect(start.getByRole('button', { name: /^Paste a text/ })).toBeVisible();
  await start.getByRole('button', { name: /^Enter an address/ }).click();
  await expect(app.dialog.getByRole('textbox', { name: 'Address of a page' })).toBeFocused();
  await page.keyboard.press('Escape');

  await start.getByRole('button', { name: 'Add a sample article' }).click();
  await expect(app.headline).toHaveText('The mark on the spine');
  await expect(app.text).toContainText('By Pressmark');
  await app.reader.getByRole('button', { name: 'Remove this sample' }).click();
  await expect(app.message('Moved to trash')).toBeVisible();
  expect((await library.call('shelves.get', {})).all).toBe(0);
});

test('shelves with nothing on them say what would be there', async ({ page, library }) => {
  const app = appWindow(page);
  await library.takeInTexts([
    'A short note\n\nIt has one paragraph, and it says that the tide was high on that day.\n\nThen a second one follows.',
  ]);
  for (const [shelf, sentence] of [
    ['Reading', 'Nothing begun'],
    ['Favourites', 'No favourites yet'],
    ['Archive', 'The archive is empty'],
    ['Trash', 'The trash is empty'],
  ] as const) {
    await app.shelf(shelf).click();
    await expect(page.getByRole('heading', { name: sentence })).toBeVisible();
  }
});
