import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type PageServer, send, startPageServer, storyPage } from '#support/page-server.ts';
import { type AppBridge, showAsApp } from './app-bridge.ts';
import { expect, test } from './host.ts';
import { expectAccessible } from './screens/accessibility.ts';
import { bridge, museum } from './screens/stories.ts';
import { appWindow } from './screens/window.ts';

// The bridged window has no way to the pictures of its library: they are no part of this.
test.use({ allowedProblems: [/images\/01\.png/] });

let server: PageServer;
let app: AppBridge | undefined;
test.beforeEach(async () => {
  server = await startPageServer({ routes: { '/ferry': send(storyPage) } });
});
test.afterEach(async () => {
  await app?.close();
  app = undefined;
  await server.close();
});

test('a link from elsewhere shows an article and a search at once, and asks before it adds', async ({ page, host }) => {
  app = await showAsApp(page, host, null);
  const shown = appWindow(page);
  await shown.paste({ text: museum });
  await expect(shown.headline).toHaveText('Small museum sends nineteen drums home');
  await shown.paste({ text: bridge });
  await expect(shown.headline).toHaveText('Harbour bridge reopens after the storm');
  const reply = await app.backend.call('articles.list', {});
  const { articles } = (reply.ok ? reply.value : { articles: [] }) as { articles: { id: string; headline: string }[] };
  const wanted = articles.find(({ headline }) => headline.startsWith('Small museum'));

  await app.follow(`pressmark://open/${wanted?.id}`);
  await expect(shown.headline).toHaveText('Small museum sends nineteen drums home');
  await app.follow('pressmark://search?q=bridge');
  await expect(shown.search).toHaveValue('bridge');
  await expect(shown.rows).toHaveCount(1);

  await app.follow('pressmark://add?url=file:///etc/passwd');
  await app.follow(`pressmark://add?url=${encodeURIComponent(server.url('/ferry'))}`);
  await expect(shown.dialog).toContainText(server.url('/ferry'));
  await expectAccessible(page, 'a proposed address');
  expect(server.requests).toEqual([]);
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
  await expect(shown.dialog).toHaveCount(0);
  expect(server.requests).toEqual([]);

  await app.follow(`pressmark://add?url=${encodeURIComponent(server.url('/ferry'))}`);
  await shown.dialog.getByRole('button', { name: 'Add', exact: true }).focus();
  await page.keyboard.press('Enter');
  await expect(shown.headline).toHaveText('Ferry line to Hallig Norderoog reopens');
});

test.describe('in a browser', () => {
  test.use({ hostOptions: ['--allow-local-addresses'] });

  test('another site leads to the question, and no further; its frame and its script lead nowhere', async ({
    page,
    host,
    context,
  }) => {
    const shown = appWindow(page);
    const target = `${host.address}/add?url=${encodeURIComponent(server.url('/ferry'))}`;
    const elsewhere = createServer((_, response) => {
      response.setHeader('content-type', 'text/html');
      response.end(`<a href="${target}">add</a><iframe src="${target}"></iframe>`);
    });
    await new Promise<void>((resolve) => elsewhere.listen(0, '127.0.0.1', resolve));
    const other = await context.newPage();
    await other.goto(`http://127.0.0.1:${(elsewhere.address() as AddressInfo).port}/`);
    const frame = other.frames().find((one) => one.parentFrame() !== null);
    expect(await frame?.content()).not.toContain('Go on to Pressmark');

    await other.getByRole('link', { name: 'add' }).click();
    const question = other.getByRole('dialog', { name: 'Add this page?' });
    await expect(question).toContainText(server.url('/ferry'));
    expect(new URL(other.url()).search).toBe('');
    expect(server.requests).toEqual([]);
    await question.getByRole('button', { name: 'Add', exact: true }).click();
    await expect(shown.row('Ferry line to Hallig Norderoog reopens')).toBeVisible();
    await new Promise((resolve) => elsewhere.close(resolve));
  });
});

test('the bookmark for the browser can be dragged or copied, and does nothing when it is pressed here', async ({
  page,
  host,
}) => {
  const shown = appWindow(page);
  await page.keyboard.press('Control+Shift+P');
  await page.keyboard.type('add from the');
  await page.keyboard.press('Enter');
  const link = shown.dialog.getByRole('link', { name: 'Add to Pressmark' });
  await expect(link).toHaveAttribute(
    'href',
    `javascript:void open('${host.address}/add?url='+encodeURIComponent(location.href))`,
  );
  await link.click();
  await expect(shown.dialog).toBeVisible();
  await expectAccessible(page, 'the bookmark for the browser');
});
