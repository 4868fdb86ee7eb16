/** What one part of a check came to. */
export type Outcome = {
  readonly name: string;
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  /** Said beside the counts: warnings, the reason of a skip. */
  readonly note?: string;
  /** Shown when something failed. */
  readonly output?: string;
};

/** Several outcomes as one, with the output of those that failed. */
export function sum(name: string, outcomes: readonly Outcome[]): Outcome {
  const total = { passed: 0, failed: 0, skipped: 0 };
  for (const { passed, failed, skipped: left } of outcomes) {
    total.passed += passed;
    total.failed += failed;
    total.skipped += left;
  }
  const output = outcomes
    .filter((outcome) => outcome.failed > 0)
    .map((outcome) => outcome.output ?? '')
    .join('\n');
  return { name, ...total, output };
}
