import type { Removal, RemovalReason } from '#contract/removal.ts';

/** What one rule left out. */
export type RemovalGroup = {
  /** Tells it from the others. */
  readonly key: string;
  readonly reason: RemovalReason;
  readonly samples: readonly string[];
};

/** Removals by their rule, the rule with the most first; rules with as many stay in the page's order. */
export function removalGroups(removals: readonly Removal[]): readonly RemovalGroup[] {
  const byRule = Map.groupBy(removals, ({ reason }) => keyOf(reason));
  const groups = [...byRule].flatMap(([key, members]) => {
    const [first] = members;
    return first === undefined ? [] : [{ key, reason: first.reason, samples: members.map(({ sample }) => sample) }];
  });
  return groups.sort((one, other) => other.samples.length - one.samples.length);
}

function keyOf(reason: RemovalReason): string {
  return 'of' in reason ? `${reason.rule} ${reason.of}` : reason.rule;
}
