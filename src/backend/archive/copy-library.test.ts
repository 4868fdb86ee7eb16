import { mkdir, readdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { anAddition, openIn, temporaryFolder } from '#support/archive.ts';

/** Every file below a folder with its bytes. */
async function contentOf(folder: string): Promise<Map<string, string>> {
  const content = new Map<string, string>();
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    if (entry.isFile()) content.set(path.slice(folder.length), (await readFile(path)).toString('base64'));
  }
  return content;
}

test('a copy holds every byte of the library, and opens as a library of the same articles', async () => {
  await using folder = await temporaryFolder();
  await using other = await temporaryFolder();
  const archive = await openIn(folder.path);
  const { id } = await archive.add(anAddition({ headline: 'A story' }));
  archive.tag([id], ['kept'], []);
  const told: number[] = [];
  const target = join(other.path, 'Moved library');
  const copied = await archive.copy(target, { onProgress: ({ done, total }) => told.push(done / total) });
  const original = await contentOf(archive.library.path);
  expect(await contentOf(target)).toEqual(original);
  expect(copied).toMatchObject({ path: target, files: original.size });
  expect(told).toEqual(told.toSorted((a, b) => a - b));
  archive.close();

  const again = await openIn(other.path, { libraryPath: target });
  await again.rebuild();
  expect(again.list({ filter: { tag: 'kept' }, sort: 'saved', limit: 9, offset: 0 }).articles).toMatchObject([{ id }]);
  expect((await again.verify()).findings).toEqual([]);
  again.close();
});

test('what is written while the copy is made is in it', async () => {
  await using folder = await temporaryFolder();
  await using other = await temporaryFolder();
  const archive = await openIn(folder.path);
  const { id } = await archive.add(anAddition({ headline: 'A story' }));
  let acts = 0;
  await archive.copy(join(other.path, 'copy'), {
    onProgress: () => {
      if (acts < 2) archive.tag([id], [`tag ${(acts += 1)}`], []);
    },
  });
  expect(acts).toBe(2);
  expect(await contentOf(join(other.path, 'copy'))).toEqual(await contentOf(archive.library.path));
  archive.close();
});

test('a copy that is called off leaves nothing behind, and nothing of others is touched', async () => {
  await using folder = await temporaryFolder();
  await using other = await temporaryFolder();
  const archive = await openIn(folder.path);
  await archive.add(anAddition({ headline: 'A story' }));
  const stop = new AbortController();
  const work = { signal: stop.signal, onProgress: () => stop.abort() };
  await expect(archive.copy(join(other.path, 'copy'), work)).rejects.toThrow(/abort/i);
  expect(await readdir(other.path)).toEqual([]);
  archive.close();
});

test('a folder that cannot take a library is told apart by what is wrong with it, and left alone', async () => {
  await using folder = await temporaryFolder();
  await using other = await temporaryFolder();
  const archive = await openIn(folder.path);
  await writeFile(join(other.path, 'letter.txt'), 'Dear Ada');
  await mkdir(join(other.path, 'empty'));
  const newer = join(other.path, 'newer');
  await mkdir(newer);
  await writeFile(
    join(newer, 'library.json'),
    JSON.stringify({ format: 99, id: 'abcdefgh', created: '2026-01-01T00:00:00Z' }),
  );
  const kinds: readonly (readonly [string, string])[] = [
    [archive.library.path, 'library'],
    [other.path, 'other-files'],
    [join(other.path, 'letter.txt'), 'file'],
    [join(other.path, 'empty'), 'empty'],
    [join(other.path, 'new'), 'new'],
    [join(other.path, 'nowhere', 'new'), 'no-parent'],
    [newer, 'newer'],
    ['Documents/Library', 'relative'],
  ];
  for (const [path, kind] of kinds) expect((await archive.look(path)).kind, path).toBe(kind);
  expect(await archive.look(join(archive.library.path, 'articles', 'copy'))).toMatchObject({ isInside: true });
  for (const [path, kind] of kinds) {
    if (kind === 'empty' || kind === 'new') continue;
    await expect(archive.copy(path), path).rejects.toMatchObject({ code: 'folder-unfit' });
  }
  await expect(archive.copy(join(archive.library.path, 'copy'))).rejects.toMatchObject({
    details: { reason: 'inside' },
  });
  expect((await readdir(other.path)).toSorted()).toEqual(['empty', 'letter.txt', 'newer']);
  archive.close();
});

test('a folder is looked at where it really is: through links on the way, and whatever begins its name', async () => {
  await using folder = await temporaryFolder();
  await using other = await temporaryFolder();
  const archive = await openIn(folder.path);
  const link = join(other.path, 'link');
  await symlink(archive.library.path, link, 'junction');
  expect(await archive.look(join(link, 'copy'))).toMatchObject({ kind: 'new', isInside: true });
  expect(await archive.look(join(link, 'nowhere', 'copy'))).toMatchObject({ kind: 'no-parent', isInside: true });
  expect(await archive.look(join(archive.library.path, '..copy'))).toMatchObject({ kind: 'new', isInside: true });
  await expect(archive.copy(join(link, 'copy'))).rejects.toMatchObject({ details: { reason: 'inside' } });
  archive.close();
});

test('a link that leads round in a ring is told of as unreadable', async () => {
  await using folder = await temporaryFolder();
  const archive = await openIn(folder.path);
  const ring = join(folder.path, 'ring');
  await symlink(ring, ring, 'junction');
  expect(await archive.look(ring)).toMatchObject({ kind: 'unreadable', isInside: false });
  archive.close();
});

test('what lies in the folder is measured by kind, to the byte', async () => {
  await using folder = await temporaryFolder();
  const archive = await openIn(folder.path);
  await archive.add(anAddition({ headline: 'A story' }));
  const storage = await archive.storage();
  const content = await contentOf(archive.library.path);
  const sizeOf = (wanted: RegExp) => {
    const found = [...content].filter(([path]) => wanted.test(path));
    return {
      files: found.length,
      bytes: found.reduce((sum, [, base64]) => sum + Buffer.from(base64, 'base64').length, 0),
    };
  };
  expect(storage.originals).toEqual(sizeOf(/original\.[^/\\]+$/));
  expect(storage.articles).toEqual(sizeOf(/(article\.html|snapshot\.json)$/));
  expect(storage.pictures).toEqual(sizeOf(/images/));
  expect(storage.other).toEqual(sizeOf(/(library\.json|README\.txt)$/));
  const files = Object.values(storage).reduce((sum, kind) => sum + kind.files, 0);
  expect(files).toBe(content.size);
  archive.close();
});
