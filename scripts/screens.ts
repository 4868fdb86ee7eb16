import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright';
import { createClient } from '../src/contract/client.ts';
import type { Reply } from '../src/contract/reply.ts';
import { type Host, startHost } from '../tests/e2e/host.ts';
import { ensureBuilt } from './build-output.ts';
import { findOrInstallBrowser } from './find-browser.ts';
import { projectRoot } from './project.ts';
import { screenLibrary } from './screen-library.ts';

/** `npm run screens`: a picture of every screen, in docs/screens, from the built app. */
const folder = path.join(projectRoot, 'docs', 'screens');
const sizes = {
  wide: { width: 1280, height: 800 },
  small: { width: 800, height: 600 },
  narrow: { width: 420, height: 800 },
};

type Shot = {
  readonly name: string;
  readonly size?: { readonly width: number; readonly height: number };
  readonly theme?: 'paper' | 'sepia' | 'dark';
  /** Brings the page to what the picture shows. */
  readonly show: (page: Page) => Promise<void>;
};

const headline = 'The ferry that refused to retire';
const openStory = async (page: Page) => {
  await page.getByText(headline).first().click();
  await page.getByText('At ten past six').last().waitFor();
};
const searchFor = (words: string) => async (page: Page) => {
  await page.keyboard.press('/');
  await page.keyboard.type(words);
  await page.getByText('Keep the night train slow').first().waitFor({ state: 'detached' });
  await openStory(page);
};

/** The words of the search, marked in the text they were found in. */
const findWords = async (page: Page) => {
  await page.locator('#reader-scroll').focus();
  await page.keyboard.press('f');
  await page.getByRole('group', { name: 'Words of the search' }).waitFor();
};

/** A sentence marked by keys, once, and the list of marks beside the text. */
const highlightSentences = async (page: Page) => {
  await openStory(page);
  await page.locator('#reader-scroll').focus();
  if ((await page.getByRole('button', { name: /^Highlights \d/ }).count()) === 0) {
    for (const key of ['h', 'ArrowDown', 'ArrowDown', '3']) await page.keyboard.press(key);
  }
  await page.keyboard.press('m');
};

const shots: readonly Shot[] = [
  { name: 'library-light-1280', show: openStory },
  { name: 'library-sepia-1280', theme: 'sepia', show: openStory },
  { name: 'library-dark-1280', theme: 'dark', show: openStory },
  { name: 'search-light-1280', show: searchFor('ferry passengers') },
  { name: 'search-dark-800', size: sizes.small, theme: 'dark', show: searchFor('ferry passengers') },
  { name: 'library-light-800', size: sizes.small, show: openStory },
  { name: 'library-dark-800', size: sizes.small, theme: 'dark', show: openStory },
  { name: 'explain-light-1280', show: (page) => openStory(page).then(() => page.keyboard.press('Shift+I')) },
  {
    name: 'explain-dark-800',
    size: sizes.small,
    theme: 'dark',
    show: (page) => openStory(page).then(() => page.keyboard.press('Shift+I')),
  },
  { name: 'find-light-1280', show: (page) => searchFor('ferry passengers')(page).then(() => findWords(page)) },
  {
    name: 'focus-sepia-1280',
    theme: 'sepia',
    show: (page) => openStory(page).then(() => page.keyboard.press('Shift+F')),
  },
  {
    name: 'type-dark-800',
    size: sizes.small,
    theme: 'dark',
    show: (page) => openStory(page).then(() => page.getByRole('button', { name: 'Type and theme' }).click()),
  },
  { name: 'list-light-420', size: sizes.narrow, show: () => Promise.resolve() },
  { name: 'reader-light-420', size: sizes.narrow, show: openStory },
  // Last: reading on moves the story to another shelf.
  { name: 'highlights-light-1280', show: highlightSentences },
  { name: 'highlights-dark-800', size: sizes.small, theme: 'dark', show: highlightSentences },
];

await ensureBuilt();
const executablePath = findOrInstallBrowser((sentence) => console.error(`pressmark: ${sentence}`));
const browser = await chromium.launch({
  ...(executablePath === undefined ? {} : { executablePath }),
  args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
});
await mkdir(folder, { recursive: true });
try {
  await photograph(browser, 'empty', [{ name: 'first-run-light-1280', show: () => Promise.resolve() }]);
  await photograph(browser, 'full', shots);
} finally {
  await browser.close();
}

async function photograph(with_: Browser, library: 'empty' | 'full', wanted: readonly Shot[]): Promise<void> {
  const host = await startHost();
  const context = await with_.newContext({ reducedMotion: 'reduce', colorScheme: 'light', locale: 'en-GB' });
  try {
    const page = await context.newPage();
    await page.goto(host.entryAddress);
    if (library === 'full') await fill(context, host);
    for (const shot of wanted) await take(page, host, shot);
  } finally {
    await context.close();
    await host.stop();
  }
}

async function take(page: Page, host: Host, { name, size = sizes.wide, theme = 'paper', show }: Shot): Promise<void> {
  await page.setViewportSize(size);
  await page.evaluate((chosen) => {
    const key = 'pressmark.preferences';
    const kept = JSON.parse(localStorage.getItem(key) ?? '{}') as Record<string, unknown>;
    localStorage.setItem(key, JSON.stringify({ ...kept, theme: chosen }));
  }, theme);
  await page.goto(host.address);
  await page.waitForLoadState('networkidle', { timeout: 2_000 }).catch(() => {}); // the news never falls silent
  await show(page);
  await page.mouse.move(0, 0);
  await page.waitForTimeout(400);
  await page.screenshot({ path: path.join(folder, `${name}.png`) });
  console.log(`docs/screens/${name}.png`);
}

/** Takes the stories in and gives them their tags, with the page's own cookie. */
async function fill(context: BrowserContext, host: Host): Promise<void> {
  const client = createClient({
    async call(method, input) {
      const response = await context.request.post(`${host.address}/call`, {
        data: { method, input },
        headers: { origin: host.address },
      });
      return (await response.json()) as Reply<unknown>;
    },
    onEvent: () => () => {},
  });
  for (const { input, tags } of screenLibrary()) {
    let job = await client.call('capture.start', { inputs: [input] });
    while (job.phase === 'running') ({ job } = await client.call('capture.outcomes', { job: job.id }));
    const { outcomes } = await client.call('capture.outcomes', { job: job.id });
    const ids = outcomes.flatMap(({ id }) => (id === null ? [] : [id]));
    if (ids.length > 0) await client.call('articles.tag', { ids, add: [...tags] });
    await client.call('capture.dismiss', { job: job.id });
  }
}
