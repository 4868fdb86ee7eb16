import type { Removal } from '#contract/extraction-report.ts';

/** What one rule left out. */
export type RemovalGroup = { readonly rule: string; readonly samples: readonly string[] };

/** Removals by their rule, the rule with the most first; rules with as many stay in the page's order. */
export function removalGroups(removals: readonly Removal[]): readonly RemovalGroup[] {
  const byRule = Map.groupBy(removals, ({ reason }) => reason);
  const groups = [...byRule].map(([rule, members]) => ({ rule, samples: members.map(({ sample }) => sample) }));
  return groups.sort((one, other) => other.samples.length - one.samples.length);
}
