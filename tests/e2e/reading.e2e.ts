import type { Page } from '@playwright/test';
import { expect, test } from './host.ts';
import { expectAccessible } from './screens/accessibility.ts';
import { readPdfPages } from '#support/read-pdf-pages.ts';
import { elsewhere, tides, tidesHeadline, towerColour } from './screens/magazine.ts';
import { bridge, longStory } from './screens/stories.ts';
import { appWindow } from './screens/window.ts';

/** The words that are painted over the text under a name. */
function painted(page: Page, name: string): Promise<string[]> {
  return page.evaluate(
    (wanted) =>
      [...(CSS.highlights.get(wanted) ?? [])].map(({ startContainer, startOffset, endContainer, endOffset }) => {
        const range = document.createRange();
        range.setStart(startContainer, startOffset);
        range.setEnd(endContainer, endOffset);
        return range.toString().replaceAll(/\s+/g, ' ');
      }),
    name,
  );
}

const scrolled = (page: Page) => page.locator('#reader-scroll').evaluate((element) => element.scrollTop);

test.describe('find in the article, by keys alone', () => {
  test('every place is marked, one after the other stands out, and Escape leads back to where one was', async ({
    page,
    library,
  }) => {
    const app = appWindow(page);
    await library.takeInTexts([longStory]);
    await app.openFirstByKeys();
    await expect(app.scroller).toBeFocused();
    await app.scroller.evaluate((element) => element.scrollTo(0, 1800));
    const before = await scrolled(page);
    await page.keyboard.press('f');
    const field = page.getByRole('textbox', { name: 'Find in this article' });
    await expect(field).toBeFocused();
    await page.keyboard.type('PÁRAGRAPH 4');
    const count = page.getByRole('search', { name: 'Find in this article' }).getByRole('status');
    await expect(count).toHaveText('2 of 2');
    await expect.poll(() => painted(page, 'found')).toEqual(['Paragraph 4', 'Paragraph 4']);
    await page.keyboard.press('Enter');
    await expect(count).toHaveText('1 of 2');
    await page.keyboard.press('Shift+Enter');
    await expect(count).toHaveText('2 of 2');
    await expect(app.text.getByText('Paragraph 40 of the walk')).toBeInViewport();
    await expectAccessible(page, 'find in the article');
    await page.keyboard.press('Escape');
    await expect(field).toHaveCount(0);
    await expect(app.scroller).toBeFocused();
    expect(await scrolled(page)).toBe(before);
    expect(await painted(page, 'found')).toEqual([]);
    // Having looked something up at the end is not having read to the end.
    await page.keyboard.press('ControlOrMeta+f');
    await expect(field).toBeFocused();
    await page.keyboard.type('nowhere to be found');
    await expect(count).toHaveText('Not found');
    const { articles } = await library.call('articles.list', {});
    expect(articles[0]!.progress).toBeLessThan(0.5);
  });

  test('an article opened from a search offers its words, each to be left out', async ({ page, library }) => {
    const app = appWindow(page);
    await library.takeIn([tides()]);
    await page.keyboard.press('/');
    await page.keyboard.type('clocks tides');
    await expect(app.rows).toHaveCount(1);
    await page.keyboard.press('Enter');
    await expect(app.list).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(app.scroller).toBeFocused();
    await expect(
      app.reader.getByRole('button', { name: /^Find in this article: \d+ places of the search$/ }),
    ).toBeVisible();
    await page.keyboard.press('f');
    const words = page.getByRole('group', { name: 'Words of the search' }).getByRole('button');
    await expect(words).toHaveText([/^clock \d$/, /^tides \d$/]);
    await expect
      .poll(async () => new Set((await painted(page, 'found')).map((word) => word.toLowerCase())))
      .toEqual(new Set(['clock', 'tides']));
    await words.first().press('Enter');
    await expect.poll(async () => new Set(await painted(page, 'found'))).toEqual(new Set(['tides']));
  });
});

test('pictures are shown large with caption and words, gone through, enlarged, and the focus comes back', async ({
  page,
  library,
}) => {
  const app = appWindow(page);
  await library.takeIn([tides()]);
  await app.openFirstByKeys();
  const picture = app.text.getByRole('button', { name: 'View picture: A sail on a wide bay under a low sun' });
  await picture.focus();
  await page.keyboard.press('Enter');
  await expect(app.dialog).toContainText('Orrin Bay in October');
  await expect(app.dialog).toContainText('A sail on a wide bay under a low sun');
  await expect(app.dialog.getByRole('status')).toHaveText('1 of 2');
  await expectAccessible(page, 'a picture, large');
  const shown = app.dialog.getByRole('img', { name: 'A sail on a wide bay' });
  const fitted = await shown.boundingBox();
  expect(fitted!.height).toBeLessThanOrEqual(800);
  await page.keyboard.press('+');
  await expect.poll(async () => (await shown.boundingBox())!.width).toBeGreaterThan(fitted!.width * 1.4);
  const stage = app.dialog.getByRole('region');
  expect(await stage.evaluate((element) => element.scrollLeft)).toBeGreaterThan(100);
  await page.keyboard.press('0');
  await expect.poll(async () => (await shown.boundingBox())!.width).toBeCloseTo(fitted!.width, 0);
  await page.keyboard.press('ArrowRight');
  await expect(app.dialog).toContainText('The clock that was right too late.');
  await page.keyboard.press('Escape');
  await expect(app.dialog).toHaveCount(0);
  // On the picture that was looked at last.
  await expect(app.text.getByRole('button', { name: 'View picture: A church tower with a clock' })).toBeFocused();
  await page.keyboard.press('p');
  await expect(app.dialog.getByRole('status')).toHaveText('2 of 2');
});

test('an article without a picture says so', async ({ page, library }) => {
  const app = appWindow(page);
  await library.takeInTexts([bridge]);
  await app.openFirstByKeys();
  await page.keyboard.press('p');
  await expect(app.message('There is no picture in this article')).toBeVisible();
});

test('a note opens at its mark, without its way back, and is gone to and come back from', async ({ page, library }) => {
  const app = appWindow(page);
  await library.takeIn([tides()]);
  await app.openFirstByKeys();
  const mark = app.text.getByRole('link', { name: '2', exact: true });
  await mark.focus();
  await page.keyboard.press('Enter');
  const note = page.getByRole('dialog', { name: 'Note 2' });
  await expect(note).toContainText('His diary says so on its first page');
  await expect(note).not.toContainText('↩');
  await expectAccessible(page, 'a note at its mark');
  await page.keyboard.press('Escape');
  await expect(note).toHaveCount(0);
  await expect(mark).toBeFocused();
  await page.keyboard.press('Enter');
  await note.getByRole('button', { name: 'Go to the note' }).press('Enter');
  await expect(app.text.getByText('His diary says so on its first page')).toBeInViewport();
  const back = app.text.getByRole('link', { name: '↩' }).nth(1);
  await expect(back).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(mark).toBeInViewport();
  await expect(mark).toBeFocused();
  expect(page.url()).not.toContain('#');
});

test('typeface, paragraphs, even edges and hyphens change at once and are kept', async ({ page, library }) => {
  const app = appWindow(page);
  await library.takeInTexts([bridge]);
  await app.open('Harbour bridge');
  const story = app.text.getByText('Engineers had worked in two shifts');
  const style = () =>
    story.evaluate((element) => {
      const { textAlign, hyphens, fontFamily, textIndent } = getComputedStyle(element);
      return { textAlign, hyphens, isSerif: fontFamily.includes('Serif'), isIndented: textIndent !== '0px' };
    });
  expect(await style()).toEqual({ textAlign: 'start', hyphens: 'auto', isSerif: true, isIndented: false });
  await app.reader.getByRole('button', { name: 'Type and theme' }).press('Enter');
  await app.dialog.getByRole('switch', { name: 'Even edges' }).press('Space');
  await app.dialog.getByRole('switch', { name: 'Hyphenation' }).press('Space');
  await app.dialog.getByRole('radio', { name: 'Sans' }).press('Space');
  await app.dialog.getByRole('radio', { name: 'Indented' }).press('Space');
  const changed = { textAlign: 'justify', hyphens: 'manual', isSerif: false, isIndented: true };
  await expect.poll(style).toEqual(changed);
  await app.restart();
  await app.open('Harbour bridge');
  await expect.poll(style).toEqual(changed);
  await expect(app.text).toHaveAttribute('lang', 'en');
});

test('where words cannot be parted, the settings say so', async ({ page, library }) => {
  const app = appWindow(page);
  await library.takeIn([elsewhere()[2]!]);
  await app.openFirstByKeys();
  await app.reader.getByRole('button', { name: 'Type and theme' }).press('Enter');
  await expect(app.dialog).toContainText(/This system cannot part words in .*Chinese.*, so they stay whole\./);
  await app.dialog.getByRole('switch', { name: 'Hyphenation' }).press('Space');
  await expect(app.dialog).not.toContainText('cannot part words');
});

test('an article of another script is set in its own way, its head in the direction of each part', async ({
  page,
  library,
}) => {
  const app = appWindow(page);
  for (const article of elsewhere()) await library.takeIn([article]);
  await expect(app.rows).toHaveCount(4);
  await app.open('المرفأ');
  await expect(app.headline).toHaveText('المرفأ الذي لا ينام');
  const styleOf = (words: string) =>
    app.text.getByText(words).evaluate((element) => {
      const { direction, textAlign } = getComputedStyle(element);
      return { direction, textAlign };
    });
  expect(await styleOf('يقول الصيادون')).toEqual({ direction: 'rtl', textAlign: 'start' });
  // Letters that are joined are not moved apart or together.
  expect(await app.headline.evaluate((element) => getComputedStyle(element).letterSpacing)).toBe('normal');
  const date = app.text.getByText('14 May 2026', { exact: true });
  expect(await date.evaluate((element) => getComputedStyle(element.closest('bdi')!).direction)).toBe('ltr');
  await app.open('修桥的人');
  await expect(app.headline).toHaveText('修桥的人把茶摊留在了岸边');
  expect(await styleOf('新桥用了')).toEqual({ direction: 'ltr', textAlign: 'justify' });
});

test('the paragraph one reads stays in its place while the type changes', async ({ page, library }) => {
  const app = appWindow(page);
  await library.takeInTexts([longStory]);
  await app.openFirstByKeys();
  const paragraph = app.text.getByText('Paragraph 20 of the walk');
  await paragraph.evaluate((element) => element.scrollIntoView({ block: 'start' }));
  const topPx = async () => (await paragraph.boundingBox())!.y;
  const before = await topPx();
  for (const key of ['+', '+', '+', '+', '+', '+']) await page.keyboard.press(key);
  await expect.poll(async () => Math.abs((await topPx()) - before)).toBeLessThan(40);
  for (let at = 0; at < 9; at += 1) await page.keyboard.press('-');
  await expect.poll(async () => Math.abs((await topPx()) - before)).toBeLessThan(40);
});

test('Enter leads into the text, however late the article comes, and one stays in it from one to the next', async ({
  page,
  library,
}) => {
  const app = appWindow(page);
  await library.takeInTexts([bridge, longStory]);
  await expect(app.rows).toHaveCount(2);
  let letGo = () => {};
  let isHeld = true;
  const held = new Promise<void>((resolve) => (letGo = resolve));
  await page.route('**/call', async (route) => {
    const { method } = route.request().postDataJSON() as { method: string };
    if (method === 'articles.get' && isHeld) await held;
    await route.continue();
  });
  await page.keyboard.press('j');
  await expect(app.chosen).toHaveCount(1);
  await page.keyboard.press('Enter');
  // Longer than it takes to draw what is there already.
  await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));
  letGo();
  isHeld = false;
  await expect(app.scroller).toBeFocused();
  const first = await app.headline.textContent();
  await page.keyboard.press('j');
  await expect(app.headline).not.toHaveText(first ?? '');
  await expect(app.scroller).toBeFocused();
});

test('who has gone to the search field by the time the article is drawn is left there', async ({ page, library }) => {
  const app = appWindow(page);
  await library.takeInTexts([bridge, longStory]);
  await expect(app.rows).toHaveCount(2);
  await page.keyboard.press('j');
  await expect(app.chosen).toHaveCount(1);
  // Both keys come before the next frame, as they do where drawing takes its time.
  await page.evaluate(async () => {
    const press = (key: string) =>
      document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
    press('Enter');
    for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
    press('/');
    for (let frame = 0; frame < 5; frame += 1) await new Promise((drawn) => requestAnimationFrame(drawn));
  });
  await expect(app.scroller).toBeVisible();
  await expect(app.search).toBeFocused();
});

test('focus mode shows the article alone, goes on with keys, and Escape leaves it', async ({ page, library }) => {
  const app = appWindow(page);
  await library.takeInTexts([bridge, longStory]);
  await expect(app.rows).toHaveCount(2);
  await app.openFirstByKeys();
  await page.keyboard.press('Shift+F');
  await expect(app.list).toHaveCount(0);
  await expect(app.search).toHaveCount(0);
  await expect(page.getByRole('navigation', { name: 'Shelves' })).toHaveCount(0);
  await expect(app.scroller).toBeFocused();
  await expectAccessible(page, 'focus mode');
  const first = await app.headline.textContent();
  await page.keyboard.press('j');
  await expect(app.headline).not.toHaveText(first ?? '');
  await page.keyboard.press('Escape');
  await expect(app.list).toBeVisible();
  await expect(app.headline).toBeVisible();
  await page.keyboard.press('Shift+F');
  await expect(app.search).toHaveCount(0);
  await page.keyboard.press('/');
  await expect(app.search).toBeFocused();
});

test('what may be printed is asked, kept, and handed to the system', async ({ page, library }) => {
  const app = appWindow(page);
  await library.takeIn([tides()]);
  await app.openFirstByKeys();
  await page.evaluate(() => addEventListener('beforeprint', () => document.body.setAttribute('data-asked', 'true')));
  await page.keyboard.press('ControlOrMeta+p');
  await expect(app.dialog.getByRole('button', { name: 'Print…' })).toBeFocused();
  await expectAccessible(page, 'print');
  await app.dialog.getByRole('radio', { name: 'One' }).press('Space');
  await app.dialog.getByRole('button', { name: 'Print…' }).press('Enter');
  await expect(app.dialog).toHaveCount(0);
  await expect(page.locator('body')).toHaveAttribute('data-asked', 'true');
  await app.restart();
  await app.openFirstByKeys();
  await page.keyboard.press('ControlOrMeta+p');
  await expect(app.dialog.getByRole('radio', { name: 'One' })).toBeChecked();
});

test.describe('on paper', () => {
  for (const columns of ['one', 'two'] as const) {
    test(`an article in columns: ${columns}, and nothing of the window`, async ({ page, library }) => {
      const app = appWindow(page);
      await library.takeIn([tides()]);
      await page.evaluate((printColumns) => {
        localStorage.setItem('pressmark.preferences', JSON.stringify({ printColumns, theme: 'dark' }));
      }, columns);
      await app.restart();
      await app.openFirstByKeys();
      await page.locator('#reader-scroll img').evaluateAll((pictures) =>
        Promise.all(
          (pictures as HTMLImageElement[]).map((picture) => {
            picture.loading = 'eager';
            return picture.decode();
          }),
        ),
      );
      const sheets = await readPdfPages(await page.pdf({ format: 'A4' }));
      const whole = sheets.map(({ text }) => text).join('\n');
      const number = sheets.length;
      expect(number).toBe(columns === 'one' ? 3 : 2);
      sheets.forEach(({ text }, at) => {
        // Above every page the source, below it which of how many it is.
        expect(text).toContain('The Orrin Review');
        expect(text).toContain(`${at + 1} / ${number}`);
      });
      expect(sheets[0]!.text).toContain(tidesHeadline);
      expect(sheets[0]!.text).toContain('By Maud Ellery');
      expect(sheets.at(-1)!.text).toContain('https://review.example/tides');
      expect(sheets.at(-1)!.text).toMatch(/Kept on \d/);
      expect(whole).not.toMatch(/Unread|Next article|Add tag|Search everything/);
      // A picture and what is printed under it stand on the same page; a table is whole, to its last column.
      const withClock = sheets.find(({ text }) => text.includes('The clock that was right too late.'));
      expect([...withClock!.colours]).toContain(towerColour);
      const withTable = sheets.find(({ text }) => text.includes('High water at three places'));
      for (const cell of ['Height in', '3.4', '3.6', '2.9']) expect(withTable!.text).toContain(cell);
      for (const { widest, width } of sheets) expect(widest).toBeLessThan(width);
      const lefts = sheets[0]!.lines.map(({ left }) => Math.round(left)).filter((left) => left > sheets[0]!.width / 2);
      const begun = Math.max(...lefts.map((left) => lefts.filter((other) => other === left).length));
      expect(begun > 5, 'many lines begin at one place in the right half').toBe(columns === 'two');
    });
  }

  test('without pictures, where that was chosen', async ({ page, library }) => {
    const app = appWindow(page);
    await library.takeIn([tides()]);
    await page.evaluate(() => {
      localStorage.setItem('pressmark.preferences', JSON.stringify({ hasPrintedPictures: false }));
    });
    await app.restart();
    await app.openFirstByKeys();
    const sheets = await readPdfPages(await page.pdf({ format: 'A4' }));
    expect(sheets.filter(({ colours }) => colours.has(towerColour))).toEqual([]);
    expect(sheets.map(({ text }) => text).join()).not.toContain('The clock that was right too late.');
  });
});

test.describe('read aloud', () => {
  test('without a voice of the system it says so, and what helps', async ({ page, library }) => {
    const app = appWindow(page);
    await library.takeInTexts([bridge]);
    await app.openFirstByKeys();
    await page.keyboard.press('r');
    const bar = page.getByRole('region', { name: 'Read aloud' });
    await expect(bar).toContainText('This system has no voice that reads aloud.');
    await expectAccessible(page, 'no voice');
    await bar.getByRole('button', { name: 'Stop reading aloud' }).press('Enter');
    await expect(bar).toHaveCount(0);
  });

  test('with voices it reads in the language of the article: from here, on, back, slower, and on to the next', async ({
    page,
    library,
  }) => {
    const app = appWindow(page);
    await page.addInitScript(installVoices);
    await app.restart();
    await library.takeIn([tides()]);
    await library.takeInTexts([bridge]);
    await expect(app.rows).toHaveCount(2);
    await app.openFirstByKeys();
    await expect(app.headline).toHaveText('Harbour bridge reopens after the storm');
    await page.keyboard.press('r');
    const bar = page.getByRole('region', { name: 'Read aloud' });
    await expect(bar.getByRole('button', { name: 'Pause' })).toBeVisible();
    // A voice that sends the text away is not among them.
    await expect(bar.getByRole('combobox', { name: 'Voice' }).getByRole('option')).toHaveText(['Ada', 'Bea']);
    await expect.poll(() => spoken(page)).toEqual(['Ada 1: Harbour bridge reopens after the storm']);
    await expectAccessible(page, 'read aloud');
    await endSentence(page);
    await endSentence(page);
    await expect
      .poll(() => painted(page, 'aloud'))
      .toEqual([
        'The swing bridge over the inner harbour was opened to traffic on Monday morning, nine days after a barge broke its moorings and struck the northern pier.',
      ]);
    // Paused, what was under way is broken off, and said anew.
    await page.keyboard.press('r');
    await expect(bar.getByRole('button', { name: 'Go on' })).toBeVisible();
    const before = (await spoken(page)).length;
    await page.keyboard.press('.');
    await page.keyboard.press('r');
    await expect
      .poll(async () => (await spoken(page)).slice(before))
      .toEqual(['Ada 1: Engineers had worked in two shifts to replace a bearing that was cast in 1931.']);
    await page.keyboard.press(',');
    await expect.poll(async () => (await spoken(page)).at(-1)).toMatch(/^Ada 1: The swing bridge/);
    await bar.getByRole('button', { name: 'Faster' }).press('Enter');
    await expect.poll(async () => (await spoken(page)).at(-1)).toMatch(/^Ada 1.2: The swing bridge/);
    await bar.getByRole('combobox', { name: 'Voice' }).selectOption('Bea');
    await expect.poll(async () => (await spoken(page)).at(-1)).toMatch(/^Bea 1.2: The swing bridge/);
    await bar.getByRole('checkbox', { name: 'Go on with the next article' }).press('Space');
    for (let at = 0; at < 20 && (await spoken(page)).at(-1) !== `Bea 1.2: ${tidesHeadline}`; at += 1) {
      const said = (await spoken(page)).length;
      await endSentence(page);
      await expect.poll(async () => (await spoken(page)).length).toBeGreaterThan(said);
    }
    await expect(app.headline).toHaveText(tidesHeadline);
    expect((await spoken(page)).at(-1)).toBe(`Bea 1.2: ${tidesHeadline}`);
    // What is printed under a picture is not read, nor the mark of a note.
    await endSentence(page);
    await endSentence(page);
    await expect.poll(async () => (await spoken(page)).at(-1)).toMatch(/knows by how much\.$/);
    const words = (await spoken(page)).join('\n');
    expect(words).not.toMatch(/Orrin Bay in October|wrong\.1/);
    await page.keyboard.press('k');
    await expect(app.headline).toHaveText('Harbour bridge reopens after the storm');
    await expect(bar).toHaveCount(0);
    expect(await page.evaluate(() => (globalThis as unknown as StandIn).isSilent())).toBe(true);
  });
});

/** The part of the system that Chromium without a screen lacks: voices, whose sentences end when the test says so. */
type StandIn = { readonly said: string[]; readonly end: () => void; readonly isSilent: () => boolean };

function installVoices(): void {
  const voice = (name: string, lang: string, localService = true) => ({
    name,
    lang,
    localService,
    voiceURI: name,
    default: false,
  });
  const voices = [voice('Ada', 'en-GB'), voice('Cloud', 'en-US', false), voice('Bea', 'en_US'), voice('Uwe', 'de-DE')];
  class Utterance extends EventTarget {
    voice: { name: string } | null = null;
    lang = '';
    rate = 1;
    text: string;
    constructor(text: string) {
      super();
      this.text = text;
    }
  }
  const said: string[] = [];
  let now: Utterance | undefined;
  const synthesis = Object.assign(new EventTarget(), {
    getVoices: () => voices,
    speak(utterance: Utterance) {
      now = utterance;
      said.push(`${utterance.voice?.name ?? 'nobody'} ${utterance.rate}: ${utterance.text}`);
    },
    cancel() {
      const broken = now;
      now = undefined;
      broken?.dispatchEvent(new Event('error'));
    },
    resume() {},
  });
  Object.defineProperty(window, 'speechSynthesis', { value: synthesis });
  Object.defineProperty(window, 'SpeechSynthesisUtterance', { value: Utterance });
  Object.assign(window, { said, end: () => now?.dispatchEvent(new Event('end')), isSilent: () => now === undefined });
}

function spoken(page: Page): Promise<string[]> {
  return page.evaluate(() => [...(globalThis as unknown as StandIn).said]);
}

async function endSentence(page: Page): Promise<void> {
  await page.evaluate(() => (globalThis as unknown as StandIn).end());
}

for (const theme of ['sepia', 'dark'] as const) {
  test(`whatever opens around the text is accessible in a small window too: ${theme}`, async ({ page, library }) => {
    const app = appWindow(page);
    await page.setViewportSize({ width: 800, height: 600 });
    await library.takeIn([tides()]);
    await app.useTheme(theme);
    await page.keyboard.press('/');
    await page.keyboard.type('clock');
    await expect(app.rows).toHaveCount(1);
    await page.keyboard.press('Enter');
    await expect(app.list).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(app.scroller).toBeFocused();
    await page.keyboard.press('f');
    await expect(page.getByRole('group', { name: 'Words of the search' })).toBeVisible();
    await page.keyboard.type('bay');
    await expectAccessible(page, 'find');
    await page.keyboard.press('Escape');
    await page.keyboard.press('r');
    await expect(page.getByRole('region', { name: 'Read aloud' })).toBeVisible();
    await expectAccessible(page, 'read aloud');
    await page.keyboard.press('Shift+F');
    await expect(app.search).toHaveCount(0);
    await expectAccessible(page, 'focus mode');
    await page.keyboard.press('p');
    await expect(app.dialog).toBeVisible();
    await expectAccessible(page, 'a picture, large');
    await page.keyboard.press('Escape');
    await expect(app.dialog).toHaveCount(0);
    await app.text.getByRole('link', { name: '1', exact: true }).press('Enter');
    await expect(app.dialog).toBeVisible();
    await expectAccessible(page, 'a note');
    await page.keyboard.press('Escape');
    await expect(app.dialog).toHaveCount(0);
    await page.keyboard.press('ControlOrMeta+p');
    await expect(app.dialog).toBeVisible();
    await expectAccessible(page, 'print');
  });
}
