/**
 * The sizes in which a picture is given out beside its own.
 *
 * - `thumbnails`: a square for a row of the list, twice as fine as its box (64 pixels).
 * - `reading`: as wide as a page of the reader ever shows it, on the finest screens too.
 */
export const pictureSizes = ['thumbnails', 'reading'] as const;
export type PictureSize = (typeof pictureSizes)[number];

export const thumbnailPx = 128;
export const readingPx = 1600;

/** So small a file is its own thumbnail: a copy would save nothing. */
const smallBytes = 8 * 1024;

/** What is known of a picture without unpacking it. */
export type KnownPicture = {
  readonly bytes: Uint8Array;
  readonly mediaType: string;
  /** In pixels; `null` where the file need not say. */
  readonly width: number | null;
};

/**
 * True when there is nothing to make: the picture is small enough as it is, or a copy would lose what it is. A
 * drawing is sharp at every size, and a moving picture is to move where it is read; in a list it stands still.
 */
export function suits({ bytes, mediaType, width }: KnownPicture, size: PictureSize): boolean {
  if (mediaType === 'image/svg+xml') return true;
  if (size === 'thumbnails') return bytes.length <= smallBytes;
  return mediaType === 'image/gif' || (width !== null && width <= readingPx);
}
