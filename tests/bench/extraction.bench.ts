import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { extractors, measureOfCost, type Extractor, type Page } from './extractors/extractors.ts';
import {
  addPage,
  average,
  bodyF1,
  f1,
  newScores,
  type Answer,
  type Gold,
  type Scores,
} from './support/article-scores.ts';
import { withSet } from './support/unpacked-set.ts';

const sets = ['news424', 'scrapinghub', 'fundus', 'wcxb', 'trafilatura'];
const nothing: Answer = { title: null, authors: [], date: null, text: '' };

type Measured = { readonly scores: Scores; readonly cpuMs: number[] };

/**
 * What extraction gets right, and what it costs, beside its peers over the same pages.
 *
 * All read each page one after the other in one process, so the ratio of their CPU times to that of
 * Readability on linkedom holds on any machine. Ours does everything (decoding, fields, body,
 * sanitising); the peers parse and read.
 * `npm run bench -- extraction [SET …] [who …]`: sets by name, peers by how their names begin
 * (`pressmark`, `readability`, `defuddle`, `article`); a set that is not there is named and left out.
 */
export async function run(args: readonly string[]): Promise<void> {
  const asked = extractors.filter(({ name }) => args.some((arg) => name.toLowerCase().startsWith(arg.toLowerCase())));
  const who = asked.length > 0 ? asked : extractors;
  const named = args.filter((arg) => !who.some(({ name }) => name.toLowerCase().startsWith(arg.toLowerCase())));
  const chosen = named.length > 0 ? named : sets;
  console.log(
    'set | who | pages | body P | body R | body F1 | snippets F1 | title | authors F1 | date | CPU median | CPU p95',
  );
  console.log('---|---|---|---|---|---|---|---|---|---|---|---');
  for (const set of chosen) await measureSet(set, who);
}

async function measureSet(set: string, who: readonly Extractor[]): Promise<void> {
  const isThere = await withSet<Gold>(set, async ({ place, gold }) => {
    const measured = new Map(
      who.map((extractor): [Extractor, Measured] => [extractor, { scores: newScores(), cpuMs: [] }]),
    );
    for (const [id, wanted] of Object.entries(gold))
      await measurePage(join(place, 'html', `${id}.html`), wanted, measured);
    print(set, measured);
  });
  if (!isThere) console.log(`${set} | skipped: not in ../shared/corpora`);
}

async function measurePage(path: string, gold: Gold, measured: ReadonlyMap<Extractor, Measured>): Promise<void> {
  if (!existsSync(path)) return;
  const page: Page = { bytes: readFileSync(path), address: gold.url ?? null };
  for (const [{ read }, { scores, cpuMs }] of measured) {
    const before = process.cpuUsage();
    const answer = await answerOf(read, page);
    const { user, system } = process.cpuUsage(before);
    cpuMs.push((user + system) / 1000);
    addPage(scores, gold, answer);
  }
}

/** A page that is refused, or that a peer breaks on, counts as an empty answer. */
async function answerOf(read: Extractor['read'], page: Page): Promise<Answer> {
  const complain = console.error;
  // Peers complain of broken data on the console, page after page.
  console.error = () => undefined;
  try {
    return (await read(page)) ?? nothing;
  } catch {
    return nothing;
  } finally {
    console.error = complain;
  }
}

function print(set: string, measured: ReadonlyMap<Extractor, Measured>): void {
  const base = [...measured].find(([{ name }]) => name === measureOfCost)?.[1].cpuMs ?? [];
  for (const [{ name }, { scores, cpuMs }] of measured) {
    const ratio = (share: number) => (quantile(cpuMs, share) / quantile(base, share)).toFixed(2);
    const cells = [
      known(scores.precision, average(scores.precision)),
      known(scores.recall, average(scores.recall)),
      known(scores.recall, bodyF1(scores)),
      known(scores.snippets.right + scores.snippets.missed > 0 ? [1] : [], f1(scores.snippets)),
      known(scores.title, average(scores.title)),
      known(scores.title, f1(scores.authors)),
      known(scores.date, average(scores.date)),
    ];
    console.log(`${set} | ${name} | ${cpuMs.length} | ${cells.join(' | ')} | ${ratio(0.5)} | ${ratio(0.95)}`);
  }
}

/** A measure that the set has no gold for is a dash. */
function known(values: readonly number[], value: number): string {
  return values.length === 0 ? '–' : value.toFixed(3);
}

function quantile(values: readonly number[], share: number): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length * share)] ?? Number.NaN;
}
