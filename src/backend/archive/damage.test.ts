import {
  appendFile,
  cp,
  mkdir,
  readdir,
  readFile,
  rename,
  rm,
  stat,
  truncate,
  utimes,
  writeFile,
} from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { crc32 } from 'node:zlib';
import { expect, test } from 'vitest';
import { anAddition, fixedClock, openIn, settableClock, temporaryFolder } from '#support/archive.ts';
import type { Archive } from './archive.ts';

const request = { sort: 'title', limit: 500, offset: 0 } as const;

/** All that a reader sees of a library. */
async function everythingOf(archive: Archive): Promise<unknown> {
  const articles = [false, true].flatMap((trashed) => archive.list({ ...request, filter: { trashed } }).articles);
  const whole = await Promise.all(articles.map(({ id }) => archive.get(id)));
  const { catalogueBytes: _, ...figures } = archive.stats();
  return { articles, whole, shelves: archive.shelves(), figures };
}

/** A small library with something of everything in it, closed. */
async function fill(folder: string): Promise<{ ids: string[]; seen: unknown }> {
  const archive = await openIn(folder);
  const ids: string[] = [];
  for (const headline of ['Alder', 'Birch', 'Cedar', 'Dogwood']) {
    const url = `https://trees.example/${headline}`;
    ids.push(
      (await archive.add(anAddition({ headline, url, source: 'Post', paragraphs: [`${headline} stands.`] }))).id,
    );
  }
  await archive.add(anAddition({ headline: 'Alder', url: 'https://trees.example/Alder', paragraphs: ['Alder fell.'] }));
  archive.tag(ids.slice(0, 3), ['trees/tall', 'news'], []);
  archive.setState([ids[1]!], 'archived');
  archive.setFavourite([ids[2]!], true);
  archive.correct(ids[0]!, [{ field: 'source', value: 'Times' }]);
  archive.trash([ids[3]!]);
  archive.undo(archive.tag([ids[1]!], ['mistake'], []).undo);
  const seen = await everythingOf(archive);
  expect((await archive.verify()).findings).toEqual([]);
  archive.close();
  return { ids, seen };
}

async function catalogueOf(folder: string): Promise<string> {
  const name = (await readdir(join(folder, 'data/catalogues'))).find((name) => name.endsWith('.sqlite'));
  return join(folder, 'data/catalogues', name!);
}

async function journalOf(folder: string): Promise<string> {
  const [device] = await readdir(join(folder, 'library/journal'));
  return join(folder, 'library/journal', device!, '000001.jsonl');
}

async function snapshotOf(folder: string, archive: Archive, id: string): Promise<string> {
  const { folder: articleFolder, snapshots } = await archive.get(id);
  return join(folder, 'library', articleFolder, snapshots[0]!.id);
}

/** A journal line as any version must write it. */
function withCrc(line: object): string {
  const open = JSON.stringify(line).slice(0, -1);
  return `${open},"crc":"${crc32(open).toString(16).padStart(8, '0')}"}\n`;
}

const damages: Record<string, (path: string) => Promise<void>> = {
  deleted: (path) => rm(path),
  empty: (path) => writeFile(path, ''),
  garbage: (path) => writeFile(path, 'this was a database once '.repeat(1000)),
  'one page of garbage': async (path) => {
    const bytes = await readFile(path);
    bytes.fill(0xff, 5 * 8192, 6 * 8192);
    await writeFile(path, bytes);
  },
  'cut short': async (path) => truncate(path, 3 * 8192 + 17),
  'of another program': async (path) => {
    await rm(path);
    const other = new DatabaseSync(path);
    other.exec('CREATE TABLE recipe (name TEXT)');
    other.close();
  },
  'of a newer version': async (path) => {
    const newer = new DatabaseSync(path);
    newer.exec('PRAGMA user_version = 999; DROP TABLE article');
    newer.close();
  },
};

for (const [damage, inflict] of Object.entries(damages)) {
  test(`a catalogue that is ${damage} is made anew from the folder, and nothing is missing`, async () => {
    await using folder = await temporaryFolder();
    const { seen } = await fill(folder.path);
    await inflict(await catalogueOf(folder.path));
    const archive = await openIn(folder.path);
    expect(await everythingOf(archive)).toEqual(seen);
    expect((await archive.verify()).findings).toEqual([]);
    archive.close();
  });
}

test('a catalogue that cannot be trusted is moved aside, not deleted', async () => {
  await using folder = await temporaryFolder();
  await fill(folder.path);
  await writeFile(await catalogueOf(folder.path), 'garbage '.repeat(500));
  (await openIn(folder.path)).close();
  const kept = await readdir(join(folder.path, 'data/damaged'), { recursive: true });
  const file = kept.find((name) => name.endsWith('.sqlite'));
  expect(await readFile(join(folder.path, 'data/damaged', file!), 'utf8')).toContain('garbage garbage');
});

test('damage that shows only in use is mended at the next start', async () => {
  await using folder = await temporaryFolder();
  const { seen } = await fill(folder.path);
  const archive = await openIn(folder.path);
  expect(await archive.reportDamage(new Error('something else'))).toBe(false);
  expect(await archive.reportDamage(Object.assign(new Error('malformed'), { errcode: 11 }))).toBe(true);
  archive.close();
  const reopened = await openIn(folder.path);
  expect(await everythingOf(reopened)).toEqual(seen);
  expect(await readdir(join(folder.path, 'data/damaged'))).toHaveLength(1);
  reopened.close();
});

test('a rebuild that was interrupted is begun again at the next start', async () => {
  await using folder = await temporaryFolder();
  const { seen } = await fill(folder.path);
  const archive = await openIn(folder.path);
  const stop = new AbortController();
  const rebuilding = archive.rebuild({ signal: stop.signal, onProgress: () => stop.abort(new Error('enough')) });
  await expect(rebuilding).rejects.toThrow('enough');
  expect(archive.needsRebuild).toBe(true);
  archive.close();
  const reopened = await openIn(folder.path);
  expect(await everythingOf(reopened)).toEqual(seen);
  reopened.close();
});

test('a rebuild tells search of the articles that are gone, too', async () => {
  await using folder = await temporaryFolder();
  const { ids } = await fill(folder.path);
  const archive = await openIn(folder.path);
  archive.database.write(() => archive.indexDone(ids));
  await rm(join(folder.path, 'library', (await archive.get(ids[0]!)).folder), { recursive: true });
  const { articles, findings } = await archive.rebuild();
  expect(articles).toBe(3);
  expect(findings.map(({ kind }) => kind)).toEqual(['missing-file', 'missing-file']);
  expect([...archive.pendingIndex(10)].sort()).toEqual([...ids].sort());
  expect(archive.documents(ids)).toHaveLength(3);
  archive.close();
});

test('a journal line cut short by a crash is dropped, and the next act stands on a line of its own', async () => {
  await using folder = await temporaryFolder();
  const { ids, seen } = await fill(folder.path);
  const journal = await journalOf(folder.path);
  await appendFile(journal, '{"v":1,"at":"2026-11-23T09:00:01.000Z","device":"abc');
  const archive = await openIn(folder.path);
  expect(await everythingOf(archive)).toEqual(seen);
  archive.tag([ids[2]!], ['after'], []);
  expect((await archive.verify()).findings).toEqual([]);
  const after = await everythingOf(archive);
  const { findings } = await archive.rebuild();
  expect(findings).toEqual([]);
  expect(await everythingOf(archive)).toEqual(after);
  expect((await readFile(journal, 'utf8')).split('\n').at(-2)).toContain('"after"');
  archive.close();
});

test('a last line that is whole but for its line feed counts', async () => {
  await using folder = await temporaryFolder();
  const { seen } = await fill(folder.path);
  const journal = await journalOf(folder.path);
  await truncate(journal, (await stat(journal)).size - 1);
  await rm(await catalogueOf(folder.path));
  const archive = await openIn(folder.path);
  expect(await everythingOf(archive)).toEqual(seen);
  expect(archive.undo(null)).toMatchObject({ changed: 1 });
  expect((await archive.verify()).findings).toEqual([]);
  archive.close();
});

test('a flipped byte anywhere in a journal is reported, and only its line is lost', async () => {
  await using folder = await temporaryFolder();
  const { ids } = await fill(folder.path);
  const journal = await journalOf(folder.path);
  const whole = await readFile(journal);
  const [line] = whole
    .toString()
    .split('\n')
    .flatMap((text, index) => (text.includes('"trees/tall"') ? [index] : []));
  const start = whole.toString().split('\n').slice(0, line).join('\n').length + 1;
  const end = whole.indexOf('\n', start);
  for (let offset = start + 2; offset < end; offset += 23) {
    const flipped = Buffer.from(whole);
    flipped[offset]! ^= 0x04;
    await writeFile(journal, flipped);
    await rm(await catalogueOf(folder.path));
    const archive = await openIn(folder.path);
    const { findings } = await archive.verify();
    expect(findings.map(({ kind }) => kind)).toEqual(['journal-damaged']);
    expect(findings[0]?.message).toContain('cannot be read');
    expect(archive.summaries(ids).get(ids[0]!)).toMatchObject({ tags: [], source: 'Times' });
    archive.close();
  }
});

test('a flipped byte in the last line is reported, and stays so when more is written', async () => {
  await using folder = await temporaryFolder();
  const { ids } = await fill(folder.path);
  const journal = await journalOf(folder.path);
  const bytes = await readFile(journal);
  bytes[bytes.length - 30]! ^= 0x01;
  await writeFile(journal, bytes);
  await rm(await catalogueOf(folder.path));
  const archive = await openIn(folder.path);
  expect((await archive.verify()).findings.map(({ kind }) => kind)).toEqual(['journal-damaged']);
  archive.tag([ids[0]!], ['later'], []);
  const { findings } = await archive.verify();
  expect(new Set(findings.map(({ kind }) => kind))).toEqual(new Set(['journal-damaged']));
  expect((await archive.rebuild()).findings.map(({ kind }) => kind)).toContain('journal-damaged');
  expect(archive.summaries(ids).get(ids[0]!)?.tags).toContain('later');
  archive.close();
});

test('a journal that became shorter is reported, and numbers are not used twice', async () => {
  await using folder = await temporaryFolder();
  const { ids } = await fill(folder.path);
  const journal = await journalOf(folder.path);
  const lines = (await readFile(journal, 'utf8')).trimEnd().split('\n');
  await writeFile(journal, `${lines.slice(0, -2).join('\n')}\n`);
  const archive = await openIn(folder.path);
  archive.tag([ids[0]!], ['later'], []);
  const written = (await readFile(journal, 'utf8')).trimEnd().split('\n').at(-1)!;
  expect((JSON.parse(written) as { seq: number }).seq).toBe(lines.length + 1);
  const { findings } = await archive.verify();
  expect(findings).toMatchObject([{ kind: 'journal-damaged', message: expect.stringContaining('are missing') }]);
  archive.close();
});

test('a restored data folder goes on after the last entry of the library', async () => {
  await using folder = await temporaryFolder();
  const { ids } = await fill(folder.path);
  await cp(join(folder.path, 'data'), join(folder.path, 'backup'), { recursive: true });
  const archive = await openIn(folder.path);
  archive.tag([ids[0]!], ['one'], []);
  archive.tag([ids[0]!], ['two'], []);
  archive.close();
  await rm(join(folder.path, 'data'), { recursive: true });
  await rename(join(folder.path, 'backup'), join(folder.path, 'data'));
  const restored = await openIn(folder.path);
  restored.tag([ids[0]!], ['three'], []);
  expect(restored.summaries(ids).get(ids[0]!)?.tags).toEqual(['news', 'one', 'three', 'trees/tall', 'two']);
  expect((await restored.verify()).findings).toEqual([]);
  restored.close();
});

test('an entry of a newer version is kept and counted, and does no harm', async () => {
  await using folder = await temporaryFolder();
  const { seen } = await fill(folder.path);
  const other = join(folder.path, 'library/journal/newer00000');
  await mkdir(other);
  const line = {
    v: 1,
    at: '2026-11-23T10:00:00.000Z',
    device: 'newer00000',
    seq: 1,
    act: 'highlight',
    data: { id: 'x' },
  };
  await writeFile(join(other, '000001.jsonl'), withCrc(line) + withCrc({ ...line, v: 2, seq: 2, act: 'tag' }));
  const archive = await openIn(folder.path);
  const { figures, ...rest } = (await everythingOf(archive)) as { figures: { journalEntries: number } };
  const { figures: before, ...known } = seen as { figures: { journalEntries: number } };
  expect(rest).toEqual(known);
  expect(figures.journalEntries).toBe(before.journalEntries + 2);
  expect((await archive.verify()).findings).toEqual([]);
  archive.close();
});

test('a snapshot of a newer version is read as far as this one understands it', async () => {
  await using folder = await temporaryFolder();
  const { ids } = await fill(folder.path);
  const archive = await openIn(folder.path);
  const path = join(await snapshotOf(folder.path, archive, ids[2]!), 'snapshot.json');
  const record = JSON.parse(await readFile(path, 'utf8')) as { metadata: Record<string, unknown>; notes: object };
  const { kicker: _, ...older } = record.metadata;
  const notes = {
    ...record.notes,
    place: { confidence: 1, origin: 'meta', detail: null },
    source: { confidence: 1, origin: 'telepathy', detail: null },
  };
  await writeFile(path, JSON.stringify({ ...record, mood: 'calm', metadata: { ...older, place: 'Elm' }, notes }));
  expect(await archive.rebuild()).toEqual({ articles: 4, findings: [] });
  const article = await archive.get(ids[2]!);
  expect(article).toMatchObject({ headline: 'Cedar', kicker: null });
  expect(Object.keys(article.notes)).toEqual(['headline']);
  archive.close();
});

test('verify names what was changed, lost, added or left half written', async () => {
  await using folder = await temporaryFolder();
  const { ids } = await fill(folder.path);
  const archive = await openIn(folder.path);
  const changed = await snapshotOf(folder.path, archive, ids[0]!);
  const lost = await snapshotOf(folder.path, archive, ids[1]!);
  const broken = await snapshotOf(folder.path, archive, ids[2]!);
  await appendFile(join(changed, 'original.txt'), '!');
  await rm(join(lost, 'original.txt'));
  await writeFile(join(broken, 'snapshot.json'), '{');
  await writeFile(join(lost, 'my notes.txt'), 'mine');
  await writeFile(join(folder.path, 'library/articles/.DS_Store'), '');
  await mkdir(join(folder.path, 'library/articles/.tmp-0123456789abcdef'));
  await cp(await journalOf(folder.path), (await journalOf(folder.path)).replace('.jsonl', '.sync-conflict-1.jsonl'));
  const { findings } = await archive.verify();
  const seen = findings.map(({ kind, path }) => `${kind} ${path.split('/').at(-1)}`);
  expect(seen.sort()).toEqual(
    [
      'changed-file 20261123T090000Z',
      'changed-file original.txt',
      'half-written .tmp-0123456789abcdef',
      'missing-file original.txt',
      'unknown-folder 000001.sync-conflict-1.jsonl',
      'unknown-folder my notes.txt',
    ].sort(),
  );
  archive.close();
});

test('one snapshot that cannot be read is a finding, not the end of a rebuild', async () => {
  await using folder = await temporaryFolder();
  const { ids } = await fill(folder.path);
  const archive = await openIn(folder.path);
  const broken = await snapshotOf(folder.path, archive, ids[2]!);
  await writeFile(join(broken, 'snapshot.json'), JSON.stringify({ format: 1, article: 'nonsense' }));
  const { articles, findings } = await archive.rebuild();
  expect(articles).toBe(3);
  expect(findings).toMatchObject([{ kind: 'changed-file', repairable: false }]);
  archive.close();
});

test('a folder no journal speaks of is taken in: saved just before a crash, or copied in by hand', async () => {
  await using folder = await temporaryFolder();
  await using other = await temporaryFolder();
  const archive = await openIn(folder.path);
  await archive.add(anAddition({ headline: 'Mine' }));
  const theirs = await openIn(other.path);
  const { id } = await theirs.add(anAddition({ headline: 'Theirs' }));
  await cp(join(other.path, 'library/articles'), join(folder.path, 'library/articles'), { recursive: true });
  expect(await archive.catchUp()).toEqual({ changed: [id] });
  expect(await archive.catchUp()).toEqual({ changed: [] });
  expect(archive.list({ ...request, filter: {} }).total).toBe(2);
  theirs.close();
  archive.close();
});

test('a snapshot that arrives after the journal that tells of it is taken in when it is whole', async () => {
  await using folder = await temporaryFolder();
  await using other = await temporaryFolder();
  const theirs = await openIn(other.path);
  const { id } = await theirs.add(anAddition({ headline: 'Theirs' }));
  theirs.tag([id], ['early'], []);
  const { folder: place } = await theirs.get(id);
  const archive = await openIn(folder.path);
  await cp(join(other.path, 'library/journal'), join(folder.path, 'library/journal'), { recursive: true });
  expect((await archive.catchUp()).changed).toEqual([id]);
  expect(archive.list({ ...request, filter: {} }).total).toBe(0);
  const target = join(folder.path, 'library', place, '20261123T090000Z');
  await mkdir(target, { recursive: true });
  await cp(join(other.path, 'library', place, '20261123T090000Z/snapshot.json'), join(target, 'snapshot.json'));
  await archive.catchUp();
  expect(archive.list({ ...request, filter: {} }).total).toBe(0);
  await cp(join(other.path, 'library', place), join(folder.path, 'library', place), { recursive: true });
  expect((await archive.catchUp()).changed).toEqual([id]);
  expect(archive.summaries([id]).get(id)).toMatchObject({ headline: 'Theirs', tags: ['early'] });
  theirs.close();
  archive.close();
});

test('what an interrupted save left behind is removed at a start, when it is an hour old', async () => {
  await using folder = await temporaryFolder();
  (await openIn(folder.path)).close();
  const old = join(folder.path, 'library/articles/.tmp-old');
  const young = join(folder.path, 'library/articles/.tmp-young');
  await mkdir(join(old, 'images'), { recursive: true });
  await mkdir(young);
  const clock = settableClock(fixedClock.now());
  await utimes(old, new Date(clock.now() - 2 * 3_600_000), new Date(clock.now() - 2 * 3_600_000));
  await utimes(young, new Date(clock.now() - 60_000), new Date(clock.now() - 60_000));
  (await openIn(folder.path, { clock })).close();
  expect(await readdir(join(folder.path, 'library/articles'))).toEqual(['.tmp-young']);
});
