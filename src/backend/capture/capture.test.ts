import * as fs from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { DraftImage } from '#contract/draft.ts';
import { createNetwork, type Network } from '#platform/network.ts';
import { captureOf } from '#support/captures.ts';
import {
  makePng,
  type PageServer,
  type Route,
  send,
  sendForever,
  startPageServer,
  storyPage,
} from '#support/page-server.ts';
import { type Capture, type Captured, createCapture } from './capture.ts';
import { defaultPictureLimits, fetchPictures, type PictureLimits } from './fetch-pictures.ts';

const clock = { now: () => Date.UTC(2024, 4, 17, 6, 30) };
const capturedAt = '2024-05-17T06:30:00.000Z';
const signal = new AbortController().signal;

let server: PageServer;
let network: Network;
let capture: Capture;
let folder = '';

beforeAll(async () => {
  server = await startPageServer({
    routes: {
      '/style': send('body { color: black }', 'text/css'),
      '/text-as-html': send('The ferry sailed again on Friday.', 'text/html'),
      '/raw/story.md': send('The *ferry* sailed again.', 'text/plain'),
      '/endless.png': sendForever(makePng(500, 500), 0, 'image/png'),
    },
  });
  network = createNetwork({ allowLocalAddresses: ['127.0.0.1'] });
  capture = createCapture({ network, clock });
});
afterAll(async () => {
  await network.close();
  await server.close();
});
beforeEach(() => {
  folder = fs.mkdtempSync(join(tmpdir(), 'pressmark-capture-'));
});
afterEach(() => fs.rmSync(folder, { recursive: true, force: true }));

function lay(path: string, content: string | Uint8Array): string {
  const full = join(folder, path);
  fs.mkdirSync(dirname(full), { recursive: true });
  fs.writeFileSync(full, content);
  return full;
}

/** The one article of an address. */
async function pageAt(address: string, by: AbortSignal = signal): Promise<Captured> {
  const pages: Captured[] = [];
  for await (const page of capture.openAddress(address, by)) pages.push(await page.capture(by));
  const [page, ...others] = pages;
  if (page === undefined || others.length > 0) throw new Error(`${others.length} more articles than one`);
  return page;
}

const textOf = ({ bytes }: Captured): string => Buffer.from(bytes).toString();
const codeOf = async (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => 'done',
    (error: { code?: string }) => error.code,
  );
const image = (key: string, reference: string): DraftImage => ({ key, reference, alt: null, lead: false });

describe('a file', () => {
  test('is taken in byte for byte, with its name and the time', async () => {
    const bytes = Buffer.from('Sönke zählt elf Gäste.', 'latin1');
    const { readRelative, ...captured } = await captureOf(capture.openFile(lay('Fähre.txt', bytes), signal));
    expect(captured).toEqual({
      kind: 'text',
      bytes,
      origin: 'file',
      address: null,
      requestedAddress: null,
      charset: null,
      fileName: 'Fähre.txt',
      original: null,
      hints: null,
      capturedAt,
      takenInAt: capturedAt,
    });
    expect(readRelative).toBeNull();
  });

  test('of a saved page brings its address and what lies beside it', async () => {
    const page = '<!DOCTYPE html><!-- saved from url=(0019)https://a.example/b --><img src="Ferry_files/a.png">';
    lay('Ferry_files/a.png', makePng(9, 9));
    const captured = await captureOf(capture.openFile(lay('Ferry.html', page), signal));
    expect(captured).toMatchObject({ kind: 'html', address: 'https://a.example/b', fileName: 'Ferry.html' });
    expect(await captured.readRelative?.('Ferry_files/a.png')).toEqual(makePng(9, 9));
  });

  test.each([
    ['missing.txt', undefined, 'path-missing'],
    ['empty.txt', '', 'empty-input'],
    ['blank.html', ' \n', 'empty-input'],
    ['photo.txt', makePng(9, 9), 'unsupported-kind'],
    ['data', Buffer.from([0, 1, 2, 3]), 'binary-input'],
    ['long.txt', Buffer.alloc(30_000_001, 'a'), 'too-large'],
  ])('%s is refused', async (name, content, code) => {
    const path = content === undefined ? join(folder, name) : lay(name, content);
    expect(await codeOf(captureOf(capture.openFile(path, signal)))).toBe(code);
  });

  test('handed over by value is refused when it is too long', async () => {
    const file = {
      path: 'a.txt',
      bytes: Buffer.alloc(30_000_001, 'a'),
      companions: new Map(),
      origin: 'file',
    } as const;
    expect(await codeOf(captureOf(capture.openDropped(file, signal)))).toBe('too-large');
  });

  test('handed over by value is the same, and reads only its companions', async () => {
    const file = {
      path: 'in/Ferry.html',
      bytes: Buffer.from('<p>Ferry'),
      companions: new Map([['in/Ferry_files/a.png', makePng(9, 9)]]),
      origin: 'file',
    } as const;
    const captured = await captureOf(capture.openDropped(file, signal));
    expect(captured).toMatchObject({ kind: 'html', fileName: 'Ferry.html', origin: 'file' });
    expect(await captured.readRelative?.('./Ferry_files/a.png')).toEqual(makePng(9, 9));
  });
});

describe('text', () => {
  const plain = 'The ferry\n\nIt sailed.';

  test('that is pasted stays text, whatever it looks like', () => {
    const text = '# Ferry\n\n**It** sailed. <b>Really</b>.';
    expect(capture.captureText({ text, origin: 'paste' })).toMatchObject({
      kind: 'text',
      charset: 'utf-8',
      origin: 'paste',
    });
  });

  test('brings the HTML flavour when that holds paragraphs', () => {
    const captured = capture.captureText({ text: plain, html: '<h1>The ferry</h1><p>It sailed.', origin: 'paste' });
    expect([captured.kind, textOf(captured)]).toEqual(['html', '<h1>The ferry</h1><p>It sailed.']);
  });

  test('brings the plain flavour when the other holds only dress', () => {
    const html = '<div style="font-family:monospace"><span>The ferry</span><br></div>';
    const captured = capture.captureText({ text: plain, html, origin: 'paste' });
    expect([captured.kind, textOf(captured)]).toEqual(['text', plain]);
  });

  test('that is a whole page is a page', () => {
    expect(capture.captureText({ text: storyPage, origin: 'paste' })).toMatchObject({ kind: 'html' });
    expect(capture.captureText({ text: storyPage, origin: 'stdin' })).toMatchObject({ kind: 'html' });
  });

  test('from a pipe is sniffed like a file, by its name if it has one', () => {
    const kindOf = (text: string, name?: string): string =>
      capture.captureText({ text, origin: 'stdin', ...(name === undefined ? {} : { name }) }).kind;
    expect(kindOf('---\ntitle: Ferry\n---\nText')).toBe('markdown');
    expect(kindOf('The ferry', 'ferry.md')).toBe('markdown');
    expect(kindOf('The ferry')).toBe('text');
  });

  test.each([
    ['', 'empty-input'],
    [' \n', 'empty-input'],
    ['a\0b', 'binary-input'],
  ])('%j is refused', (text, code) => {
    expect(() => capture.captureText({ text, origin: 'stdin' })).toThrow(expect.objectContaining({ code }));
  });
});

describe('an address', () => {
  test('is taken in with where it led and what was asked', async () => {
    const asked = server.url('/moved-thrice').replace('//', '//user:secret@');
    const captured = await pageAt(asked);
    expect(captured).toEqual({
      kind: 'html',
      bytes: Buffer.from(storyPage),
      origin: 'address',
      address: server.url('/story'),
      requestedAddress: server.url('/moved-thrice'),
      charset: 'utf-8',
      fileName: null,
      original: null,
      hints: null,
      capturedAt,
      takenInAt: capturedAt,
      readRelative: null,
    });
  });

  test.each([
    ['/story.txt', 'text'],
    ['/story.md', 'markdown'],
    ['/raw/story.md', 'markdown'],
    ['/without-type', 'html'],
    ['/text-as-html', 'text'],
    ['/gzip', 'html'],
    ['/pdf', 'pdf'],
  ])('%s is %s', async (path, kind) => {
    expect(await pageAt(server.url(path))).toMatchObject({ kind });
  });

  test.each([
    ['/pictures/ferry.png', 'address-type'],
    ['/style', 'address-type'],
    ['/picture-as-page', 'address-type'],
    ['/empty', 'empty-input'],
    ['/nothing-here', 'address-status'],
    ['/endless', 'too-large'],
    ['/to-private-network', 'address-refused'],
  ])('%s is refused with %s', async (path, code) => {
    expect(await codeOf(pageAt(server.url(path)))).toBe(code);
  });

  test('that is none, or is cancelled', async () => {
    expect(await codeOf(pageAt('ferry'))).toBe('address-invalid');
    expect(await codeOf(pageAt(server.url('/story'), AbortSignal.abort()))).toBe('cancelled');
  });
});

describe('pictures', () => {
  const story = (): Promise<Captured> => pageAt(server.url('/story'));

  test('of a page come from its site; what is no picture, or a tracker, or cannot be had, is left out, and why', async () => {
    const closed = await addressOfNobody();
    const references = [
      '/pictures/ferry.png',
      'pictures/pixel.png',
      '/pictures/page.png',
      '/gone',
      'http://192.168.1.1/a.png',
      '/endless.png',
      closed,
    ];
    const images = references.map((reference, index) => image(`k${index}`, reference));
    const { pictures, missing } = await capture.fetchPictures(images, await story(), signal);
    expect(missing).toEqual([
      { key: 'k2', reason: 'no-picture' },
      { key: 'k3', reason: 'refused' },
      { key: 'k4', reason: 'unreachable' },
      { key: 'k5', reason: 'too-large' },
      { key: 'k6', reason: 'unreachable' },
    ]);
    expect(pictures).toEqual([
      { key: 'k0', bytes: makePng(640, 480), mediaType: 'image/png', width: 640, height: 480 },
    ]);
  });

  test('named twice are fetched once, and equal bytes are one array', async () => {
    const captured = await story();
    const before = server.requests.length;
    const images = ['/pictures/ferry.png', '/pictures/ferry.png', '/pictures/same-ferry.png'].map((reference, index) =>
      image(`k${index}`, reference),
    );
    const { pictures } = await capture.fetchPictures(images, captured, signal);
    expect(pictures.map(({ key }) => key)).toEqual(['k0', 'k1', 'k2']);
    expect(new Set(pictures.map(({ bytes }) => bytes)).size).toBe(1);
    expect(server.requests.slice(before).sort()).toEqual(['/pictures/ferry.png', '/pictures/same-ferry.png']);
  });

  test('of one host are asked for two at a time, and keep their order', async () => {
    const slow = Array.from({ length: 12 }, (_, index) => {
      const route: Route = async (request, response) => {
        await sleep(20 + 10 * (index % 3));
        return send(makePng(10 + index, 10), 'image/png')(request, response);
      };
      return [`/${index}.png`, route] as const;
    });
    const host = await startPageServer({ routes: Object.fromEntries(slow) });
    const images = slow.map(([path], index) => image(`k${index}`, host.url(path)));
    const { pictures } = await capture.fetchPictures(images, await story(), signal);
    expect(pictures.map(({ key, width }) => [key, width])).toEqual(images.map(({ key }, index) => [key, 10 + index]));
    expect(host.mostAtOnce()).toBe(2);
    await host.close();
  });

  test('are bounded in number, in bytes and in time', async () => {
    const captured = await story();
    const images = Array.from({ length: 5 }, (_, index) => image(`k${index}`, `/pictures/ferry.png?${index}`));
    const cameOf = async (limits: Partial<PictureLimits>, wanted = images) => {
      const bounds = { ...defaultPictureLimits, ...limits };
      const { pictures, missing } = await fetchPictures(network, wanted, captured, signal, bounds);
      return { keys: pictures.map(({ key }) => key), reasons: missing.map(({ reason }) => reason) };
    };
    expect(await cameOf({ pictures: 2 })).toEqual({
      keys: ['k0', 'k1'],
      reasons: ['too-many', 'too-many', 'too-many'],
    });
    const some = await cameOf({ bytesOfAll: makePng(640, 480).length * 3 });
    expect(some).toMatchObject({ keys: { length: 3 }, reasons: ['too-many', 'too-many'] });
    const slow = [image('slow', '/never-answers'), image('k0', '/pictures/ferry.png')];
    expect(await cameOf({ wholeMs: 300 }, slow)).toEqual({ keys: ['k0'], reasons: ['too-slow'] });
  });

  test('of a saved page are read from beside it, also where its references were made absolute', async () => {
    lay('Ferry_files/a.png', makePng(9, 9));
    const page = '<!DOCTYPE html><!-- saved from url=(0019)https://a.example/b -->';
    const captured = await captureOf(capture.openFile(lay('Ferry.html', page), signal));
    const images = [image('a', './Ferry_files/a.png'), image('b', 'https://a.example/Ferry_files/a.png')];
    const { pictures } = await capture.fetchPictures(images, captured, signal);
    expect(pictures.map(({ key }) => key)).toEqual(['a', 'b']);
  });

  test('of a file are never fetched from the network', async () => {
    const captured = await captureOf(
      capture.openFile(lay('Ferry.html', `<base href="${server.url('/')}"><p>x`), signal),
    );
    const before = server.requests.length;
    const images = [image('a', server.url('/pictures/ferry.png'))];
    expect(await capture.fetchPictures(images, captured, signal)).toEqual({
      pictures: [],
      missing: [{ key: 'a', reason: 'not-at-hand' }],
    });
    expect(server.requests.length).toBe(before);
  });

  test('of a paste are never fetched from the network', async () => {
    const captured = capture.captureText({ text: '', html: '<p>Ferry', origin: 'paste' });
    const before = server.requests.length;
    const images = [image('a', server.url('/pictures/ferry.png'))];
    expect(await capture.fetchPictures(images, captured, signal)).toEqual({
      pictures: [],
      missing: [{ key: 'a', reason: 'not-at-hand' }],
    });
    expect(server.requests.length).toBe(before);
  });

  test('that the page carries in itself are decoded', async () => {
    const reference = `data:image/jpeg;base64,${Buffer.from(makePng(9, 9)).toString('base64')}`;
    const captured = capture.captureText({ text: '', html: '<p>Ferry', origin: 'paste' });
    const { pictures } = await capture.fetchPictures([image('a', reference)], captured, signal);
    expect(pictures[0]).toMatchObject({ key: 'a', mediaType: 'image/png', width: 9 });
  });

  test('are broken off when the capture is cancelled', async () => {
    const work = capture.fetchPictures([image('a', '/never-answers')], await story(), AbortSignal.timeout(100));
    expect(await codeOf(work)).toBe('cancelled');
  });
});

/** An address at which nobody listens: a port that was free a moment ago. */
async function addressOfNobody(): Promise<string> {
  const host = await startPageServer();
  await host.close();
  return host.url('/a.png');
}
