import { type AppBridge, showAsApp } from './app-bridge.ts';
import { expect, test } from './host.ts';
import { expectAccessible } from './screens/accessibility.ts';
import { museum } from './screens/stories.ts';
import { appWindow } from './screens/window.ts';

let app: AppBridge | undefined;
test.afterEach(async () => {
  await app?.close();
  app = undefined;
});

test('the window does what is chosen in the menus of the system', async ({ page, host }) => {
  app = await showAsApp(page, host, null);
  const shown = appWindow(page);
  await expect.poll(app.wishes).toEqual({ language: 'en', notifies: true });
  await app.act({ kind: 'paste', text: museum, html: '' });
  await expect(shown.headline).toHaveText('Small museum sends nineteen drums home');
  await expect(page.getByRole('region', { name: 'Read from your paste. Is it right?' })).toBeVisible();
  await app.act({ kind: 'do', action: 'nothing of ours' });
  await app.act({ kind: 'do', action: 'keys' });
  await expect(shown.dialog).toContainText('Open in a new window');
});

test('notices of the system can be switched off, where there is a system that has them', async ({ page, host }) => {
  app = await showAsApp(page, host, null);
  await expect.poll(app.wishes).toMatchObject({ notifies: true });
  await app.act({ kind: 'do', action: 'settings' });
  const choice = appWindow(page).dialog.getByRole('group', { name: 'Say when long work is done' });
  await expectAccessible(page, 'settings with notices');
  await choice.getByRole('radio', { name: 'On' }).focus();
  await page.keyboard.press('ArrowRight');
  await expect.poll(app.wishes).toMatchObject({ notifies: false });
});

test('a browser has no such setting', async ({ page }) => {
  await page.keyboard.press('Control+,');
  const { dialog } = appWindow(page);
  await expect(dialog).toContainText('Rows of the list');
  await expect(dialog).not.toContainText('Say when long work is done');
});
