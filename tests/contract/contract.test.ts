import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type ArticleId, articleId } from '#contract/article.ts';
import type { CaptureJob } from '#contract/capture.ts';
import { type Client, createClient } from '#contract/client.ts';
import { contract, type Input, type MethodName, type Output } from '#contract/contract.ts';
import { ArchiveError } from '#contract/errors.ts';
import type { ArchiveEvent } from '#contract/events.ts';
import type { Reply } from '#contract/reply.ts';
import { asText, inventArticle } from '#support/invent-articles.ts';
import { carriers, type StartedCarrier } from './carriers.ts';

/**
 * One suite over every carrier: what a window, a browser and a command line can ask must mean the
 * same on each wire, and every answer must have the shape that the contract promises.
 */
describe.each(carriers)('over $name', ({ start }) => {
  let folder: string;
  let client: Client;
  let carrier: StartedCarrier;
  const events: ArchiveEvent[] = [];

  /** Asks, and holds the answer against the contract. */
  async function ask<M extends MethodName>(method: M, input: Input<M>): Promise<Output<M>> {
    const output = await client.call(method, input);
    const checked = contract[method].output.safeParse(output);
    expect(checked.error, `${method} keeps its promise`).toBeUndefined();
    return output;
  }

  async function takeIn(inputs: Input<'capture.start'>['inputs']): Promise<Output<'capture.outcomes'>> {
    const job = await ask('capture.start', { inputs });
    await eventually(async () => (await jobOf(job.id)).phase !== 'running');
    return ask('capture.outcomes', { job: job.id });
  }

  async function jobOf(id: string): Promise<CaptureJob> {
    const { jobs } = await ask('capture.jobs', {});
    const job = jobs.find((candidate) => candidate.id === id);
    if (job === undefined) throw new Error(`job ${id} is gone`);
    return job;
  }

  async function takeInText(number: number): Promise<ArticleId> {
    const { outcomes } = await takeIn([{ kind: 'text', text: asText(inventArticle(number)) }]);
    expect(outcomes[0]).toMatchObject({ status: 'added', error: null });
    return articleId.parse(outcomes[0]?.id);
  }

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'pressmark-contract-'));
    carrier = await start({ libraryPath: join(folder, 'Library'), dataPath: join(folder, 'data') });
    client = createClient(carrier);
    client.onEvent((event) => events.push(event));
  });

  afterAll(async () => {
    await carrier.close();
    await rm(folder, { recursive: true, force: true });
  });

  test('an empty library answers every question with nothing', async () => {
    expect(await ask('library.status', {})).toMatchObject({ formatVersion: 1 });
    expect(await ask('articles.list', {})).toEqual({ total: 0, articles: [] });
    expect(await ask('search.run', { query: 'anything' })).toMatchObject({ total: 0, hits: [], problem: null });
    expect(await ask('shelves.get', {})).toMatchObject({ all: 0, unread: 0, trash: 0, tags: [], sources: [] });
    expect((await ask('library.stats', {})).articles).toBe(0);
  });

  test('an article goes the whole way: taken in, listed, read, tagged, searched', async () => {
    const invented = inventArticle(1);
    const id = await takeInText(1);

    const { articles, total } = await ask('articles.list', {});
    expect({ total, headline: articles[0]?.headline, state: articles[0]?.state }).toEqual({
      total: 1,
      headline: invented.headline,
      state: 'unread',
    });

    const article = await ask('articles.get', { id });
    expect(article).toMatchObject({ authors: invented.authors, section: invented.section, dek: invented.dek });
    expect(article.text).toContain(invented.paragraphs.at(-1));
    expect(article.html).toContain('<p>');

    const tagged = await ask('articles.tag', { ids: [id], add: ['harbour/trade'] });
    expect(tagged.changed).toBe(1);
    expect((await ask('shelves.get', {})).tags).toEqual([
      { tag: 'harbour', own: 0, total: 1 },
      { tag: 'harbour/trade', own: 1, total: 1 },
    ]);

    const rare = invented.paragraphs[0]?.split(/\W+/).sort((a, b) => b.length - a.length)[0] ?? '';
    const page = await ask('search.run', { query: `${rare} tag:harbour` });
    expect(page).toMatchObject({ total: 1, hits: [{ article: { id, tags: ['harbour/trade'] } }] });
    expect(page.hits[0]?.snippet.marks.length).toBeGreaterThan(0);
  });

  test('the same text twice is a duplicate', async () => {
    const id = await takeInText(2);
    const again = await takeIn([{ kind: 'text', text: asText(inventArticle(2)) }]);
    expect(again.outcomes).toMatchObject([{ status: 'duplicate', id }]);
  });

  test('every act of the reader can be undone, and undone again', async () => {
    const id = await takeInText(3);
    const before = await ask('articles.get', { id });
    const acts: [MethodName, Record<string, unknown>][] = [
      ['articles.setFavourite', { ids: [id], favourite: true }],
      ['articles.setState', { ids: [id], state: 'archived' }],
      ['articles.tag', { ids: [id], add: ['one', 'two/three'] }],
      ['articles.correct', { id, corrections: [{ field: 'authors', value: ['Somebody Else'] }] }],
      ['articles.trash', { ids: [id] }],
    ];
    for (const [method, input] of acts) {
      const done = (await ask(method, input as never)) as Output<'articles.tag'>;
      const after = await ask('articles.get', { id });
      expect(done.changed, method).toBe(1);
      expect(after, method).not.toEqual(before);
      const undone = await ask('history.undo', { undo: done.undo });
      expect(await ask('articles.get', { id }), `${method} undone`).toEqual(before);
      await ask('history.undo', { undo: undone.undo });
      expect(await ask('articles.get', { id }), `${method} done again`).toEqual(after);
      await ask('history.undo', { undo: done.undo });
      expect(await ask('articles.get', { id })).toEqual(before);
    }
  });

  test('what is in the trash is neither listed nor found, until it is restored', async () => {
    const id = await takeInText(4);
    const { headline } = await ask('articles.get', { id });
    await ask('articles.trash', { ids: [id] });
    const listed = await ask('articles.list', { limit: 500 });
    expect(listed.articles.map((article) => article.id)).not.toContain(id);
    expect((await ask('search.run', { query: headline })).hits.map((hit) => hit.article.id)).not.toContain(id);
    expect((await ask('articles.list', { filter: { trashed: true } })).articles.map((article) => article.id)).toEqual([
      id,
    ]);
    await ask('articles.restore', { ids: [id] });
    expect((await ask('search.run', { query: headline })).hits[0]?.article.id).toBe(id);
  });

  test('what lies in the trash comes back when it is taken in again', async () => {
    const id = await takeInText(10);
    await ask('articles.trash', { ids: [id] });
    const again = await takeIn([{ kind: 'text', text: asText(inventArticle(10)) }]);
    expect(again.outcomes).toMatchObject([{ status: 'duplicate', id }]);
    expect((await ask('articles.get', { id })).trashed).toBe(false);
  });

  test('a correction is found by search and outlives taking the article in again', async () => {
    const id = await takeInText(5);
    await ask('articles.correct', { id, corrections: [{ field: 'headline', value: 'Quixotic zeppelin regatta' }] });
    expect((await ask('search.run', { query: 'title:zeppelin' })).hits[0]?.article.headline).toBe(
      'Quixotic zeppelin regatta',
    );
    expect((await ask('articles.get', { id })).notes.headline).toMatchObject({ origin: 'reader', confidence: 1 });
  });

  test('several inputs are reported in the order given, each failure with its reason', async () => {
    const { job, outcomes } = await takeIn([
      { kind: 'text', text: asText(inventArticle(6)) },
      { kind: 'text', text: '   \n ' },
      { kind: 'address', address: 'not an address' },
      { kind: 'text', text: asText(inventArticle(7)) },
    ]);
    expect(outcomes.map((outcome) => outcome.error?.code ?? outcome.status)).toEqual([
      'added',
      'empty-input',
      'address-invalid',
      'added',
    ]);
    expect(job).toMatchObject({ phase: 'done', total: 4, added: 2, failed: 2 });
    const failed = await ask('capture.outcomes', { job: job.id, failedOnly: true });
    expect(failed.total).toBe(2);
    const retried = await ask('capture.retry', { job: job.id });
    await eventually(async () => (await jobOf(retried.id)).phase === 'done');
    expect(await jobOf(retried.id)).toMatchObject({ total: 2, failed: 2 });
    await ask('capture.dismiss', { job: job.id });
    await expect(jobOf(job.id)).rejects.toThrow('gone');
  });

  test('a printout of a database is each of its articles, dropped or pasted', async () => {
    const printout = [13, 14]
      .map((number) => {
        const { headline, paragraphs } = inventArticle(number);
        return [`        ${number - 12} of 2 DOCUMENTS`, headline, 'LENGTH: 300 words', ...paragraphs].join('\n\n');
      })
      .join('\n\n');
    const base64 = Buffer.from(printout).toString('base64');
    const dropped = await takeIn([{ kind: 'files', files: [{ path: 'found.txt', base64 }] }]);
    expect(dropped.outcomes).toMatchObject(
      [13, 14].map((number) => ({ status: 'added', headline: inventArticle(number).headline })),
    );
    const pasted = await takeIn([{ kind: 'text', text: printout }]);
    expect(pasted.outcomes.map(({ status, id }) => [status, id])).toEqual(
      dropped.outcomes.map(({ id }) => ['duplicate', id]),
    );
  });

  test('a drop of a saved page keeps the pictures beside it', async () => {
    const pixels =
      'iVBORw0KGgoAAAANSUhEUgAAAAMAAAADCAIAAADZSiLoAAAAEklEQVR4nGNgYGD4z8DAAMEQCgAb/AL+kQWQ3gAAAABJRU5ErkJggg==';
    const words = inventArticle(8)
      .paragraphs.map((paragraph) => `<p>${paragraph}</p>`)
      .join('');
    const page = `<html lang="en"><head><title>A harbour at dawn</title></head><body><article><h1>A harbour at dawn</h1>
      <figure><img src="dawn_files/quay.png" alt="The quay" width="640" height="400"><figcaption>The quay</figcaption></figure>${words}</article></body></html>`;
    const { outcomes } = await takeIn([
      {
        kind: 'files',
        files: [
          { path: 'dawn.html', base64: Buffer.from(page).toString('base64') },
          { path: 'dawn_files/quay.png', base64: pixels },
        ],
      },
    ]);
    expect(outcomes).toMatchObject([{ status: 'added' }]);
    const article = await ask('articles.get', { id: articleId.parse(outcomes[0]?.id) });
    expect(article.html).toMatch(/<img [^>]*src="\/library\/[0-9a-z]+\/\d{8}T\d{6}Z\/images\/01\.png"/);
  });

  test('how an article was read is told from its original, whatever was corrected since', async () => {
    const { html } = inventPage(11);
    const { outcomes } = await takeIn([
      { kind: 'files', files: [{ path: 'page.html', base64: Buffer.from(html).toString('base64') }] },
    ]);
    const id = articleId.parse(outcomes[0]?.id);
    const { headline, snapshots } = await ask('articles.get', { id });
    await ask('articles.correct', { id, corrections: [{ field: 'headline', value: 'Another headline' }] });
    const explanation = await ask('articles.explain', { id });
    expect(explanation).toMatchObject({ id, snapshot: snapshots[0]?.id, isAsKept: true, metadata: { headline } });
    expect(explanation.notes.headline?.confidence).toBeGreaterThan(0);
    expect(explanation.removals.map(({ sample }) => sample).join(' ')).toContain('Subscribe to our newsletter');
    await expect(client.call('articles.explain', { id: articleId.parse('zzzzzzzz') })).rejects.toMatchObject({
      code: 'not-found',
    });
  });

  test('how an article was read is told of one that came in a mail', async () => {
    const { paragraphs, headline } = inventArticle(12);
    const mail = `From: Desk <desk@paper.example>\r\nTo: reader@home.example\r\nSubject: ${headline}\r\nDate: Mon, 12 Oct 2026 08:00:00 +0000\r\nMIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n${paragraphs.join('\r\n\r\n')}\r\n`;
    const { outcomes } = await takeIn([
      { kind: 'files', files: [{ path: 'letter.eml', base64: Buffer.from(mail).toString('base64') }] },
    ]);
    const explanation = await ask('articles.explain', { id: articleId.parse(outcomes[0]?.id) });
    expect(explanation).toMatchObject({ isAsKept: true, metadata: { headline } });
    const { blocks } = await ask('articles.repairSheet', { id: explanation.id });
    expect(blocks.filter(({ shown }) => shown).map(({ words }) => words)).toEqual(paragraphs);
  });

  test('a block is taken out of a text by its name in the sheet, and undo puts it back', async () => {
    const id = await takeInText(18);
    const before = await ask('articles.get', { id });
    const sheet = await ask('articles.repairSheet', { id });
    const shown = sheet.blocks.filter((block) => block.shown);
    expect(shown.map(({ words }) => words)).toEqual(before.text.split('\n\n'));
    const block = shown[1]!;
    const { undo } = await ask('articles.repair', { id, changes: [{ block: block.key, shown: false }] });
    const after = await ask('articles.get', { id });
    expect(after.text).not.toContain(block.words);
    expect(after.repairs).toMatchObject([{ kind: 'take-out', words: block.words, outcome: 'done' }]);
    await ask('history.undo', { undo });
    expect(await ask('articles.get', { id })).toEqual(before);
  });

  test('words are left out on the site of an article until that is removed, and each act undone', async () => {
    const id = await takeInText(19);
    expect(await ask('siteRepairs.list', { article: id })).toEqual({ host: null, repairs: [] });
    await expect(client.call('siteRepairs.make', { article: id, words: ['Sign up'] })).rejects.toMatchObject({
      code: 'invalid-input',
    });
    const html =
      '<link rel="canonical" href="https://www.harbour.example/raft"><h1>Raft</h1><p>It floats, they say.</p>';
    const { outcomes } = await takeIn([{ kind: 'text', text: '', html }]);
    const article = articleId.parse(outcomes[0]?.id);
    events.length = 0;
    const { undo } = await ask('siteRepairs.make', { article, words: ['Sign up for our letter'] });
    await eventually(async () => events.some(({ type }) => type === 'siteRepairs.changed'));
    const site = await ask('siteRepairs.list', { article });
    expect(site).toMatchObject({ host: 'harbour.example', repairs: [{ words: 'Sign up for our letter' }] });
    const removed = await ask('siteRepairs.remove', { id: site.repairs[0]!.id });
    expect((await ask('siteRepairs.list', { article })).repairs).toEqual([]);
    await ask('history.undo', { undo: removed.undo });
    expect(await ask('siteRepairs.list', { article })).toEqual(site);
    await ask('history.undo', { undo });
    expect((await ask('siteRepairs.list', { article })).repairs).toEqual([]);
  });

  test('passages are marked, changed, listed, told as Markdown, removed, and each act undone', async () => {
    const id = await takeInText(15);
    const { text, headline, snapshots } = await ask('articles.get', { id });
    const exact = text.slice(10, 40);
    const anchor = {
      snapshot: snapshots[0]!.id,
      exact,
      prefix: text.slice(0, 10),
      suffix: text.slice(40, 60),
      start: 10,
      end: 40,
    };
    events.length = 0;
    const added = await ask('highlights.add', { article: id, anchor, colour: 'green', tags: ['to quote'] });
    await eventually(async () =>
      events.some((event) => event.type === 'articles.changed' && event.ids?.includes(id) === true),
    );
    const highlights = [{ article: id, id: added.id }];
    const changed = await ask('highlights.change', {
      highlights,
      annotation: ' Who says so?\n',
      removeTags: ['to quote'],
    });
    await ask('articles.annotate', { id, annotation: 'About the whole' });
    const listed = await ask('highlights.list', { filter: { article: id }, sort: 'article' });
    expect(listed).toMatchObject({
      total: 2,
      highlights: [
        { id: null, anchor: null, annotation: 'About the whole' },
        { id: added.id, anchor, colour: 'green', annotation: 'Who says so?', tags: [], article: { headline } },
      ],
    });
    expect(await ask('highlights.counts', {})).toMatchObject({ total: 2, annotated: 2, articles: 1 });
    const foundBy = async (query: string) => (await ask('search.run', { query })).hits.map(({ article }) => article.id);
    const [marked = ''] = /\p{L}{4,}/u.exec(exact) ?? [];
    for (const query of ['note:"who says"', 'note:about', `highlight:${marked}`, `highlight:${marked.slice(0, 3)}`]) {
      expect(await foundBy(query), query).toEqual([id]);
    }
    expect(await foundBy('note:"says who"')).toEqual([]);
    expect(await foundBy('-note:about highlight:*')).toEqual([]);
    const { markdown } = await ask('highlights.markdown', { filter: { article: id } });
    expect(markdown).toContain('Who says so?');
    expect(markdown.split('\n').filter((line) => line.startsWith('> ')).length).toBeGreaterThan(0);

    const removed = await ask('highlights.remove', { highlights });
    expect((await ask('highlights.list', { filter: { words: 'WHO SAYS' } })).total).toBe(0);
    await ask('history.undo', { undo: removed.undo });
    expect(await ask('highlights.list', { filter: { article: id }, sort: 'article' })).toEqual(listed);
    await ask('history.undo', { undo: changed.undo });
    expect((await ask('highlights.list', { filter: { tag: 'to quote' } })).highlights).toMatchObject([
      { id: added.id, annotation: null },
    ]);
    await ask('history.undo', { undo: added.undo });
    expect((await ask('highlights.list', { filter: { article: id } })).total).toBe(1);
  });

  test('a saved search is kept, counted, changed, moved and removed, and each of these undone', async () => {
    events.length = 0;
    const id = await takeInText(31);
    await ask('articles.tag', { ids: [id], add: ['saved/one'] });
    const first = await ask('searches.save', { name: ' By tag ', query: 'tag:saved' });
    const second = await ask('searches.save', { name: 'Broken', query: 'published:2019..2018 tag:saved' });
    const list = async () => (await ask('searches.list', {})).searches.map(({ name, query }) => [name, query]);
    const both = [
      ['By tag', 'tag:saved'],
      ['Broken', 'published:2019..2018 tag:saved'],
    ];
    expect(await list()).toEqual(both);
    expect((await ask('searches.counts', {})).counts).toEqual([
      { id: first.id, total: 1, problem: null },
      { id: second.id, total: 0, problem: expect.objectContaining({ readAs: 'published:2018..2019 tag:saved' }) },
    ]);

    const acts: [MethodName, Record<string, unknown>][] = [
      ['searches.change', { id: first.id, name: 'Renamed', query: 'tag:saved/one' }],
      ['searches.order', { ids: [second.id, first.id] }],
      ['searches.remove', { id: second.id }],
    ];
    for (const [method, input] of acts) {
      const done = (await ask(method, input as never)) as Output<'searches.order'>;
      expect(await list(), method).not.toEqual(both);
      expect(await ask('history.undo', { undo: done.undo }), method).toMatchObject({ changed: 1 });
      expect(await list(), `${method} undone`).toEqual(both);
    }
    await eventually(async () => events.some((event) => event.type === 'searches.changed'));
    await ask('history.undo', { undo: second.undo });
    await ask('history.undo', { undo: first.undo });
    expect(await list()).toEqual([]);
    const nobody = { id: first.id, name: 'x' };
    await expect(client.call('searches.change', nobody)).rejects.toMatchObject({ code: 'not-found' });
  });

  test('a tag is renamed and removed as a whole, each with one undo', async () => {
    const ids = [await takeInText(41), await takeInText(42)];
    await ask('articles.tag', { ids, add: ['whole/one'] });
    const tags = async () => (await ask('articles.list', { filter: { tag: 'whole' } })).total;
    const renamed = await ask('tags.rename', { tag: 'whole', to: 'part/of' });
    expect([renamed.changed, await tags()]).toEqual([2, 0]);
    expect((await ask('search.run', { query: 'tag:part/of/one' })).total).toBe(2);
    const removed = await ask('tags.remove', { tag: 'part' });
    expect((await ask('search.run', { query: 'tag:part' })).total).toBe(0);
    await ask('history.undo', { undo: removed.undo });
    await ask('history.undo', { undo: renamed.undo });
    expect(await tags()).toBe(2);
    await expect(client.call('tags.remove', { tag: 'part' })).rejects.toMatchObject({ code: 'not-found' });
  });

  test('a collection is made, filled, put in order, searched in, and each act undone', async () => {
    events.length = 0;
    const [first, second, third] = [await takeInText(43), await takeInText(44), await takeInText(45)];
    const made = await ask('collections.make', { name: ' Portraits of ports ', ids: [first, second] });
    await ask('collections.put', { id: made.id, ids: [third], place: { before: first } });
    const filter = { collection: made.id };
    const shown = async () => (await ask('articles.list', { filter, sort: 'own' })).articles.map(({ id }) => id);
    expect(await shown()).toEqual([third, first, second]);
    expect((await ask('search.run', { query: 'in:"portraits of ports"' })).total).toBe(3);
    expect((await ask('search.run', { query: 'in:port -in:"read next"' })).total).toBe(3);
    expect((await ask('search.run', { query: '', filter })).total).toBe(3);
    expect((await ask('search.run', { query: 'in:nowhere' })).total).toBe(0);

    const acts: [MethodName, Record<string, unknown>][] = [
      ['collections.rename', { id: made.id, name: 'Ports' }],
      ['collections.takeOut', { id: made.id, ids: [first] }],
      ['collections.put', { id: made.id, ids: [second], place: 'front' }],
      ['collections.put', { id: 'readnext', ids: [second, first] }],
      ['collections.remove', { id: made.id }],
    ];
    const everything = async () => [await ask('collections.list', {}), await shown()];
    const before = await everything();
    for (const [method, input] of acts) {
      const done = (await ask(method, input as never)) as Output<'collections.put'>;
      expect(await everything(), method).not.toEqual(before);
      await ask('history.undo', { undo: done.undo });
      expect(await everything(), `${method} undone`).toEqual(before);
    }
    await eventually(async () => events.some((event) => event.type === 'collections.changed'));
    await ask('history.undo', { undo: made.undo });
    expect((await ask('collections.list', {})).collections).toEqual([]);
  });

  test('a rule acts on what is taken in, on the whole library when asked, and can be taken back', async () => {
    const before = await takeInText(46);
    const headline = inventArticle(46).headline;
    const query = `title:"${headline}" OR title:"${inventArticle(47).headline}"`;
    expect(await ask('rules.preview', { query })).toEqual({ total: 1, problem: null });
    const made = await ask('rules.make', { query, tags: ['by rule'], state: 'archived' });
    expect((await ask('rules.list', {})).rules).toEqual([
      { id: made.id, query, tags: ['by rule'], state: 'archived', favourite: false, collection: null, isOn: true },
    ]);
    const taken = await takeInText(47);
    await eventually(async () => (await ask('articles.get', { id: taken })).tags.includes('by rule'));
    expect(await ask('articles.get', { id: taken })).toMatchObject({ ruleTags: ['by rule'], state: 'archived' });
    expect((await ask('articles.get', { id: before })).tags).toEqual([]);

    const applied = await ask('rules.apply', { id: made.id });
    expect(applied.changed).toBe(1);
    expect(await ask('articles.get', { id: before })).toMatchObject({ tags: ['by rule'], state: 'archived' });
    await ask('history.undo', { undo: applied.undo });
    expect(await ask('articles.get', { id: before })).toMatchObject({ tags: [], state: 'unread' });

    const off = await ask('rules.change', { id: made.id, isOn: false });
    await ask('history.undo', { undo: off.undo });
    const removed = await ask('rules.remove', { id: made.id });
    expect((await ask('rules.list', {})).rules).toEqual([]);
    await ask('history.undo', { undo: removed.undo });
    expect((await ask('rules.list', {})).rules).toMatchObject([{ id: made.id, isOn: true }]);
    await ask('rules.remove', { id: made.id });
    await expect(client.call('rules.apply', { id: made.id })).rejects.toMatchObject({ code: 'not-found' });
  });

  test('what is typed can be completed with values of the archive, and a hit explained', async () => {
    const invented = inventArticle(32);
    const id = await takeInText(32);
    const [author = ''] = invented.authors;
    const { values } = await ask('search.values', { field: 'author', prefix: author.slice(0, 4).toUpperCase() });
    expect(values).toContainEqual({ value: author, count: expect.any(Number) });
    const query = invented.headline;
    const { hits } = await ask('search.run', { query, explain: true });
    const hit = hits.find(({ article }) => article.id === id);
    const explained = await ask('search.explain', { query, id });
    expect(explained).toEqual({ isFound: true, score: hit?.score, reasons: hit?.reasons });
    expect(await ask('search.explain', { query: 'nothinglikeit', id })).toMatchObject({ isFound: false });
  });

  test('searches of this device are remembered newest first, once each, until they are cleared', async () => {
    for (const query of ['harbour', 'arms  race', 'harbour']) await ask('search.remember', { query });
    expect(await ask('search.recent', {})).toEqual({ queries: ['harbour', 'arms race'] });
    await ask('search.forgetRecent', {});
    expect(await ask('search.recent', {})).toEqual({ queries: [] });
  });

  test('a query that is called off is answered as cancelled, and those after it as ever', async () => {
    const controls = Array.from({ length: 8 }, () => new AbortController());
    const answers = controls.map((control, number) =>
      carrier.call('search.run', { query: `a${number}*` }, control.signal),
    );
    for (const control of controls.slice(1)) control.abort();
    const ends = await Promise.all(answers.map((answer) => answer.then(codeOf, isCalledOff)));
    expect(ends).toEqual(['answered', ...controls.slice(1).map(() => 'cancelled')]);
    expect(await ask('search.run', { query: 'harbour' })).toMatchObject({ problem: null });
  });

  test('news tells which articles changed and how a capture goes on', async () => {
    events.length = 0;
    const id = await takeInText(9);
    await eventually(async () =>
      events.some((event) => event.type === 'articles.changed' && event.ids?.includes(id) === true),
    );
    await eventually(async () =>
      events.some((event) => event.type === 'capture.progress' && event.job.phase === 'done'),
    );
  });

  test('failures cross the wire with code and sentence', async () => {
    const unknown = articleId.parse('zzzzzzzz');
    await expect(client.call('articles.get', { id: unknown })).rejects.toMatchObject({ code: 'not-found' });
    await expect(client.call('articles.get', { id: unknown })).rejects.toBeInstanceOf(ArchiveError);
    const highlights = [{ article: unknown, id: 'nosuchhighlight' }];
    await expect(client.call('highlights.change', { highlights })).rejects.toMatchObject({ code: 'not-found' });
    await expect(client.call('highlights.remove', { highlights: [] })).rejects.toMatchObject({ code: 'invalid-input' });
    await expect(client.call('articles.list', { limit: -1 })).rejects.toMatchObject({ code: 'invalid-input' });
    await expect(client.call('__proto__' as never, {} as never)).rejects.toMatchObject({ code: 'wrong-usage' });
    await expect(client.call('history.undo', { undo: 'nobody/77' })).rejects.toMatchObject({ code: 'not-found' });
  });

  test('rebuilding from the folder gives the same library', async () => {
    const before = await ask('articles.list', { limit: 500, sort: 'title' });
    const shelves = await ask('shelves.get', {});
    const marked = await ask('highlights.list', {});
    const { articles, findings } = await ask('library.rebuild', {});
    expect(findings).toEqual([]);
    expect(articles).toBeGreaterThanOrEqual(before.total);
    expect(await ask('articles.list', { limit: 500, sort: 'title' })).toEqual(before);
    expect(await ask('shelves.get', {})).toEqual(shelves);
    expect(await ask('highlights.list', {})).toEqual(marked);
    expect(await ask('library.verify', {})).toMatchObject({ findings: [] });
  });
});

/** A page around an invented article, with a box that is no part of it. */
function inventPage(number: number): { readonly html: string } {
  const { headline, paragraphs } = inventArticle(number);
  const body = paragraphs.map((paragraph) => `<p>${paragraph}</p>`).join('');
  return {
    html: `<html lang="en"><head><title>${headline}</title></head><body><article><h1>${headline}</h1>${body}
      <div class="newsletter-signup"><p>Subscribe to our newsletter</p></div></article></body></html>`,
  };
}

function codeOf(reply: Reply<unknown>): string {
  return reply.ok ? 'answered' : reply.error.code;
}

/** A request that its own side let go has no answer: the window makes `cancelled` of it. */
function isCalledOff(error: Error): string {
  return error.name === 'AbortError' ? 'cancelled' : error.message;
}

/** Waits until something is so, with a limit that only a hang reaches. */
async function eventually(isSo: () => Promise<boolean>): Promise<void> {
  const giveUpAt = Date.now() + 30_000;
  while (!(await isSo())) {
    if (Date.now() > giveUpAt) throw new Error('waited in vain');
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
