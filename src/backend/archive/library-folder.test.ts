import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmod, chown, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { anAddition, openIn, temporaryFolder } from '#support/archive.ts';

const everything = { filter: {}, sort: 'saved', limit: 50, offset: 0 } as const;

test('a new library explains itself', async () => {
  await using folder = await temporaryFolder();
  const archive = await openIn(folder.path);
  expect((await readdir(join(folder.path, 'library'))).sort()).toEqual([
    'README.txt',
    'articles',
    'journal',
    'library.json',
  ]);
  expect(JSON.parse(await readFile(join(folder.path, 'library/library.json'), 'utf8'))).toEqual({
    format: 1,
    id: archive.library.id,
    created: '2026-11-23T09:00:00.000Z',
  });
  expect(await readFile(join(folder.path, 'library/README.txt'), 'utf8')).toContain('without Pressmark');
  expect(archive.needsRebuild).toBe(false);
  archive.close();
});

test('a folder that only file managers wrote to counts as empty', async () => {
  await using folder = await temporaryFolder();
  await mkdir(join(folder.path, 'library/.stfolder'), { recursive: true });
  await writeFile(join(folder.path, 'library/.DS_Store'), '');
  await writeFile(join(folder.path, 'library/desktop.ini'), '');
  const archive = await openIn(folder.path);
  expect(archive.library.readOnly).toBe(false);
  archive.close();
});

test('a missing folder is not made unless asked for', async () => {
  await using folder = await temporaryFolder();
  await expect(openIn(folder.path, { createMissing: false })).rejects.toMatchObject({ code: 'library-missing' });
  expect(await readdir(folder.path)).toEqual([]);
});

test("somebody's folder is refused and left alone", async () => {
  await using folder = await temporaryFolder();
  await mkdir(join(folder.path, 'library'));
  await writeFile(join(folder.path, 'library/thesis.odt'), 'years of work');
  await expect(openIn(folder.path)).rejects.toMatchObject({
    code: 'library-missing',
    message: expect.stringContaining('holds other files'),
  });
  expect(await readdir(join(folder.path, 'library'))).toEqual(['thesis.odt']);
});

test('a file where the library should be is refused', async () => {
  await using folder = await temporaryFolder();
  await writeFile(join(folder.path, 'library'), '');
  await expect(openIn(folder.path)).rejects.toMatchObject({ code: 'library-missing' });
  await expect(openIn(folder.path, { libraryPath: join(folder.path, 'library/inner') })).rejects.toMatchObject({
    code: 'library-missing',
  });
});

test('a library of a newer format is refused and not touched', async () => {
  await using folder = await temporaryFolder();
  await mkdir(join(folder.path, 'library'));
  const newer = JSON.stringify({ format: 2, everything: 'else may differ' });
  await writeFile(join(folder.path, 'library/library.json'), newer);
  await expect(openIn(folder.path)).rejects.toMatchObject({ code: 'library-newer' });
  expect(await readdir(join(folder.path, 'library'))).toEqual(['library.json']);
  expect(await readFile(join(folder.path, 'library/library.json'), 'utf8')).toBe(newer);
});

test('a library whose library.json is damaged or gone is refused in words, and not overwritten', async () => {
  await using folder = await temporaryFolder();
  const archive = await openIn(folder.path);
  await archive.add(anAddition());
  archive.close();
  const path = join(folder.path, 'library/library.json');
  await writeFile(path, '\0\0\0\0');
  await expect(openIn(folder.path)).rejects.toMatchObject({ code: 'library-damaged' });
  await rm(path);
  await expect(openIn(folder.path)).rejects.toMatchObject({ code: 'library-damaged' });
  expect(await readdir(join(folder.path, 'library'))).not.toContain('library.json');
});

test('two libraries with one id, a copy and its original, have a catalogue each', async () => {
  await using folder = await temporaryFolder();
  const first = await openIn(folder.path);
  await first.add(anAddition());
  await mkdir(join(folder.path, 'copy'));
  await writeFile(join(folder.path, 'copy/library.json'), await readFile(join(folder.path, 'library/library.json')));
  const copy = await openIn(folder.path, { libraryPath: join(folder.path, 'copy') });
  expect(copy.library.id).toBe(first.library.id);
  expect(copy.list(everything).total).toBe(0);
  expect(first.list(everything).total).toBe(1);
  copy.close();
  first.close();
});

/** Permissions do not bind root: a process of another account meets them. */
const isRoot = process.getuid?.() === 0;
const nobody = 65534;

test.skipIf(!isRoot)('a library that may not be written to can be read, and every write is refused', async () => {
  await using folder = await temporaryFolder();
  const archive = await openIn(folder.path);
  await archive.add(anAddition());
  archive.close();
  const before = await readdir(join(folder.path, 'library'), { recursive: true });
  await chmod(folder.path, 0o755);
  await rm(join(folder.path, 'data'), { recursive: true });
  await mkdir(join(folder.path, 'data'));
  await chown(join(folder.path, 'data'), nobody, nobody);
  const childPath = fileURLToPath(new URL('../../../tests/support/archive-child.ts', import.meta.url));
  const child = spawn(process.execPath, [childPath, 'try', folder.path], {
    uid: nobody,
    gid: nobody,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (said += text));
  expect(await once(child, 'close')).toEqual([0, null]);
  expect(said.trimEnd().split('\n')).toEqual([
    'read-only true',
    'get The ferry sailed at noon.',
    'add library-read-only',
    'tag library-read-only',
    'trash library-read-only',
    'undo library-read-only',
  ]);
  expect(await readdir(join(folder.path, 'library'), { recursive: true })).toEqual(before);
});

/** A file system of two megabytes that can be filled; needs the right to mount one. */
function mountSmall(path: string): boolean {
  if (!isRoot || process.platform !== 'linux') return false;
  return spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=2m', 'tmpfs', path]).status === 0;
}

test('a full disk refuses the article and the act, and nothing is half done', async (context) => {
  await using folder = await temporaryFolder();
  const library = join(folder.path, 'library');
  await mkdir(library);
  if (!mountSmall(library)) context.skip('no right to mount a small file system');
  try {
    const archive = await openIn(folder.path);
    const { id } = await archive.add(anAddition());
    const noise = crypto.getRandomValues(new Uint8Array(60_000));
    const keep = async (index: number) => archive.add(anAddition({ headline: `Story ${index}`, bytes: noise }));
    const fillUp = async () => {
      for (let index = 0; index < 100; index += 1) await keep(index);
    };
    await expect(fillUp()).rejects.toMatchObject({ code: 'disk-full', retryable: true });
    // The last bytes, too: now not even a journal line fits.
    await fillWith(join(library, 'ballast'));
    const tags = Array.from({ length: 100 }, (_, index) => `a long tag to write down ${index} ${'x'.repeat(100)}`);
    expect(() => archive.tag([id], tags, [])).toThrow(expect.objectContaining({ code: 'disk-full' }));
    expect(archive.summaries([id]).get(id)?.tags).toEqual([]);
    const { total } = archive.list(everything);
    await rm(join(library, 'ballast'));
    expect((await archive.verify()).findings).toEqual([]);
    expect(await readdir(join(library, 'articles'))).toEqual(['2026']);
    await archive.rebuild();
    expect(archive.list(everything).total).toBe(total);
    expect(archive.tag([id], tags, []).changed).toBe(1);
    expect((await archive.verify()).findings).toEqual([]);
    archive.close();
  } finally {
    spawnSync('umount', [library]);
  }
});

test('an act is taken back from the journal when only the catalogue has no room for it', async (context) => {
  await using folder = await temporaryFolder();
  const data = join(folder.path, 'data');
  await mkdir(data);
  if (!mountSmall(data)) context.skip('no right to mount a small file system');
  try {
    const archive = await openIn(folder.path);
    const { id } = await archive.add(anAddition());
    const [device] = await readdir(join(folder.path, 'library/journal'));
    const journal = join(folder.path, 'library/journal', device!, '000001.jsonl');
    const before = await readFile(journal, 'utf8');
    await fillWith(join(data, 'ballast'));
    const tags = Array.from({ length: 500 }, (_, index) => `a long tag to write down ${index} ${'x'.repeat(100)}`);
    expect(() => archive.tag([id], tags, [])).toThrow(expect.objectContaining({ code: 'disk-full' }));
    await expect(archive.add(anAddition({ headline: 'x'.repeat(60_000) }))).rejects.toMatchObject({
      code: 'disk-full',
    });
    expect(await readFile(journal, 'utf8')).toBe(before);
    await rm(join(data, 'ballast'));
    expect(archive.list(everything).total).toBe(1);
    expect((await archive.verify()).findings).toEqual([]);
    expect(archive.tag([id], tags, []).changed).toBe(1);
    archive.close();
  } finally {
    spawnSync('umount', [data]);
  }
});

async function fillWith(path: string): Promise<void> {
  for (let size = 1 << 20; size >= 512; size >>= 1) {
    try {
      while (true) await writeFile(path, new Uint8Array(size), { flag: 'a' });
    } catch {
      // Full at this size: try smaller pieces.
    }
  }
}
