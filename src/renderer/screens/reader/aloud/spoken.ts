import type { Place } from '../../../anchoring/find-passages.ts';
import type { PageText } from '../../../anchoring/read-page.ts';
import { sentencesOf } from '../../../anchoring/sentences.ts';

/** A sentence, where it stands and what is said of it. */
export type SpokenSentence = { readonly place: Place; readonly words: string };

/** What cannot be followed by ear: code, tables, and what is printed under a picture. */
const unspoken = 'pre,table,figcaption';
/** The mark of a note is no part of the word that it stands at. */
const noteMark = 'sup a,a sup,a[href^="#place-"]';

/** The sentences of an article in the order they are read aloud. */
export function spokenSentences(page: PageText, language: string | null): readonly SpokenSentence[] {
  const sentences: SpokenSentence[] = [];
  let start = 0;
  for (const paragraph of page.text.split('\n')) {
    const end = start + paragraph.length;
    const { words, places } = spokenPart(page, { start, end });
    start = end + 1;
    // Cut in what is said and not in what is printed: the mark of a note hides the end of the sentence before it.
    for (const sentence of sentencesOf(words, { start: 0, end: words.length }, language)) {
      const said = words.slice(sentence.start, sentence.end);
      const from = places[sentence.start] ?? start;
      const to = (places[sentence.end - 1] ?? from) + 1;
      if (/[\p{L}\p{N}]/u.test(said)) sentences.push({ place: { start: from, end: to }, words: said });
    }
  }
  return sentences;
}

/** The first sentence that has not ended before a place in the text; the last one behind all. */
export function sentenceFrom(sentences: readonly SpokenSentence[], index: number): number {
  const at = sentences.findIndex(({ place }) => place.end > index);
  return at === -1 ? Math.max(0, sentences.length - 1) : at;
}

/** What is said of a stretch of the text, and where each of its letters is printed. */
function spokenPart({ text, runs }: PageText, { start, end }: Place): { words: string; places: readonly number[] } {
  const places: number[] = [];
  const say = (from: number, to: number) => {
    for (let at = from; at < to; at += 1) places.push(at);
  };
  let at = start;
  for (let index = firstRun(runs, start); index < runs.length; index += 1) {
    const run = runs[index];
    if (run === undefined || run.start >= end) break;
    const to = Math.min(end, run.start + run.length);
    say(at, run.start);
    if (isSpoken(run.node)) say(Math.max(start, run.start), to);
    at = to;
  }
  return { words: places.map((place) => text[place]).join(''), places };
}

function isSpoken(node: Text): boolean {
  const holder = node.parentElement;
  return holder === null || (holder.closest(unspoken) === null && holder.closest(noteMark) === null);
}

/** The run that holds a place, or the first one behind it. */
function firstRun(runs: PageText['runs'], index: number): number {
  let [low, high] = [0, runs.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    const run = runs[middle];
    if (run && run.start + run.length > index) high = middle;
    else low = middle + 1;
  }
  return low;
}
