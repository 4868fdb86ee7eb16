import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from './host.ts';
import { bridge, lampPng, museum, savedPage } from './screens/stories.ts';
import { appWindow } from './screens/window.ts';

test('a pasted text becomes an article, open and set as a newspaper sets it', async ({ page }) => {
  const app = appWindow(page);
  await app.paste({ text: bridge });
  await expect(app.headline).toHaveText('Harbour bridge reopens after the storm');
  await expect(app.text).toContainText('By Ada Example and Ben Sample');
  await expect(app.text).toContainText('nine days after a barge tore loose in the night');
  await expect(app.text.getByText('Copyright 2026')).toHaveCount(1);
  await expect(app.row('Harbour bridge')).toBeVisible();
  await expect(app.captures).toContainText('Added');
});

test('the same paste twice is said to be there already', async ({ page, library }) => {
  const app = appWindow(page);
  await library.takeInTexts([museum]);
  await app.paste({ text: museum });
  await expect(app.captures).toContainText('Already in the library');
  await expect(app.rows).toHaveCount(1);
});

test('a paste with markup keeps its paragraphs and drops what could run', async ({ page }) => {
  const app = appWindow(page);
  const html = savedPage.replace(/<figure>.*<\/figure>/s, '');
  await app.paste({ text: 'Lighthouse keeps its lamp', html });
  await expect(app.headline).toHaveText('Lighthouse keeps its lamp');
  await expect(app.text.getByRole('link', { name: 'The petition' })).toHaveAttribute('rel', 'noopener noreferrer');
  await expect(app.text.getByRole('link', { name: 'The petition' })).toHaveAttribute('target', '_blank');
  await expect(page).toHaveTitle('Pressmark');
});

test.describe('with files on this machine', () => {
  let folder: string;
  test.beforeEach(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'pressmark-drop-'));
    await mkdir(path.join(folder, 'pages', 'Lighthouse_files'), { recursive: true });
    await writeFile(path.join(folder, 'pages', 'Lighthouse.html'), savedPage);
    await writeFile(path.join(folder, 'pages', 'Lighthouse_files', 'lamp.png'), lampPng);
    await writeFile(path.join(folder, 'pages', 'museum.txt'), museum);
    await writeFile(
      path.join(folder, 'noise.bin'),
      Buffer.from(Array.from({ length: 4000 }, (_, at) => (at * 7) % 256)),
    );
    await writeFile(path.join(folder, 'empty.txt'), '');
  });
  test.afterEach(() => rm(folder, { recursive: true, force: true }));

  test('a dropped folder is walked through, and a page keeps the picture beside it', async ({ page }) => {
    const app = appWindow(page);
    await app.drop([path.join(folder, 'pages')]);
    await expect(app.rows).toHaveCount(2);
    await app.open('Lighthouse');
    const picture = app.text.getByRole('img', { name: 'The lamp' });
    await expect(picture).toHaveAttribute('src', /^\/library\//);
    await expect.poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(48);
    await expect(page).toHaveTitle('Pressmark');
  });

  test('each failure is listed with its reason, can be tried again and dismissed', async ({ page }) => {
    const app = appWindow(page);
    await app.drop([
      path.join(folder, 'noise.bin'),
      path.join(folder, 'empty.txt'),
      path.join(folder, 'pages', 'museum.txt'),
    ]);
    const failures = app.captures.getByRole('list', { name: 'What failed' });
    await expect(failures.getByRole('listitem')).toHaveCount(2);
    await expect(failures).toContainText('empty.txtThere is nothing in it.');
    await expect(failures).toContainText('noise.bin');
    await expect(app.row('Small museum')).toBeVisible();

    await app.captures.getByRole('button', { name: 'Try all 2 again' }).click();
    await expect(app.captures.getByRole('status')).toHaveText('None of 2 could be added');
    await app.captures.getByRole('button', { name: 'Dismiss' }).click();
    await expect(app.captures).toHaveCount(0);
  });
});

test('an address that is none is refused in place; one that leads nowhere is reported with its reason', async ({
  page,
}) => {
  const app = appWindow(page);
  await page.getByRole('button', { name: 'Add', exact: true }).click();
  const address = app.dialog.getByRole('textbox', { name: 'Address of a page' });
  await expect(address).toBeFocused();
  await address.fill('not an address');
  await app.dialog.getByRole('button', { name: 'Add', exact: true }).click();
  await expect(app.dialog.getByRole('alert')).toHaveText('This is not a web address.');

  await address.fill('http://127.0.0.1:9/private');
  await address.press('Enter');
  await expect(app.dialog).toHaveCount(0);
  await expect(app.captures).toContainText('Could not be added');
  await expect(app.captures.getByRole('list', { name: 'What failed' })).toContainText('your own computer or network');
});

test('a text can be typed or pasted into the sheet as well', async ({ page }) => {
  const app = appWindow(page);
  await page.keyboard.press('a');
  await app.dialog.getByRole('textbox', { name: 'Or paste a text' }).fill(museum);
  await app.dialog.getByRole('button', { name: 'Add', exact: true }).click();
  await expect(app.headline).toHaveText('Small museum sends nineteen drums home');
});
