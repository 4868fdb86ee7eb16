import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { expectAccessible } from './screens/accessibility.ts';
import { bridge, museum } from './screens/stories.ts';
import { appWindow } from './screens/window.ts';
import { expect, type Host, test } from './host.ts';

async function openPage(page: Page, name: string): Promise<void> {
  await page.keyboard.press('Control+,');
  await page.getByRole('tab', { name: 'Settings' }).waitFor();
  await page.getByRole('tab', { name }).click();
  await expect(page.getByRole('tabpanel', { name })).toBeVisible();
}

const beside = (host: Host, name: string) => path.join(path.dirname(host.libraryPath), name);

test('settings are reached and changed by keys alone, show at once and stay', async ({ page, library }) => {
  const app = appWindow(page);
  await library.takeInTexts([bridge, museum]);
  await expect(app.rows).toHaveCount(2);
  await page.keyboard.press('Control+,');
  await expect(page.getByRole('tabpanel', { name: 'Settings' })).toBeVisible();
  await expectAccessible(page, 'settings');
  await page.getByRole('radio', { name: 'Dark' }).focus();
  await page.keyboard.press('ArrowLeft');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'sepia');
  await page.getByRole('radio', { name: 'Open the next' }).focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Escape');
  await expect(app.dialog).toHaveCount(0);

  // After putting an article away nothing follows by itself any more.
  await app.open('Harbour bridge');
  await expect(app.headline).toBeVisible();
  await page.keyboard.press('e');
  await expect(app.rows).toHaveCount(1);
  await expect(app.reader.getByText('Nothing open')).toBeVisible();
  await app.restart();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'sepia');
});

test('a library is made, left and opened again, and a path that is none says why', async ({ page, library, host }) => {
  const app = appWindow(page);
  await library.takeInTexts([bridge]);
  await expect(app.rows).toHaveCount(1);
  await openPage(page, 'Libraries');
  await page.getByRole('button', { name: 'Make a new one' }).click();
  const form = page.getByRole('form', { name: 'Make a new library' });
  const field = form.getByRole('textbox', { name: 'Full path' });
  const act = form.getByRole('button', { name: 'Make it' });
  for (const [typed, verdict] of [
    ['Documents', 'Enter the full path'],
    [beside(host, 'no/such/folder'), 'There is no such folder'],
    [path.dirname(host.libraryPath), 'around it'],
    [host.dataPath, 'holds other things'],
  ] as const) {
    await field.fill(typed);
    await expect(form.getByRole('status')).toContainText(verdict);
    await expect(act).toBeDisabled();
  }
  await expectAccessible(page, 'a path that is no place for a library');
  await field.fill(beside(host, 'Second'));
  await expect(form.getByRole('status')).toHaveText('This folder will be made.');
  await field.press('Enter');
  await expect(app.message('“Second” is open')).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Begin your library' })).toBeVisible();

  await openPage(page, 'Libraries');
  await expectAccessible(page, 'libraries');
  await page.getByRole('button', { name: 'Open Library' }).press('Enter');
  await expect(app.message('“Library” is open')).toBeVisible();
  await expect(app.rows).toHaveText(/Harbour bridge/);
});

test('a library moves: copied, compared, opened, and the folder before stays', async ({ page, library, host }) => {
  const app = appWindow(page);
  await library.takeInTexts([bridge]);
  await expect(app.rows).toHaveCount(1);
  await openPage(page, 'Libraries');
  await page.getByRole('button', { name: 'Move…' }).click();
  const form = page.getByRole('form', { name: 'Move this library' });
  await form.getByRole('textbox', { name: 'Full path' }).fill(beside(host, 'Moved'));
  await form.getByRole('button', { name: 'Copy, compare and switch' }).click();
  await expect(app.message('“Moved” is open at its new place')).toBeVisible();
  await expect(app.rows).toHaveText(/Harbour bridge/);
  const kept = await readFile(path.join(host.libraryPath, 'library.json'), 'utf8');
  expect(await readFile(path.join(beside(host, 'Moved'), 'library.json'), 'utf8')).toBe(kept);

  // What is added now goes to the new place.
  await library.takeInTexts([museum]);
  await expect(app.rows).toHaveCount(2);
  const years = async (folder: string) => {
    const found = await readdir(path.join(folder, 'articles'), { recursive: true });
    return found.filter((name) => name.endsWith('snapshot.json')).length;
  };
  expect([await years(host.libraryPath), await years(beside(host, 'Moved'))]).toEqual([1, 2]);
});

test('a check finds what was changed on the disk and says what to do', async ({ page, library, host }) => {
  const app = appWindow(page);
  await library.takeInTexts([bridge, museum]);
  await expect(app.rows).toHaveCount(2);
  await openPage(page, 'Storage and health');
  await expect(page.getByText('has not been checked on this computer yet')).toBeVisible();
  await expect(page.getByText('in the library folder')).toBeVisible();
  await page.getByRole('button', { name: 'Check now' }).press('Enter');
  await expect(page.getByText(/^All is well\./)).toBeVisible();
  await expectAccessible(page, 'a sound library');

  const files = await readdir(path.join(host.libraryPath, 'articles'), { recursive: true });
  const [first, second] = files.filter((name) => name.endsWith('article.html'));
  await writeFile(path.join(host.libraryPath, 'articles', first!), 'something else');
  await rm(path.join(host.libraryPath, 'articles', second!));
  await page.getByRole('button', { name: 'Check now' }).press('Enter');
  await expect(page.getByText('2 things are not as recorded')).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Files were changed' })).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Files are missing' })).toBeVisible();
  await expect(page.getByText(path.posix.dirname(first!))).toBeVisible();
  await expectAccessible(page, 'a damaged library');

  // What was found stays known after a restart.
  await app.restart();
  await openPage(page, 'Storage and health');
  await expect(page.getByText('2 things are not as recorded')).toBeVisible();

  await page.getByRole('button', { name: 'Make lists and search anew' }).press('Enter');
  await expect(app.message(/^Made anew from/)).toBeVisible();
});

test('a backup is a whole library of its own', async ({ page, library, host }) => {
  const app = appWindow(page);
  await library.takeInTexts([bridge]);
  await expect(app.rows).toHaveCount(1);
  await openPage(page, 'Storage and health');
  await page.getByRole('button', { name: 'Make a backup…' }).press('Enter');
  const form = page.getByRole('form', { name: 'Make a backup' });
  await form.getByRole('textbox', { name: 'Full path' }).fill(beside(host, 'Backup'));
  await form.getByRole('button', { name: 'Copy and compare' }).click();
  await expect(app.message(/^Copied and compared/)).toBeVisible();
  await expect(form).toHaveCount(0);

  await page.getByRole('tab', { name: 'Libraries' }).click();
  await page.getByRole('button', { name: 'Open a library…' }).click();
  await page.getByRole('textbox', { name: 'Full path' }).fill(beside(host, 'Backup'));
  await expect(page.getByRole('form').getByRole('status')).toHaveText('A Pressmark library.');
  await page.getByRole('textbox', { name: 'Full path' }).press('Enter');
  await expect(app.message('“Backup” is open')).toBeVisible();
  await expect(app.rows).toHaveText(/Harbour bridge/);
});
