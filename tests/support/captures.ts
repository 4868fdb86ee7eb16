import type { CaptureItem, Captured } from '#backend/capture/capture.ts';

const signal = new AbortController().signal;

/** Everything a file holds, captured one after the other. */
export async function capturesOf(items: AsyncIterable<CaptureItem>): Promise<Captured[]> {
  const captured: Captured[] = [];
  for await (const item of items) {
    if (item.kind === 'address') throw new Error(`an address where an article was expected: ${item.address}`);
    captured.push(await item.capture(signal));
  }
  return captured;
}

/** The one article a file holds. */
export async function captureOf(items: AsyncIterable<CaptureItem>): Promise<Captured> {
  const [first, ...others] = await capturesOf(items);
  if (first === undefined || others.length > 0) throw new Error(`${others.length + (first ? 1 : 0)} articles, not one`);
  return first;
}
