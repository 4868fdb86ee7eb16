import type { Metadata } from '#contract/article.ts';
import type { PageBlock } from '#contract/draft.ts';
import { longestBlockWords, longestNeighbourWords, type Repair } from '#contract/repair.ts';
import type { SheetBlock } from '#contract/repair-sheet.ts';
import { type BodyBlock, cutBlocks, keyOfWords, safeBlock } from '../extract/extract.ts';

/** A block of the text, of the original, or of both; `repair` is what took it out or put it back. */
export type KnownBlock = Omit<SheetBlock, 'key'> & { readonly repair: Repair | null };

/** What was left out and is shorter than this is a label, not a paragraph. */
const labelCharacters = 40;
/** Words longer than this that stand somewhere in the text are in it, however it is cut into blocks. */
const tellingCharacters = 25;
/** Of a line that a page repeats more often than this, only the first places are looked at. */
const mostPlaces = 20;

/**
 * The blocks of a text and those of its original as one list, in the order of the original.
 *
 * The two are laid side by side along the longest row of blocks that both have. What only the text has (a lead that was
 * set before it, a body that came from the page's data) stands where the text has it.
 */
export function mergeBlocks(
  text: readonly BodyBlock[],
  page: readonly PageBlock[],
  metadata: Pick<Metadata, 'headline' | 'kicker' | 'dek' | 'byline'>,
): KnownBlock[] {
  const placeOf = commonRow(text.map(keyOf), page.map(keyOf));
  const [first, last] = [
    placeOf.find((place) => place !== undefined),
    placeOf.findLast((place) => place !== undefined),
  ];
  const words = text.map(keyOf).join(' ');
  const above = new Set(
    [metadata.headline, metadata.kicker, metadata.dek, metadata.byline].map((one) => keyOfWords(one ?? '')),
  );
  const merged: KnownBlock[] = [];
  let next = 0;
  const leaveOutUntil = (end: number) => {
    for (; next < end; next += 1) {
      const block = page[next];
      if (block === undefined || isIn(words, keyOf(block)) || above.has(keyOf(block))) continue;
      const isBetween = first !== undefined && last !== undefined && next > first && next < last;
      merged.push({ ...leftOut(block), minor: isMinor(block, isBetween) });
    }
  };
  for (const [at, block] of text.entries()) {
    const place = placeOf[at];
    if (place !== undefined) {
      leaveOutUntil(place);
      next = place + 1;
    }
    merged.push(extracted(block));
  }
  leaveOutUntil(page.length);
  return merged;
}

/** Says of each block which repair concerns it. What was put back and is not in the original any more joins the list. */
export function withRepairs(blocks: readonly KnownBlock[], done: readonly Repair[]): KnownBlock[] {
  const known = [...blocks];
  for (const repair of done) {
    const isTakenOut = repair.kind === 'take-out';
    const alike = known.flatMap((block, at) => (isNamed(block, repair) && block.extracted === isTakenOut ? [at] : []));
    const at = alike.toSorted((one, other) => likeness(known, repair, other) - likeness(known, repair, one))[0];
    const block = at === undefined ? undefined : known[at];
    if (at !== undefined && block !== undefined) {
      known[at] = { ...block, repair, shown: !isTakenOut, bySite: isTakenOut && repair.site !== undefined };
    } else if (repair.kind === 'put-back') known.splice(placeFor(known, repair), 0, ...fromJournal(repair));
  }
  return known;
}

function extracted({ kind, html, words }: BodyBlock): KnownBlock {
  return { kind, html, words, extracted: true, shown: true, reason: null, bySite: false, minor: false, repair: null };
}

function leftOut({ kind, html, words, reason }: PageBlock): KnownBlock {
  return { kind, html, words, extracted: false, shown: false, reason, bySite: false, minor: false, repair: null };
}

function fromJournal(repair: Repair & { kind: 'put-back' }): KnownBlock[] {
  const safe = safeBlock(repair.html);
  const [block] = cutBlocks(safe);
  return block === undefined ? [] : [{ ...extracted({ ...block, html: safe }), extracted: false, repair }];
}

/** A menu's entry, a label, a line of links; a heading inside the story is not. */
function isMinor({ kind, words, linkShare }: PageBlock, isBetween: boolean): boolean {
  if (isBetween && /^(?:h[2-6]|figure)$/.test(kind)) return false;
  return linkShare > 0.5 || words.length < labelCharacters;
}

function isIn(text: string, key: string): boolean {
  return key.length >= tellingCharacters && text.includes(key);
}

function keyOf({ words }: { readonly words: string }): string {
  return keyOfWords(words);
}

function isNamed(block: KnownBlock, { words }: Repair): boolean {
  return block.repair === null && keyOfWords(block.words.slice(0, longestBlockWords)) === keyOfWords(words);
}

function likeness(blocks: readonly KnownBlock[], { before, after }: Repair, at: number): number {
  const above = blocks.slice(0, at).findLast(({ shown }) => shown);
  const below = blocks.slice(at + 1).find(({ shown }) => shown);
  return Number(begins(above, before)) + Number(begins(below, after));
}

function placeFor(blocks: readonly KnownBlock[], { before }: Repair): number {
  return before === '' ? 0 : blocks.findIndex((block) => begins(block, before)) + 1 || blocks.length;
}

function begins(block: KnownBlock | undefined, words: string): boolean {
  if (block === undefined) return words === '';
  return words !== '' && keyOfWords(block.words.slice(0, longestNeighbourWords)) === keyOfWords(words);
}

/**
 * The longest row of keys that two lists have in common, in order: for each of the first its place in the second.
 *
 * As Hunt and Szymanski do it: the longest rising row over all places where a key of the first stands in the second.
 */
export function commonRow(first: readonly string[], second: readonly string[]): (number | undefined)[] {
  type Link = { readonly at: number; readonly place: number; readonly before: Link | undefined };
  const places = new Map<string, number[]>();
  for (const [place, key] of second.entries())
    places.set(key, [...(places.get(key) ?? []), place].slice(0, mostPlaces));
  /** The row of each length that ends earliest. */
  const rows: Link[] = [];
  for (const [at, key] of first.entries()) {
    for (const place of (places.get(key) ?? []).toReversed()) {
      const length = firstNotBelow(rows, place);
      rows[length] = { at, place, before: rows[length - 1] };
    }
  }
  const found: (number | undefined)[] = first.map(() => undefined);
  for (let link = rows.at(-1); link !== undefined; link = link.before) found[link.at] = link.place;
  return found;
}

function firstNotBelow(rows: readonly { readonly place: number }[], place: number): number {
  let [low, high] = [0, rows.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((rows[middle]?.place ?? 0) < place) low = middle + 1;
    else high = middle;
  }
  return low;
}
