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
    const place = { start, end: start + paragraph.length };
    start = place.end + 1;
    if (paragraph === '') continue;
    for (const sentence of sentencesOf(page.text, place, language)) {
      const words = wordsSaid(page, sentence);
      if (/[\p{L}\p{N}]/u.test(words)) sentences.push({ place: sentence, words });
    }
  }
  return sentences;
}

/** The first sentence that has not ended before a place in the text; the last one behind all. */
export function sentenceFrom(sentences: readonly SpokenSentence[], index: number): number {
  const at = sentences.findIndex(({ place }) => place.end > index);
  return at === -1 ? Math.max(0, sentences.length - 1) : at;
}

function wordsSaid({ text, runs }: PageText, { start, end }: Place): string {
  let words = '';
  let at = start;
  for (let run = firstRun(runs, start); run < runs.length; run += 1) {
    const one = runs[run];
    if (one === undefined || one.start >= end) break;
    const [from, to] = [Math.max(start, one.start), Math.min(end, one.start + one.length)];
    words += text.slice(at, from);
    if (isSpoken(one.node)) words += text.slice(from, to);
    at = to;
  }
  return words.trim();
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
