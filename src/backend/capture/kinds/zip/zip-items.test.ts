import { describe, expect, test } from 'vitest';
import type { CaptureItem } from '../../capture-item.ts';
import { capturesOf } from '#support/captures.ts';
import { makeZip } from '#support/make-zip.ts';
import { openBytes } from '#support/open-bytes.ts';
import { makePng } from '#support/page-server.ts';

const mail = 'From: a@b.example\nMessage-ID: <1>\nSubject: Ferry\nContent-Type: text/html\n\n<p>Ferry';
const labelOf = (item: CaptureItem) => (item.kind === 'article' ? item.label : item.address);

async function labels(items: AsyncIterable<CaptureItem>): Promise<string[]> {
  const found: string[] = [];
  for await (const item of items) found.push(labelOf(item));
  return found;
}

describe('a zip', () => {
  const zip = makeZip([
    { name: 'pages/', bytes: '' },
    { name: 'pages/Ferry.html', bytes: '<!doctype html><img src="Ferry_files/a.png">' },
    { name: 'pages/Ferry_files/a.png', bytes: makePng(40, 30) },
    { name: 'pages/Ferry_files/frame.html', bytes: '<p>frame' },
    { name: 'notes/salt.md', bytes: '# Salt\n\n**It** is sold.' },
    { name: 'mail.eml', bytes: mail },
    { name: 'list.txt', bytes: 'https://a.example/1\nhttps://a.example/2\n' },
    { name: '__MACOSX/._salt.md', bytes: 'x' },
    { name: '.DS_Store', bytes: 'x' },
  ]);

  test('is a folder: its pages with what lies beside them, what lists name, nothing else', async () => {
    expect(await labels(openBytes('a.zip', zip))).toEqual([
      'https://a.example/1',
      'https://a.example/2',
      'a.zip › mail.eml',
      'a.zip › notes/salt.md',
      'a.zip › pages/Ferry.html',
    ]);
  });

  test('gives each as if it lay there by itself', async () => {
    const entries = [
      { name: 'Ferry.html', bytes: '<!doctype html><img src="Ferry_files/a.png">' },
      { name: 'Ferry_files/a.png', bytes: makePng(40, 30) },
      { name: 'mail.eml', bytes: mail },
    ];
    const [page, message] = await capturesOf(openBytes('a.zip', makeZip(entries)));
    expect(page).toMatchObject({ kind: 'html', fileName: 'Ferry.html', original: null });
    expect(await page?.readRelative?.('./Ferry_files/a.png')).toEqual(Buffer.from(makePng(40, 30)));
    expect(await page?.readRelative?.('../a.png')).toBeNull();
    expect(message).toMatchObject({
      kind: 'html',
      fileName: 'mail.eml',
      original: { kind: 'email', bytes: Buffer.from(mail) },
    });
  });

  test('takes in the rest when one of its files cannot be', async () => {
    const outcomes: string[] = [];
    const entries = [
      { name: 'a.zip', bytes: makeZip([{ name: 'b.html', bytes: '<p>b' }]) },
      { name: 'b.html', bytes: '<p>b' },
      { name: 'c.txt', bytes: Buffer.from([0, 1, 2, 3]) },
    ];
    for await (const item of openBytes('all.zip', makeZip(entries))) {
      if (item.kind !== 'article') continue;
      const outcome = item.capture(new AbortController().signal).then(
        () => 'done',
        (error: Error) => error.message,
      );
      outcomes.push(await outcome);
    }
    expect(outcomes).toEqual([
      'cannot take in all.zip › a.zip: it is a zip inside a zip; unpack the outer one first',
      'done',
      'cannot take in all.zip › c.txt: it is not text but data of an unknown kind',
    ]);
  });

  test('of a whole site is its pages, also when it has the names of a packed page', async () => {
    const names = ['index.html', 'manifest.json', 'about.html'];
    const site = makeZip(names.map((name) => ({ name, bytes: name === 'manifest.json' ? '{"name":"x"}' : '<p>x' })));
    expect(await labels(openBytes('a.zip', site))).toEqual([
      'a.zip › about.html',
      'a.zip › index.html',
      'a.zip › manifest.json',
    ]);
  });

  test('of pictures alone is empty', async () => {
    const work = labels(openBytes('a.zip', makeZip([{ name: 'a.png', bytes: makePng(4, 4) }])));
    await expect(work).rejects.toMatchObject({ code: 'empty-input' });
  });

  test.each([
    ['word/document.xml', 'a Word document'],
    ['mimetype content.xml', 'an OpenDocument file'],
  ])('that holds %s is refused as %s', async (names, found) => {
    const entries = names.split(' ').map((name) => ({ name, bytes: '<x/>' }));
    const work = labels(openBytes('a.docx', makeZip(entries)));
    await expect(work).rejects.toMatchObject({ code: 'unsupported-kind', details: { found } });
  });
});
