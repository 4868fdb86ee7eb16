import type { Random } from '#support/random-archive.ts';
import type { Engine, EngineName, Question } from '../engines/engine.ts';
import { quantile } from '../support/quantile.ts';
import { type Cell, table } from '../support/table.ts';
import { classes, type Word } from './questions.ts';
import type { SearchDocument } from '#backend/search/search.ts';

const questionsPerClass = 20;
/** Of so many askings of a question the quickest counts: the others were disturbed. */
const repetitions = 5;
/** Each engine is asked each question so often before the clock runs, or so long. */
const warmUpRuns = 30;
const warmUpMs = 20;
/** Whoever takes so long is asked each question only once. */
const slowMs = 100;

/** What an engine took for the questions of one class; empty when it has no such query. */
type Times = ReadonlyMap<EngineName, readonly number[]>;

/**
 * Asks every engine every question in turn, so that a busy machine slows all of them alike, and tells the
 * times as a table: p50/p95 in ms, and p50 as a multiple of Pressmark's.
 */
export function compare(
  engines: readonly Engine[],
  random: Random,
  words: readonly Word[],
  sample: readonly SearchDocument[],
): string {
  const rows = Object.entries(classes).map(([name, make]): Cell[] => {
    const questions = Array.from({ length: questionsPerClass }, () => make(random, words, sample));
    warmUp(engines, questions);
    const { times, hits } = ask(engines, questions);
    return [name, Math.round(hits), ...engines.map((engine) => cellOf(engine.name, times))];
  });
  return table(['p50/p95 ms', 'hits', ...engines.map(({ name }) => name)], rows);
}

/** A program that has run for a while is what readers use: compiled, with its caches filled. For all engines alike. */
function warmUp(engines: readonly Engine[], questions: readonly Question[]): void {
  for (const engine of engines) {
    let longestMs = 0;
    for (const question of questions) {
      const startedAt = performance.now();
      for (let run = 0; run < warmUpRuns && performance.now() < startedAt + warmUpMs; run++) engine.find(question);
      longestMs = Math.max(longestMs, performance.now() - startedAt);
      if (longestMs > slowMs) break;
    }
  }
}

function ask(engines: readonly Engine[], questions: readonly Question[]): { times: Times; hits: number } {
  const times = new Map<EngineName, number[]>(engines.map(({ name }) => [name, []]));
  let hits = 0;
  for (const question of questions) {
    const best = new Map<EngineName, number>();
    for (let repetition = 0; repetition < repetitions; repetition++) {
      for (const engine of engines) {
        if ((best.get(engine.name) ?? 0) > slowMs) continue;
        const startedAt = performance.now();
        const total = engine.find(question);
        const ms = performance.now() - startedAt;
        if (total === undefined) continue;
        if (engine.name === 'pressmark' && repetition === 0) hits += total;
        best.set(engine.name, Math.min(best.get(engine.name) ?? Infinity, ms));
      }
    }
    for (const [name, ms] of best) times.get(name)!.push(ms);
  }
  return { times, hits: hits / questions.length };
}

function cellOf(name: EngineName, times: Times): string | undefined {
  const list = times.get(name)!;
  if (list.length === 0) return undefined;
  const figures = `${inMs(quantile(list, 0.5))}/${inMs(quantile(list, 0.95))}`;
  if (name === 'pressmark') return figures;
  const ratio = quantile(list, 0.5) / quantile(times.get('pressmark')!, 0.5);
  return `${figures} (${ratio < 10 ? ratio.toPrecision(2) : ratio.toFixed(0)}×)`;
}

function inMs(ms: number): string {
  return ms < 0.1 ? ms.toFixed(3) : ms < 10 ? ms.toFixed(2) : ms.toFixed(0);
}
