import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { extract } from '#backend/extract/extract.ts';
import type { Metadata } from '#contract/article.ts';
import { addPage, average, bodyF1, f1, fold, newScores, type Gold } from './support/article-scores.ts';
import { withSet } from './support/unpacked-set.ts';

const sets = ['layout-news424', 'reuters-plain'];

type PlainGold = Gold & {
  readonly deck?: string;
  readonly sections?: readonly string[];
  readonly datelinePlace?: string;
};

/**
 * What is read from news as plain text: pages scraped in several layouts, and wire copy. No peer reads plain text,
 * so these are shares of what is right. `npm run bench -- plain-text [SET …]`.
 */
export async function run(args: readonly string[]): Promise<void> {
  console.log('set | texts | body P | body R | body F1 | title | deck | authors F1 | section | dateline place');
  console.log('---|---|---|---|---|---|---|---|---|---');
  for (const set of args.length > 0 ? args : sets) {
    const isThere = await withSet<PlainGold>(set, async ({ place, gold }) => print(set, place, gold));
    if (!isThere) console.log(`${set} | skipped: not in ../shared/corpora`);
  }
}

function print(set: string, place: string, gold: Readonly<Record<string, PlainGold>>): void {
  const scores = newScores();
  const [decks, sections, places]: [number[], number[], number[]] = [[], [], []];
  for (const [id, wanted] of Object.entries(gold)) {
    const read = readText(readFileSync(join(place, 'text', `${id}.txt`)));
    addPage(scores, wanted, read.answer);
    const { dek, section, dateline } = read.metadata;
    if (wanted.deck) decks.push(isSame(wanted.deck, dek));
    if (wanted.sections && wanted.sections.length > 0)
      sections.push(Math.max(...wanted.sections.map((one) => isSame(one, section))));
    if (wanted.datelinePlace) places.push(isSame(wanted.datelinePlace, dateline));
  }
  const share = (values: readonly number[]) => (values.length === 0 ? '–' : average(values).toFixed(3));
  const cells = [
    share(scores.precision),
    share(scores.recall),
    bodyF1(scores).toFixed(3),
    share(scores.title),
    share(decks),
    f1(scores.authors).toFixed(3),
    share(sections),
    share(places),
  ];
  console.log(`${set} | ${Object.keys(gold).length} | ${cells.join(' | ')}`);
}

function readText(bytes: Uint8Array) {
  try {
    const { metadata, text } = extract({ kind: 'text', bytes, address: null, charset: null, fileName: null });
    return {
      metadata,
      answer: { title: metadata.headline, authors: metadata.authors, date: metadata.publishedAt, text },
    };
  } catch {
    // A text that is refused counts as an empty answer.
    const metadata: Pick<Metadata, 'dek' | 'section' | 'dateline'> = { dek: null, section: null, dateline: null };
    return { metadata, answer: { title: null, authors: [], date: null, text: '' } };
  }
}

function isSame(wanted: string, read: string | null): number {
  return fold(wanted) === fold(read ?? '') ? 1 : 0;
}
