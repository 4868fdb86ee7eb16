import { openPictureMaker } from '../support/make-picture.ts';
import { appWindow } from './screens/window.ts';
import { expect, test } from './host.ts';

const sentence = 'The ferry crosses the bay twice a day, and in winter only when the pilot says that it may. ';
const page = `<html><head><meta property="og:image" content="https://ferry.example/bay.jpg"></head><body><article>
  <h1>The ferry waits for the pilot</h1><p>${sentence.repeat(5)}</p>
  <figure><img src="Ferry_files/bay.jpg" alt="The bay"><figcaption>The bay in the morning.</figcaption></figure>
  <p>${sentence.repeat(5)}</p></article></body></html>`;

const shownOf = (image: HTMLImageElement) => ({
  address: image.currentSrc.replace(/^.*Z\//, ''),
  size: `${image.naturalWidth}x${image.naturalHeight}`,
});

test('the list and the article load small copies of a large picture, the viewer the picture itself', async ({
  page: window,
  library,
}) => {
  const maker = await openPictureMaker();
  const files = [
    { path: 'Ferry.html', base64: Buffer.from(page).toString('base64') },
    { path: 'Ferry_files/bay.jpg', base64: Buffer.from(maker.make('jpg', 2400, 1600)).toString('base64') },
  ];
  const bytesOf = new Map<string, number>();
  window.on('response', async (response) => {
    const [size = ''] = /thumbnails|reading|images/.exec(response.url()) ?? [];
    if (size !== '') bytesOf.set(size, Number(await response.headerValue('content-length')));
  });
  await library.takeIn([{ kind: 'files', files }]);
  const app = appWindow(window);

  const inRow = app.rows.first().locator('img');
  await expect.poll(() => inRow.evaluate(shownOf)).toEqual({ address: 'thumbnails/01.jpg', size: '128x128' });
  await expect(inRow).toHaveAttribute('width', '64');
  await expect(inRow).toHaveAttribute('loading', 'lazy');

  await app.openFirstByKeys();
  const inArticle = app.text.getByRole('img', { name: 'The bay' });
  await expect.poll(() => inArticle.evaluate(shownOf)).toEqual({ address: 'reading/01.jpg', size: '1600x1067' });

  await app.text.getByRole('button', { name: 'View picture: The bay' }).press('Enter');
  const large = app.dialog.getByRole('img', { name: 'The bay' });
  await expect.poll(() => large.evaluate(shownOf)).toEqual({ address: 'images/01.jpg', size: '2400x1600' });
  expect([...bytesOf.keys()].sort()).toEqual(['images', 'reading', 'thumbnails']);
  expect(bytesOf.get('thumbnails')).toBeLessThan(8_000);
  expect(bytesOf.get('reading')).toBeLessThan(bytesOf.get('images') ?? 0);
});
