import type { Leaf, Match } from '../evaluate/plan.ts';

export function allOf(parts: readonly Match[]): Match {
  return parts.length === 1 ? parts[0]! : { kind: 'all', of: parts };
}

/**
 * At least `count` of some parts, each of which may take several matches. A word given twice counts once; of
 * fewer parts than `count`, all.
 */
export function someOf(count: number, parts: readonly (readonly Match[])[], leaves: readonly Leaf[]): Match[] {
  const distinct = new Map<string, Match>();
  for (const [place, part] of parts.entries()) {
    if (part.length > 0) distinct.set(nameOf(part, place, leaves), allOf(part));
  }
  const of = [...distinct.values()];
  if (of.length <= count) return of;
  return [count === 1 ? { kind: 'any', of } : { kind: 'some', count, of }];
}

/** What a part asks for, when it is nothing but words; other parts (by their place) are like no other. */
function nameOf(part: readonly Match[], place: number, leaves: readonly Leaf[]): string {
  const words = part.map((match) => (match.kind === 'leaf' ? leaves[match.leaf]! : undefined));
  if (words.includes(undefined)) return String(place);
  return JSON.stringify(words.map((leaf) => [leaf!.terms, leaf!.editDistance, leaf!.mask]));
}
