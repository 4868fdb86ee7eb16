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

/**
 * Names of one kind and their numbers. Number 0 is always the empty name: no source, no section.
 *
 * A name is added in the same transaction as the article that bears it and never removed.
 */
export class Names {
  readonly #store: Store;
  readonly #kind: number;
  readonly #list: string[];
  readonly #numbers: Map<string, number>;

  constructor(store: Store, kind: NameKind) {
    this.#store = store;
    this.#kind = nameKinds[kind];
    this.#list = ['', ...store.names(this.#kind)];
    this.#numbers = new Map(this.#list.map((name, number) => [name, number]));
  }

  get size(): number {
    return this.#list.length;
  }

  name(number: number): string {
    return this.#list[number] ?? '';
  }

  /** The number of a name, given out now when it is new. */
  number(name: string): number {
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
    for (let number = 1; number < this.#list.length; number++) if (passes(this.#list[number]!)) found.push(number);
    return found;
  }
}
