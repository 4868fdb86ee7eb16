import type { Finding, Verification } from '#contract/library.ts';
import { createBreather } from './breathe.ts';
import type { Context, LongWork } from './context.ts';
import type { Check } from './verify-check.ts';
import { checkCatalogue } from './verify-catalogue.ts';
import { checkJournals } from './verify-journals.ts';
import { checkSnapshots } from './verify-snapshots.ts';

/**
 * Reads every file of the library and compares it with what was recorded: files with the checksums
 * in snapshot.json, snapshot.json with the journal, the catalogue with both. Changes nothing.
 */
export async function verifyLibrary(context: Context, { signal, onProgress }: LongWork): Promise<Verification> {
  const findings: Finding[] = [];
  const check: Check = {
    context,
    report: (finding) => findings.push(finding),
    breathe: createBreather(signal),
    onProgress: onProgress ?? (() => {}),
  };
  const counts = await checkSnapshots(check);
  await checkJournals(check);
  await checkCatalogue(check);
  return { ...counts, findings };
}
