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
import { allLooks, type Look, type Screen, screens, usualLooks } from './screen-shots.ts';

/** `npm run screens [NAME …]`: a picture of every screen, or of those that are named, in docs/screens, from the built app. */
const folder = path.join(projectRoot, 'docs', 'screens');
const sizes = {
  '1280': { width: 1280, height: 800 },
  '800': { width: 800, height: 600 },
  '420': { width: 420, height: 800 },
};
const themes = { light: 'paper', sepia: 'sepia', dark: 'dark' } as const;

await ensureBuilt();
const executablePath = findOrInstallBrowser((sentence) => console.error(`pressmark: ${sentence}`));
const browser = await chromium.launch({
  ...(executablePath === undefined ? {} : { executablePath }),
  args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
});
await mkdir(folder, { recursive: true });
const wanted = process.argv.slice(2);
try {
  await photograph(browser, 'empty', [{ name: 'first-run', looks: allLooks, show: () => Promise.resolve() }]);
  await photograph(browser, 'full', screens);
} finally {
  await browser.close();
}

async function photograph(with_: Browser, library: 'empty' | 'full', all: readonly Screen[]): Promise<void> {
  const chosen = all.filter(({ name }) => wanted.length === 0 || wanted.includes(name));
  if (chosen.length === 0) return;
  const host = await startHost();
  const context = await with_.newContext({ reducedMotion: 'reduce', colorScheme: 'light', locale: 'en-GB' });
  try {
    const page = await context.newPage();
    await page.goto(host.entryAddress);
    if (library === 'full') await fill(context, host);
    for (const screen of chosen) {
      for (const look of screen.looks ?? usualLooks) await take(page, host, screen, look);
    }
  } finally {
    await context.close();
    await host.stop();
  }
}

async function take(page: Page, host: Host, { name, show }: Screen, look: Look): Promise<void> {
  const [theme, size] = look.split('-') as [keyof typeof themes, keyof typeof sizes];
  await page.setViewportSize(sizes[size]);
  await page.evaluate((chosen) => {
    const key = 'pressmark.preferences';
    const kept = JSON.parse(localStorage.getItem(key) ?? '{}') as Record<string, unknown>;
    localStorage.setItem(key, JSON.stringify({ ...kept, theme: chosen }));
  }, themes[theme]);
  await page.goto(host.address);
  await page.waitForLoadState('networkidle', { timeout: 2_000 }).catch(() => {}); // the news never falls silent
  await show(page);
  await page.mouse.move(0, 0);
  await page.waitForTimeout(400);
  await page.screenshot({ path: path.join(folder, `${name}-${look}.png`) });
  console.log(`docs/screens/${name}-${look}.png`);
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
