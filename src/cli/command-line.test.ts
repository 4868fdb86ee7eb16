import { type ChildProcess, spawn } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { asText, inventArticle } from '#support/invent-articles.ts';

/** The command line as a program: what it prints where, and how it ends. */
const entry = path.join(import.meta.dirname, 'index.ts');
let folder: string;

type Ended = { readonly code: number | null; readonly stdout: string; readonly stderr: string };

function start(args: readonly string[]): ChildProcess {
  const env = { ...process.env, PRESSMARK_DATA: path.join(folder, 'data') };
  return spawn(process.execPath, ['--disable-warning=ExperimentalWarning', entry, ...args], { env, cwd: folder });
}

function whenEnded(child: ChildProcess): Promise<Ended> {
  return new Promise((resolve) => {
    let stdout = '';
    let stderr = '';
    child.stdout?.on('data', (bytes: Buffer) => (stdout += bytes.toString()));
    child.stderr?.on('data', (bytes: Buffer) => (stderr += bytes.toString()));
    child.on('close', (code) => resolve({ code, stdout, stderr }));
  });
}

/** The first thing a child prints; the reason when it ends without having printed anything. */
async function firstOutput(child: ChildProcess, ended: Promise<Ended>): Promise<string> {
  const output = new Promise<string>((resolve) => {
    child.stdout?.once('data', (bytes: Buffer) => resolve(bytes.toString()));
  });
  const silent = ended.then(({ stderr }) => Promise.reject(new Error(`it printed nothing: ${stderr}`)));
  return Promise.race([output, silent]);
}

function pressmark(args: readonly string[], input: string | Uint8Array = ''): Promise<Ended> {
  const child = start(args);
  const ended = whenEnded(child);
  child.stdin?.on('error', () => {}); // a command that reads nothing closes it
  child.stdin?.end(input);
  return ended;
}

function linesOf(text: string): Record<string, unknown>[] {
  const lines = text.split('\n').filter((line) => line !== '');
  return lines.map((line) => JSON.parse(line) as Record<string, unknown>);
}

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'pressmark-cli-'));
});

afterAll(() => rm(folder, { recursive: true, force: true }));

describe('one article, from standard input to the trash can of a pipe', () => {
  let id: string;

  test('is taken in once, and known the second time', async () => {
    const text = asText(inventArticle(1));
    const first = await pressmark(['--json', 'add', '-'], text);
    expect(first).toMatchObject({ code: 0, stderr: '' });
    expect(linesOf(first.stdout)).toEqual([
      { input: '-', status: 'added', id: expect.stringMatching(/^[0-9a-z]{8,}$/) },
    ]);
    id = String(linesOf(first.stdout)[0]?.['id']);
    const again = await pressmark(['--json', 'add', '-'], text);
    expect(linesOf(again.stdout)).toEqual([{ input: '-', status: 'duplicate', id }]);
  });

  test('is listed, and lies in the library that the data folder brings along', async () => {
    const { stdout } = await pressmark(['--json', 'list']);
    expect(linesOf(stdout)).toEqual([{ total: 1, articles: [expect.objectContaining({ id })] }]);
  });

  test('a search is saved by its name, listed with what it finds, given another query, and removed', async () => {
    const { headline } = inventArticle(1);
    const word = headline.split(' ').sort((a, b) => b.length - a.length)[0] ?? '';
    const saved = await pressmark(['search', word, '--save', 'By name', '--explain']);
    expect(saved).toMatchObject({ code: 0, stderr: expect.stringContaining('saved as "By name"') });
    expect(saved.stdout).toMatch(/weight +share +field +found +typed\n +\d/);
    await pressmark(['search', 'nothinglikeit', '--save', 'By name']);
    const listed = await pressmark(['--json', 'searches']);
    expect(linesOf(listed.stdout)).toEqual([
      { searches: [expect.objectContaining({ name: 'By name', query: 'nothinglikeit', total: 0, problem: null })] },
    ]);
    expect((await pressmark(['searches'])).stdout).toBe('By name  0  nothinglikeit\n');
    expect(await pressmark(['searches', '--remove', 'Other'])).toMatchObject({ code: 2 });
    expect(linesOf((await pressmark(['--json', 'searches', '--remove', 'By name'])).stdout)).toEqual([
      { searches: [] },
    ]);
  });

  test('is shown by the first letters of its id, in every format', async () => {
    const { headline } = inventArticle(1);
    const json = await pressmark(['show', id.slice(0, 4), '--format', 'json']);
    expect(linesOf(json.stdout)).toEqual([
      expect.objectContaining({ id, headline, text: expect.stringMatching(/.{100}/) }),
    ]);
    const text = await pressmark(['show', id]);
    expect(text.stdout).toContain(headline);
    const markdown = await pressmark(['show', id, '--format', 'markdown']);
    expect(markdown.stdout).toMatch(/^---\nid: /);
    expect(markdown.stdout).toContain(`# ${headline}`);
    const html = await pressmark(['show', id, '--format', 'html']);
    expect(html.stdout).toContain(`<h1>${headline}</h1>`);
    expect(html.stdout).not.toMatch(/<script|(src|srcset)="(?!data:)/);
  });

  test('gets tags and loses them', async () => {
    const tagged = await pressmark(['--json', 'tag', id, '--add', 'harbour/trade', '--add', 'later']);
    expect(linesOf(tagged.stdout)).toMatchObject([{ changed: 1 }]);
    await pressmark(['tag', id, '--remove', 'later']);
    const shown = await pressmark(['--json', 'show', id]);
    expect(linesOf(shown.stdout)).toMatchObject([{ tags: ['harbour/trade'] }]);
  });

  test('is found with its matches marked, and not by what must not occur', async () => {
    const word = inventArticle(1)
      .headline.split(' ')
      .reduce((a, b) => (b.length > a.length ? b : a));
    const found = linesOf((await pressmark(['--json', 'search', word])).stdout)[0];
    expect(Object.keys(found ?? {})).toEqual(['query', 'total', 'tookMs', 'hits', 'facets']);
    const [hit] = (found?.['hits'] ?? []) as Record<string, unknown>[];
    expect(Object.keys(hit ?? {})).toEqual(['id', 'score', 'headline', 'source', 'publishedAt', 'snippet']);
    expect(hit?.['id']).toBe(id);
    const without = linesOf((await pressmark(['--json', 'search', '--', `-${word}`])).stdout)[0];
    expect(without).toMatchObject({ query: `-${word}`, total: 0 });
  });

  test('is read again and left alone, since it reads the same', async () => {
    const reread = await pressmark(['--json', 'reread', '--all']);
    expect(reread).toMatchObject({ code: 0, stderr: '' });
    expect(linesOf(reread.stdout)).toEqual([
      { total: 1, renewed: 0, unchanged: 1, failed: 0, undo: null, problems: [] },
    ]);
    expect(await pressmark(['reread'])).toMatchObject({ code: 2 });
  });

  test('stands up to verification and a rebuild', async () => {
    const verified = await pressmark(['--json', 'verify']);
    expect(linesOf(verified.stdout)).toMatchObject([{ articles: 1, findings: [] }]);
    expect(verified.code).toBe(0);
    const rebuilt = await pressmark(['--json', 'rebuild']);
    expect(linesOf(rebuilt.stdout)).toEqual([{ articles: 1, findings: [] }]);
    const counted = await pressmark(['--json', 'stats']);
    expect(linesOf(counted.stdout)).toMatchObject([{ articles: 1, snapshots: 1 }]);
  });
});

describe('what cannot be done', () => {
  test('is one line with its code on standard error, and exit code 1', async () => {
    expect(await pressmark(['show', 'zzzzzzzz'])).toEqual({
      code: 1,
      stdout: '',
      stderr: 'pressmark: not-found: there is no article "zzzzzzzz"\n',
    });
  });

  test('does not keep the other inputs from being taken in', async () => {
    await writeFile(path.join(folder, 'good.txt'), asText(inventArticle(2)));
    await writeFile(path.join(folder, 'empty.txt'), '');
    await writeFile(path.join(folder, 'binary.html'), new Uint8Array([0, 1, 2, 3, 0, 255, 254, 0, 7, 6, 5, 0]));
    const ended = await pressmark([
      '--json',
      'add',
      'missing.txt',
      'empty.txt',
      'binary.html',
      'good.txt',
      'nonsense://x',
    ]);
    expect(ended.code).toBe(1);
    expect(
      linesOf(ended.stdout).map(({ input, status, error }) => [
        input,
        status,
        (error as { code: string } | undefined)?.code,
      ]),
    ).toEqual([
      ['missing.txt', 'failed', 'path-missing'],
      ['empty.txt', 'failed', 'empty-input'],
      ['binary.html', 'failed', 'binary-input'],
      ['good.txt', 'added', undefined],
      ['nonsense://x', 'failed', expect.stringMatching(/^address-/)],
    ]);
  });

  test('a second id that is unknown does not hide the first', async () => {
    const [listed] = linesOf((await pressmark(['--json', 'list', '--limit', '1'])).stdout);
    const [article] = (listed?.['articles'] ?? []) as { id: string }[];
    const ended = await pressmark(['--json', 'show', 'zzzzzzzz', article?.id ?? '']);
    expect(ended.code).toBe(1);
    expect(linesOf(ended.stdout)).toHaveLength(1);
    expect(ended.stderr).toBe('pressmark: not-found: there is no article "zzzzzzzz"\n');
  });

  test.each([
    [[], 'say what to do'],
    [['add'], 'add needs a file'],
    [['add', '-', '-'], 'only once'],
    [['list', '--sort', 'colour'], '--sort takes'],
    [['list', '--limit', '0'], '--limit takes'],
    [['show', 'x', '--format', 'pdf'], '--format takes'],
    [['tag', 'x', '--add', 'a//b'], 'cannot be a tag'],
    [['tag', 'x'], 'tag needs'],
    [['serve', '--host', '0.0.0.0'], 'serves this computer only'],
    [['verify', 'everything'], 'verify takes no'],
  ])('wrong usage is exit code 2: %j', async (args, expected) => {
    const ended = await pressmark(args);
    expect(ended).toMatchObject({ code: 2, stdout: '' });
    expect(ended.stderr).toMatch(/^pressmark: wrong-usage: [^\n]+\n$/);
    expect(ended.stderr).toContain(expected);
  });
});

test('help goes to standard output and names every command', async () => {
  const { code, stdout } = await pressmark(['--help']);
  expect(code).toBe(0);
  for (const name of ['add', 'search', 'list', 'show', 'tag', 'verify', 'rebuild', 'stats', 'serve']) {
    expect(stdout).toMatch(new RegExp(`^  ${name} `, 'm'));
    expect((await pressmark([name, '--help'])).stdout).toMatch(new RegExp(`^pressmark ${name}`));
  }
});

test('a reader that has seen enough does not make the command fail', async () => {
  const child = start(['list', '--json']);
  child.stdout?.destroy();
  const { code, stderr } = await whenEnded(child);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
});

test('Ctrl-C ends an import in order: what was told is kept, nothing is half done', { timeout: 60_000 }, async () => {
  const pages = path.join(folder, 'many');
  await mkdir(pages);
  for (let number = 100; number < 400; number += 1) {
    await writeFile(path.join(pages, `${number}.txt`), asText(inventArticle(number)));
  }
  const child = start(['--json', 'add', pages]);
  const ended = whenEnded(child);
  await firstOutput(child, ended);
  child.kill('SIGINT');
  const { code, stdout } = await ended;
  expect(code).toBe(130);
  const added = linesOf(stdout).filter(({ status }) => status === 'added');
  expect(added.length).toBeGreaterThan(0);
  expect(added.length).toBeLessThan(300);
  const [listed] = linesOf((await pressmark(['--json', 'list', '--limit', '1000'])).stdout);
  const kept = new Set(((listed?.['articles'] ?? []) as { id: string }[]).map(({ id }) => id));
  expect(added.filter(({ id }) => !kept.has(String(id)))).toEqual([]);
  expect(linesOf((await pressmark(['--json', 'verify'])).stdout)).toMatchObject([{ findings: [] }]);
});

test('serve prints an address that opens the window once, and ends with Ctrl-C', async () => {
  const child = start(['--json', 'serve']);
  const ended = whenEnded(child);
  const line = await firstOutput(child, ended);
  const { address, entryAddress } = JSON.parse(line) as { address: string; entryAddress: string };
  expect(entryAddress.startsWith(`${address}/?key=`)).toBe(true);
  expect((await fetch(address)).status).toBe(401);
  expect((await fetch(entryAddress, { redirect: 'manual' })).status).toBe(303);
  child.kill('SIGINT');
  expect((await ended).code).toBe(0);
});
