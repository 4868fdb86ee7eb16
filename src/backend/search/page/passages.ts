import type { MarkedText } from '#contract/search.ts';
import { type Analyzer, lowered } from '../analysis/analyzer.ts';
import { loweredWithPlaces } from './lower.ts';

/** A word of a text that a query looks for. */
export type Match = {
  /** UTF-16 places in the text itself, signs at its ends left out. */
  readonly start: number;
  readonly end: number;
  readonly term: string;
  /** How much the word tells: its inverse document frequency. */
  readonly worth: number;
};

const passageLength = 220;
/** How much of the passage stands before its first match. */
const leadIn = 40;
/** What a word is worth that the passage holds already. */
const repeatShare = 0.05;

/** Finds the wanted terms of one field's text, with the tokens and terms of the index itself. */
export function findMatches(
  analyzer: Analyzer,
  text: string,
  language: string | null,
  worthOf: (termNumber: number) => number | undefined,
): Match[] {
  const group = analyzer.group(language);
  const { text: lower, original } = loweredWithPlaces(text, lowered(text, group));
  const matches: Match[] = [];
  analyzer.eachTerm(lower, group, (number, _position, start, end) => {
    const worth = worthOf(number);
    if (worth === undefined) return;
    const token = lower.slice(start, end);
    const lead = token.length - token.replace(/^[^\p{L}\p{M}\p{N}]+/u, '').length;
    const tail = token.length - token.replace(/(?<![+#])[^\p{L}\p{M}\p{N}+#]+$/u, '').length;
    matches.push({ start: original(start + lead), end: original(end - tail), term: analyzer.term(number), worth });
  });
  return matches;
}

/** The whole text with its matches marked: a headline. */
export function markAll(text: string, matches: readonly Match[]): MarkedText {
  return { text, marks: marksOf(text, matches) };
}

/** One mark for what overlaps or touches: neighbouring characters of a run, a word found by two of its spellings. */
function marksOf(text: string, matches: readonly Match[]): [number, number][] {
  const marks: [number, number][] = [];
  for (const match of [...matches].sort((a, b) => a.start - b.start)) {
    const end = graphemeEnd(text, match.end);
    const last = marks.at(-1);
    if (last !== undefined && match.start <= last[1]) last[1] = Math.max(last[1], end);
    else marks.push([match.start, end]);
  }
  return marks;
}

/** Behind the marks that belong to the character before a place. */
function graphemeEnd(text: string, at: number): number {
  return at + (/^[\p{M}\u200c\u200d]+/u.exec(text.slice(at, at + 16))?.[0].length ?? 0);
}

/**
 * The stretch of a text that tells most: the greatest sum of the worths of its different words.
 *
 * A window slides over the matches; each term counts once, and again only a little.
 */
export function bestPassage(text: string, matches: readonly Match[]): MarkedText {
  const [first, last] = bestWindow(matches);
  const from = first === undefined ? 0 : Math.max(0, first.start - leadIn);
  const start = from === 0 ? 0 : wordStart(text, from);
  const wantedEnd = Math.max(start + passageLength, last?.end ?? 0);
  const end = wantedEnd >= text.length ? text.length : wordEnd(text, wantedEnd);
  const before = start > 0 ? '\u2026 ' : '';
  const after = end < text.length ? ' \u2026' : '';
  // Line breaks become spaces one for one, so that places stay what they are.
  const passage = text.slice(start, end).replaceAll(/[\s\u0085]/g, ' ');
  const shift = before.length - start;
  const inside = matches.filter((match) => match.start >= start && match.end <= end);
  const marks = marksOf(text, inside).map(([from_, to]): [number, number] => [from_ + shift, to + shift]);
  return { text: before + passage + after, marks };
}

function bestWindow(matches: readonly Match[]): [Match | undefined, Match | undefined] {
  const counts = new Map<string, number>();
  let best: [Match | undefined, Match | undefined] = [undefined, undefined];
  let bestSum = 0;
  let sum = 0;
  let first = 0;
  for (const match of matches) {
    const count = counts.get(match.term) ?? 0;
    sum += count === 0 ? match.worth : match.worth * repeatShare;
    counts.set(match.term, count + 1);
    while (match.end - matches[first]!.start > passageLength - leadIn && matches[first] !== match) {
      const leaving = matches[first++]!;
      const left = counts.get(leaving.term)! - 1;
      counts.set(leaving.term, left);
      sum -= left === 0 ? leaving.worth : leaving.worth * repeatShare;
    }
    if (sum > bestSum + 1e-9) {
      bestSum = sum;
      best = [matches[first], match];
    }
  }
  return best;
}

const farthestBreak = 30;

/** The beginning of the next word, when one is near; never the middle of a character. */
function wordStart(text: string, at: number): number {
  for (let place = at; place < at + farthestBreak; place++) if (/\s/.test(text[place - 1] ?? ' ')) return place;
  return boundaryBefore(text, at);
}

function wordEnd(text: string, at: number): number {
  for (let place = at; place > at - farthestBreak; place--) if (/\s/.test(text[place] ?? ' ')) return place;
  return boundaryBefore(text, at);
}

/** Where no space is near, as in Chinese or Thai: the end of the word before a place, by Unicode's rules and dictionaries. */
function boundaryBefore(text: string, at: number): number {
  const from = Math.max(0, at - farthestBreak);
  const around = text.slice(from, at + farthestBreak);
  const segment = new Intl.Segmenter('und', { granularity: 'word' }).segment(around).containing(at - from);
  // A run that is one word all through is cut between two characters.
  if (segment !== undefined && segment.index > 0) return from + segment.index;
  const character = new Intl.Segmenter('und', { granularity: 'grapheme' }).segment(around).containing(at - from);
  return from + (character?.index ?? at - from);
}
