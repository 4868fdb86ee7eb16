import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { randomFrom } from '#support/random-archive.ts';
import { type Engine, type EngineName, engineNames } from './engines/engine.ts';
import { openEngine } from './engines/open-engine.ts';
import { openPressmark, type Pause, type PressmarkEngine } from './engines/pressmark.ts';
import { type ChangeFigures, measureChanges } from './search/changes.ts';
import { compare } from './search/compare.ts';
import { bundleFreshProcess, type FreshFigures, inFreshProcess } from './search/fresh.ts';
import { Library } from './search/library.ts';
import { classes, typing, vocabularyOf, type Word } from './search/questions.ts';
import { quantile } from './support/quantile.ts';
import { type Cell, table } from './support/table.ts';

/**
 * Search against its peers, all in one process and asked in turn, on invented news whose vocabulary goes on
 * growing. Compare the ratios, not the milliseconds. Prints tables as docs/benchmarks.md has them.
 *
 * `npm run bench -- search [articles] [peers]`; peers are separated by commas (default: all up to 10,000 articles,
 * beyond that fts5 and its count; `alone` for none). Stock Lunr at 50,000 takes minutes to build, and 6 GB.
 */
export async function run(args: readonly string[]): Promise<void> {
  const count = Number(args[0] ?? 3000);
  const peers = args[1] ?? (count > 10_000 ? 'fts5,fts5-count' : engineNames.slice(1).join(','));
  const names = engineNames.filter((name) => name !== 'pressmark' && peers.split(',').includes(name));
  const folder = mkdtempSync(join(tmpdir(), 'pressmark-bench-'));
  try {
    await measure(folder, count, names);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Articles are taken in by the batch, as an import does. */
const batchSize = 256;
const seed = 99;

async function measure(folder: string, count: number, names: readonly EngineName[]): Promise<void> {
  const [cpu] = cpus();
  print(
    `${count} articles; ${cpus().length} cores, ${cpu?.model}, Node ${process.versions.node}, load ${loadavg()[0]!.toFixed(1)}\n`,
  );
  const library = new Library(folder, count);
  const { pressmark, peers, showTexts } = await openAll(folder, library, names);
  const engines: Engine[] = [pressmark, ...peers];
  const addingMs = fill(engines, library, count);
  const words = vocabularyOf(library.sample);
  print(`${compare(engines, randomFrom(seed), words, library.sample)}\n`);
  showTexts();
  print(pageFigures(pressmark, words));
  print(pauseFigures(pressmark));
  const changing = engines.filter(({ name }) => name !== 'fts5-count');
  const changes = new Map(
    changing.map((engine) => [engine.name, measureChanges(engine, library.further, library.sample)]),
  );
  pressmark.finish();
  for (const engine of engines) await engine.save();
  for (const engine of engines) engine.close();
  const questions = Object.values(classes).flatMap((make) => {
    const random = randomFrom(seed);
    return Array.from({ length: 4 }, () => make(random, words, library.sample));
  });
  const fresh = new Map<EngineName, FreshFigures>();
  const script = await bundleFreshProcess(folder);
  for (const { name } of changing)
    fresh.set(name, await inFreshProcess(script, { name, folder: join(folder, folderOf(name)), questions }));
  print(costs(changing, { folder, count, textBytes: library.textBytes, addingMs, changes, fresh }));
  library.close();
}

/** FTS5's counting asks the very index that its ranking filled. */
function folderOf(name: EngineName): string {
  return name === 'fts5-count' ? 'fts5' : name;
}

async function openAll(folder: string, library: Library, names: readonly EngineName[]) {
  for (const name of ['pressmark' as const, ...names]) mkdirSync(join(folder, folderOf(name)), { recursive: true });
  let hasTexts = false;
  const pressmark = openPressmark(join(folder, 'pressmark'), (ids) => (hasTexts ? library.texts(ids) : new Map()));
  const peers: Engine[] = [];
  for (const name of names) peers.push(await openEngine(name, join(folder, folderOf(name)), { titleBoost: 1 }));
  return { pressmark, peers, showTexts: () => void (hasTexts = true) };
}

/** Every engine takes in every batch in turn; how long each took. */
function fill(engines: readonly Engine[], library: Library, count: number): Map<EngineName, number> {
  const spentMs = new Map<EngineName, number>(engines.map(({ name }) => [name, 0]));
  const spend = (engine: Engine, work: () => void): void => {
    const startedAt = performance.now();
    work();
    spentMs.set(engine.name, spentMs.get(engine.name)! + performance.now() - startedAt);
  };
  for (const batch of library.batches(batchSize)) for (const engine of engines) spend(engine, () => engine.add(batch));
  for (const engine of engines) spend(engine, () => engine.finish());
  return new Map([...spentMs].map(([name, ms]) => [name, ms / count]));
}

const pages = 100;

function pageFigures(pressmark: PressmarkEngine, words: readonly Word[]): string {
  const random = randomFrom(seed);
  const whole: number[] = [];
  const typed: number[] = [];
  const ask = (times: number[], query: string): void => {
    const startedAt = performance.now();
    pressmark.page(query, 20);
    times.push(performance.now() - startedAt);
  };
  for (let page = 0; page < pages; page++) {
    const texts = [...typing(random, words)];
    ask(whole, `${texts.at(-1)!} `);
    for (const text of texts) ask(typed, text);
  }
  return table(
    ['Pressmark alone, ms', 'p50', 'p95', 'max'],
    [
      ['whole page, passages and facets', ...quantiles(whole)],
      ['as one types, passages and facets', ...quantiles(typed)],
    ],
  );
}

function pauseFigures({ pauses }: PressmarkEngine): string {
  const row = (name: string, list: readonly Pause[], pick: (pause: Pause) => number): Cell[] => {
    return [name, ...quantiles(list.map(pick))];
  };
  return `\n${table(
    [`pauses, ms (${pauses.slices.length} slices)`, 'p50', 'p95', 'max'],
    [
      row('a slice of merging, wall', pauses.slices, ({ wallMs }) => wallMs),
      row('a slice of merging, processor', pauses.slices, ({ cpuMs }) => cpuMs),
      row(`a batch of ${batchSize}, wall`, pauses.batches, ({ wallMs }) => wallMs),
      row(`a batch of ${batchSize}, processor`, pauses.batches, ({ cpuMs }) => cpuMs),
    ],
  )}\n`;
}

function quantiles(list: readonly number[]): string[] {
  return [0.5, 0.95, 1].map((share) => quantile(list, share).toFixed(2));
}

type Costs = {
  readonly folder: string;
  readonly count: number;
  readonly textBytes: number;
  readonly addingMs: ReadonlyMap<EngineName, number>;
  readonly changes: ReadonlyMap<EngineName, ChangeFigures>;
  readonly fresh: ReadonlyMap<EngineName, FreshFigures>;
};

function costs(engines: readonly Engine[], { folder, count, textBytes, addingMs, changes, fresh }: Costs): string {
  const rows = engines.map(({ name }): Cell[] => {
    const bytes = sizeOf(join(folder, folderOf(name)));
    const { addOneMs, editVisibleMs } = changes.get(name)!;
    const { firstResultMs, memoryMb } = fresh.get(name)!;
    return [
      name,
      addingMs.get(name)!.toFixed(3),
      addOneMs.toFixed(2),
      editVisibleMs.toFixed(2),
      firstResultMs.toFixed(0),
      memoryMb.toFixed(0),
      (bytes / count).toFixed(0),
      `${((100 * bytes) / textBytes).toFixed(0)}%`,
    ];
  });
  const head = [
    '',
    'add many, ms each',
    'add one, ms',
    'edit found, ms',
    'open to result, ms',
    'memory, MB',
    'bytes each',
    'of the text',
  ];
  return table(head, rows);
}

function sizeOf(folder: string): number {
  return readdirSync(folder).reduce((sum, file) => sum + statSync(join(folder, file)).size, 0);
}

function print(line: string): void {
  console.log(line);
}
