import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { systemClock } from '#platform/clock.ts';
import { openPictureMaker, type PictureMaker, pngBomb } from '#support/make-picture.ts';
import { threadEntryPath } from '../../host/places.ts';
import { pictureFacts } from '../capture/capture.ts';
import { createPictures, type Pictures } from './pictures.ts';

let maker: PictureMaker;
let folder: string;
let pictures: Pictures;
let problems: unknown[];

beforeAll(async () => {
  maker = await openPictureMaker();
});

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pressmark-pictures-'));
  problems = [];
  pictures = openPictures();
});

afterEach(async () => {
  await pictures.close();
  await rm(folder, { recursive: true });
});

function openPictures(): Pictures {
  return createPictures({
    worker: threadEntryPath('picture-worker'),
    cachePath: join(folder, 'copies.sqlite'),
    clock: systemClock,
    log: (entry) => problems.push(entry),
  });
}

const facts = (bytes: Uint8Array | null) => (bytes === null ? null : pictureFacts(bytes));

describe('a thumbnail', () => {
  test.for(['jpg', 'png', 'webp', 'avif', 'gif'] as const)('of a picture in %s is a small square', async (format) => {
    const original = maker.make(format, 640, 400);
    const copy = await pictures.make(`a1/s/thumbnails/${format}`, 'thumbnails', original);
    expect(facts(copy)).toEqual({ mediaType: 'image/webp', width: 128, height: 128 });
    expect(copy?.length).toBeLessThan(original.length / 4);
  });

  test('of a moving picture stands still', async () => {
    const copy = await pictures.make('a1/s/thumbnails/m', 'thumbnails', maker.makeMoving('gif', 400, 300));
    expect(facts(copy)).toEqual({ mediaType: 'image/webp', width: 128, height: 128 });
    expect(Buffer.from(copy ?? []).includes('ANIM')).toBe(false);
  });
});

describe('a copy for reading', () => {
  test('is as wide as a page needs and keeps its shape', async () => {
    const original = maker.make('jpg', 2400, 1200);
    const copy = await pictures.make('a1/s/reading/1', 'reading', original);
    expect(facts(copy)).toEqual({ mediaType: 'image/webp', width: 1600, height: 800 });
    expect(copy?.length).toBeLessThan(original.length);
  });

  test('is not made of a picture that fits, or that moves', async () => {
    expect(await pictures.make('a1/s/reading/2', 'reading', maker.make('png', 1600, 900))).toBeNull();
    expect(await pictures.make('a1/s/reading/3', 'reading', maker.makeMoving('webp', 1800, 100))).toBeNull();
    expect(pictures.find('a1/s/reading/3')).toBeNull();
  });
});

describe('of bytes that mean no good', () => {
  test('a picture of very many pixels is not unpacked', async () => {
    const bomb = pngBomb(12_000, 12_000);
    expect(bomb.length).toBeLessThan(100_000);
    expect(await pictures.make('a1/s/thumbnails/1', 'thumbnails', bomb)).toBeNull();
    expect(await pictures.make('a1/s/reading/1', 'reading', bomb)).toBeNull();
  });

  test('a damaged picture is left to the browser, and the next one is made', async () => {
    const sound = maker.make('webp', 800, 600);
    const torn = sound.slice(0, sound.length / 2);
    expect(await pictures.make('a1/s/thumbnails/1', 'thumbnails', torn)).toBeNull();
    expect(pictures.find('a1/s/thumbnails/1')).toBeNull();
    expect(await pictures.make('a1/s/thumbnails/2', 'thumbnails', new TextEncoder().encode('GIF89a?'))).toBeNull();
    expect(await pictures.make('a1/s/thumbnails/3', 'thumbnails', sound)).not.toBeNull();
    expect(problems).toEqual([]);
  });
});

test('a photograph that breaks off is shown as far as it goes', async () => {
  const whole = maker.make('jpg', 2400, 1200);
  const copy = await pictures.make('a1/s/reading/1', 'reading', whole.slice(0, whole.length / 2));
  expect(facts(copy)).toEqual({ mediaType: 'image/webp', width: 1600, height: 800 });
});

test('a copy is kept and found again after a new start', async () => {
  const copy = await pictures.make('a1/s/thumbnails/1', 'thumbnails', maker.make('png', 400, 400));
  await pictures.close();
  pictures = openPictures();
  expect(pictures.find('a1/s/thumbnails/1')).toEqual(copy);
  expect(pictures.find('a1/s/thumbnails/2')).toBeUndefined();
});

test('a copy that two ask for at once is made once', async () => {
  const original = maker.make('png', 400, 400);
  const first = pictures.make('a1/s/thumbnails/1', 'thumbnails', original);
  const second = pictures.make('a1/s/thumbnails/1', 'thumbnails', original);
  expect(second).toBe(first);
  await first;
});
