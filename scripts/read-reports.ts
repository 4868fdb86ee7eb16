import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Outcome } from './outcome.ts';
import { projectRoot } from './project.ts';
import type { Finished } from './run-tool.ts';

/** The parts of Vitest's JSON report that are used. */
type VitestReport = {
  readonly testResults: readonly {
    readonly name: string;
    readonly status: string;
    readonly assertionResults: readonly { readonly status: string; readonly fullName: string }[];
  }[];
};

/** Which kind of test a file holds, by where it lies and how it is named. */
function kindOf(file: string): string {
  const [top, folder] = path.relative(projectRoot, file).split(path.sep);
  if (top === 'tests' && folder !== undefined) return folder;
  if (/\.property\.test\./.test(file)) return 'property';
  return /\.threat\.test\./.test(file) ? 'threat' : 'unit';
}

/**
 * The outcomes of a Vitest run by kind of test.
 *
 * A file that could not even be loaded has no tests to count, and counts as one that failed; so
 * does a run that ends badly though every test passed.
 */
export function readVitestReport(file: string, { code, output }: Finished): Outcome[] {
  const report = readJson(file) as VitestReport | undefined;
  if (report === undefined) return [{ name: 'vitest', passed: 0, failed: 1, skipped: 0, output }];
  const kinds = new Map<string, { passed: number; failed: number; skipped: number; notes: string[] }>();
  for (const { name, status, assertionResults } of report.testResults) {
    const kind = kinds.get(kindOf(name)) ?? { passed: 0, failed: 0, skipped: 0, notes: [] };
    kinds.set(kindOf(name), kind);
    for (const result of assertionResults) {
      if (result.status === 'passed') kind.passed += 1;
      else if (result.status === 'failed') kind.failed += 1;
      else {
        kind.skipped += 1;
        kind.notes.push(`skipped: ${result.fullName}`);
      }
    }
    const isBroken = status === 'failed' && !assertionResults.some((result) => result.status === 'failed');
    if (isBroken) kind.failed += 1;
  }
  const outcomes = [...kinds].map(([name, { notes, ...counts }]) => ({
    name,
    ...counts,
    note: notes.join('; '),
    output,
  }));
  if (code !== 0 && outcomes.every((outcome) => outcome.failed === 0)) {
    outcomes.push({ name: 'vitest', passed: 0, failed: 1, skipped: 0, note: 'the run itself failed', output });
  }
  return outcomes;
}

type PlaywrightReport = {
  readonly stats: {
    readonly expected: number;
    readonly unexpected: number;
    readonly flaky: number;
    readonly skipped: number;
  };
};

export function readPlaywrightReport(name: string, file: string, { code, output }: Finished): Outcome {
  const report = readJson(file) as PlaywrightReport | undefined;
  if (report === undefined) return { name, passed: 0, failed: 1, skipped: 0, output };
  const { expected, unexpected, flaky, skipped } = report.stats;
  const failed = unexpected + flaky;
  // A run that ends badly with no test failed (nothing found, a broken file) is a failure too.
  const isBroken = code !== 0 && failed === 0;
  return { name, passed: expected, failed: isBroken ? 1 : failed, skipped, output };
}

type LintReport = {
  readonly diagnostics: readonly {
    readonly severity: string;
    readonly code: string;
    readonly message: string;
    readonly filename: string;
    readonly labels: readonly { readonly span: { readonly line: number } }[];
  }[];
};

/** What the linter found: each error on a line; of warnings, how many. `undefined` when it did not get so far. */
export function readLintReport(output: string): { readonly errors: string[]; readonly warnings: number } | undefined {
  try {
    const { diagnostics } = JSON.parse(output) as LintReport;
    const errors = diagnostics
      .filter(({ severity }) => severity === 'error')
      .map(({ filename, labels, message, code }) => `${filename}:${labels[0]?.span.line ?? 0} ${message} ${code}`);
    return { errors, warnings: diagnostics.length - errors.length };
  } catch {
    return undefined;
  }
}

function readJson(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined; // the run ended before it could report
  }
}
