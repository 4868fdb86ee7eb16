/**
 * What is new, made of the parts of what was known that are still the same: who compares by identity sees only what
 * changed. Both are plain values as they come over the wire.
 */
export function keepSame<T>(known: unknown, next: T): T {
  if (Object.is(known, next)) return next;
  if (Array.isArray(known) && Array.isArray(next)) return keepSameItems(known, next) as T;
  if (!isRecord(known) || !isRecord(next)) return next;
  const names = Object.keys(next);
  const kept = Object.fromEntries(names.map((name) => [name, keepSame(known[name], next[name])]));
  const isSame =
    names.length === Object.keys(known).length &&
    names.every((name) => name in known && Object.is(kept[name], known[name]));
  return (isSame ? known : kept) as T;
}

/** Compared from both ends, for a list mostly changes by something put in or taken out of its middle. */
function keepSameItems(known: readonly unknown[], next: readonly unknown[]): readonly unknown[] {
  const kept = [...next];
  const shorter = Math.min(known.length, next.length);
  let first = 0;
  while (first < shorter && takeOver(known, first, kept, first)) first += 1;
  let last = 0;
  while (last < shorter - first && takeOver(known, known.length - 1 - last, kept, kept.length - 1 - last)) last += 1;
  if (first === known.length && first === next.length) return known;
  for (let at = first; at < Math.min(known.length, next.length) - last; at += 1)
    kept[at] = keepSame(known[at], kept[at]);
  return kept;
}

/** True when the two items are the same; then the one that was known stands in the new list. */
function takeOver(known: readonly unknown[], from: number, kept: unknown[], at: number): boolean {
  kept[at] = keepSame(known[from], kept[at]);
  return Object.is(kept[at], known[from]);
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
