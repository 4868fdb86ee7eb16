import { setTimeout } from 'node:timers/promises';
import { loadEngine, openEngine } from '../engines/open-engine.ts';
import type { FreshFigures, FreshTask } from './fresh.ts';

/** The script of a fresh process: takes a task from its parent, sends back what it measured. */
process.once('message', (task) => void answer(task as FreshTask));

async function answer(task: FreshTask): Promise<void> {
  process.send!(await measure(task));
  process.disconnect();
}

async function measure({ name, folder, questions }: FreshTask): Promise<FreshFigures> {
  const bareBytes = await settledBytes();
  await loadEngine(name);
  const startedAt = performance.now();
  const engine = await openEngine(name, folder, { titleBoost: 1 });
  engine.find(questions[0]!);
  const firstResultMs = performance.now() - startedAt;
  for (const question of questions) engine.find(question);
  const memoryMb = ((await settledBytes()) - bareBytes) / 2 ** 20;
  engine.close();
  return { firstResultMs, memoryMb };
}

/** Resident memory once the garbage is gone and its pages are given back. */
async function settledBytes(): Promise<number> {
  for (let round = 0; round < 4; round++) {
    globalThis.gc?.();
    await setTimeout(50);
  }
  return process.memoryUsage.rss();
}
