import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { type CommandLine, commandLine } from '#support/command-line.ts';
import { asText, inventArticle } from '#support/invent-articles.ts';
import { type PageServer, startPageServer } from '#support/page-server.ts';

/**
 * Bad input gets one clear line with a code and exit 1, and leaves nothing half-written: through
 * the real command line, on real files and a real server.
 */
let server: PageServer;
let folder: string;
let pressmark: CommandLine;

beforeAll(async () => {
  server = await startPageServer();
});
afterAll(async () => {
  await server.close();
});
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pressmark-bad-'));
  pressmark = commandLine(folder);
});
afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

async function fileOf(name: string, content: string | Uint8Array): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, content);
  return path;
}

/** Every file in the library that is not there from the start. */
async function keptFiles(): Promise<string[]> {
  const library = join(folder, 'Library');
  const paths = await readdir(library, { recursive: true }).catch(() => []);
  return paths.filter((path) => /articles.+|\.tmp|\.part/.test(path));
}

async function expectRefused(args: readonly string[], code: string, input?: string | Uint8Array): Promise<void> {
  const { lines, errors, code: exitCode } = await pressmark.run(args, input);
  expect(lines).toEqual([]);
  expect(errors.trim().split('\n')).toHaveLength(1);
  expect(errors).toMatch(new RegExp(`^pressmark: ${code}: \\S.{15,}`));
  expect(exitCode).toBe(1);
  expect(await keptFiles()).toEqual([]);
}

test('a missing path', async () => {
  await expectRefused(['add', join(folder, 'nowhere.html')], 'path-missing');
});

test('an empty file, and one of nothing but space', async () => {
  await expectRefused(['add', await fileOf('empty.txt', '')], 'empty-input');
  await expectRefused(['add', await fileOf('blank.md', ' \n\t\n ')], 'empty-input');
  await expectRefused(['add', '-'], 'empty-input', '\n');
});

test('a folder that holds nothing', async () => {
  await mkdir(join(folder, 'nothing'));
  await expectRefused(['add', join(folder, 'nothing')], 'empty-input');
});

test('a binary file, whatever its name says', async () => {
  const bytes = Uint8Array.from({ length: 5000 }, (_, index) => (index * 7919) % 256);
  await expectRefused(['add', await fileOf('story.txt', bytes)], 'binary-input');
  await expectRefused(['add', '-'], 'binary-input', bytes);
});

test('a kind of file that is not taken in is named', async () => {
  const picture = await fileOf('photo.html', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'));
  await expectRefused(['add', picture], 'unsupported-kind');
});

test('text in a charset that it does not have', async () => {
  const broken = Buffer.concat([
    Buffer.from('<html><head><meta charset="utf-8"></head><body><p>'),
    // Bytes that are no letter in any single-byte charset, and no UTF-8 either.
    Buffer.from(Array.from({ length: 4000 }, (_, index) => [0x81, 0x8d, 0x8f, 0x90, 0x9d, 0x20][(index * 7) % 6] ?? 0)),
    Buffer.from('</p></body></html>'),
  ]);
  await expectRefused(['add', await fileOf('broken.html', broken)], 'broken-charset');
});

test('a page with no article in it', async () => {
  await expectRefused(
    ['add', await fileOf('bare.html', '<html><body><nav><a href="/">Home</a></nav></body></html>')],
    'no-article',
  );
});

test('addresses that cannot or must not be fetched', async () => {
  await expectRefused(['add', 'http://127.0.0.1:9/story'], 'address-refused');
  await expectRefused(['add', 'http://[::ffff:10.0.0.1]/story'], 'address-refused');
  await expectRefused(['add', 'http://'], 'address-invalid');
});

test('a page that is not there', async () => {
  await expectRefused(['add', '--allow-local-addresses', server.url('/404')], 'address-status');
});

test('a page that never ends', async () => {
  await expectRefused(['add', '--allow-local-addresses', server.url('/endless')], 'too-large');
});

test('redirects that go round in a circle', async () => {
  await expectRefused(['add', '--allow-local-addresses', server.url('/circle')], 'address-redirects');
});

test('a library of a newer format is left as it is', async () => {
  const library = join(folder, 'Library');
  await mkdir(library);
  const mark = JSON.stringify({ format: 99, id: 'somebody-else', created: '2031-01-01T00:00:00Z' });
  await writeFile(join(library, 'library.json'), mark);
  await expectRefused(['add', await fileOf('story.txt', asText(inventArticle(1)))], 'library-newer');
  await expectRefused(['list'], 'library-newer');
  expect(await readdir(library)).toEqual(['library.json']);
  expect(await readFile(join(library, 'library.json'), 'utf8')).toBe(mark);
});

test('a folder of somebody’s own files is not made a library', async () => {
  const library = join(folder, 'Library');
  await mkdir(library);
  await writeFile(join(library, 'taxes.xls'), 'private');
  const { errors, code } = await pressmark.run(['list']);
  expect(errors).toMatch(/^pressmark: library-[a-z]+: /);
  expect(code).toBe(1);
  expect(await readdir(library)).toEqual(['taxes.xls']);
});

test('good inputs beside bad ones are kept, and the exit code says that some failed', async () => {
  const good = await fileOf('good.txt', asText(inventArticle(2)));
  const { lines, code } = await pressmark.run(['--json', 'add', join(folder, 'none'), good, good]);
  expect(lines.map((line) => JSON.parse(line) as unknown)).toMatchObject([
    { input: join(folder, 'none'), status: 'failed', error: { code: 'path-missing' } },
    { input: good, status: 'added' },
    { input: good, status: 'duplicate' },
  ]);
  expect(code).toBe(1);
});

test('wrong usage says how it is meant and exits with 2', async () => {
  for (const args of [['ad'], ['add'], ['list', '--sort', 'colour'], ['list', '--limit', 'many'], ['show']]) {
    const { errors, code } = await pressmark.run(args);
    expect(errors, args.join(' ')).toMatch(/^pressmark: wrong-usage: .+\n$/);
    expect(code, args.join(' ')).toBe(2);
  }
});
