import type { CaptureItem } from '#backend/capture/capture.ts';
import { bytesSource } from '#backend/capture/kinds/byte-source.ts';
import { openItems } from '#backend/capture/kinds/open-items.ts';

/** The moment at which everything in these tests is taken in. */
export const takenInAt = '2026-11-23T09:00:00.000Z';

/** What a file holds whose bytes are these. */
export function openBytes(name: string, bytes: Uint8Array | string): AsyncIterable<CaptureItem> {
  return openItems(bytesSource(name, Buffer.from(bytes as Uint8Array)), {
    origin: 'file',
    now: () => takenInAt,
    beside: null,
    depth: 0,
    signal: new AbortController().signal,
  });
}
