import type { Store } from './store.ts';

/** The dictionaries of the typed columns; the number is the dictionary's in `ix_name`. */
export const nameKinds = {
  source: 0,
  section: 1,
  author: 2,
  tag: 3,
  language: 4,
  site: 5,
  agency: 6,
  place: 7,
} as const;
export type NameKind = keyof typeof nameKinds;

/** Whoever asks for more names one by one gets all at once. */
const mostReadAlone = 128;

/**
 * Names of one kind and their numbers. Number 0 is always the empty name: no source, no section.
 *
 * A name is added in the same transaction as the article that bears it and never removed. They are read
 * when first asked for: an answer shows a few dozen, and an archive has thousands of authors.
 */
export class Names {
  readonly #store: Store;
  readonly #kind: number;
  /** Names by number, those that were read. */
  readonly #list: (string | undefined)[];
  #isWhole = false;
  #readAlone = 0;
  #numbers: Map<string, number> | undefined;

  constructor(store: Store, kind: NameKind) {
    this.#store = store;
    this.#kind = nameKinds[kind];
    this.#list = Array.from({ length: store.lastName(this.#kind) + 1 });
    this.#list[0] = '';
  }

  get size(): number {
    return this.#list.length;
  }

  name(number: number): string {
    if (number >= this.#list.length) return '';
    const known = this.#list[number];
    if (known !== undefined) return known;
    if (++this.#readAlone > mostReadAlone) return this.#all()[number]!;
    return (this.#list[number] = this.#store.name(this.#kind, number));
  }

  /** The number of a name, given out now when it is new. */
  number(name: string): number {
    this.#numbers ??= new Map(this.#all().map((known, number) => [known, number]));
    const known = this.#numbers.get(name);
    if (known !== undefined) return known;
    const number = this.#list.length;
    this.#store.addName(this.#kind, number, name);
    this.#list.push(name);
    this.#numbers.set(name, number);
    return number;
  }

  /** Every number whose name passes. */
  where(passes: (name: string) => boolean): number[] {
    const found: number[] = [];
    for (const [number, name] of this.#all().entries()) if (number > 0 && passes(name)) found.push(number);
    return found;
  }

  #all(): readonly string[] {
    if (!this.#isWhole) {
      for (const { number, name } of this.#store.names(this.#kind)) this.#list[number] = name;
      this.#isWhole = true;
    }
    return this.#list as readonly string[];
  }
}
