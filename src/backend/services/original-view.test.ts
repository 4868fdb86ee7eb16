import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { makeMail, picturePart, quotedPrintable } from '#support/make-mail.ts';
import { makePng, send, startPageServer, storyPage } from '#support/page-server.ts';
import { takingLibrary } from '#support/take-in.ts';
import { withoutReach } from './original-view.ts';

test('elements that make a browser connect lose their names, and nothing else changes', () => {
  const page =
    '<HEAD><LINK rel=preconnect href="https://a.example"><meta http-equiv=refresh content=0><base href=/x></HEAD><p>A <metal> <a href=/y>link</a> <b>base</b><article></p>';
  expect(withoutReach(page)).toBe(
    '<HEAD><x-LINK rel=preconnect href="https://a.example"><x-meta http-equiv=refresh content=0><x-base href=/x></HEAD><p>A <metal> <x-a href=/y>link</x-a> <b>base</b><article></p>',
  );
});

const picture = makePng(640, 480);
const pictureData = `data:image/png;base64,${Buffer.from(picture).toString('base64')}`;

test('a page from an address shows the pictures that were kept, and asks nobody for them again', async () => {
  await using library = await takingLibrary();
  const page = storyPage.replace('src="/pictures/ferry.png"', 'src="/small.png" srcset="/pictures/ferry.png 640w"');
  const server = await startPageServer({ routes: { '/page': send(page) } });
  const [outcome] = await library.takeIn({ kind: 'address', address: server.url('/page') });
  await server.close();
  const view = await library.asset(`${outcome?.id}/original`);
  expect(new TextDecoder().decode(view?.bytes)).toContain(
    `<img src="${pictureData}" srcset="" loading="eager" src="/small.png"`,
  );
});

test('a page saved as one file shows its pictures by the names that it has for them', async () => {
  await using library = await takingLibrary();
  const saved = makeMail({
    headers: {
      From: '<Saved by Blink>',
      'Snapshot-Content-Location': 'https://harbour-courier.example/ferry',
      'MIME-Version': '1.0',
      'Content-Type': 'multipart/related; type="text/html"; boundary="b"',
    },
    body: [
      {
        headers: { 'Content-Type': 'text/html', 'Content-Transfer-Encoding': 'quoted-printable' },
        body: quotedPrintable(Buffer.from(storyPage.replaceAll('/pictures/ferry.png', 'cid:ferry@mhtml.blink'))),
      },
      picturePart(picture, { 'Content-ID': '<ferry@mhtml.blink>' }),
    ],
  });
  const path = join(library.folder, 'ferry.mhtml');
  await writeFile(path, saved);
  const { id } = await library.articleOf(path);
  const view = await library.asset(`${id}/original`);
  expect(new TextDecoder().decode(view?.bytes)).toContain(
    `<img src="${pictureData}" srcset="" loading="eager" src="cid:`,
  );
});
