import { execFileSync } from 'node:child_process';
import * as fs from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readFailure, writeFailure } from './file-errors.ts';
import {
  appendDurably,
  isTemporaryName,
  listFolder,
  makeFolder,
  readFile,
  removeFolder,
  renameDurably,
  retryWhileHeld,
  statFile,
  temporaryPath,
  walk,
  writeFileDurably,
} from './files.ts';

let folder = '';
beforeEach(() => {
  folder = fs.mkdtempSync(join(tmpdir(), 'pressmark-files-'));
});
afterEach(() => fs.rmSync(folder, { recursive: true, force: true }));

const codeOf = async (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error: { code?: string }) => error.code,
  );

describe('writing whole files', () => {
  test('a written file holds the new bytes and nothing else lies beside it', async () => {
    const path = join(folder, 'snapshot.json');
    await writeFileDurably(path, 'first, and longer');
    await writeFileDurably(path, 'second');
    expect(fs.readFileSync(path, 'utf8')).toBe('second');
    expect(fs.readdirSync(folder)).toEqual(['snapshot.json']);
  });

  test('a failed write leaves the old file and no temporary one', async () => {
    const path = join(folder, 'kept');
    fs.mkdirSync(path);
    fs.writeFileSync(join(path, 'inside'), 'old');
    await expect(writeFileDurably(path, 'new')).rejects.toThrow();
    expect(fs.readdirSync(folder)).toEqual(['kept']);
    expect(fs.readFileSync(join(path, 'inside'), 'utf8')).toBe('old');
  });

  test('writing into a folder that is not there is path-missing', async () => {
    expect(await codeOf(writeFileDurably(join(folder, 'no', 'such', 'file'), 'x'))).toBe('path-missing');
  });

  test('writing below a file is path-missing, not a crash', async () => {
    fs.writeFileSync(join(folder, 'file'), '');
    expect(await codeOf(writeFileDurably(join(folder, 'file', 'x'), 'x'))).toBe('path-missing');
    expect(await codeOf(makeFolder(join(folder, 'file', 'x')))).toBe('path-missing');
  });

  test('a full disk is disk-full and may be tried again', async () => {
    const error = writeFailure(Object.assign(new Error('full'), { code: 'ENOSPC' }), '/library/x');
    expect(error).toMatchObject({ code: 'disk-full', retryable: true });
    if (!fs.existsSync('/dev/full')) return;
    expect(() => appendDurably('/dev/full', 'x')).toThrow(expect.objectContaining({ code: 'disk-full' }));
  });

  test.each(['EROFS', 'EACCES', 'EPERM', 'EIO'])('a write refused with %s is library-read-only', (code) => {
    expect(writeFailure(Object.assign(new Error(), { code }), '/library/x')).toMatchObject({
      code: 'library-read-only',
    });
  });

  test('a failure nobody foresaw is passed on as it was', () => {
    const strange = new TypeError('a bug');
    expect(writeFailure(strange, 'x')).toBe(strange);
    expect(readFailure(strange, 'x')).toBe(strange);
  });

  test('temporary names are recognised, other hidden files are not', () => {
    expect(isTemporaryName(temporaryPath('/a/b.json').slice('/a/'.length))).toBe(true);
    expect(isTemporaryName('.gitignore')).toBe(false);
    expect(isTemporaryName('notes.tmp')).toBe(false);
  });
});

describe('folders', () => {
  test('a folder is made with all above it, and made again without complaint', async () => {
    const deep = join(folder, 'a', 'b', 'c');
    await makeFolder(deep);
    await makeFolder(deep);
    expect(fs.statSync(deep).isDirectory()).toBe(true);
  });

  test('a folder moves whole', async () => {
    await makeFolder(join(folder, 'from'));
    await writeFileDurably(join(folder, 'from', 'x'), 'x');
    await makeFolder(join(folder, 'shelf'));
    await renameDurably(join(folder, 'from'), join(folder, 'shelf', 'to'));
    expect(await listFolder(join(folder, 'shelf', 'to'))).toEqual([{ name: 'x', kind: 'file' }]);
    expect(await statFile(join(folder, 'from'))).toBeUndefined();
  });

  test('entries come sorted, and links are not followed', async () => {
    fs.writeFileSync(join(folder, 'b'), '');
    fs.mkdirSync(join(folder, 'a'));
    fs.symlinkSync(folder, join(folder, 'c'));
    expect(await listFolder(folder)).toEqual([
      { name: 'a', kind: 'folder' },
      { name: 'b', kind: 'file' },
      { name: 'c', kind: 'link' },
    ]);
  });

  test('a walk meets every file once, even where a link leads back up', async () => {
    fs.mkdirSync(join(folder, 'a', 'deep'), { recursive: true });
    fs.writeFileSync(join(folder, 'a', 'deep', 'one'), '');
    fs.writeFileSync(join(folder, 'two'), '');
    fs.symlinkSync(folder, join(folder, 'a', 'back'));
    const met: string[] = [];
    for await (const path of walk(folder)) met.push(path.slice(folder.length + 1));
    expect(met).toEqual([join('a', 'deep', 'one'), 'two']);
  });

  test('removing is complete, and removing nothing is no failure', async () => {
    await makeFolder(join(folder, 'x', 'y'));
    await removeFolder(join(folder, 'x'));
    await removeFolder(join(folder, 'x'));
    expect(fs.readdirSync(folder)).toEqual([]);
  });
});

describe('reading', () => {
  test('what is not there is path-missing, a folder is unreadable-file', async () => {
    expect(await codeOf(readFile(join(folder, 'no')))).toBe('path-missing');
    expect(await codeOf(listFolder(join(folder, 'no')))).toBe('path-missing');
    expect(await codeOf(readFile(folder))).toBe('unreadable-file');
  });

  test('a longer file than allowed is refused before it is read', async () => {
    fs.writeFileSync(join(folder, 'huge'), '');
    fs.truncateSync(join(folder, 'huge'), 5_000_000_000);
    expect(await codeOf(readFile(join(folder, 'huge'), { maxBytes: 30_000_000 }))).toBe('too-large');
  });

  test.skipIf(process.platform === 'win32')('a pipe is refused, not waited for', async () => {
    execFileSync('mkfifo', [join(folder, 'pipe')]);
    expect(await codeOf(readFile(join(folder, 'pipe')))).toBe('unreadable-file');
  });

  test('facts follow links; nothing there is undefined', async () => {
    fs.writeFileSync(join(folder, 'x'), 'four');
    fs.symlinkSync(join(folder, 'x'), join(folder, 'link'));
    expect(await statFile(join(folder, 'link'))).toMatchObject({ kind: 'file', sizeBytes: 4 });
    expect(await statFile(join(folder, 'no'))).toBeUndefined();
    expect(await statFile(join(folder, 'x', 'below a file'))).toBeUndefined();
  });
});

describe('appending', () => {
  test('appends follow one another and say where they stand', () => {
    const path = join(folder, '000001.jsonl');
    expect(appendDurably(path, 'é\n')).toEqual({ start: 0, end: 3 });
    expect(appendDurably(path, 'b\n')).toEqual({ start: 3, end: 5 });
    expect(fs.readFileSync(path, 'utf8')).toBe('é\nb\n');
  });

  test.skipIf(process.platform === 'win32')('an append that meets a limit half way is taken back whole', () => {
    const path = join(folder, 'journal.jsonl');
    fs.writeFileSync(path, 'before\n'.repeat(1000));
    const script = `
      const { appendDurably } = await import(${JSON.stringify(new URL('./files.ts', import.meta.url).href)});
      process.on('SIGXFSZ', () => {});
      try { appendDurably(process.argv[1], 'x'.repeat(100_000)); console.log('done'); }
      catch (error) { console.log(error.code); }
    `;
    // A file-size limit makes the kernel write a part and then refuse, as a full disk does.
    const output = execFileSync(
      'bash',
      ['-c', 'ulimit -f 16; exec "$0" --input-type=module -e "$1" "$2"', process.execPath, script, path],
      { encoding: 'utf8' },
    );
    expect(output.trim()).toBe('EFBIG');
    expect(fs.readFileSync(path, 'utf8')).toBe('before\n'.repeat(1000));
  });
});

describe('waiting for scanners', () => {
  const held = () => Promise.reject(Object.assign(new Error(), { code: 'EBUSY' }));

  test('a held file is tried again until it is let go', async () => {
    let tries = 0;
    expect(await retryWhileHeld(() => (++tries < 3 ? held() : Promise.resolve('moved')), [1, 1, 1])).toBe('moved');
    expect(tries).toBe(3);
  });

  test('a file held for too long is reported, another failure at once', async () => {
    expect(await codeOf(retryWhileHeld(held, [1, 1]))).toBe('EBUSY');
    let tries = 0;
    const missing = () => Promise.reject(Object.assign(new Error(), { code: 'ENOENT', tries: ++tries }));
    expect(await codeOf(retryWhileHeld(missing, [1, 1]))).toBe('ENOENT');
    expect(tries).toBe(1);
  });
});
