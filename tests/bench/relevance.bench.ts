import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Engine, type EngineName, engineNames } from './engines/engine.ts';
import { openEngine } from './engines/open-engine.ts';
import { openPressmark } from './engines/pressmark.ts';
import { type Collection, collectionNames, readCollection } from './relevance/collections.ts';
import { depth, mean, type Quality, qualityOf } from './relevance/measures.ts';
import { type Cell, table } from './support/table.ts';

/**
 * How well each engine ranks, by the judgements of people: questions as they were written, on the judged
 * collections in `../shared/corpora`. Peers answer with any of the words, their way of ranking sentences;
 * Pressmark answers what it answers its readers.
 *
 * `npm run bench -- relevance [collections] [engines]`, both separated by commas.
 */
export async function run(args: readonly string[]): Promise<void> {
  const wanted = args[0]?.split(',') ?? collectionNames;
  const engines = (args[1]?.split(',') ?? rankers) as EngineName[];
  const collections = wanted.flatMap((name) => {
    const collection = readCollection(name);
    if (collection === undefined) console.log(`SKIPPED: no collection ../shared/corpora/ir-${name}, or no xz`);
    return collection ?? [];
  });
  if (collections.length === 0) return;
  const results = new Map<EngineName, Quality[]>();
  for (const name of engines) {
    const qualities = [];
    for (const collection of collections) qualities.push(await judge(name, collection));
    results.set(name, qualities);
  }
  for (const { title, of } of measures) console.log(`\n${title}\n\n${report(collections, results, of)}`);
}

const rankers = engineNames.filter((name) => name !== 'fts5-count');

/** What peers are told of the headline's weight: for each the best of 1, 2 and 3 on the mean of these collections. */
const titleBoosts: Partial<Record<EngineName, number>> = { lunr: 1, minisearch: 2, orama: 1, fts5: 2 };

const measures: readonly { readonly title: string; readonly of: (quality: Quality) => number }[] = [
  { title: 'nDCG@10', of: ({ ndcg10 }) => ndcg10 },
  { title: 'Mean average precision', of: ({ averagePrecision }) => averagePrecision },
  { title: `Recall@${depth}`, of: ({ recall100 }) => recall100 },
];

async function judge(name: EngineName, collection: Collection): Promise<Quality> {
  const folder = mkdtempSync(join(tmpdir(), 'pressmark-relevance-'));
  try {
    const engine = await engineOn(name, folder, collection);
    engine.add(collection.documents);
    engine.finish();
    const quality = mean(collection.questions.map((judged) => qualityOf(engine.best(judged.text, depth), judged)));
    engine.close();
    return quality;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function engineOn(name: EngineName, folder: string, { documents }: Collection): Promise<Engine> {
  if (name !== 'pressmark') return openEngine(name, folder, { titleBoost: titleBoosts[name] ?? 1 });
  const byId = new Map(documents.map((document) => [document.id, document]));
  return openPressmark(folder, (ids) => new Map(ids.map((id) => [id, byId.get(id)!])));
}

/** In hundredths, as such figures are told: 41.3 is a score of 0.413. */
function report(
  collections: readonly Collection[],
  results: ReadonlyMap<EngineName, readonly Quality[]>,
  of: (quality: Quality) => number,
): string {
  const head = ['', ...collections.map(({ name, questions }) => `${name} (${questions.length})`), 'mean'];
  const rows = [...results].map(([name, qualities]): Cell[] => {
    const scores = [...qualities, mean(qualities)].map((quality) => (100 * of(quality)).toFixed(1));
    return [name, ...scores];
  });
  return table(head, rows);
}
