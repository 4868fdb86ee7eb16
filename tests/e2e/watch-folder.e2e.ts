import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type AppBridge, showAsApp } from './app-bridge.ts';
import { expect, test } from './host.ts';
import { expectAccessible } from './screens/accessibility.ts';
import { bridge, museum } from './screens/stories.ts';
import { appWindow } from './screens/window.ts';

let inbox: string;
let app: AppBridge | undefined;
test.beforeEach(async () => {
  inbox = await mkdtemp(path.join(tmpdir(), 'pressmark-inbox-'));
});
test.afterEach(async () => {
  await app?.close();
  app = undefined;
  await rm(inbox, { recursive: true, force: true });
});

test('a folder is chosen and watched, all by keys; what fails is told, and the watch can be stopped', async ({
  page,
  host,
}) => {
  await writeFile(path.join(inbox, 'museum.txt'), museum);
  app = await showAsApp(page, host, inbox);
  const shown = appWindow(page);
  await page.keyboard.press('Control+Shift+P');
  await page.keyboard.type('watched folder');
  await page.keyboard.press('Enter');
  await expect(shown.dialog.getByRole('status')).toHaveText('No folder is watched.');
  await shown.dialog.getByRole('button', { name: 'Choose…' }).focus();
  await page.keyboard.press('Enter');
  await expect(shown.dialog.getByRole('textbox', { name: 'Folder' })).toHaveValue(inbox);
  await shown.dialog.getByRole('checkbox', { name: 'Add what lies there already, too' }).focus();
  await page.keyboard.press(' ');
  await expectAccessible(page, 'choosing a folder to watch');
  await shown.dialog.getByRole('button', { name: 'Watch this folder' }).focus();
  await page.keyboard.press('Enter');
  await expect(shown.dialog.getByRole('status')).toHaveText('Watching. 1 file added so far.', { timeout: 20_000 });

  await writeFile(path.join(inbox, 'bridge.txt'), bridge);
  await writeFile(path.join(inbox, 'noise.bin'), Buffer.from(Array.from({ length: 4000 }, (_, at) => (at * 7) % 256)));
  await expect(shown.dialog.getByRole('list', { name: 'Files that could not be added' })).toContainText('noise.bin', {
    timeout: 20_000,
  });
  await expect(shown.dialog.getByRole('status')).toHaveText('Watching. 2 files added so far.', { timeout: 20_000 });
  await expectAccessible(page, 'a watched folder');

  await shown.dialog.getByRole('button', { name: 'Clear this list' }).focus();
  await page.keyboard.press('Enter');
  await expect(shown.dialog.getByRole('list')).toHaveCount(0);
  await shown.dialog.getByRole('button', { name: 'Stop watching' }).focus();
  await page.keyboard.press('Enter');
  await expect(shown.dialog.getByRole('status')).toHaveText('Not watching.');
  await page.keyboard.press('Escape');
  await expect(shown.row('Harbour bridge')).toBeVisible();
  await expect(shown.row('Small museum')).toBeVisible();
});

test('a folder that is none, and one that holds the library, are refused in place', async ({ page, host }) => {
  app = await showAsApp(page, host, null);
  await mkdir(path.join(app.folder, 'inbox'));
  const shown = appWindow(page);
  await page.keyboard.press('Control+Shift+P');
  await page.keyboard.type('watched folder');
  await page.keyboard.press('Enter');
  const field = shown.dialog.getByRole('textbox', { name: 'Folder' });
  await field.fill(path.join(app.folder, 'nowhere'));
  await field.press('Enter');
  await expect(shown.dialog.getByRole('alert')).toContainText('no file or folder at this place');
  await field.fill(app.folder);
  await field.press('Enter');
  await expect(shown.dialog.getByRole('alert')).toHaveText('The library itself lies there. Choose another folder.');
});

test('a window in a browser says that it may not name folders', async ({ page }) => {
  const shown = appWindow(page);
  await page.keyboard.press('Control+Shift+P');
  await page.keyboard.type('watched folder');
  await page.keyboard.press('Enter');
  await expect(shown.dialog).toContainText('A window in a browser may not name folders of this computer.');
  await expectAccessible(page, 'no folder to watch');
});
