import { z } from 'zod';
import type { CaptureItem } from '../../capture-item.ts';
import { type ByteSource, unreadable } from '../byte-source.ts';
import type { Opening } from '../opening.ts';
import type { ZipFile } from '../zip/zip-file.ts';
import { type Answer, indexArchive } from './archive-index.ts';
import { articleItems } from './warc.ts';

const longestPageListBytes = 50_000_000;
const mostListed = 100_000;

/** A line of `pages/*.jsonl`; the first line of a file is its heading and has no address. */
const listedPage = z.object({ url: z.string(), ts: z.string().optional() });

/**
 * The articles of a web archive packed with its indexes (WACZ 1.1, as Webrecorder and Browsertrix
 * write it): the pages it lists, in its order; without a list, every page in it.
 */
export async function* waczItems(zip: ZipFile, opening: Opening): AsyncIterable<CaptureItem> {
  const names = zip.names.filter((name) => /^archive\/.+\.warc(\.gz)?$/.test(name));
  if (names.length === 0) throw unreadable(zip.label, 'it is a web archive (WACZ) without any archive in it');
  const sources: ByteSource[] = [];
  for (const name of names) sources.push(await zip.open(name));
  const index = await indexArchive(sources, opening.signal);
  const listed = new Set<Answer>();
  for (const { url, ts } of await listedPages(zip)) {
    const answer = index.find(url, ts ?? null);
    if (answer !== undefined) listed.add(answer);
  }
  yield* articleItems(index, listed.size > 0 ? [...listed] : index.pages, zip.label, opening);
}

async function listedPages(zip: ZipFile): Promise<z.infer<typeof listedPage>[]> {
  const pages: z.infer<typeof listedPage>[] = [];
  for (const name of zip.names
    .filter((candidate) => /^pages\/[^/]+\.jsonl$/.test(candidate))
    .sort()
    .toReversed()) {
    const bytes = await zip.read(name, longestPageListBytes);
    for (const line of new TextDecoder().decode(bytes ?? new Uint8Array()).split('\n')) {
      const read = listedPage.safeParse(parseLine(line));
      if (read.success && pages.length < mostListed) pages.push(read.data);
    }
  }
  return pages;
}

function parseLine(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    // A damaged line names no page; the others do.
    return undefined;
  }
}
