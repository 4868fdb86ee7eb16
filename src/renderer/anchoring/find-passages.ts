import type { Anchor } from '#contract/highlight.ts';
import { editDistance, nearestMatches, startOfMatch } from './near-match.ts';

/** Where a passage stands now. */
export type Place = { readonly start: number; readonly end: number };

export type FoundPassages = {
  /** For each anchor, in the order given; `undefined`: it is nowhere near enough in this text. */
  readonly places: readonly (Place | undefined)[];
  /** How many characters were looked through: what finding costs, whatever the machine. */
  readonly scanned: number;
};

/** Where passages were found before in the same text. */
export type KnownPlaces = {
  readonly has: (anchor: Quote) => boolean;
  readonly get: (anchor: Quote) => Place | undefined;
  readonly set: (anchor: Quote, place: Place | undefined) => unknown;
};

type Candidate = Place & { readonly errors: number };
type Search = {
  readonly text: string;
  readonly anchor: Quote;
  readonly near: number;
  readonly spend: (characters: number) => void;
};
type Quote = Pick<Anchor, 'exact' | 'prefix' | 'suffix' | 'start'>;

/** Of very many equal places only the nearest are compared by their surroundings. */
const mostCandidates = 60;
/** A passage that was edited is looked for here first, around where it should stand. */
const neighbourhood = 2000;
/** So much of a passage may have changed. */
const errorShare = 0.2;
const mostErrors = 64;
/** Shorter ones, once changed, look like too many other words. */
const shortestEdited = 12;
/** So many characters must agree, of passage and surroundings together, to believe that this is the place. */
const leastEvidence = 24;

/**
 * Finds passages again in a text that may have changed since they were marked: where they stood, else where they
 * stand, else where something stands that differs little. Whoever moved takes along those that follow, so that a
 * paragraph put in above costs no search. What is known costs nothing, and what is found is known from then on.
 */
export function findPassages(
  text: string,
  anchors: readonly Quote[],
  known: KnownPlaces = new Map<Quote, Place | undefined>(),
): FoundPassages {
  const flat = flatten(text);
  let scanned = 0;
  let shift = 0;
  const places = anchors.map((): Place | undefined => undefined);
  const inOrder = anchors.map((anchor, at) => ({ anchor, at })).sort((a, b) => a.anchor.start - b.anchor.start);
  for (const { anchor, at } of inOrder) {
    if (!known.has(anchor)) {
      const spend = (characters: number) => void (scanned += characters);
      const found = findPassage({ text: flat, anchor: flattenQuote(anchor), near: anchor.start + shift, spend });
      known.set(anchor, found && { start: found.start, end: found.end });
    }
    const place = known.get(anchor);
    if (place !== undefined) shift = place.start - anchor.start;
    places[at] = place;
  }
  return { places, scanned };
}

/** White space counts as white space: a paragraph's end may have become a space, and the other way round. */
function flatten(text: string): string {
  return text.replaceAll('\n', ' ');
}

function flattenQuote({ exact, prefix, suffix, start }: Quote): Quote {
  return { exact: flatten(exact), prefix: flatten(prefix), suffix: flatten(suffix), start };
}

function findPassage(search: Search): Candidate | undefined {
  const { anchor, near } = search;
  for (const start of new Set([near, anchor.start])) {
    if (standsWhole(search, start)) return candidateAt(anchor, start);
  }
  const whole = best(search, exactCandidates(search));
  if (whole !== undefined && hasEvidence(search, whole)) return whole;
  const edited = best(search, editedCandidates(search));
  return edited !== undefined && hasEvidence(search, edited) ? edited : undefined;
}

/** True when the passage stands here with all its surroundings. */
function standsWhole({ text, anchor, spend }: Search, start: number): boolean {
  const { exact, prefix, suffix } = anchor;
  spend(exact.length + prefix.length + suffix.length);
  return (
    start >= 0 &&
    text.startsWith(exact, start) &&
    text.slice(0, start).endsWith(prefix) &&
    text.startsWith(suffix, start + exact.length)
  );
}

/** Every place where the words stand, the nearest when they are many. */
function exactCandidates({ text, anchor, near, spend }: Search): Candidate[] {
  const found: Candidate[] = [];
  spend(text.length);
  for (let start = text.indexOf(anchor.exact); start !== -1; start = text.indexOf(anchor.exact, start + 1)) {
    found.push(candidateAt(anchor, start));
  }
  return nearestOf(found, near);
}

/** The places where the words stand with the fewest changes: close by, else anywhere. */
function editedCandidates({ text, anchor, near, spend }: Search): Candidate[] {
  const { exact } = anchor;
  if (exact.length < shortestEdited) return [];
  const most = Math.min(mostErrors, Math.floor(exact.length * errorShare));
  const close = {
    from: Math.max(0, near - neighbourhood),
    to: Math.min(text.length, Math.max(0, near) + exact.length + neighbourhood),
  };
  for (const { from, to } of [close, { from: 0, to: text.length }]) {
    spend(Math.max(0, to - from));
    const matches = to > from ? nearestMatches(text, exact, { mostErrors: most, from, to }) : [];
    const ends = matches.map(({ end, errors }) => ({ start: end - exact.length, end, errors }));
    if (ends.length > 0) {
      return nearestOf(ends, near).map((match) => ({ ...match, start: startOfMatch(text, exact, match) }));
    }
  }
  return [];
}

function candidateAt({ exact }: Quote, start: number): Candidate {
  return { start, end: start + exact.length, errors: 0 };
}

function nearestOf(candidates: Candidate[], near: number): Candidate[] {
  if (candidates.length <= mostCandidates) return candidates;
  return candidates.sort((a, b) => Math.abs(a.start - near) - Math.abs(b.start - near)).slice(0, mostCandidates);
}

/** The place whose surroundings are most like those at the time of marking; of equals the nearest. */
function best(search: Search, candidates: readonly Candidate[]): Candidate | undefined {
  let chosen: { readonly candidate: Candidate; readonly agreeing: number; readonly distance: number } | undefined;
  for (const candidate of candidates) {
    const agreeing = agreement(search, candidate) - candidate.errors;
    const distance = Math.abs(candidate.start - search.near);
    const isBetter =
      chosen === undefined ||
      agreeing > chosen.agreeing ||
      (agreeing === chosen.agreeing && distance < chosen.distance);
    if (isBetter) chosen = { candidate, agreeing, distance };
  }
  return chosen?.candidate;
}

/** How many characters before and after a place are as they were. */
function agreement({ text, anchor: { prefix, suffix }, spend }: Search, { start, end }: Place): number {
  spend(prefix.length + suffix.length);
  const before = text.slice(Math.max(0, start - prefix.length), start);
  const after = text.slice(end, end + suffix.length);
  return prefix.length - editDistance(prefix, before) + suffix.length - editDistance(suffix, after);
}

/** A word that stands somewhere is not yet the word that was marked. */
function hasEvidence(search: Search, candidate: Candidate): boolean {
  const { exact, prefix, suffix } = search.anchor;
  const agreeing = exact.length - candidate.errors + agreement(search, candidate);
  const all = exact.length + prefix.length + suffix.length;
  return agreeing >= Math.min(leastEvidence + candidate.errors, all * 0.9);
}
