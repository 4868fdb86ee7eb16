import { makePng, send, startPageServer, storyPage } from '../support/page-server.ts';
import { expect, test } from './host.ts';
import { expectAccessible } from './screens/accessibility.ts';
import { appWindow } from './screens/window.ts';

// Otherwise a page server of this computer is refused, as any address of it.
test.use({ hostOptions: ['--allow-local-addresses'] });

const gone = '<figure><img src="/gone.jpg" alt="The old stage"></figure>';

test('missing pictures are fetched from the details of an article, what is still missing is told, and all is undone', async ({
  page,
  library,
}) => {
  const server = await startPageServer({
    routes: { '/pictures/ferry.png': send(Buffer.from(makePng(640, 480)), 'image/png') },
  });
  const html = storyPage
    .replace('</head>', `<link rel="canonical" href="${server.url('/story')}"></head>`)
    .replace('<figure>', `${gone}<figure>`)
    .replaceAll('="/', `="${server.url('/')}`);
  const base64 = Buffer.from(html).toString('base64');
  await library.takeIn([{ kind: 'files', files: [{ path: 'ferry.html', base64 }] }]);
  const app = appWindow(page);
  await app.openFirstByKeys();
  await expect(app.text.locator('img')).toHaveCount(0);

  await page.keyboard.press('i');
  const fetching = app.dialog.getByRole('button', { name: 'Fetch missing pictures' });
  await expect(fetching).toBeVisible();
  await expectAccessible(page, 'the details of an article whose pictures are missing');
  await fetching.click();
  await expect(app.dialog.getByText('Kept: 1 of 2 pictures. Missing:')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(app.dialog).toHaveCount(0);
  await expect(app.text.locator('img')).toHaveCount(1);

  await expect(app.captures.getByText('Pictures added to 1 article')).toBeVisible();
  await expect(app.captures).toContainText('Pictures are missing: its site did not give it out');
  await expectAccessible(page, 'what came of fetching pictures');
  await app.captures.getByRole('button', { name: 'Undo' }).click();
  await expect(app.message('Undone')).toBeVisible();
  await expect(app.captures).toHaveCount(0);
  await expect(app.text.locator('img')).toHaveCount(0);
  await server.close();
});

test('the chosen article, and all of the library, are read again; what reads the same is left alone', async ({
  page,
  library,
}) => {
  await library.takeInTexts(['Ferry sails again\n\nBy Ada Brook\n\nThe ferry sailed at six and nobody was aboard.']);
  const app = appWindow(page);
  await app.openFirstByKeys();
  await page.keyboard.press('Control+Shift+P');
  await page.getByRole('combobox', { name: 'Commands' }).fill('Read again');
  await page.keyboard.press('Enter');
  const told = app.captures.getByText('Nothing reads differently');
  await expect(told).toBeVisible();
  await app.captures.getByRole('button', { name: 'Dismiss' }).click();
  await expect(app.captures).toHaveCount(0);

  await page.keyboard.press('Control+Shift+P');
  await page.getByRole('combobox', { name: 'Commands' }).fill('health');
  await page.keyboard.press('Enter');
  const all = app.dialog.getByRole('button', { name: 'Read all articles again' });
  await expect(app.dialog.getByRole('button', { name: 'Fetch all missing pictures' })).toBeVisible();
  await all.click();
  await page.keyboard.press('Escape');
  await expect(told).toBeVisible();
});
