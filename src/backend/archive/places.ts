/** An article in a collection; the smaller place comes first, and of two with one place the smaller id. */
export type Member = { readonly id: string; readonly place: number };

/**
 * Where `moving` must be put to stand side by side at `index` of `rest`: their places only, or, where no
 * numbers are left between two neighbours, new places for all.
 *
 * A place is any number, so that to move one article is to say one number and two devices that move
 * different articles agree without a word: each article's place is its last writer's. Halving the gap between
 * two neighbours can go on about fifty times; then, and where two devices gave one place twice, all are
 * numbered anew.
 */
export function placesFor(rest: readonly Member[], moving: readonly string[], index: number): Member[] {
  const before = rest[index - 1]?.place;
  const after = rest[index]?.place;
  const step = stepBetween(before, after, moving.length);
  const first = before === undefined ? (after ?? moving.length + 1) - step * moving.length : before + step;
  const placed = moving.map((id, count) => ({ id, place: first + count * step }));
  const all = [...rest.slice(0, index), ...placed, ...rest.slice(index)];
  if (isRising([before, ...placed.map(({ place }) => place), after])) return placed;
  const known = new Map(rest.map(({ id, place }) => [id, place]));
  return all.map(({ id }, count) => ({ id, place: count + 1 })).filter(({ id, place }) => known.get(id) !== place);
}

function stepBetween(before: number | undefined, after: number | undefined, count: number): number {
  return before === undefined || after === undefined ? 1 : (after - before) / (count + 1);
}

function isRising(places: readonly (number | undefined)[]): boolean {
  let last = Number.NEGATIVE_INFINITY;
  for (const place of places) {
    if (place === undefined) continue;
    if (place <= last) return false;
    last = place;
  }
  return true;
}
