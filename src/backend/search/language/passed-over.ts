import type { TypedWords } from '../analysis/typed-words.ts';
import type { Leaf, Match } from '../evaluate/plan.ts';
import { allFieldsMask } from '../fields.ts';
import type { Names } from '../storage/names.ts';

type LeafMatch = Match & { readonly kind: 'leaf' };

/**
 * Lets articles pass without a word that says nothing in their language.
 *
 * Of "die welt" an English article must have both; a German one only the second, for "die" is a stop
 * word there and no term. So such a word is asked as: it, or an article in one of the languages where
 * it is passed over, provided the query holds something else that such an article must have.
 */
export class PassedOver {
  readonly #languages: Names;
  readonly #typed: TypedWords;
  readonly #stopIn = new Map<number, readonly string[]>();

  constructor(languages: Names, typed: TypedWords) {
    this.#languages = languages;
    this.#typed = typed;
  }

  /** Notes the groups of languages in which a leaf's word is a stop word. */
  note({ leaf }: LeafMatch, stopIn: readonly string[]): void {
    if (stopIn.length > 0) this.#stopIn.set(leaf, stopIn);
  }

  /** The parts of a query, all of which must hold, with the words among them that may be passed over. */
  relaxed(parts: readonly Match[], leaves: readonly Leaf[]): Match[] {
    if (this.#stopIn.size === 0) return [...parts];
    return parts.map((part) => {
      if (part.kind !== 'leaf' || leaves[part.leaf]!.mask !== allFieldsMask) return part;
      const groups = (this.#stopIn.get(part.leaf) ?? []).filter((group) => this.#asksMoreOf(group, leaves));
      const numbers = new Set(this.#typed.languagesOf(groups, this.#languages));
      if (numbers.size === 0) return part;
      return { kind: 'any', of: [part, { kind: 'filter', filter: { kind: 'name', column: 'language', numbers } }] };
    });
  }

  #asksMoreOf(group: string, leaves: readonly Leaf[]): boolean {
    return leaves.some((leaf, place) => leaf.scores && !(this.#stopIn.get(place) ?? []).includes(group));
  }
}
