import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { expect, test } from './host.ts';
import { expectAccessible } from './screens/accessibility.ts';
import { highlightsOf } from './screens/highlights.ts';
import { bridge, longStory, museum } from './screens/stories.ts';
import { appWindow } from './screens/window.ts';

/** What is painted over the text, by the colour of the mark. */
async function painted(page: Page): Promise<Record<string, string[]>> {
  return page.evaluate(() =>
    Object.fromEntries(
      [...CSS.highlights]
        .filter(([name, ranges]) => name !== 'mark-active' && ranges.size > 0)
        .map(([name, ranges]) => [name, [...ranges].map((range) => (range as Range).toString().replace(/\s+/g, ' '))]),
    ),
  );
}

test('selected words are marked in a colour, changed, annotated, tagged, removed, and brought back', async ({
  page,
  library,
}) => {
  const app = appWindow(page);
  const marks = highlightsOf(page);
  await library.takeInTexts([bridge]);
  await app.open('Harbour bridge');
  await marks.select('Engineers had worked', 'cast in 1931');
  await marks.bar.getByRole('button', { name: 'Green' }).click();
  const quote = 'Engineers had worked in two shifts to replace a bearing that was cast in 1931';
  await expect.poll(() => painted(page)).toEqual({ 'mark-green': [quote] });
  await expect(marks.bar).toHaveCount(0);
  // The article itself stays as it is.
  await expect(app.text.locator('mark')).toHaveCount(0);

  await app.restart();
  await app.open('Harbour bridge');
  await expect.poll(() => painted(page)).toEqual({ 'mark-green': [quote] });
  await marks.clickOn('bearing');
  await expect(marks.popover).toBeVisible();
  await marks.popover.getByRole('button', { name: 'Pink' }).click();
  await expect.poll(() => painted(page)).toEqual({ 'mark-pink': [quote] });
  await marks.popover.getByRole('combobox', { name: 'Add tag' }).fill('machines/old');
  await page.keyboard.press('Enter');
  await expect(marks.popover.getByRole('list', { name: 'Tags of this highlight' })).toContainText('machines/old');
  await marks.popover.getByRole('textbox', { name: 'Note' }).fill('Ask the museum.');
  await page.keyboard.press('Escape');
  await expect(marks.popover).toHaveCount(0);
  await expect(app.message('Highlight changed')).toBeVisible();
  const kept = await library.call('highlights.list', {});
  expect(kept.highlights).toMatchObject([{ colour: 'pink', annotation: 'Ask the museum.', tags: ['machines/old'] }]);

  await marks.clickOn('bearing');
  await marks.popover.getByRole('button', { name: 'Remove highlight' }).click();
  await expect.poll(() => painted(page)).toEqual({});
  await app.messages.getByRole('button', { name: 'Undo' }).click();
  await expect.poll(() => painted(page)).toEqual({ 'mark-pink': [quote] });
});

test('a whole round by keys alone: mark, note, look through, and go back to the place', async ({ page, library }) => {
  const app = appWindow(page);
  const marks = highlightsOf(page);
  await library.takeInTexts([longStory, museum]);
  await expect(app.rows).toHaveCount(2);
  const { press } = marks;
  await press('/');
  await page.keyboard.type('drums');
  await expect(app.rows).toHaveCount(1);
  await press('Enter');
  await expect(app.list).toBeFocused();
  await expect(app.chosen).toHaveCount(1);
  await press('Enter');
  await expect(app.scroller).toBeFocused();

  // The sentence at which one reads; the next one, and a word more.
  await press('h');
  await expect(marks.bar).toBeVisible();
  await expect(marks.spoken).toContainText('The crates left the loading bay at dawn');
  await press('ArrowDown', 'Shift+ArrowRight', 'h');
  await expect
    .poll(() => painted(page))
    .toEqual({
      'mark-yellow': ['Nobody in the museum could say who had catalogued them, or how long they had been silent. A'],
    });
  // Words of the next one, in another colour.
  await press('h', 'ArrowRight', 'Shift+ArrowRight', 'Shift+ArrowRight', 'Shift+ArrowLeft', '3');
  await expect.poll(async () => (await painted(page))['mark-blue']).toEqual(['delegation had']);
  // A sentence with a note, written at once.
  await press('h', 'n');
  const note = marks.popover.getByRole('textbox', { name: 'Note' });
  await expect(note).toBeFocused();
  await page.keyboard.type('For the lede.');
  await press('Escape');
  await expect(marks.popover).toHaveCount(0);
  await expect.poll(async () => (await library.call('highlights.counts', {})).annotated).toBe(1);

  // The article's own note and the list beside the text.
  await press('n');
  await expect(marks.margin.getByRole('textbox', { name: 'Note on this article' })).toBeFocused();
  await page.keyboard.type('On listening.');
  await press('Escape');
  await expect(app.scroller).toBeFocused();
  await expect(marks.marginItems).toHaveCount(3);
  await press('m');
  await expect(marks.margin).toHaveCount(0);

  // All highlights, narrowed by words, and back into the article at the place.
  await press('7');
  await expect(app.listTitle).toHaveText('Highlights');
  await expect(marks.rows).toHaveCount(4);
  await marks.filter.focus();
  await page.keyboard.type('lede');
  await expect(marks.rows).toHaveCount(1);
  await marks.list.focus();
  await press('Enter');
  await expect(app.headline).toHaveText('Small museum sends nineteen drums home');
  await expect.poll(() => marks.active()).toHaveLength(1);
  await marks.filter.fill('');
  await marks.list.focus();
  await press('End', 'k', 'Enter');
  await expect.poll(() => marks.active()).toEqual(['delegation had']);
  await press('z');
  await expect.poll(async () => (await library.call('highlights.list', {})).total).toBe(3);
});

test('marks stay with their words when an article is taken in anew, and those without a place are told apart', async ({
  page,
  library,
}) => {
  const app = appWindow(page);
  const marks = highlightsOf(page);
  const story = (paragraphs: readonly string[]) => {
    const text = paragraphs.map((paragraph) => `<p>${paragraph}</p>`).join('\n');
    const html = `<html lang="en"><head><title>A walk</title><link rel="canonical" href="https://walks.example/river"></head>
      <body><article><h1>A walk by the river</h1>${text}</article></body></html>`;
    return [{ kind: 'files' as const, files: [{ path: 'walk.html', base64: Buffer.from(html).toString('base64') }] }];
  };
  const walk = [
    'The path leaves the village behind the brewery and follows the left bank for three miles, as far as the weir.',
    'Past the second mill somebody waves from an upper window, as somebody has waved every morning for thirty years.',
    'Herons stand in the shallows where the brickworks used to draw their water, and take no notice of anybody.',
    'The inn at the ferry has been closed since the flood; its sign still promises eels on Fridays.',
    'Whoever goes on from there needs dry boots, a map of the old county, and a reason to be late for supper.',
  ];
  await library.takeIn(story(walk));
  await app.open('A walk by the river');
  await marks.select('the second mill somebody', 'an upper window');
  await marks.bar.getByRole('button', { name: 'Yellow' }).click();
  await expect.poll(async () => Object.values(await painted(page)).flat()).toHaveLength(1);
  await marks.select('The inn at the ferry', 'eels on Fridays');
  await marks.bar.getByRole('button', { name: 'Blue' }).click();
  await expect.poll(async () => Object.values(await painted(page)).flat()).toHaveLength(2);

  // A paragraph before everything, a word put right in the first passage, the second passage gone.
  const changed = ['Corrected on Tuesday after readers wrote in about the names of the mills.', ...walk];
  changed[2] = changed[2]!.replace('somebody waves', 'someone waves');
  changed.splice(4, 1);
  await library.takeIn(story(changed));
  await expect
    .poll(() => painted(page))
    .toEqual({ 'mark-yellow': ['the second mill someone waves from an upper window'] });
  await page.keyboard.press('m');
  const orphans = marks.margin.getByRole('region', { name: 'No longer in the text' });
  await expect(orphans.getByRole('button', { name: /The inn at the ferry/ })).toBeVisible();
  await orphans.getByRole('button', { name: /The inn at the ferry/ }).click();
  await expect(marks.popover).toBeVisible();
});

test('highlights leave as Markdown, of one article and of all', async ({ page, library, context }) => {
  const app = appWindow(page);
  const marks = highlightsOf(page);
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await library.takeInTexts([bridge, museum]);
  for (const headline of ['Harbour bridge', 'Small museum']) {
    await app.open(headline);
    await page.keyboard.press('Tab');
    await app.scroller.focus();
    await page.keyboard.press('h');
    await expect(marks.bar).toBeVisible();
    await page.keyboard.press('h');
    await expect(marks.bar).toHaveCount(0);
  }
  await page.keyboard.press('m');
  await marks.margin.getByRole('button', { name: 'Copy as Markdown' }).click();
  await expect(app.message('Copied')).toBeVisible();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toContain('# Small museum sends nineteen drums home');
  expect(copied).toContain('> The crates left the loading bay at dawn');
  expect(copied).not.toContain('Harbour bridge');

  await page.keyboard.press('m');
  await page.keyboard.press('7');
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save as Markdown' }).click();
  const file = await download;
  expect(file.suggestedFilename()).toBe('Pressmark highlights.md');
  const saved = await readFile(await file.path(), 'utf8');
  expect(saved).toContain('# Harbour bridge reopens after the storm');
  expect(saved).toContain('# Small museum sends nineteen drums home');
});

for (const theme of ['paper', 'sepia', 'dark'] as const) {
  for (const viewport of [
    { width: 1280, height: 800 },
    { width: 800, height: 600 },
  ]) {
    test.describe(`${theme}, ${viewport.width} by ${viewport.height}`, () => {
      test.use({ viewport });

      test('everything about highlights can be used by everybody', async ({ page, library }) => {
        test.setTimeout(180_000);
        const app = appWindow(page);
        const marks = highlightsOf(page);
        await library.takeInTexts([bridge, museum]);
        await app.useTheme(theme);
        await page.keyboard.press('7');
        await expect(page.getByRole('heading', { name: 'No highlights yet' })).toBeVisible();
        await expectAccessible(page, 'no highlights');

        await page.keyboard.press('1');
        await app.open('Harbour bridge');
        await app.scroller.focus();
        for (const colour of ['1', '2', '3', '4', '5']) {
          await page.keyboard.press('h');
          await expect(marks.bar).toBeVisible();
          if (colour === '1') await expectAccessible(page, 'bar at a selection');
          await page.keyboard.press(colour);
          await expect(marks.bar).toHaveCount(0);
        }
        await expect.poll(async () => Object.keys(await painted(page)).length).toBe(5);
        await marks.clickOn('Engineers');
        await expect(marks.popover).toBeVisible();
        await marks.popover.getByRole('textbox', { name: 'Note' }).fill('A note of some length, to see how it is set.');
        await expectAccessible(page, 'one highlight');
        await page.keyboard.press('Escape');
        await page.keyboard.press('m');
        await expect(marks.margin).toBeVisible();
        await expectAccessible(page, 'highlights beside the text');
        await page.keyboard.press('m');
        await page.keyboard.press('7');
        await expect(marks.rows).toHaveCount(5);
        await expectAccessible(page, 'all highlights');
        await marks.filter.fill('nothing like this');
        await expect(page.getByRole('heading', { name: 'No highlight is like that' })).toBeVisible();
        await expectAccessible(page, 'no highlight found');
      });
    });
  }
}

test('a key pressed twice makes a mark once, and chooses the next sentence while the mark is on its way', async ({
  page,
  library,
}) => {
  const app = appWindow(page);
  const marks = highlightsOf(page);
  await library.takeInTexts([bridge]);
  await app.openFirstByKeys();
  await expect(app.scroller).toBeFocused();
  let letGo = () => {};
  const held = new Promise<void>((resolve) => (letGo = resolve));
  await page.route('**/call', async (route) => {
    const { method } = route.request().postDataJSON() as { method: string };
    if (method === 'highlights.add') await held;
    await route.continue();
  });
  await marks.press('h');
  await expect(marks.bar).toBeVisible();
  await marks.press('h', 'h');
  // Shown ahead of the answer, once.
  await expect.poll(async () => Object.values(await painted(page)).flat()).toHaveLength(1);
  await expect(marks.spoken).toContainText('Engineers had worked in two shifts');
  letGo();
  await expect(app.message('Highlighted')).toBeVisible();
  await expect(marks.bar).toBeVisible();
  await marks.press('Escape');
  await expect(marks.bar).toHaveCount(0);
  expect((await library.call('highlights.list', {})).total).toBe(1);
});

test('the keys of a passage are found by their place on a keyboard of another script', async ({ page, library }) => {
  const app = appWindow(page);
  const marks = highlightsOf(page);
  await library.takeInTexts([bridge]);
  await app.openFirstByKeys();
  await expect(app.scroller).toBeFocused();
  // What a Russian keyboard sends for the keys that bear H and N on an English one.
  const press = (key: string, code: string) =>
    page.evaluate(
      (name) => document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { ...name, bubbles: true })),
      { key, code },
    );
  await press('р', 'KeyH');
  await expect(marks.bar).toBeVisible();
  await press('р', 'KeyH');
  await expect(app.message('Highlighted')).toBeVisible();
  await press('р', 'KeyH');
  await expect(marks.bar).toBeVisible();
  await press('т', 'KeyN');
  await expect(page.getByRole('textbox', { name: 'Note' })).toBeFocused();
  await expect.poll(async () => (await library.call('highlights.list', {})).total).toBe(2);
});

test('a mark that could not be kept is gone again, and what was chosen stays chosen', async ({ page, library }) => {
  const app = appWindow(page);
  const marks = highlightsOf(page);
  await library.takeInTexts([bridge]);
  await app.openFirstByKeys();
  await expect(app.scroller).toBeFocused();
  await page.route('**/call', async (route) => {
    const { method } = route.request().postDataJSON() as { method: string };
    if (method !== 'highlights.add') return route.continue();
    const error = { code: 'disk-full', message: 'no space', retryable: true, details: {} };
    return route.fulfill({ json: { ok: false, error } });
  });
  await marks.press('h');
  await expect(marks.bar).toBeVisible();
  await marks.press('h');
  await expect(app.message('The disk is full. Make some room, then try again.')).toBeVisible();
  await expect.poll(async () => Object.values(await painted(page)).flat()).toEqual([]);
  await expect(marks.bar).toBeVisible();
});

for (const width of [800, 1280]) {
  test(`the list of highlights never lies over the text, at a width of ${width}`, async ({ page, library }) => {
    const app = appWindow(page);
    const marks = highlightsOf(page);
    await page.setViewportSize({ width, height: 600 });
    await library.takeInTexts([bridge]);
    await app.openFirstByKeys();
    await marks.press('m');
    await expect(marks.margin).toBeVisible();
    const text = await app.scroller.boundingBox();
    const margin = await marks.margin.boundingBox();
    const isBeside = text!.x + text!.width <= margin!.x + 0.5;
    const isAbove = text!.y + text!.height <= margin!.y + 0.5;
    expect({ isBeside, isAbove }).toEqual({ isBeside: width === 1280, isAbove: width === 800 });
  });
}
