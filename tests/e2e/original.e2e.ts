import { once } from 'node:events';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { expect, test } from './host.ts';
import { lampPng, savedPage } from './screens/stories.ts';
import { appWindow } from './screens/window.ts';

/** What a page could try, all against one address. */
function hostilePage(reach: string): string {
  return `<!doctype html><html lang="en"><head><title>The bell that rang twice</title>
    <link rel="preconnect" href="${reach}"><link rel="dns-prefetch" href="${reach}"><link rel="stylesheet" href="${reach}/a.css">
    <link rel="prefetch" href="${reach}/b"><meta http-equiv="refresh" content="0; url=${reach}/c">
    <style>@import url(${reach}/d.css); body { background: url(${reach}/e.png); color: rgb(10, 20, 30) }</style>
    <script>document.title = 'ran'; fetch('${reach}/f'); parent.document.title = 'reached';</script></head>
    <body onload="fetch('${reach}/g')"><article><h1>The bell that rang twice</h1>
    <p>At four in the morning the bell of the old school rang twice, and nobody had touched the rope.</p>
    <p>The caretaker came with a lamp, looked at the rope, and went home again without a word.</p>
    <p>Since then the children count the strokes, and on some mornings there are two more than there should be.</p>
    <img src="${reach}/h.png" alt="The bell"><video src="${reach}/i.mp4" autoplay></video><iframe src="${reach}/j"></iframe>
    <object data="${reach}/k"></object><a href="${reach}/l" ping="${reach}/m">a link out</a>
    <form action="${reach}/n"><button>send</button></form></article></body></html>`;
}

// What the frame refuses is told in the console; that it refuses is what is tested.
test.use({ allowedProblems: [/Content Security Policy|sandboxed|Blocked|request to elsewhere|x-frame|Framing/i] });

test('an original is shown as it was taken in; it runs nothing, reaches nothing, and leads nowhere', async ({
  page,
  library,
}) => {
  let connections = 0;
  const outside = createServer((socket) => {
    connections += 1;
    socket.destroy();
  });
  outside.listen(0, '127.0.0.1');
  await once(outside, 'listening');
  const reach = `http://127.0.0.1:${(outside.address() as AddressInfo).port}`;
  const base64 = Buffer.from(hostilePage(reach)).toString('base64');
  await library.takeIn([{ kind: 'files', files: [{ path: 'bell.html', base64 }] }]);
  const app = appWindow(page);
  await app.openFirstByKeys();
  await expect(app.headline).toHaveText(/The bell that rang twice/);

  await page.keyboard.press('Shift+V');
  await expect(app.dialog.locator('iframe')).toHaveAttribute('title', 'Original of “The bell that rang twice”');
  const frame = app.dialog.locator('iframe').contentFrame();
  await expect(frame.getByRole('heading', { name: 'The bell that rang twice' })).toBeVisible();
  await expect(frame.locator('body')).toHaveCSS('color', 'rgb(10, 20, 30)');
  await frame.getByText('a link out').click();
  await frame.getByRole('button', { name: 'send' }).click();
  await page.waitForTimeout(500); // long enough for a refresh of 0 seconds and a connection ahead
  expect(await page.title()).not.toMatch(/ran|reached/);
  expect(connections).toBe(0);

  await app.dialog.getByRole('button', { name: 'Close' }).click();
  await expect(app.dialog).toHaveCount(0);
  await expect(app.headline).toBeVisible();
  outside.close();
});

test('an original of plain text is shown in its own lines', async ({ page, library }) => {
  const app = appWindow(page);
  const story = 'Ferry sails again\n\nBy Ada Brook\n\nThe ferry <b>sailed</b> at six & nobody was aboard.';
  await library.takeInTexts([story]);
  await app.openFirstByKeys();
  await page.keyboard.press('Shift+V');
  await expect(app.dialog.locator('iframe').contentFrame().locator('pre')).toHaveText(story);
  await page.keyboard.press('Escape');
  await expect(app.dialog).toHaveCount(0);
});

test('an original shows the pictures that were kept with it', async ({ page, library }) => {
  const files = [
    { path: 'Lighthouse.html', base64: Buffer.from(savedPage).toString('base64') },
    { path: 'Lighthouse_files/lamp.png', base64: Buffer.from(lampPng).toString('base64') },
  ];
  await library.takeIn([{ kind: 'files', files }]);
  const app = appWindow(page);
  await app.openFirstByKeys();
  await page.keyboard.press('Shift+V');
  const lamp = app.dialog.locator('iframe').contentFrame().getByRole('img', { name: 'The lamp' });
  await expect(lamp).toBeVisible();
  await expect.poll(() => lamp.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(48);
});

test('the details of an article say which of its pictures are missing, and why', async ({ page, library }) => {
  const lost = '<figure><img src="Lighthouse_files/stairs.png" alt="The stairs"></figure>';
  const html = savedPage.replace('<figure>', `${lost}<figure>`);
  const files = [
    { path: 'Lighthouse.html', base64: Buffer.from(html).toString('base64') },
    { path: 'Lighthouse_files/lamp.png', base64: Buffer.from(lampPng).toString('base64') },
  ];
  await library.takeIn([{ kind: 'files', files }]);
  const app = appWindow(page);
  await app.openFirstByKeys();
  await page.keyboard.press('i');
  await expect(app.dialog).toContainText('Kept: 1 of 2 pictures. Missing:');
  await expect(app.dialog.getByRole('listitem')).toHaveText('The stairs: it was not in what was taken in');
});
