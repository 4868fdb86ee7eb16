import { type PageServer, type Route, send, sendStatus, startPageServer, storyPage } from '#support/page-server.ts';
import { expect, test } from './host.ts';
import { expectAccessible } from './screens/accessibility.ts';
import { appWindow } from './screens/window.ts';

test.use({ hostOptions: ['--allow-local-addresses'] });

let server: PageServer;
let story: Route;
test.beforeEach(async () => {
  story = sendStatus(503);
  server = await startPageServer({ routes: { '/later': (request, response) => story(request, response) } });
});
test.afterEach(() => server.close());

test('an address that a site cannot give now waits, and is taken in when it can: all by keys', async ({ page }) => {
  const app = appWindow(page);
  await page.keyboard.press('a');
  await expect(app.dialog.getByRole('textbox', { name: 'Address of a page' })).toBeFocused();
  await page.keyboard.type(server.url('/later'));
  await page.keyboard.press('Enter');
  await expect(app.captures).toContainText('1 address waits');

  await page.keyboard.press('Control+Shift+P');
  await page.keyboard.type('waiting');
  await page.keyboard.press('Enter');
  const list = app.dialog.getByRole('list', { name: 'Addresses that wait' });
  await expect(list).toContainText(`${server.url('/later')}The site answered with an error (503). Next try at`);
  await expectAccessible(page, 'waiting addresses');

  story = send(storyPage);
  const retry = app.dialog.getByRole('button', { name: 'Try all now' });
  await page.keyboard.press('Tab');
  while (!(await retry.evaluate((button) => button === document.activeElement))) await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(app.dialog).toContainText('No address waits.');
  await expectAccessible(page, 'waiting addresses');
  await page.keyboard.press('Escape');
  await expect(app.row('Ferry line to Hallig Norderoog reopens')).toBeVisible();
  await expect(app.captures).toHaveCount(0);
});

test('many addresses pasted at once are one job; those that wait can be taken off, and that undone', async ({
  page,
}) => {
  const app = appWindow(page);
  await app.paste({ text: [server.url('/later'), server.url('/story'), server.url('/broken')].join('\n') });
  await expect(app.captures).toContainText('2 addresses wait');
  await expect(app.row('Ferry line')).toBeVisible();

  await app.captures.getByRole('button', { name: 'Show' }).click();
  await app.dialog.getByRole('button', { name: `Remove ${server.url('/broken')}` }).click();
  await expect(app.dialog.getByRole('listitem')).toHaveCount(1);
  await app.messages.getByRole('button', { name: 'Undo' }).click();
  await expect(app.dialog.getByRole('listitem')).toHaveCount(2);
});
