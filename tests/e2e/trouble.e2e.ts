import { expect, test } from './host.ts';
import { bridge, museum } from './screens/stories.ts';
import { appWindow } from './screens/window.ts';

test.describe('when the back end is gone', () => {
  test.use({
    allowedProblems: [/ERR_CONNECTION_REFUSED|ERR_INCOMPLETE_CHUNKED|ERR_EMPTY_RESPONSE|ERR_CONNECTION_RESET/],
  });

  test('what is on the screen stays, and a line over it says that the archive does not answer', async ({
    page,
    host,
    library,
  }) => {
    const app = appWindow(page);
    await library.takeInTexts([bridge]);
    await app.open('Harbour bridge');
    await expect(app.headline).toBeVisible();
    await host.stop();
    await expect(page.getByRole('alert').filter({ hasText: 'The archive has stopped answering' })).toBeVisible();
    await expect(app.headline).toBeVisible();
    await page.keyboard.press('s');
    await expect(app.message('The archive does not answer just now.')).toBeVisible();
  });
});

test('an act that is refused is taken back on the screen and explained', async ({ page, library }) => {
  const app = appWindow(page);
  await library.takeInTexts([bridge, museum]);
  await app.open('Small museum');
  await page.route('**/call', async (route) => {
    const asked = route.request().postDataJSON() as { method: string };
    if (asked.method !== 'articles.setFavourite') return route.continue();
    const error = { code: 'disk-full', message: 'no space', retryable: true, details: {} };
    return route.fulfill({ json: { ok: false, error } });
  });
  await page.keyboard.press('s');
  await expect(app.message('The disk is full. Make some room, then try again.')).toBeVisible();
  await expect(app.reader.getByRole('button', { name: 'Add to favourites' })).toHaveAttribute('aria-pressed', 'false');
});

test('a library that can only be read says so and offers nothing that would change it', async ({ page, library }) => {
  const app = appWindow(page);
  await library.takeInTexts([bridge]);
  const status = await library.call('library.status', {});
  await page.route('**/call', async (route) => {
    const asked = route.request().postDataJSON() as { method: string };
    if (asked.method !== 'library.status') return route.continue();
    return route.fulfill({ json: { ok: true, value: { ...status, phase: 'read-only' } } });
  });
  await page.reload();
  await expect(page.getByText('This library can be read but not changed')).toBeVisible();
  await app.open('Harbour bridge');
  await expect(app.reader.getByRole('button', { name: 'Archive' })).toBeDisabled();
  await expect(page.getByRole('button', { name: 'Add', exact: true })).toBeDisabled();
  await page.keyboard.press('e');
  expect((await library.call('shelves.get', {})).archived).toBe(0);
});

test('a library that is being opened shows how far it is, and then itself', async ({ page, library }) => {
  const app = appWindow(page);
  await library.takeInTexts([bridge]);
  const status = await library.call('library.status', {});
  let isOpening = true;
  await page.route('**/call', async (route) => {
    const asked = route.request().postDataJSON() as { method: string };
    if (asked.method !== 'library.status' || !isOpening) return route.continue();
    const value = { ...status, phase: 'opening', progress: { done: 250, total: 1000 } };
    return route.fulfill({ json: { ok: true, value } });
  });
  await page.reload();
  await expect(page.getByRole('progressbar', { name: 'Opening the library' })).toHaveAttribute('aria-valuenow', '25');
  await expect(page.getByText('250 of 1,000 articles')).toBeVisible();
  isOpening = false;
  await page.reload();
  await expect(app.rows).toHaveCount(1);
});

test('a list that cannot be read says why, and is asked for again', async ({ page, library }) => {
  const app = appWindow(page);
  await library.takeInTexts([bridge]);
  let isBroken = true;
  await page.route('**/call', async (route) => {
    const asked = route.request().postDataJSON() as { method: string };
    if (asked.method !== 'articles.list' || !isBroken) return route.continue();
    const error = { code: 'library-damaged', message: 'damaged', retryable: false, details: {} };
    return route.fulfill({ json: { ok: false, error } });
  });
  await page.reload();
  await expect(page.getByRole('heading', { name: 'The list could not be read' })).toBeVisible();
  isBroken = false;
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(app.rows).toHaveCount(1);
});
