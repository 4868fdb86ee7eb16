import { execFile } from 'node:child_process';
import { cp, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { builtinModules } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { runInNewContext } from 'node:vm';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parseAst } from 'vite';
import { ensureBuilt, outFolder } from '../../scripts/build-output.ts';
import { type PlacedText, textPdf } from '../support/hand-made-pdf.ts';

/**
 * Reads what the build made. Builders have shipped Electron's npm part inside a preload, preloads
 * that are never loaded, and imports of packages that are not there, with every other test green.
 */
const runFile = promisify(execFile);

beforeAll(() => ensureBuilt(), 120_000);

async function scriptsIn(folder: string): Promise<string[]> {
  const files = await readdir(path.join(outFolder, folder), { recursive: true });
  return files.filter((file) => /\.[cm]?js$/.test(file)).map((file) => path.join(folder, file));
}

function read(file: string): Promise<string> {
  return readFile(path.join(outFolder, file), 'utf8');
}

/** Every module that a script names in an import, an export, `import()`, `require()` or `import.meta.resolve()`. */
function modulesNamedBy(code: string): Set<string> {
  const names = new Set<string>();
  visit(parseAst(code), (node) => {
    const from = literal(node['source']);
    if (from !== undefined && /^(Import|Export)/.test(String(node['type']))) names.add(from);
    if (node['type'] !== 'CallExpression') return;
    const called = describeCallee(node['callee']);
    const [argument] = node['arguments'] as unknown[];
    const name = literal(argument);
    if (name !== undefined && ['require', '__require', 'import.meta.resolve'].includes(called)) names.add(name);
  });
  return names;
}

/** What a script cannot start without: imports that are not `import()`. */
function importedAtOnce(code: string): string[] {
  const names: string[] = [];
  visit(parseAst(code), (node) => {
    const from = literal(node['source']);
    if (from !== undefined && /^(Import|Export)\w*Declaration$/.test(String(node['type']))) names.push(from);
  });
  return names;
}

type SyntaxNode = Record<string, unknown>;

function isNode(value: unknown): value is SyntaxNode {
  return typeof value === 'object' && value !== null;
}

function visit(value: unknown, look: (node: SyntaxNode) => void): void {
  const waiting: unknown[] = [value];
  while (waiting.length > 0) {
    const next = waiting.pop();
    if (Array.isArray(next)) waiting.push(...(next as unknown[]));
    else if (isNode(next)) {
      if (typeof next['type'] === 'string') look(next);
      waiting.push(...Object.values(next).filter(isNode));
    }
  }
}

function literal(node: unknown): string | undefined {
  return isNode(node) && node['type'] === 'Literal' && typeof node['value'] === 'string' ? node['value'] : undefined;
}

function describeCallee(node: unknown): string {
  if (!isNode(node)) return '';
  if (node['type'] === 'Identifier') return String(node['name']);
  const property = isNode(node['property']) ? String(node['property']['name']) : '';
  const isImportMeta = isNode(node['object']) && node['object']['type'] === 'MetaProperty';
  return node['type'] === 'MemberExpression' && isImportMeta ? `import.meta.${property}` : '';
}

function isBuiltIn(name: string): boolean {
  return name.startsWith('node:') || builtinModules.includes(name);
}

describe('the main process, the command line and the threads', () => {
  test('have an entry each', async () => {
    const files = await readdir(path.join(outFolder, 'main'));
    const entries = [
      'index.js',
      'cli.js',
      'web-host.js',
      'backend-thread.js',
      'extract-worker.js',
      'picture-worker.js',
    ];
    expect(files).toEqual(expect.arrayContaining(entries));
    for (const entry of entries)
      expect((await stat(path.join(outFolder, 'main', entry))).size, entry).toBeGreaterThan(100);
  });

  test('need nothing but Node, Electron and each other', async () => {
    const strangers: string[] = [];
    for (const file of await scriptsIn('main')) {
      for (const name of modulesNamedBy(await read(file))) {
        if (!name.startsWith('./') && !isBuiltIn(name) && name !== 'electron') strangers.push(`${file} needs ${name}`);
      }
    }
    expect(strangers).toEqual([]);
  });

  test('only the main process needs Electron', async () => {
    const electronUsers: string[] = [];
    for (const file of await scriptsIn('main')) {
      if (modulesNamedBy(await read(file)).has('electron')) electronUsers.push(file);
    }
    expect(electronUsers).toEqual([path.join('main', 'index.js')]);
  });
});

describe('the preload', () => {
  test('is one CommonJS file that needs Electron alone', async () => {
    expect(await readdir(path.join(outFolder, 'preload'))).toEqual(['index.cjs']);
    const code = await read('preload/index.cjs');
    expect([...modulesNamedBy(code)]).toEqual(['electron']);
    expect(code).not.toMatch(/^\s*(import|export)\b/m);
  });

  test('puts six functions into the window and nothing else', async () => {
    const exposed: Record<string, Record<string, unknown>> = {};
    const sent: unknown[] = [];
    const listeners = new Map<string, (...args: unknown[]) => void>();
    const electron = {
      contextBridge: { exposeInMainWorld: (name: string, api: Record<string, unknown>) => (exposed[name] = api) },
      ipcRenderer: {
        invoke: (...args: unknown[]) => (sent.push(args), Promise.resolve('reply')),
        send: (...args: unknown[]) => sent.push(args),
        on: (channel: string, listener: (...args: unknown[]) => void) => listeners.set(channel, listener),
        off: (channel: string) => listeners.delete(channel),
      },
    };
    runInNewContext(await read('preload/index.cjs'), {
      require: (name: string) => (name === 'electron' ? electron : undefined),
      exports: {},
      module: {},
    });
    expect(Object.keys(exposed)).toEqual(['pressmark']);
    const { call, cancel, onEvent, onLink, onAct, wish, ...rest } = exposed['pressmark'] as {
      call: (method: string, input: unknown, number: number) => Promise<unknown>;
      cancel: (number: number) => void;
      onEvent: (listener: (...args: unknown[]) => void) => () => void;
      onLink: (listener: (link: string) => void) => () => void;
      onAct: (listener: (act: unknown) => void) => () => void;
      wish: (wishes: unknown) => void;
    };
    expect(rest).toEqual({});

    expect(await call('library.status', {}, 7)).toBe('reply');
    cancel(7);
    wish({ language: 'de', notifies: true });
    expect(sent).toEqual([
      ['pressmark:call', 'library.status', {}, 7],
      ['pressmark:cancel', 7],
      ['pressmark:wish', { language: 'de', notifies: true }],
    ]);
    const heard: unknown[][] = [];
    const unsubscribe = onEvent((...args) => heard.push(args));
    listeners.get('pressmark:event')?.({ sender: 'a way back to ipcRenderer' }, { type: 'library.ready' });
    expect(heard).toEqual([[{ type: 'library.ready' }]]);
    unsubscribe();

    // A link that came before anybody listened is told to the first who does.
    listeners.get('pressmark:link')?.({ sender: 'Electron itself' }, 'pressmark://search?q=early');
    const links: string[] = [];
    const unlink = onLink((link) => links.push(link));
    listeners.get('pressmark:link')?.({ sender: 'Electron itself' }, 'pressmark://search?q=late');
    expect(links).toEqual(['pressmark://search?q=early', 'pressmark://search?q=late']);
    unlink();
    const acts: unknown[] = [];
    const unact = onAct((act) => acts.push(act));
    listeners.get('pressmark:act')?.({ sender: 'Electron itself' }, { kind: 'do', action: 'settings' });
    expect(acts).toEqual([{ kind: 'do', action: 'settings' }]);
    unact();
    expect(listeners.size).toBe(0);
  });
});

describe('the window', () => {
  test('loads its own files only, and runs nothing written into the page', async () => {
    const page = await read('renderer/index.html');
    const addresses = Array.from(page.matchAll(/(?:src|href)="([^"]+)"/g), (match) => match[1] ?? '');
    expect(addresses.length).toBeGreaterThan(0);
    for (const address of addresses) {
      const { protocol, host, pathname } = new URL(address, 'app://pressmark/');
      expect([protocol, host], address).toEqual(['app:', 'pressmark']);
      await expect(stat(path.join(outFolder, 'renderer', pathname))).resolves.toBeDefined();
    }
    expect(page).not.toMatch(/<script(?![^>]*\bsrc=)/);
    expect(page).not.toMatch(/<style|\sstyle=|\son[a-z]+=/);
  });

  test('is minified and carries neither the validation library nor Node', async () => {
    for (const file of await scriptsIn('renderer')) {
      const code = await read(file);
      expect(
        [...modulesNamedBy(code)].filter((name) => !name.startsWith('.')),
        file,
      ).toEqual([]);
      expect(code, file).not.toMatch(/ZodError|_zod/);
      // One line is as few as there can be, however little is in it.
      expect(code.split('\n').length, file).toBeLessThan(Math.max(2, code.length / 200));
    }
  });

  test('loads less than 250 kB of compressed script before it is there', async () => {
    const page = await read('renderer/index.html');
    const entries = Array.from(page.matchAll(/<script[^>]*\ssrc="\.\/([^"]+)"/g), (match) => match[1] ?? '');
    const loaded = new Set(entries);
    const screens = (await scriptsIn('renderer')).map((file) => file.slice('renderer/'.length));
    for (const file of screens) if (path.basename(file).startsWith('window-')) loaded.add(file);
    expect(loaded.size).toBe(2);

    let compressedBytes = 0;
    for (const file of loaded) {
      const code = await read(path.join('renderer', file));
      compressedBytes += gzipSync(code).length;
      for (const name of importedAtOnce(code)) loaded.add(path.posix.join(path.posix.dirname(file), name));
    }
    expect(compressedBytes).toBeLessThan(250_000);
  });

  test('fetches no font and no style from elsewhere', async () => {
    const files = await readdir(path.join(outFolder, 'renderer'), { recursive: true });
    for (const file of files.filter((name) => name.endsWith('.css'))) {
      const remote = (await read(path.join('renderer', file))).match(
        /(url\(\s*["']?|@import\s+["']?)(https?:)?\/\/[^)"']*/g,
      );
      expect(remote, file).toBeNull();
    }
  });
});

test('no source map and no path of the machine that built it is in the output', async () => {
  const files = (await readdir(outFolder, { recursive: true })).filter((file) =>
    /\.(map|[cm]?js|css|html)$/.test(file),
  );
  expect(files.filter((file) => file.endsWith('.map'))).toEqual([]);
  const root = path.dirname(outFolder);
  for (const file of files) expect((await read(file)).includes(root), file).toBe(false);
});

describe('taken away from its node_modules', () => {
  let folder: string;

  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'pressmark-out-'));
    await cp(outFolder, path.join(folder, 'out'), { recursive: true });
    await writeFile(path.join(folder, 'package.json'), '{"type":"module"}');
  });

  afterAll(() => rm(folder, { recursive: true, force: true }));

  function pressmark(...args: string[]) {
    const env = { ...process.env, PRESSMARK_DATA: path.join(folder, 'data') };
    return runFile(process.execPath, [path.join(folder, 'out', 'main', 'cli.js'), '--json', ...args], {
      env,
      cwd: folder,
    });
  }

  test('the command line takes in, finds and shows an article', async () => {
    const story = Array.from(
      { length: 6 },
      (_, day) => `On day ${day} the harbour was opened again, as everybody had hoped for weeks.`,
    );
    await writeFile(
      path.join(folder, 'page.html'),
      `<title>Harbour</title><article><h1>Harbour opens</h1><p>${story.join('</p><p>')}</p></article>`,
    );
    const added = JSON.parse((await pressmark('add', 'page.html')).stdout) as { status: string; id: string };
    expect(added.status).toBe('added');
    const found = JSON.parse((await pressmark('search', 'harbour')).stdout) as {
      hits: { id: string; snippet: string }[];
    };
    expect(found.hits[0]?.id).toBe(added.id);
    expect(found.hits[0]?.snippet).toMatch(/\uE000harbour\uE001/i);
    const { stdout } = await pressmark('show', added.id, '--format', 'markdown');
    expect(stdout).toContain('headline: Harbour opens');
  });

  test('the stemmers come along', async () => {
    const story = Array.from(
      { length: 6 },
      (_, day) => `Am ${day + 1}. Tag brannten die Häuser am Hafen, und niemand wusste, wer das Feuer gelegt hatte.`,
    );
    await writeFile(
      path.join(folder, 'haus.html'),
      `<html lang="de"><title>Hafen</title><article><h1>Feuer am Hafen</h1><p>${story.join('</p><p>')}</p></article>`,
    );
    const added = JSON.parse((await pressmark('add', 'haus.html')).stdout) as { id: string };
    const found = JSON.parse((await pressmark('search', 'haus')).stdout) as { hits: { id: string; snippet: string }[] };
    expect(found.hits[0]?.id).toBe(added.id);
    expect(found.hits[0]?.snippet).toContain('\uE000Häuser\uE001');
  });

  test('the reader of PDF comes along, and nothing of it is compiled at run time', async () => {
    const lines = Array.from({ length: 12 }, (_, at): PlacedText => [
      72,
      720 - at * 14,
      11,
      `Line ${at} of a story of the quay.`,
    ]);
    await writeFile(path.join(folder, 'quay.pdf'), textPdf([[[72, 760, 22, 'The quay opens'], ...lines]]));
    const added = JSON.parse((await pressmark('add', 'quay.pdf')).stdout) as { status: string; id: string };
    expect(added.status).toBe('added');
    const { stdout } = await pressmark('show', added.id, '--format', 'markdown');
    expect(stdout).toContain('headline: The quay opens');
    expect(stdout).toContain('Line 11 of a story');
    const readers = (await scriptsIn('main')).filter((file) => /pdf/.test(file));
    expect(readers.length).toBeGreaterThan(1);
    for (const file of readers) expect(await read(file), file).not.toMatch(/\bnew Function\(|[^.\w]eval\(/);
  });
});
