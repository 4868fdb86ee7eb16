import { fork } from 'node:child_process';
import type { EngineName, Question } from '../engines/engine.ts';

/** What a process of its own measures of an engine that others filled. */
export type FreshFigures = {
  /** From opening, its modules being loaded, to the answer of the first question. */
  readonly firstResultMs: number;
  /** Resident memory beyond that of the same process before the engine was loaded, after many questions. */
  readonly memoryMb: number;
};

export type FreshTask = { readonly name: EngineName; readonly folder: string; readonly questions: readonly Question[] };

/** Opens an engine's folder in a fresh process and asks it questions. */
export async function inFreshProcess(task: FreshTask): Promise<FreshFigures> {
  const script = new URL('fresh-process.ts', import.meta.url);
  const child = fork(script, [], { execArgv: ['--expose-gc', '--max-old-space-size=12000'] });
  return new Promise((resolve, reject) => {
    child.on('message', (figures) => resolve(figures as FreshFigures));
    child.on('exit', (code) => reject(new Error(`the process of ${task.name} ended with ${code}`)));
    child.send(task);
  });
}
