import type Vips from 'wasm-vips';
import { type PictureSize, readingPx, thumbnailPx } from './sizes.ts';

type Library = typeof Vips;

/** A picture to be made smaller. */
export type ShrinkTask = { readonly bytes: Uint8Array; readonly size: PictureSize };

/** The small copy as WebP; `null` when the picture is to be shown as it is. */
export type Shrunk = Uint8Array | null;

/** More pixels than any press photograph has: unpacked they would fill the memory that the decoder may take. */
export const mostPixels = 64_000_000;

/** The formats that pictures of the web have; all else that the library could read stays shut. */
const loaders = ['Jpeg', 'Png', 'Webp', 'Nsgif', 'Heif'].map((name) => `VipsForeignLoad${name}`);

/**
 * Loads the decoder. It is WebAssembly: what hostile bytes make of it stays inside its own memory, which ends
 * at `memoryLimitMb`.
 */
export async function openShrinker(memoryLimitMb: number): Promise<(task: ShrinkTask) => Shrunk> {
  boundMemory(memoryLimitMb);
  const module = (await import(import.meta.resolve('wasm-vips'))) as { readonly default: Library };
  const vips = await module.default({
    dynamicLibraries: ['vips-heif.wasm'],
    // A torn picture would fill the log with a line for each of its rows.
    preRun: (started: { readonly ENV: Record<string, string> }) => {
      started.ENV['VIPS_WARNING'] = '1';
    },
  });
  vips.concurrency(1);
  vips.Cache.max(0);
  vips.blockUntrusted(true);
  vips.operationBlock('VipsForeignLoad', true);
  for (const loader of loaders) vips.operationBlock(loader, false);
  return (task) => shrink(vips, task);
}

/**
 * The library makes its memory itself and would let it grow to 2 GB. This thread runs nothing else, so
 * whatever memory is made in it gets the smaller end.
 */
function boundMemory(memoryLimitMb: number): void {
  const pagesPerMb = 16;
  // Node has it; its types do not.
  const { WebAssembly: assembly } = globalThis as unknown as { readonly WebAssembly: { Memory: MemoryClass } };
  assembly.Memory = class extends assembly.Memory {
    constructor(wanted: MemoryPages) {
      super({ ...wanted, maximum: Math.min(wanted.maximum, memoryLimitMb * pagesPerMb) });
    }
  };
}

type MemoryPages = { readonly initial: number; readonly maximum: number; readonly shared: boolean };
type MemoryClass = new (pages: MemoryPages) => object;

/** What is refused or cannot be read is shown as it is: a browser makes the best of it. */
function shrink(vips: Library, { bytes, size }: ShrinkTask): Shrunk {
  try {
    const head = headOf(vips, bytes);
    if (head.pixels > mostPixels) return null;
    if (size === 'reading' && (head.moves || head.width <= readingPx)) return null;
    // Without a profile the colours are those of the web already; turning them takes longer than all the rest.
    const colours = head.hasProfile ? { output_profile: 'srgb' } : {};
    const copy = size === 'thumbnails' ? thumbnail(vips, bytes, colours) : readingCopy(vips, bytes, colours);
    return copy.length < bytes.length ? copy : null;
  } catch (error) {
    if (isOfLibrary(error)) return null;
    throw error;
  }
}

type Head = {
  readonly pixels: number;
  readonly width: number;
  readonly moves: boolean;
  readonly hasProfile: boolean;
};

/** What a picture says of itself before anything is unpacked. */
function headOf(vips: Library, bytes: Uint8Array): Head {
  const head = vips.Image.newFromBuffer(bytes, '', { access: 'sequential' });
  try {
    const { width, height } = head;
    const has = (field: string) => head.getTypeof(field) !== 0;
    const moves = isMovingPng(bytes) || (has('n-pages') && head.getInt('n-pages') > 1);
    return { pixels: width * height, width, moves, hasProfile: has('icc-profile-data') };
  } finally {
    head.delete();
  }
}

/** The chunk that makes a PNG move stands before its first pixels; the decoder passes over it. */
function isMovingPng(bytes: Uint8Array): boolean {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  if (!view.subarray(0, 8).equals(Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'))) return false;
  const moving = view.indexOf('acTL');
  return moving !== -1 && moving < view.indexOf('IDAT');
}

type Colours = { readonly output_profile?: string };
/** Never larger. Of a torn picture the part that is there: a browser shows no more of it. */
const decoding = { size: 'down' } as const;

/** The middle of the picture, as the row would cut it out itself. */
function thumbnail(vips: Library, bytes: Uint8Array, colours: Colours): Uint8Array {
  const frame = { height: thumbnailPx, crop: 'centre' };
  const picture = vips.Image.thumbnailBuffer(bytes, thumbnailPx, { ...decoding, ...colours, ...frame });
  return written(picture, 78);
}

/** No narrower than a reader's page, however high it is. */
function readingCopy(vips: Library, bytes: Uint8Array, colours: Colours): Uint8Array {
  const picture = vips.Image.thumbnailBuffer(bytes, readingPx, { ...decoding, ...colours, height: mostPixels });
  return written(picture, 84);
}

function written(picture: Vips.Image, quality: number): Uint8Array {
  try {
    // A copy of its own: the library's memory is shared, and gone with the thread.
    return new Uint8Array(picture.webpsaveBuffer({ Q: quality, effort: 2, keep: 'none' }));
  } finally {
    picture.delete();
  }
}

/** An error that the library foresaw. It comes as WebAssembly's own exception: `message` is [class, text]. */
function isOfLibrary(error: unknown): boolean {
  const message: unknown =
    typeof error === 'object' && error !== null && 'message' in error ? error.message : undefined;
  return Array.isArray(message) && message[0] === 'vips::Error';
}
