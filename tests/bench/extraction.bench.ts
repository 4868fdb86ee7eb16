import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';
import { extract } from '#backend/extract/extract.ts';
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

const corpora = resolve(import.meta.dirname, '../../../shared/corpora');
const sets = ['news424', 'scrapinghub', 'fundus', 'wcxb', 'trafilatura'];
const nothing: Answer = { title: null, authors: [], date: null, text: '' };

type Page = { readonly bytes: Uint8Array; readonly address: string | null };
type Peer = { readonly name: string; readonly read: (page: Page) => Answer };
type Measured = { readonly scores: Scores; readonly cpuMs: number[] };

/**
 * What extraction gets right, and what it costs, against Readability on linkedom over the same pages.
 *
 * Both read each page one after the other in one process, so the ratio of their CPU times holds on
 * any machine. Ours does everything (decoding, fields, body, sanitising); Readability parses and reads.
 * `npm run bench -- extraction [SET …]`; a set that is not there is named and left out.
 */
export async function run(args: readonly string[]): Promise<void> {
  const chosen = args.length > 0 ? args : sets;
  console.log(
    'set | who | pages | body P | body R | body F1 | snippets F1 | title | authors F1 | date | CPU median | CPU p95',
  );
  console.log('---|---|---|---|---|---|---|---|---|---|---|---');
  for (const set of chosen) {
    if (!existsSync(join(corpora, set))) console.log(`${set} | skipped: not in ../shared/corpora`);
    else await measureSet(set);
  }
}

async function measureSet(set: string): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'pressmark-bench-'));
  try {
    const source = join(corpora, set);
    for (const archive of readdirSync(source).filter((file) => /\.tar(?:\.\w+)?$/.test(file)))
      execFileSync('tar', ['xf', join(source, archive), '-C', folder]);
    const place = [join(folder, set), folder, source].find((candidate) => existsSync(join(candidate, 'gold.json')));
    if (place === undefined) throw new Error(`${set}: there is no gold.json`);
    const gold = JSON.parse(readFileSync(join(place, 'gold.json'), 'utf8')) as Record<string, Gold>;
    const measured = new Map(peers.map(({ name }): [string, Measured] => [name, { scores: newScores(), cpuMs: [] }]));
    for (const [id, wanted] of Object.entries(gold)) measurePage(join(place, 'html', `${id}.html`), wanted, measured);
    print(set, measured);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function measurePage(path: string, gold: Gold, measured: ReadonlyMap<string, Measured>): void {
  if (!existsSync(path)) return;
  const page: Page = { bytes: readFileSync(path), address: gold.url ?? null };
  for (const { name, read } of peers) {
    const into = measured.get(name);
    if (into === undefined) continue;
    const before = process.cpuUsage();
    const answer = read(page);
    const { user, system } = process.cpuUsage(before);
    into.cpuMs.push((user + system) / 1000);
    addPage(into.scores, gold, answer);
  }
}

const peers: readonly Peer[] = [
  { name: 'Pressmark', read: readWithPressmark },
  { name: 'Readability + linkedom', read: readWithReadability },
];

function readWithPressmark({ bytes, address }: Page): Answer {
  try {
    const { metadata, text } = extract({ kind: 'html', bytes, address, charset: null, fileName: null });
    return { title: metadata.headline, authors: metadata.authors, date: metadata.publishedAt, text };
  } catch {
    // A page that is refused counts as an empty answer.
    return nothing;
  }
}

function readWithReadability({ bytes }: Page): Answer {
  try {
    const { document } = parseHTML(Buffer.from(bytes).toString('utf8'));
    const article = new Readability(document as unknown as ConstructorParameters<typeof Readability>[0]).parse();
    if (article === null) return nothing;
    const byline = (article.byline ?? '').replace(/^\s*by\s+/i, '');
    return {
      title: article.title ?? null,
      authors: byline.split(/\s*[,;|]\s*|\s+and\s+/i).filter((name) => name.trim() !== ''),
      date: article.publishedTime ?? null,
      text: article.textContent ?? '',
    };
  } catch {
    return nothing;
  }
}

function print(set: string, measured: ReadonlyMap<string, Measured>): void {
  const base = measured.get('Readability + linkedom')?.cpuMs ?? [];
  for (const [name, { scores, cpuMs }] of measured) {
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
