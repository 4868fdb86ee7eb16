import { expect, test } from './host.ts';
import { bridge, museum, train } from './screens/stories.ts';
import { appWindow } from './screens/window.ts';

test('everything a day of reading needs is done without a mouse', async ({ page, library }) => {
  const app = appWindow(page);
  const press = (...keys: string[]) =>
    keys.reduce((before, key) => before.then(() => page.keyboard.press(key)), Promise.resolve());
  await library.takeInTexts([bridge, museum, train]);
  await expect(app.rows).toHaveCount(3);

  // Through the list and into an article.
  await press('j', 'j', 'k');
  await expect(app.rows.first()).toHaveAttribute('aria-selected', 'true');
  await expect(app.list).toBeFocused();
  await press('Enter');
  await expect(app.scroller).toBeFocused();
  const first = (await app.headline.textContent()) ?? '';

  // Mark it, tag it, and back to the list.
  await press('s');
  await expect(app.message('Added to favourites')).toBeVisible();
  await press('t');
  await page.keyboard.type('to quote');
  await press('Enter', 'Escape');
  await expect(app.reader.getByRole('list', { name: 'Tags' })).toContainText('to quote');
  await press('Escape');
  await expect(app.list).toBeFocused();

  // Put it away, and on with the next.
  await press('e');
  await expect(app.rows).toHaveCount(2);
  await press('u', 'z');
  await expect(app.rows).toHaveCount(3);

  // Find it again.
  await press('/');
  await page.keyboard.type('tag:"to quote"');
  await expect(app.rows).toHaveCount(1);
  await press('Enter');
  await expect(app.headline).toHaveText(first);
  await press('Escape');
  await expect(app.rows).toHaveCount(3);

  // Other shelves, the palette, the list of keys.
  await press('3');
  await expect(app.listTitle).toHaveText('Favourites');
  await press('Control+Shift+P');
  await page.keyboard.type('dark');
  await press('Enter');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await press('?');
  await expect(app.dialog.getByRole('heading', { name: 'Keys' })).toBeVisible();
  await press('Escape');
  await expect(app.dialog).toHaveCount(0);

  // Choose all, throw away, and think better of it.
  await press('5');
  await expect(app.rows).toHaveCount(3);
  await press('j', 'Control+a');
  await expect(app.chosen).toHaveCount(3);
  await press('Delete');
  await expect(app.rows).toHaveCount(0);
  await press('z');
  await expect(app.rows).toHaveCount(3);
});

test('the tab key reaches every part of the window, and each stop shows', async ({ page, library }) => {
  const app = appWindow(page);
  await library.takeInTexts([bridge]);
  await app.open('Harbour bridge');
  await expect(app.headline).toBeVisible();
  const stops: string[] = [];
  for (;;) {
    await page.keyboard.press('Tab');
    const stop = await page.evaluate(() => {
      const element = document.activeElement;
      if (!(element instanceof HTMLElement) || element === document.body) return null;
      const isSeen = 'seen' in element.dataset;
      element.dataset['seen'] = '';
      const style = getComputedStyle(element);
      // A ring or a shadow; the list shows it at its chosen row, a field by its frame, an edge by its line.
      const hasOwnWay = element.matches('[role=listbox],[role=combobox],[role=separator]');
      return {
        name: element.getAttribute('aria-label') ?? element.textContent ?? '',
        isSeen,
        shows: style.outlineStyle !== 'none' || style.boxShadow !== 'none' || hasOwnWay,
      };
    });
    // After the last stop the browser's own come, and then the first again.
    if (stop === null) continue;
    if (stop.isSeen) break;
    expect(stop.shows, stop.name).toBe(true);
    stops.push(stop.name);
  }
  for (const name of ['Search the library', 'Add', 'Articles', 'Width of the list', 'Add to favourites']) {
    expect(
      stops.some((stop) => stop.includes(name)),
      `${name} among ${stops.join(', ')}`,
    ).toBe(true);
  }
});

test('keys typed into a field are text and nothing else', async ({ page, library }) => {
  const app = appWindow(page);
  await library.takeInTexts([bridge, museum]);
  await expect(app.rows).toHaveCount(2);
  await app.search.pressSequentially('se#uz');
  await expect(app.search).toHaveValue('se#uz');
  await app.search.press('Escape');
  expect((await library.call('shelves.get', {})).unread).toBe(2);
});

test('what happened is said to those who hear, and its button is reached by a key and left by it', async ({
  page,
  library,
}) => {
  const app = appWindow(page);
  await library.takeInTexts([bridge, museum]);
  await expect(app.rows).toHaveCount(2);
  await page.keyboard.press('j');
  await expect(app.chosen).toHaveCount(1);
  await page.keyboard.press('s');
  await expect(app.messages.getByRole('status')).toContainText('Added to favourites');
  await expect(app.dialog).toHaveCount(0);

  await page.keyboard.press('F6');
  await expect(app.messages.getByRole('button', { name: 'Undo' })).toBeFocused();
  await page.keyboard.press('F6');
  await expect(app.list).toBeFocused();
  await page.keyboard.press('F6');
  await page.keyboard.press('Enter');
  await expect(app.messages.getByRole('status')).toContainText('Undone');
  await expect(app.list).toBeFocused();
  expect((await library.call('shelves.get', {})).favourites).toBe(0);
});

test('what failed is said at once', async ({ page, library }) => {
  const app = appWindow(page);
  await library.takeInTexts([bridge]);
  await page.route('**/call', (route) => {
    const { method } = route.request().postDataJSON() as { method: string };
    if (!method.startsWith('articles.set')) return route.continue();
    return route.fulfill({
      json: { ok: false, error: { code: 'disk-full', message: 'no space', retryable: true, details: {} } },
    });
  });
  await page.keyboard.press('j');
  await expect(app.chosen).toHaveCount(1);
  await page.keyboard.press('s');
  await expect(app.messages.getByRole('alert')).toContainText('The disk is full.');
  await expect(app.messages.getByRole('status')).toBeEmpty();
});
