import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { createBackend } from '#backend/backend.ts';
import type { ArticleId } from '#contract/article.ts';
import { type Client, createClient } from '#contract/client.ts';
import type { Renewal, RenewalKind } from '#contract/renewal.ts';
import { anAddition, openIn, temporaryFolder } from '#support/archive.ts';
import { makeMail, picturePart, quotedPrintable } from '#support/make-mail.ts';
import { answer, makeWarc } from '#support/make-warc.ts';
import { makeZip } from '#support/make-zip.ts';
import { makePng, send, startPageServer, storyPage } from '#support/page-server.ts';
import { takingLibrary } from '#support/take-in.ts';
import { threadEntryPath } from '../../host/places.ts';

/** Begins a renewal and waits for its end. */
async function renew(client: Client, what: RenewalKind, ids: ArticleId[] | null): Promise<Renewal> {
  const { id } = await client.call('renewals.start', { what, ids });
  for (;;) {
    // Listened for before it is asked, so that no news is missed.
    const news = nextNews(client);
    const { renewals } = await client.call('renewals.list', {});
    const found = renewals.find((one) => one.id === id);
    if (found !== undefined && found.phase !== 'running') return found;
    await news;
  }
}

function nextNews(client: Client): Promise<void> {
  return new Promise((resolve) => {
    const stop = client.onEvent((event) => {
      if (event.type !== 'renewals.changed') return;
      stop();
      resolve();
    });
  });
}

const picture = makePng(640, 480);

/** A library in which an older version has read the story badly, and one that has nothing to be read again. */
async function libraryOfOld(): Promise<{ client: Client; badlyRead: ArticleId; unreadable: ArticleId }> {
  const folder = await temporaryFolder();
  const archive = await openIn(folder.path);
  const page = new TextEncoder().encode(storyPage);
  const old = anAddition({ headline: 'Ferry line', paragraphs: ['Sign up for our letters.'], bytes: page });
  const badlyRead = await archive.add({ ...old, captured: { ...old.captured, kind: 'html', fileName: 'story.html' } });
  const empty = anAddition({
    headline: 'Nothing',
    paragraphs: ['There were words here.'],
    bytes: new Uint8Array([32]),
  });
  const unreadable = await archive.add({ ...empty, captured: { ...empty.captured, kind: 'pdf' } });
  archive.close();
  const backend = await createBackend({
    libraryPath: join(folder.path, 'library'),
    dataPath: join(folder.path, 'data'),
    extractWorker: threadEntryPath('extract-worker'),
    appVersion: 'test',
  });
  onTestFinished(async () => {
    await backend.close();
    await folder[Symbol.asyncDispose]();
  });
  return { client: createClient(backend), badlyRead: badlyRead.id, unreadable: unreadable.id };
}

test('all of the library is read again: what an older version read badly is put right, what cannot be read is told', async () => {
  const { client, badlyRead, unreadable } = await libraryOfOld();
  await client.call('articles.tag', { ids: [badlyRead], add: ['ferries'] });
  const renewal = await renew(client, 'reread', null);
  expect(renewal).toMatchObject({ phase: 'done', total: 2, renewed: 1, unchanged: 0, failed: 1, problems: 1 });
  const { problems } = await client.call('renewals.problems', { renewal: renewal.id });
  expect(problems).toMatchObject([{ id: unreadable, headline: 'Nothing', gaps: [] }]);
  expect(problems[0]?.error?.message).toBeTruthy();

  const article = await client.call('articles.get', { id: badlyRead });
  expect(article).toMatchObject({ headline: 'Ferry line to Hallig Norderoog reopens', tags: ['ferries'] });
  expect(article.text).toContain('forty oak piles');
  expect(await renew(client, 'reread', [badlyRead])).toMatchObject({ renewed: 0, unchanged: 1, undo: null });

  await client.call('history.undo', { undo: renewal.undo });
  expect((await client.call('articles.get', { id: badlyRead })).text).toBe('Sign up for our letters.');
  await client.call('renewals.dismiss', { renewal: renewal.id });
  expect((await client.call('renewals.list', {})).renewals).toHaveLength(1);
});

test('a renewal that is called off before its turn changes nothing', async () => {
  const { client, badlyRead } = await libraryOfOld();
  const { id } = await client.call('renewals.start', { what: 'reread', ids: null });
  expect(await client.call('renewals.cancel', { renewal: id })).toMatchObject({ id });
  await renew(client, 'pictures', [badlyRead]);
  const { renewals } = await client.call('renewals.list', {});
  expect(renewals[0]).toMatchObject({ phase: 'cancelled', failed: 0, problems: 0 });
});

test('what was taken in a moment ago reads the same, whatever it came in', { timeout: 60_000 }, async () => {
  await using library = await takingLibrary();
  const files: Record<string, string | Buffer> = {
    'page.html': storyPage.replace(
      'src="/pictures/ferry.png"',
      'src="page_files/f.png" srcset="https://a.example/f.png 900w"',
    ),
    'notes.txt':
      'Ferry line reopens\n\nBy Imke Petersen\n\nThe ferry sailed again on Friday, two years after the storm.\n',
    'notes.md': '---\ntitle: The stage\nauthor: Imke Petersen\n---\n\nThe *stage* rests on forty oak piles.\n',
    'letter.eml': makeMail({
      headers: {
        From: 'The Courier <post@courier.example>',
        Subject: 'Ferry letters',
        Date: 'Fri, 17 May 2024 08:30:00 +0200',
        'MIME-Version': '1.0',
        'Content-Type': 'multipart/related; type="text/html"; boundary="b"',
      },
      body: [
        {
          headers: { 'Content-Type': 'text/html; charset=utf-8', 'Content-Transfer-Encoding': 'quoted-printable' },
          body: quotedPrintable(
            Buffer.from(
              storyPage.replaceAll('/pictures/ferry.png', 'cid:ferry').replaceAll('Ferry line', 'Ferry mail'),
            ),
          ),
        },
        picturePart(picture, { 'Content-ID': '<ferry>' }),
      ],
    }),
    'pages.zip': makeZip([{ name: 'one.html', bytes: storyPage.replaceAll('Ferry line', 'Ferry in a zip') }]),
    'pages.warc': makeWarc([
      {
        address: 'https://courier.example/warc',
        block: answer(storyPage.replaceAll('Ferry line', 'Ferry on the record')),
      },
    ]),
    'printout.txt': ['one', 'two']
      .map(
        (name, at) =>
          `${at + 1} of 2 DOCUMENTS\n\nThe ${name} ferry\n\nBY: Imke Petersen\n\nThe ${name} sailed.\n\nLENGTH: 12 words\n\n`,
      )
      .join(''),
  };
  await mkdir(join(library.folder, 'in/page_files'), { recursive: true });
  await writeFile(join(library.folder, 'in/page_files/f.png'), picture);
  for (const [name, content] of Object.entries(files)) await writeFile(join(library.folder, 'in', name), content);
  const articles = await library.articlesOf(join(library.folder, 'in'));
  expect(articles).toHaveLength(8);
  const before = await Promise.all(articles.map(({ id }) => library.client.call('articles.pictures', { id })));
  expect(await renew(library.client, 'reread', null)).toMatchObject({ renewed: 0, unchanged: 8, failed: 0 });
  const after = await Promise.all(articles.map(({ id }) => library.client.call('articles.pictures', { id })));
  expect(after).toEqual(before);
});

test('the missing pictures of a page from a file are fetched when asked for, and not before', async () => {
  await using library = await takingLibrary();
  let asked = 0;
  const server = await startPageServer({
    routes: {
      '/pictures/ferry.png': (request, response) => {
        asked += 1;
        return send(Buffer.from(picture), 'image/png')(request, response);
      },
    },
  });
  const missing = '<figure><img src="/gone.jpg" alt="The old stage"></figure>';
  const page = storyPage
    .replace('</head>', `<link rel="canonical" href="${server.url('/story')}"></head>`)
    .replaceAll('/pictures/ferry.png', server.url('/pictures/ferry.png'))
    .replace('<figure>', `${missing.replace('/gone.jpg', server.url('/gone.jpg'))}<figure>`);
  const path = join(library.folder, 'story.html');
  await writeFile(path, page);
  const { id, text } = await library.articleOf(path);
  expect(await library.client.call('articles.pictures', { id })).toMatchObject({ kept: 0, missing: [{}, {}] });
  expect(await renew(library.client, 'reread', [id])).toMatchObject({ unchanged: 1 });
  expect(asked).toBe(0);

  const renewal = await renew(library.client, 'pictures', [id]);
  expect(asked).toBe(1);
  expect(renewal).toMatchObject({ renewed: 1, problems: 1 });
  const { problems } = await library.client.call('renewals.problems', { renewal: renewal.id });
  expect(problems).toMatchObject([{ id, error: null, gaps: ['refused'] }]);
  const complete = await library.client.call('articles.get', { id });
  expect(complete.text).toContain(text.slice(0, 150));
  const [source] = /\/library\/[^"]+/.exec(complete.html) ?? [];
  const asset = await library.asset(source!.replace('/library/', ''));
  expect(Buffer.from(asset!.bytes).equals(Buffer.from(picture))).toBe(true);
  expect(await library.client.call('articles.pictures', { id })).toMatchObject({
    kept: 1,
    missing: [{ alt: 'The old stage', reason: 'refused' }],
  });
  // What is kept is not asked for a second time, and what is still refused is told again.
  expect(await renew(library.client, 'pictures', [id])).toMatchObject({ renewed: 0, failed: 1 });
  expect(asked).toBe(1);
  await server.close();

  const { what } = await library.client.call('history.undo', { undo: renewal.undo });
  expect(what).toBe('fetch missing pictures of 1 article');
  expect(await library.client.call('articles.pictures', { id })).toMatchObject({ kept: 0 });
});
