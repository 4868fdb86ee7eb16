import { type Random, randomFrom } from '#support/random-archive.ts';
import type { SearchDocument } from '#backend/search/search.ts';

/**
 * Invented news whose vocabulary goes on growing, as a real archive's does.
 *
 * Words are drawn from an urn (Pitman–Yor): an old word with a chance that rises with its use, a new
 * one ever more seldom, but never never. So few words are very common and most are rare. The same
 * seed gives the same corpus, article by article.
 */
export function* newsCorpus(count: number, seed = 1): Generator<SearchDocument> {
  const random = randomFrom(seed);
  const urn = new Urn(random);
  const names = Array.from({ length: 4000 }, () => `${capital(inventWord(random))} ${capital(inventWord(random))}`);
  const sources = Array.from(
    { length: 60 },
    () => `${capital(inventWord(random))} ${random.pick(['Times', 'Post', 'Herald', 'Review'])}`,
  );
  const tags = Array.from({ length: 600 }, () =>
    random.chance(0.5) ? inventWord(random) : `${inventWord(random)}/${inventWord(random)}`,
  );
  const sections = ['World', 'Politics', 'Business', 'Science', 'Culture', 'Sport', 'Opinion', 'Local'];
  for (let number = 0; number < count; number++) {
    const authors = [skewed(random, names)];
    const ownTags = [...new Set([skewed(random, tags), skewed(random, tags)])];
    const words = Math.max(60, Math.min(6000, Math.round(Math.exp(6.2 + 0.62 * gauss(random)))));
    yield {
      id: `a${number}`,
      title: sentence(urn, 6 + random.below(6)),
      author: authors.join(', '),
      source: skewed(random, sources),
      section: random.pick(sections),
      tag: ownTags.join(', '),
      body: Array.from({ length: Math.ceil(words / 18) }, () => `${sentence(urn, 18)}.`).join(' '),
      tags: ownTags,
      authors,
      published: `${2006 + Math.floor(20 * Math.sqrt(random.below(1000) / 1000))}-0${1 + random.below(9)}-1${random.below(10)}`,
      saved: new Date(Date.UTC(2026, 0, 1) + number * 60_000).toISOString(),
      state: random.pick(['unread', 'unread', 'archived'] as const),
      favourite: random.chance(0.05),
      trashed: false,
      words,
      language: 'en',
    };
  }
}

const discount = 0.62;
const strength = 40;
const urnSize = 4_000_000;

class Urn {
  readonly #random: Random;
  /** One entry for each draw, or a fair sample of them: drawing an entry is drawing a word by its use. */
  readonly #draws: number[] = [];
  #drawn = 0;
  readonly #words: string[] = [];
  readonly #uses: number[] = [];

  constructor(random: Random) {
    this.#random = random;
  }

  draw(): string {
    const chanceOfNew = (strength + discount * this.#words.length) / (strength + this.#drawn);
    if (this.#random.chance(chanceOfNew)) return this.#add();
    for (;;) {
      const word = this.#draws[this.#random.below(this.#draws.length)]!;
      if (!this.#random.chance((this.#uses[word]! - discount) / this.#uses[word]!)) continue;
      this.#uses[word]! += 1;
      this.#putBack(word);
      return this.#words[word]!;
    }
  }

  #add(): string {
    const word = this.#random.chance(0.08) ? String(this.#random.below(100_000)) : inventWord(this.#random);
    this.#putBack(this.#words.length);
    this.#words.push(word);
    this.#uses.push(1);
    return word;
  }

  /** The urn stops growing; from then on each draw has the same chance to be in it. */
  #putBack(word: number): void {
    this.#drawn++;
    if (this.#draws.length < urnSize) this.#draws.push(word);
    else if (this.#random.below(this.#drawn) < urnSize) this.#draws[this.#random.below(urnSize)] = word;
  }
}

const onsets = [
  'b',
  'br',
  'c',
  'd',
  'f',
  'g',
  'gl',
  'h',
  'k',
  'l',
  'm',
  'n',
  'p',
  'pr',
  'r',
  's',
  'st',
  't',
  'tr',
  'v',
  'w',
];
const vowels = ['a', 'e', 'i', 'o', 'u', 'ai', 'ea', 'ou'];
const codas = ['', '', 'l', 'n', 'r', 's', 't', 'nd', 'ck', 'm'];

function inventWord(random: Random): string {
  let word = '';
  for (let left = 1 + random.below(3); left > 0; left--) word += random.pick(onsets) + random.pick(vowels);
  return word + random.pick(codas) + random.pick(['', '', '', 'ing', 'ed', 'er', 's', 'tion', 'al']);
}

function sentence(urn: Urn, words: number): string {
  return capital(Array.from({ length: words }, () => urn.draw()).join(' '));
}

function skewed<T>(random: Random, list: readonly T[]): T {
  return list[Math.floor(list.length ** (random.below(1_000_000) / 1_000_000)) - 1] ?? list[0]!;
}

function gauss(random: Random): number {
  const uniform = (): number => (1 + random.below(999_999)) / 1_000_000;
  return Math.sqrt(-2 * Math.log(uniform())) * Math.cos(2 * Math.PI * uniform());
}

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);
