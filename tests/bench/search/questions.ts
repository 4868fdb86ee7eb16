import type { SearchDocument } from '#backend/search/search.ts';
import type { Random } from '#support/random-archive.ts';
import type { Question } from '../engines/engine.ts';

/** A word of the corpus and the share of articles that hold it. */
export type Word = { readonly word: string; readonly share: number };

/** Makes questions of one class, different ones each time. */
type Maker = (random: Random, words: readonly Word[], sample: readonly SearchDocument[]) => Question;

/** The classes of questions, in the order of the table. */
export const classes: Readonly<Record<string, Maker>> = {
  'common word': (random, words) => all(between(random, words, 0.25, 0.8)),
  'rare word': (random, words) => all(between(random, words, 0.0005, 0.002)),
  'two words, both': (random, words) => all(...several(2, random, words, 0.05, 0.5)),
  'two words, either': (random, words) => any(...several(2, random, words, 0.05, 0.5)),
  'three words, all': (random, words) => all(...several(3, random, words, 0.1, 0.8)),
  'three words, any': (random, words) => any(...several(3, random, words, 0.1, 0.8)),
  phrase: (random, _words, sample) => ({ kind: 'phrase', words: pairOf(random, sample, () => true) }),
  'phrase of common words': (random, words, sample) => {
    const common = new Set(words.filter(({ share }) => share >= 0.25).map(({ word }) => word));
    return { kind: 'phrase', words: pairOf(random, sample, (word) => common.has(word)) };
  },
  'word in the headline': (random, words) => ({ kind: 'title', word: between(random, words, 0.05, 0.5) }),
  'four letters and a star': (random, words) => {
    return { kind: 'prefix', start: between(random, words, 0.01, 0.3).slice(0, 4) };
  },
  'one letter and a star': (random) => ({ kind: 'prefix', start: random.pick(Array.from('abcdefghklmnprstvw')) }),
  'misspelt word': (random, words) => {
    const word = between(random, words, 0.01, 0.3);
    return { kind: 'misspelt', word: word.slice(0, 1) + word.slice(2) };
  },
  'one word without another': (random, words) => {
    const [word, without] = several(2, random, words, 0.05, 0.5);
    return { kind: 'excluded', word: word!, without: without! };
  },
  'word, tag and years': (random, words, sample) => {
    const word = between(random, words, 0.25, 0.8);
    return { kind: 'filtered', word, tag: random.pick(random.pick(sample).tags), fromYear: 2012, toYear: 2020 };
  },
};

/** What stands in the field while a reader types two or three words, letter by letter from the third on. */
export function* typing(random: Random, words: readonly Word[]): Generator<string> {
  const text = several(2 + random.below(2), random, words, 0.02, 0.6).join(' ');
  for (let length = 3; length <= text.length; length++) yield text.slice(0, length);
}

/** The words of some articles, the most frequent first. */
export function vocabularyOf(sample: readonly SearchDocument[]): Word[] {
  const counts = new Map<string, number>();
  for (const { body } of sample) {
    for (const word of new Set(body.toLowerCase().split(/[^a-z]+/)))
      if (word.length > 3) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  const words = [...counts].map(([word, articles]) => ({ word, share: articles / sample.length }));
  return words.sort((a, b) => b.share - a.share);
}

function between(random: Random, words: readonly Word[], from: number, to: number): string {
  return random.pick(words.filter(({ share }) => share >= from && share <= to)).word;
}

function several(count: number, random: Random, words: readonly Word[], from: number, to: number): string[] {
  return Array.from({ length: count }, () => between(random, words, from, to));
}

/** Two words that stand side by side in some article. */
function pairOf(
  random: Random,
  sample: readonly SearchDocument[],
  isWanted: (word: string) => boolean,
): readonly string[] {
  for (;;) {
    const words = random
      .pick(sample)
      .body.toLowerCase()
      .split(/[^a-z]+/);
    const at = random.below(words.length - 1);
    const pair = words.slice(at, at + 2);
    if (pair.every((word) => word.length > 1 && isWanted(word))) return pair;
  }
}

function all(...words: string[]): Question {
  return { kind: 'words', words, reading: 'all' };
}

function any(...words: string[]): Question {
  return { kind: 'words', words, reading: 'any' };
}
