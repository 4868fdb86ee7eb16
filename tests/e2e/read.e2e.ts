import { expect, test } from './host.ts';
import { bridge, longStory, museum } from './screens/stories.ts';
import { appWindow } from './screens/window.ts';

test('the place where one stopped is found again after a restart, in any size of type', async ({ page, library }) => {
  const app = appWindow(page);
  await library.takeInTexts([longStory]);
  await app.open('A walk of forty paragraphs');
  const paragraph = app.text.getByText('Paragraph 20 of the walk');
  await paragraph.evaluate((element) => element.scrollIntoView({ block: 'start' }));
  await expect
    .poll(async () => (await library.call('articles.list', {})).articles[0]?.progress ?? 0)
    .toBeGreaterThan(0.4);

  await app.restart();
  await page.keyboard.press('2');
  await app.open('A walk of forty paragraphs');
  await expect(paragraph).toBeInViewport();
  await page.keyboard.press('+');
  await page.keyboard.press('+');
  await page.keyboard.press('+');
  await app.restart();
  await page.keyboard.press('2');
  await app.open('A walk of forty paragraphs');
  await expect(paragraph).toBeInViewport();
  await expect(app.reader.getByRole('progressbar', { name: 'Read so far' })).toHaveAttribute(
    'aria-valuetext',
    /[45]\d ?%/,
  );
});

test('an article scrolled to its end is read', async ({ page, library }) => {
  const app = appWindow(page);
  await library.takeInTexts([longStory]);
  await app.open('A walk of forty paragraphs');
  await app.scroller.evaluate((element) => element.scrollTo(0, element.scrollHeight));
  await expect.poll(async () => (await library.call('articles.list', {})).articles[0]?.progress).toBe(1);
});

test('size, spacing, measure and theme change at once and are kept', async ({ page, library }) => {
  const app = appWindow(page);
  await library.takeInTexts([bridge]);
  await app.open('Harbour bridge');
  const story = app.text.getByText('Engineers had worked in two shifts');
  const size = () => story.evaluate((element) => Number.parseFloat(getComputedStyle(element).fontSize));
  const before = await size();
  await app.reader.getByRole('button', { name: 'Type and theme' }).click();
  await app.dialog.getByRole('button', { name: 'Larger type' }).click();
  await app.dialog.getByRole('button', { name: 'Larger type' }).click();
  await app.dialog.getByRole('radio', { name: 'Narrow' }).check({ force: true });
  await app.dialog.getByRole('radio', { name: 'Sepia' }).check({ force: true });
  expect(await size()).toBe(before + 2);
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'sepia');
  await app.restart();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'sepia');
  await app.open('Harbour bridge');
  expect(await size()).toBe(before + 2);
});

test('how an article was read is told, by keys alone: where each field comes from, what was left out', async ({
  page,
  library,
}) => {
  const app = appWindow(page);
  await library.takeInTexts([bridge]);
  await app.openFirstByKeys();
  await expect(app.headline).toHaveText(/Harbour bridge/);
  await page.keyboard.press('Shift+I');
  await expect(app.dialog.getByRole('heading', { level: 2 })).toHaveText('How this was read');
  await expect(app.dialog).toContainText('found by the shape of a news text');
  await expect(app.dialog.getByRole('definition').first()).toContainText(/sure$/);
  await page.keyboard.press('Escape');
  await expect(app.dialog).toHaveCount(0);
  await expect(app.headline).toBeVisible();
});

test('the theme follows the system until one is chosen', async ({ page }) => {
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'paper');
  await page.emulateMedia({ colorScheme: 'dark' });
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
});

test('a line of the story is between 60 and 75 characters long', async ({ page, library }) => {
  const app = appWindow(page);
  await library.takeInTexts([longStory]);
  await app.open('A walk of forty paragraphs');
  const characters = await app.text.getByText('Paragraph 7 of the walk').evaluate((element) => {
    const range = document.createRange();
    const node = element.firstChild;
    if (!(node instanceof Text)) return 0;
    const lines = new Set<number>();
    for (let at = 0; at < node.length; at += 1) {
      range.setStart(node, at);
      range.setEnd(node, at + 1);
      lines.add(Math.round(range.getBoundingClientRect().top));
    }
    return node.length / lines.size;
  });
  expect(characters).toBeGreaterThan(54);
  expect(characters).toBeLessThan(76);
});

test('a field that was read wrongly is put right by hand, found by its new name, and put back by undo', async ({
  page,
  library,
}) => {
  const app = appWindow(page);
  await library.takeInTexts([museum]);
  await app.open('Small museum');
  await page.keyboard.press('i');
  await app.dialog.getByRole('textbox', { name: 'Headline' }).fill('Nineteen drums go home');
  await app.dialog.getByRole('textbox', { name: 'Source' }).fill('The Vik Courier');
  await app.dialog.getByRole('button', { name: 'Save' }).click();
  await expect(app.headline).toHaveText('Nineteen drums go home');
  await expect(app.text).toContainText('The Vik Courier');
  await expect(app.shelf('The Vik Courier')).toBeVisible();
  await app.search.fill('source:courier drums');
  await expect(app.row('Nineteen drums go home')).toBeVisible();
  await app.messages.getByRole('button', { name: 'Undo' }).click();
  await expect(app.headline).toHaveText('Small museum sends nineteen drums home');
});

test('an article that is gone says so', async ({ page, library }) => {
  const app = appWindow(page);
  await library.takeInTexts([museum, bridge]);
  await expect(app.rows).toHaveCount(2);
  await page.route('**/call', async (route) => {
    const asked = route.request().postDataJSON() as { method: string };
    if (asked.method !== 'articles.get') return route.continue();
    const error = { code: 'not-found', message: 'gone', retryable: false, details: {} };
    return route.fulfill({ json: { ok: false, error } });
  });
  await app.open('Small museum');
  await expect(app.reader.getByRole('heading')).toHaveText('This article is no longer here');
});
