import { fork } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import type { EngineName, Question } from '../engines/engine.ts';

/** What a process of its own measures of an engine that others filled. */
export type FreshFigures = {
  /** From opening, its modules being loaded, to the answer of the first question. */
  readonly firstResultMs: number;
  /** Resident memory beyond that of the same process before the engine was loaded, after many questions. */
  readonly memoryMb: number;
};

export type FreshTask = { readonly name: EngineName; readonly folder: string; readonly questions: readonly Question[] };

/** The product's own back end lives with young objects in so little room (`run-thread.ts`). */
const semiSpaceMb = 4;

/**
 * Makes of the script what the product is: one bundle for each engine, without types. Node's own reader of
 * TypeScript takes more memory than most engines, and would be counted as theirs.
 */
export async function bundleFreshProcess(folder: string): Promise<string> {
  const outDir = join(folder, 'fresh');
  await build({
    configFile: false,
    logLevel: 'error',
    build: {
      ssr: fileURLToPath(new URL('fresh-process.ts', import.meta.url)),
      outDir,
      minify: false,
      rolldownOptions: { output: { entryFileNames: 'fresh-process.mjs', chunkFileNames: '[name]-[hash].mjs' } },
    },
    ssr: { noExternal: true },
  });
  return join(outDir, 'fresh-process.mjs');
}

/** Opens an engine's folder in a fresh process and asks it questions. */
export async function inFreshProcess(script: string, task: FreshTask): Promise<FreshFigures> {
  const memory = ['--max-old-space-size=12000', `--max-semi-space-size=${semiSpaceMb}`];
  const child = fork(script, [], { execArgv: ['--expose-gc', ...memory] });
  return new Promise((resolve, reject) => {
    child.on('message', (figures) => resolve(figures as FreshFigures));
    child.on('exit', (code) => reject(new Error(`the process of ${task.name} ended with ${code}`)));
    child.send(task);
  });
}
