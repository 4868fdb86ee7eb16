import { join } from 'node:path';
import { createBackend } from '#backend/backend.ts';
import { anAddition, openIn } from '#support/archive.ts';
import { inventArticle } from '#support/invent-articles.ts';
import { systemClock } from '#platform/clock.ts';

export const longHeadline = 'Twenty thousand words of it';
const longWords = 20_000;
const highlights = 300;
const atOnce = 16;
const dayMs = 86_400_000;

/** A library of invented articles in `folder/Library`, a few a day for years, indexed; answers how long it took. */
export async function fillLibrary(folder: string, count: number): Promise<number> {
  const startedAt = performance.now();
  const places = { libraryPath: join(folder, 'Library'), dataPath: join(folder, 'data') };
  const archive = await openIn(folder, { ...places, clock: systemClock });
  const firstMs = Date.now() - (count / 40) * dayMs;
  const add = async (number: number) => {
    const { headline, dek, section, source, authors, publishedAt, paragraphs } = inventArticle(number, { words: 120 });
    const capturedAt = new Date(firstMs + Math.floor((number / 40) * dayMs)).toISOString();
    await archive.add(
      anAddition({
        headline: `${headline} ${number}`,
        dek,
        section,
        source,
        authors: [...authors],
        publishedAt,
        paragraphs,
        capturedAt,
      }),
    );
  };
  for (let number = 0; number < count - 1; number += atOnce) {
    const batch = Array.from({ length: Math.min(atOnce, count - 1 - number) }, (_, at) => add(number + at));
    await Promise.all(batch);
  }
  await addLongOne(archive);
  archive.close();
  // Opened once to its end, so that search knows every article.
  const backend = await createBackend({
    ...places,
    extractWorker: join(import.meta.dirname, '../../../src/backend/extract/extract-worker.ts'),
    appVersion: 'bench',
  });
  await backend.call('articles.list', { limit: 1 });
  await backend.close();
  return performance.now() - startedAt;
}

/** The newest: an article of 20,000 words with 300 passages marked in it. */
async function addLongOne(archive: Awaited<ReturnType<typeof openIn>>): Promise<void> {
  const { paragraphs } = inventArticle(1_000_000, { words: longWords });
  const { id } = await archive.add(
    anAddition({ headline: longHeadline, paragraphs, capturedAt: new Date().toISOString() }),
  );
  const { snapshots, text } = await archive.get(id);
  const snapshot = snapshots[0]!.id;
  for (let at = 0; at < highlights; at += 1) {
    const start = text.indexOf(' ', Math.floor((text.length / (highlights + 1)) * (at + 0.5))) + 1;
    const end = start + 60;
    const anchor = {
      snapshot,
      exact: text.slice(start, end),
      prefix: text.slice(Math.max(0, start - 32), start),
      suffix: text.slice(end, end + 32),
      start,
      end,
    };
    archive.addHighlight({ article: id, anchor, colour: 'yellow', annotation: null, tags: [] });
  }
}
