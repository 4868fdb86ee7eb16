import { rmSync } from 'node:fs';
import path from 'node:path';
import type { Check } from './checks.ts';
import { type Outcome, sum } from './outcome.ts';
import { projectRoot } from './project.ts';

/**
 * Runs groups of checks one after the other, the checks of a group beside each other; prints a line
 * for each part and the output of what failed; ends with the sum on a line of its own.
 */
export async function runChecks(groups: readonly (readonly Check[])[]): Promise<void> {
  // A report of an earlier run must not be taken for one of this.
  rmSync(path.join(projectRoot, '.cache', 'reports'), { recursive: true, force: true });
  const outcomes: Outcome[] = [];
  for (const group of groups) {
    await Promise.all(group.map(async (check) => outcomes.push(...(await runAndTell(check)))));
  }
  const { passed, failed, skipped } = sum('all', outcomes);
  console.log(`\n${passed} passed, ${failed} failed, ${skipped} skipped`);
  process.exitCode = failed > 0 ? 1 : 0;
}

async function runAndTell(check: Check): Promise<readonly Outcome[]> {
  const startedAt = performance.now();
  const outcomes = await check.run();
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
  for (const [index, outcome] of outcomes.entries()) console.log(line(outcome, index === 0 ? `${seconds} s` : ''));
  const outputs = new Set(outcomes.filter(({ failed }) => failed > 0).map(({ output }) => output ?? ''));
  for (const output of outputs) console.log(`\n${output.trim()}\n`);
  return outcomes;
}

function line({ name, passed, failed, skipped, note }: Outcome, time: string): string {
  const mark = failed > 0 ? '✗' : passed > 0 ? '✓' : '–';
  const counts = [`${passed} passed`, failed > 0 ? `${failed} failed` : '', skipped > 0 ? `${skipped} skipped` : ''];
  const shown = counts.filter((count) => count !== '').join(', ');
  return `${mark} ${name.padEnd(12)} ${shown.padEnd(28)} ${time.padStart(8)}  ${note ?? ''}`.trimEnd();
}
