import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { _electron, type ElectronApplication, expect, test as base } from '@playwright/test';
import { findElectron } from '../../../scripts/electron-binary.ts';
import { projectRoot } from '../../../scripts/project.ts';

const program = findElectron();

type Fixtures = { folder: string; launch: (args?: readonly string[]) => Promise<ElectronApplication> };

const test = base.extend<Fixtures>({
  // eslint-disable-next-line no-empty-pattern -- Playwright reads what a fixture needs from this very pattern
  folder: async ({}, use) => {
    const folder = await mkdtemp(path.join(tmpdir(), 'pressmark-electron-'));
    await use(folder);
    await rm(folder, { recursive: true, force: true, maxRetries: 3 });
  },
  launch: async ({ folder }, use) => {
    const apps: ElectronApplication[] = [];
    await use(async (args = []) => {
      const app = await _electron.launch({
        ...(program === undefined ? {} : { executablePath: program }),
        args: [projectRoot, '--library', path.join(folder, 'Library'), ...args],
        env: { ...inherited(), PRESSMARK_DATA: path.join(folder, 'data') },
        // Playwright switches the sandbox off unless told not to; then it would never be tested.
        chromiumSandbox: true,
      });
      apps.push(app);
      return app;
    });
    for (const app of apps) await app.close();
  },
});

test.skip(program === undefined, 'no Electron binary');

test('the window opens in its sandbox, with nothing of Node in it', async ({ launch }) => {
  const app = await launch();
  const page = await app.firstWindow();
  await expect(page).toHaveTitle(/Pressmark/);
  expect(page.url()).toBe('app://pressmark/');
  const reach = await page.evaluate(() => ({
    bridge: Object.keys(Reflect.get(window, 'pressmark') as object).sort(),
    hasNode: ['require', 'process', 'module', 'Buffer'].filter((name) => name in window),
  }));
  expect(reach).toEqual({ bridge: ['call', 'cancel', 'onAct', 'onEvent', 'onLink', 'wish'], hasNode: [] });
});

test('the engine is the one the catalogue needs', async ({ launch }) => {
  const app = await launch();
  const versions = await app.evaluate(() => ({
    node: process.versions.node,
    chrome: process.versions['chrome'] ?? '',
  }));
  expect(Number(versions.node.split('.')[0])).toBeGreaterThanOrEqual(24);
  const page = await app.firstWindow();
  const reply = await page.evaluate(() =>
    (Reflect.get(window, 'pressmark') as { call: (...args: unknown[]) => Promise<unknown> }).call(
      'library.stats',
      {},
      1,
    ),
  );
  expect(reply).toMatchObject({ ok: true, value: { articles: 0 } });
});

test('a file that Pressmark is started with is taken in', async ({ launch, folder }) => {
  const file = path.join(folder, 'harbour.txt');
  await writeFile(
    file,
    'Harbour bridge reopens\n\nBy Ada Example\n\nThe bridge was opened again on Monday.\n\nIt had been closed for a week.',
  );
  const app = await launch([file]);
  const page = await app.firstWindow();
  await expect(page.getByText('Harbour bridge reopens').first()).toBeVisible();
});

test('the window reaches nothing outside', async ({ launch }) => {
  const app = await launch();
  const page = await app.firstWindow();
  const outcome = await page.evaluate(() =>
    fetch('https://example.org/').then(
      () => 'reached',
      () => 'refused',
    ),
  );
  expect(outcome).toBe('refused');
});

test('what was taken in is there after a restart', async ({ launch, folder }) => {
  const file = path.join(folder, 'kept.txt');
  await writeFile(
    file,
    'A story that stays\n\nBy Ada Example\n\nIt was written down on Monday.\n\nOn Tuesday it was still there.',
  );
  const first = await launch([file]);
  await expect((await first.firstWindow()).getByText('A story that stays').first()).toBeVisible();
  await first.close();
  const second = await launch();
  await expect((await second.firstWindow()).getByText('A story that stays').first()).toBeVisible();
});

test('a second window shows the same library, and comes again after a restart', async ({ launch }) => {
  const first = await launch();
  const page = await first.firstWindow();
  await page.getByRole('combobox', { name: 'Search the library' }).waitFor();
  const opening = first.waitForEvent('window');
  await page.keyboard.press('Shift+N');
  const second = await opening;
  await expect(second.getByRole('combobox', { name: 'Search the library' })).toBeVisible();
  expect(second.url()).toBe('app://pressmark/');
  await first.close();
  const again = await launch();
  await expect.poll(() => again.windows().length).toBe(2);
});

function inherited(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}
