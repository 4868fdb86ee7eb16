import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Metadata } from '#contract/article.ts';
import type { Draft, SafeHtml } from '#contract/draft.ts';
import { noLog } from '#platform/log.ts';
import type { Clock } from '#platform/clock.ts';
import { applyRepairs } from '#backend/extract/extract.ts';
import { type Addition, type Archive, type ArchiveOptions, openArchive } from '#backend/archive/archive.ts';

/** Monday morning, for ever. */
export const fixedClock: Clock = { now: () => Date.UTC(2026, 10, 23, 9, 0, 0) };

/** A clock that a test sets. */
export function settableClock(startMs: number = fixedClock.now()): Clock & { nowMs: number } {
  const clock = { nowMs: startMs, now: () => clock.nowMs };
  return clock;
}

/** Text of the plain paragraphs that `anAddition` makes. */
export function textOfParagraphs(html: string): string {
  const paragraphs = [...html.matchAll(/<p>(.*?)<\/p>/gs)].map((match) => match[1] ?? '');
  return paragraphs.map((text) => text.replace(/<[^>]*>/g, '').trim()).join('\n\n');
}

const emptyMetadata: Metadata = {
  headline: null,
  kicker: null,
  dek: null,
  byline: null,
  authors: [],
  dateline: null,
  publishedAt: null,
  updatedAt: null,
  section: null,
  edition: null,
  page: null,
  agency: null,
  source: null,
  url: null,
  canonicalUrl: null,
  language: 'en',
  copyright: null,
  correction: null,
  leadImage: null,
};

export type AdditionParts = Partial<Metadata> & {
  readonly paragraphs?: readonly string[];
  readonly capturedAt?: string;
  readonly bytes?: Uint8Array;
  readonly pictures?: Addition['pictures'];
  /** Stands in the body as it is, after the paragraphs. */
  readonly bodyHtml?: string;
};

/** A clean article ready to be kept: say only what the test is about. */
export function anAddition(parts: AdditionParts = {}): Addition {
  const {
    paragraphs = ['The ferry sailed at noon.'],
    capturedAt,
    bytes,
    pictures = [],
    bodyHtml = '',
    ...known
  } = parts;
  const metadata = { ...emptyMetadata, headline: 'Ferry sails again', ...known };
  // Only plain words come from tests: as safe as if the sanitiser had made it.
  const html = (paragraphs.map((text) => `<p>${text}</p>`).join('\n') + bodyHtml) as SafeHtml;
  const text = paragraphs.join('\n\n');
  const draft: Draft = {
    metadata,
    notes: metadata.headline === null ? {} : { headline: { confidence: 0.9, origin: 'text', detail: 'first line' } },
    html,
    text,
    wordCount: text.split(/\s+/).length,
    images: [],
    encoding: 'utf-8',
    method: 'plain-text',
    removals: [],
    warnings: [],
  };
  return {
    draft,
    html,
    pictures,
    captured: {
      kind: 'text',
      bytes: bytes ?? new TextEncoder().encode(text),
      origin: 'file',
      address: null,
      requestedAddress: null,
      charset: null,
      fileName: 'ferry.txt',
      capturedAt: capturedAt ?? new Date(fixedClock.now()).toISOString(),
    },
  };
}

/** A folder that is gone after the test. */
export async function temporaryFolder(name = 'pressmark-'): Promise<AsyncDisposable & { readonly path: string }> {
  const path = await mkdtemp(join(tmpdir(), name));
  return { path, [Symbol.asyncDispose]: () => rm(path, { recursive: true, force: true }) };
}

/** Opens the library `library` of a folder as the device whose data lie in `data`; makes it ready for use. */
export async function openIn(folder: string, options: Partial<ArchiveOptions> = {}): Promise<Archive> {
  const archive = await openArchive({
    libraryPath: join(folder, 'library'),
    dataPath: join(folder, 'data'),
    clock: fixedClock,
    log: noLog,
    textOf: textOfParagraphs,
    applyRepairs,
    createMissing: true,
    ...options,
  });
  if (archive.needsRebuild) await archive.rebuild();
  else await archive.catchUp();
  return archive;
}
