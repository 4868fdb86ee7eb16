import { expect, test } from './host.ts';
import { expectAccessible } from './screens/accessibility.ts';
import { bridge, longStory, museum, savedPage, train } from './screens/stories.ts';
import { appWindow } from './screens/window.ts';

const usual = { width: 1280, height: 800 };
const small = { width: 800, height: 600 };
/** 1280 by 800 at a zoom of 200 per cent. */
const zoomed = { width: 640, height: 400 };

// An archived original may want scripts and pictures; that its frame refuses them is told in the console.
test.use({ allowedProblems: [/\/original' because|"img-src data:"/] });

for (const theme of ['paper', 'sepia', 'dark'] as const) {
  // What the zoom changes is the same in every theme.
  for (const size of theme === 'paper' ? [usual, small, zoomed] : [usual, small]) {
    test.describe(`${theme}, ${size.width} by ${size.height}`, () => {
      test.use({ viewport: size });

      test('first run', async ({ page }) => {
        await appWindow(page).useTheme(theme);
        await expect(page.getByRole('region', { name: 'Begin your library' })).toBeVisible();
        await expectAccessible(page, 'first run');
      });

      test('every screen and state of a library', async ({ page, library }) => {
        test.setTimeout(300_000);
        const app = appWindow(page);
        await library.takeInTexts([bridge, museum, train, longStory]);
        await library.takeIn([
          { kind: 'files', files: [{ path: 'Lighthouse.html', base64: Buffer.from(savedPage).toString('base64') }] },
        ]);
        const { articles } = await library.call('articles.list', {});
        await library.call('articles.tag', { ids: articles.map(({ id }) => id), add: ['art/music', 'to quote'] });
        await library.call('articles.setFavourite', { ids: [articles[1]!.id], favourite: true });
        await library.call('articles.setProgress', { id: articles[2]!.id, progress: 0.4 });
        await app.useTheme(theme);
        await expect(app.rows.first()).toBeVisible();
        await expectAccessible(page, 'list');

        await page.keyboard.press('j');
        await page.keyboard.press('Enter');
        await expect(app.headline).toBeVisible();
        await expectAccessible(page, 'reader');
        await app.reader.getByRole('button', { name: 'Type and theme' }).click();
        await expectAccessible(page, 'type and theme');
        await page.keyboard.press('Escape');
        await expect(app.dialog).toHaveCount(0);

        for (const [key, name] of [
          ['t', 'tags'],
          ['i', 'details'],
          ['Shift+I', 'explain'],
          ['Shift+V', 'original'],
          ['a', 'add'],
          ['?', 'keys'],
          ['Control+Shift+P', 'palette'],
        ] as const) {
          await page.keyboard.press(key);
          await expect(app.dialog, name).toBeVisible();
          // The frame of an original runs nothing, not even axe; that it has a name is tested where it is opened.
          await app.dialog.locator('iframe').evaluateAll((frames) => frames.forEach((frame) => frame.remove()));
          await expectAccessible(page, name);
          await page.keyboard.press('Escape');
          await expect(app.dialog, name).toHaveCount(0);
        }

        await page.keyboard.press('s');
        await expect(app.messages.getByRole('button', { name: 'Undo' })).toBeVisible();
        await expectAccessible(page, 'message');

        await app.search.fill('"harbour');
        await expect(app.rows.first()).toBeVisible();
        await expectAccessible(page, 'search with a mistake and facets');
        await app.search.fill('nothinglikeit');
        await expect(page.getByRole('heading', { name: 'Nothing found' })).toBeVisible();
        await expectAccessible(page, 'nothing found');
        await app.search.press('Escape');
        await expect(app.rows.first()).toBeVisible();
        await app.list.focus();
        await page.keyboard.press('j');
        await page.keyboard.press('Shift+ArrowDown');
        await page.keyboard.press('Shift+ArrowDown');
        await expect(page.getByRole('toolbar', { name: 'Chosen articles' })).toBeVisible();
        await expectAccessible(page, 'several chosen');

        await page.keyboard.press('6');
        await expect(page.getByRole('heading', { name: 'The trash is empty' })).toBeVisible();
        await expectAccessible(page, 'empty shelf');

        await app.paste({ text: 'http://127.0.0.1:9/' });
        await expect(app.captures.getByRole('list', { name: 'What failed' })).toBeVisible();
        await expectAccessible(page, 'a failed capture');

        if (size.width < 1060) {
          await page.getByRole('button', { name: 'Show shelves' }).click();
          await expect(page.getByRole('navigation', { name: 'Shelves' })).toBeVisible();
          await expectAccessible(page, 'shelves over the list');
        }
      });
    });
  }
}

test('with reduced motion nothing moves, and with forced colours the focus still shows', async ({ page, library }) => {
  const app = appWindow(page);
  await library.takeInTexts([bridge]);
  await page.emulateMedia({ forcedColors: 'active', reducedMotion: 'reduce' });
  await app.open('Harbour bridge');
  const button = app.reader.getByRole('button', { name: 'Archive' }).first();
  // A ring is drawn for those who use keys, so the focus must have moved by key at least once.
  await page.keyboard.press('Shift+Tab');
  await button.focus();
  const style = await button.evaluate((element) => {
    const { outlineStyle, transitionDuration } = getComputedStyle(element);
    return { outlineStyle, transitionMs: Number.parseFloat(transitionDuration) };
  });
  expect(style.outlineStyle).not.toBe('none');
  expect(style.transitionMs).toBeLessThan(0.001);
});

test('at a width of 320 nothing is cut off to the side', async ({ page, library }) => {
  const app = appWindow(page);
  await page.setViewportSize({ width: 320, height: 640 });
  await library.takeInTexts([bridge]);
  await expect(app.rows).toHaveCount(1);
  const overflow = () => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(await overflow()).toBeLessThanOrEqual(0);
  await app.open('Harbour bridge');
  await expect(app.headline).toBeVisible();
  expect(await overflow()).toBeLessThanOrEqual(0);
  expect(await app.scroller.evaluate((element) => element.scrollWidth - element.clientWidth)).toBeLessThanOrEqual(0);
});
