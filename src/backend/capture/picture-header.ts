import type { Picture } from '#contract/draft.ts';
import { svgFacts } from './svg-header.ts';

/** What a picture's own bytes say. Sizes in pixels; `null` where the format need not say. */
export type PictureFacts = Pick<Picture, 'mediaType' | 'width' | 'height'>;

type Size = { readonly width: number; readonly height: number };

/** A window that unpacks more than this for one picture stands still or dies. */
const mostPixels = 150_000_000;

/**
 * Recognises a picture by its bytes; `undefined` for anything else, whatever it was called.
 *
 * Only headers are read. A picture so torn that its size cannot be found is no picture.
 */
export function pictureFacts(bytes: Uint8Array): PictureFacts | undefined {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const facts = rasterFacts(view) ?? svgFacts(bytes);
  if (facts === undefined) return undefined;
  const { width, height } = facts;
  const isAbsurd = width === 0 || height === 0 || (width ?? 0) * (height ?? 0) > mostPixels;
  return isAbsurd ? undefined : facts;
}

function rasterFacts(view: Buffer): PictureFacts | undefined {
  const head = view.toString('latin1', 0, 16);
  if (head.startsWith('\x89PNG\r\n\x1a\n')) return sized('image/png', pngSize(view));
  if (head.startsWith('\xff\xd8\xff')) return sized('image/jpeg', jpegSize(view));
  if (head.startsWith('GIF87a') || head.startsWith('GIF89a')) return sized('image/gif', gifSize(view));
  if (head.startsWith('RIFF') && head.startsWith('WEBP', 8)) return sized('image/webp', webpSize(view));
  if (head.startsWith('ftyp', 4)) return avifFacts(view);
  return undefined;
}

function sized(mediaType: PictureFacts['mediaType'], size: Size | undefined): PictureFacts | undefined {
  return size === undefined ? undefined : { mediaType, ...size };
}

/** The header chunk always comes first. */
function pngSize(view: Buffer): Size | undefined {
  if (view.length < 24 || view.toString('latin1', 12, 16) !== 'IHDR') return undefined;
  return { width: view.readUInt32BE(16), height: view.readUInt32BE(20) };
}

function gifSize(view: Buffer): Size | undefined {
  if (view.length < 10) return undefined;
  return { width: view.readUInt16LE(6), height: view.readUInt16LE(8) };
}

/**
 * Walks the segments to the start of frame, which has the size.
 *
 * ```
 * FF D8 │ FF marker length(2, with itself) … │ FF C0-CF length(2) bits(1) height(2) width(2)
 * ```
 */
function jpegSize(view: Buffer): Size | undefined {
  let at = 2;
  while (at + 9 <= view.length) {
    if (view[at] !== 0xff) return undefined;
    const marker = view[at + 1] ?? 0;
    if (marker === 0xff) at += 1;
    else if (marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8)) at += 2;
    else if (isFrameStart(marker)) return { width: view.readUInt16BE(at + 7), height: view.readUInt16BE(at + 5) };
    else if (marker === 0xd9 || marker === 0xda) return undefined;
    else at += 2 + view.readUInt16BE(at + 2);
  }
  return undefined;
}

/** C4, C8 and CC stand in the row of frames but are none. */
function isFrameStart(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
}

/** Three kinds: lossy, lossless, and the extended one whose header gives the canvas. */
function webpSize(view: Buffer): Size | undefined {
  if (view.length < 30) return undefined;
  switch (view.toString('latin1', 12, 16)) {
    case 'VP8 ':
      if (view.toString('latin1', 23, 26) !== '\x9d\x01\x2a') return undefined;
      return { width: view.readUInt16LE(26) & 0x3fff, height: view.readUInt16LE(28) & 0x3fff };
    case 'VP8L': {
      if (view[20] !== 0x2f) return undefined;
      const bits = view.readUInt32LE(21);
      return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 };
    }
    case 'VP8X':
      return { width: view.readUIntLE(24, 3) + 1, height: view.readUIntLE(27, 3) + 1 };
    default:
      return undefined;
  }
}

/** The properties of a file stand near its front. */
const avifProbeBytes = 65_536;

function avifFacts(view: Buffer): PictureFacts | undefined {
  if (view.length < 16) return undefined;
  const brandsEnd = Math.min(view.readUInt32BE(0), view.length, 256);
  const brands = view.toString('latin1', 8, brandsEnd);
  if (!brands.includes('avif') && !brands.includes('avis')) return undefined;
  return { mediaType: 'image/avif', ...(avifSize(view.subarray(0, avifProbeBytes)) ?? { width: null, height: null }) };
}

/** The largest extent among those given: the others are thumbnails, tiles and the like. */
function avifSize(view: Buffer): Size | undefined {
  let largest: Size | undefined;
  for (let at = view.indexOf('ispe'); at >= 0 && at + 16 <= view.length; at = view.indexOf('ispe', at + 4)) {
    const size = { width: view.readUInt32BE(at + 8), height: view.readUInt32BE(at + 12) };
    if (largest === undefined || size.width * size.height > largest.width * largest.height) largest = size;
  }
  return largest;
}
