import type { Page } from 'playwright';

/** What a picture shows, and how the page is brought there. */
export type Screen = {
  readonly name: string;
  readonly show: (page: Page) => Promise<unknown>;
  readonly looks?: readonly Look[];
};

/** A theme and a width: `light-1280`. */
export type Look = `${'light' | 'sepia' | 'dark'}-${'1280' | '800' | '420'}`;

/** The looks of a main screen, and those of every other that does not name its own. */
export const allLooks: readonly Look[] = [
  'light-1280',
  'sepia-1280',
  'dark-1280',
  'light-800',
  'dark-800',
  'light-420',
];
export const usualLooks: readonly Look[] = ['light-1280', 'dark-1280', 'light-800', 'dark-800'];

const headline = 'The ferry that refused to retire';

async function openStory(page: Page): Promise<void> {
  await page.getByText(headline).first().click();
  await page.getByText('At ten past six').last().waitFor();
}

const searchFor = (words: string) => async (page: Page) => {
  await page.keyboard.press('/');
  await page.keyboard.type(words);
  await page.getByText('Keep the night train slow').first().waitFor({ state: 'detached' });
  await openStory(page);
};

/** The words of the search, marked in the text they were found in. */
async function findWords(page: Page): Promise<void> {
  await searchFor('ferry passengers')(page);
  await page.locator('#reader-scroll').focus();
  await page.keyboard.press('f');
  await page.getByRole('group', { name: 'Words of the search' }).waitFor();
}

/** A sentence marked by keys, once, and the list of marks beside the text. */
async function highlightSentences(page: Page): Promise<void> {
  // Read on it is no longer on the shelf of the unread.
  await page.keyboard.press('5');
  await openStory(page);
  await page.locator('#reader-scroll').focus();
  if ((await page.getByRole('button', { name: /^Highlights of this article: \d/ }).count()) === 0) {
    for (const key of ['h', 'ArrowDown', 'ArrowDown', '3']) await page.keyboard.press(key);
    await page.getByText('Highlighted', { exact: true }).waitFor();
  }
  if (!(await page.getByRole('complementary', { name: 'Highlights of this article' }).isVisible()))
    await page.keyboard.press('m');
}

/** A sheet over the open story, by its key. */
const sheetOf = (key: string) => async (page: Page) => {
  await openStory(page);
  await page.keyboard.press(key);
  await page.getByRole('dialog').waitFor();
};

/** What has no key, as the palette does it. */
const command = (name: string) => async (page: Page) => {
  await openStory(page);
  await page.keyboard.press('Control+Shift+P');
  await page.getByRole('combobox', { name: 'Commands' }).fill(name);
  await page.keyboard.press('Enter');
  await page.getByRole('dialog').getByRole('heading').first().waitFor();
};

/** A text put in by pasting, another for each picture, since the same one would be known. */
async function pasteStory(page: Page): Promise<void> {
  await page.evaluate(() => {
    const number = innerWidth + (document.documentElement.dataset['theme'] === 'dark' ? 1000 : 0);
    const transfer = new DataTransfer();
    const story = `The ${number}th crossing is free\n\nBy Ines Halvorsen\n\nNORTHHAVEN, 2 October 2026 — Whoever boards the ferry on Friday morning pays nothing, the harbour office said, and gets a cup of coffee besides.\n\nIt is the office’s way of saying thank you for ${number} letters, of which it has kept every one.`;
    transfer.setData('text/plain', story);
    document.body.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData: transfer, bubbles: true, cancelable: true }),
    );
  });
  await page.getByText('Read from your paste').waitFor();
}

const shelf = (key: string) => (page: Page) => page.keyboard.press(key);

/** The screens of a library with articles in it, and every sheet that opens over them. */
export const screens: readonly Screen[] = [
  { name: 'library', looks: allLooks, show: openStory },
  { name: 'list', looks: ['light-420'], show: () => Promise.resolve() },
  { name: 'search', looks: allLooks, show: searchFor('ferry passengers') },
  { name: 'find', show: findWords },
  {
    name: 'why',
    show: async (page) => {
      await searchFor('ferry passengers')(page);
      await page.keyboard.press('w');
      await page.getByRole('dialog').waitFor();
    },
  },
  { name: 'focus', show: (page) => openStory(page).then(() => page.keyboard.press('Shift+F')) },
  {
    name: 'type',
    show: (page) => openStory(page).then(() => page.getByRole('button', { name: 'Type and theme' }).click()),
  },
  { name: 'aloud', show: (page) => openStory(page).then(() => page.keyboard.press('r')) },
  { name: 'pictures', show: sheetOf('p') },
  { name: 'details', show: sheetOf('i') },
  { name: 'explain', show: sheetOf('Shift+I') },
  { name: 'original', show: sheetOf('Shift+V') },
  { name: 'repair', show: sheetOf('Shift+E') },
  { name: 'print', show: sheetOf('Control+p') },
  { name: 'tags', show: sheetOf('t') },
  { name: 'collect', show: sheetOf('c') },
  { name: 'add', show: sheetOf('a') },
  { name: 'waiting', show: command('Waiting addresses') },
  { name: 'watch', show: command('Watched folder') },
  { name: 'bookmarklet', show: command('Add from the browser') },
  { name: 'rules', show: command('Rules') },
  { name: 'settings', show: sheetOf('Control+,') },
  { name: 'libraries', show: command('Libraries') },
  { name: 'health', show: command('Storage and health') },
  { name: 'palette', show: sheetOf('Control+Shift+P') },
  { name: 'keys', show: sheetOf('?') },
  { name: 'query-help', show: sheetOf('Control+/') },
  { name: 'empty-shelf', show: shelf('6') },
  // Last: reading on moves the story to another shelf.
  { name: 'highlights', looks: allLooks, show: highlightSentences },
  { name: 'all-highlights', show: shelf('7') },
  { name: 'guesses', show: pasteStory },
];
