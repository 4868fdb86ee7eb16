import type { Place } from './find-passages.ts';
import { segmenterOf, sentencesOf } from './sentences.ts';

/**
 * Choosing a passage by keys: sentence by sentence, word by word.
 *
 * What a word is in a language, the browser knows (`Intl.Segmenter`); sentences are cut in `sentences.ts`. Only the paragraph at hand is
 * looked at, so that a long article costs no more than a short one.
 */
export type Step = 'sentence' | 'word';
export type Direction = 1 | -1;

/** The sentence that holds a place in the text, or the next one where it stands between two. */
export function sentenceAt(text: string, index: number, language: string | null): Place | undefined {
  const paragraph = paragraphAt(text, Math.min(Math.max(0, index), Math.max(0, text.length - 1)));
  const sentences = partsOf(text, paragraph, 'sentence', language);
  return sentences.find(({ end }) => end > index) ?? sentences.at(-1);
}

/** The whole passage moved to the next sentence or word; the same where there is none. */
export function movePassage(
  text: string,
  place: Place,
  step: Step,
  direction: Direction,
  language: string | null,
): Place {
  return direction === 1
    ? (partFrom(text, step === 'sentence' ? place.end : firstEnd(text, place, language), step, language) ?? place)
    : (partBefore(text, place.start, step, language) ?? place);
}

/** The passage with its end moved on or back by a sentence or a word; one word at least stays. */
export function stretchPassage(
  text: string,
  place: Place,
  step: Step,
  direction: Direction,
  language: string | null,
): Place {
  if (direction === 1) {
    const next = partFrom(text, place.end, step, language);
    return next ? { start: place.start, end: next.end } : place;
  }
  const last = partBefore(text, place.end, step, language, 'end');
  const end = last?.end ?? 0;
  return end > place.start ? { start: place.start, end } : place;
}

/** Where the first word of a passage ends: from there the next one is looked for. */
function firstEnd(text: string, place: Place, language: string | null): number {
  return partFrom(text, place.start, 'word', language)?.end ?? place.end;
}

/** The first part that begins at or after a place, in this paragraph or those that follow. */
function partFrom(text: string, index: number, step: Step, language: string | null): Place | undefined {
  for (let at = index; at < text.length;) {
    const paragraph = paragraphAt(text, at);
    const part = partsOf(text, paragraph, step, language).find(({ start, end }) =>
      step === 'sentence' ? end > index : start >= index,
    );
    if (part) return part;
    at = paragraph.end + 1;
  }
  return undefined;
}

/** The last part that begins, or ends, before a place. */
function partBefore(
  text: string,
  index: number,
  step: Step,
  language: string | null,
  edge: 'start' | 'end' = 'start',
): Place | undefined {
  for (let at = Math.min(index, text.length) - 1; at >= 0;) {
    const paragraph = paragraphAt(text, at);
    const part = partsOf(text, paragraph, step, language).findLast((one) => one[edge] < index);
    if (part) return part;
    at = paragraph.start - 1;
  }
  return undefined;
}

function paragraphAt(text: string, index: number): Place {
  const end = text.indexOf('\n', index);
  return { start: text.lastIndexOf('\n', Math.max(0, index) - 1) + 1, end: end === -1 ? text.length : end };
}

function partsOf(text: string, place: Place, step: Step, language: string | null): Place[] {
  return step === 'sentence' ? sentencesOf(text, place, language) : wordsOf(text, place, language);
}

function wordsOf(text: string, { start, end }: Place, language: string | null): Place[] {
  return [...segmenterOf('word', language).segment(text.slice(start, end))]
    .filter(({ isWordLike }) => isWordLike)
    .map(({ segment, index }) => ({ start: start + index, end: start + index + segment.length }));
}
