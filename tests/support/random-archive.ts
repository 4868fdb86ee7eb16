import type { SearchDocument } from '#backend/search/search.ts';

/** A small seeded generator (mulberry32): the same seed, the same archive and the same queries. */
export type Random = {
  /** A whole number in `[0, below)`. */
  readonly below: (below: number) => number;
  readonly chance: (share: number) => boolean;
  readonly pick: <T>(list: readonly T[]) => T;
};

export function randomFrom(seed: number): Random {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  return {
    below: (below) => Math.floor(next() * below),
    chance: (share) => next() < share,
    pick: (list) => list[Math.floor(next() * list.length)]!,
  };
}

const syllables = [
  'ba',
  'ren',
  'to',
  'mi',
  'sha',
  'lor',
  'ing',
  'ed',
  'ka',
  'ver',
  'ti',
  'on',
  'al',
  'es',
  'tu',
  'ne',
  'por',
  'gra',
];
const oddWords = [
  'naïve',
  'Zürich',
  'café',
  'ŁÓDŹ',
  '東京',
  'данные',
  'İstanbul',
  'ΣΊΣΥΦΟΣ',
  '\u{1f600}smile',
  '\ufb01ne',
  'אבג',
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  '&',
  '--',
  '"quoted"',
  "o'brien",
  '12:30',
  'c++',
  'f**k',
  'the',
  'and',
  'of',
  'a',
  '\ud800lone',
  '3.14',
  'U.S.',
  'x\u00a0y',
  'covid-19',
  'e\u0301',
  '\u2014',
  '100%',
  'http://example.test/a?b=c',
  '_under_',
  'ıI',
];

/** Made-up words of a rising number: like a real archive, the vocabulary goes on growing. */
export function randomWord(random: Random): string {
  if (random.chance(0.08)) return random.pick(oddWords);
  if (random.chance(0.12)) return String(random.below(random.chance(0.5) ? 40 : 100_000));
  let word = '';
  // Few syllables far more often: common words come about by themselves.
  for (let left = 1 + random.below(1 + random.below(4)); left > 0; left--) word += random.pick(syllables);
  if (random.chance(0.05)) word += random.below(50);
  if (random.chance(0.15)) word = word[0]!.toUpperCase() + word.slice(1);
  if (random.chance(0.08)) word += random.pick([',', '.', '!', '?"', ';', ')']);
  return word;
}

export function randomText(random: Random, words: number): string {
  let text = '';
  for (let i = 0; i < words; i++)
    text += (i === 0 ? '' : random.pick([' ', ' ', ' ', ' ', '\n\n', '-', '\t', '\u3000'])) + randomWord(random);
  return text;
}

const tags = [
  'politics',
  'politics/arms control',
  'politics/elections',
  'science',
  'science/space',
  'sport',
  'Zürich',
  'long reads',
];
const sources = ['The Quiet Times', 'Evening Ledger', 'Harbour Post', ''];
const sections = ['World', 'Business', 'Sport', ''];
const authors = ['Ada Fenn', 'Bram Okoro', 'Cleo Marsh', 'Dara Voss', 'Æmil Strand'];

export function randomDocument(random: Random, id: string): SearchDocument {
  const some = <T>(list: readonly T[], most: number): T[] => [
    ...new Set(Array.from({ length: random.below(most + 1) }, () => random.pick(list))),
  ];
  const ownTags = some(tags, 3);
  const ownAuthors = some(authors, 2);
  return {
    id,
    title: random.chance(0.05) ? '' : randomText(random, 1 + random.below(8)),
    author: ownAuthors.join(', '),
    source: random.pick(sources),
    section: random.pick(sections),
    tag: ownTags.join(', '),
    body: randomText(random, random.below(random.chance(0.1) ? 400 : 60)),
    tags: ownTags,
    authors: ownAuthors,
    published: random.chance(0.1)
      ? null
      : `${2000 + random.below(25)}-${two(1 + random.below(12))}-${two(1 + random.below(28))}`,
    saved: new Date(Date.UTC(2026, 0, 1) + random.below(10_000_000) * 1000).toISOString(),
    ...randomMarks(random),
    words: random.below(4000),
    language: random.pick(['en', 'de', null]),
  };
}

export function randomMarks(random: Random): Pick<SearchDocument, 'state' | 'favourite' | 'trashed'> {
  return {
    state: random.pick(['unread', 'reading', 'archived'] as const),
    favourite: random.chance(0.2),
    trashed: random.chance(0.1),
  };
}

const two = (number: number): string => String(number).padStart(2, '0');
