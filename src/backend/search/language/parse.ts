import type { QueryProblem, QueryRemark, SearchSort } from '#contract/search.ts';
import type { TypedUnit, TypedWord } from '../analysis/typed-words.ts';
import type { Leaf, Match, Plan } from '../evaluate/plan.ts';
import { allFieldsMask, type FieldName, fieldMask, fieldNames } from '../fields.ts';
import { type FilterContext, isFilterName, readFilter, tagMatch, tagNumbers } from './filters.ts';
import { type Lexeme, lex } from './lexer.ts';
import { asProse, type LooseWord, looseWords, type PlacedWord } from './nearest.ts';
import { allOf, someOf } from './parts.ts';
import { PassedOver } from './passed-over.ts';
import { namesWithWords } from './phrases.ts';
import { Problems } from './problems.ts';
import { readWord, type WordClause } from './words.ts';

export type Query = {
  readonly plan: Plan;
  /** Asked for in the query itself. */
  readonly sort: SearchSort | undefined;
  readonly wantsTrash: boolean;
  /** The query as a headline might read: its words in order, when it is nothing but words. */
  readonly headline: readonly TypedUnit[];
  /** Words that may give way when all together find nothing. */
  readonly loose: readonly LooseWord[];
  /** Words outside brackets that no article is asked for: stop words, and signs alone. */
  readonly idle: readonly LooseWord[];
  /** The words alone, when it may be prose whose signs are none. */
  readonly prose: string | undefined;
  readonly problem: QueryProblem | null;
};

/** What a query is read against: `typed` reads words as the archive's languages do. */
export type ParseContext = FilterContext & {
  /** Terms in the index's dictionaries: in a large one walks are limited. None unless told. */
  readonly termCount?: number;
};

const mostWords = 64;
/** Far more than so many words take; reading on would only cost time. */
const mostUnits = 2000;
const deepestBrackets = 32;
/** Words that stand for many terms, and of these the ones that match a good part of the dictionary. */
const mostPatterns = 12;
const mostBroadPatterns = 3;
/** The same in a dictionary of so many terms, where each costs what a hundred others do; and the words that walk all of it. */
const largeDictionary = 100_000;
const mostWalksInLarge = 3;
const mostBroadInLarge = 1;
/** In a large archive every article has a word that ends in such a letter. */
const letterAnywhere = /^\*+[a-z]\**$/;
/** A misspelt word is read in so many ways at most: each walks the dictionary. */
const mostMisspeltTerms = 3;

/** Other names under which a reader may look for a field. */
const fieldAliases: Readonly<Record<string, FieldName>> = {
  headline: 'title',
  authors: 'author',
  tags: 'tag',
  text: 'body',
};

/**
 * Reads a query of Pressmark's language.
 *
 * ```
 * query  = { part }                     all parts must hold
 * part   = unit { OR unit }             OR binds its neighbours closer than a space
 * unit   = [ + | - | NOT ] item { NEAR/n item }
 * item   = ( query ) | n OF ( query ) | name:value | "phrase" | word
 * ```
 * A word is read by Lunr's own parser, so wildcards, `~1`, `^3` and escapes are Lunr's. Whatever
 * cannot be read is left out or read as the nearest thing, and told.
 */
export function parseQuery(text: string, context: ParseContext): Query {
  return new Parser(text, context).run();
}

class Parser {
  readonly #text: string;
  readonly #context: ParseContext;
  readonly #lexemes: readonly Lexeme[];
  readonly #problems: Problems;
  readonly #leaves: Leaf[] = [];
  readonly #words: PlacedWord[] = [];
  readonly #passedOver: PassedOver;
  #at = 0;
  #depth = 0;
  #sort: SearchSort | undefined;
  #wantsTrash = false;
  #isFull = false;
  #patterns = 0;
  #walks = 0;
  #broadPatterns = 0;
  /** The last leaf that stands for a word with a hyphen as one word. */
  #joinedLeaf = -1;

  constructor(text: string, context: ParseContext) {
    this.#text = text;
    this.#context = context;
    this.#lexemes = lex(text.slice(0, mostUnits));
    this.#problems = new Problems(text);
    if (text.length > mostUnits)
      this.#problems.add({ kind: 'query-too-long', most: mostUnits }, mostUnits, text.length, '');
    this.#passedOver = new PassedOver(context.names.language, context.typed);
  }

  run(): Query {
    const parts: Match[] = [];
    while (this.#at < this.#lexemes.length) {
      parts.push(...this.#query(allFieldsMask, true));
      const stray = this.#lexemes[this.#at];
      if (stray === undefined) break;
      this.#drop(stray, { kind: 'bracket-not-opened' });
      this.#at++;
    }
    if (parts.length === 0 && this.#leaves.length === 0) this.#tellOfNothingLeft();
    return {
      plan: { leaves: this.#leaves, match: { kind: 'all', of: this.#passedOver.relaxed(parts, this.#leaves) } },
      sort: this.#sort,
      wantsTrash: this.#wantsTrash,
      headline: this.#headline(),
      loose: looseWords(this.#lexemes, this.#words),
      idle: this.#words.filter(({ firstLeaf, endLeaf }) => firstLeaf === endLeaf),
      prose: asProse(this.#lexemes, this.#words),
      problem: this.#problems.first(),
    };
  }

  #headline(): TypedUnit[] {
    const words = this.#lexemes.map((lexeme) => (lexeme.kind === 'word' ? lexeme.text : undefined));
    if (words.includes(undefined)) return [];
    return words.flatMap((word) => this.#context.typed.units(word!, true));
  }

  /** Words that stand in nearly every article are not in the index; a query of nothing else finds everything. */
  #tellOfNothingLeft(): void {
    const words = this.#lexemes.filter((lexeme) => lexeme.kind === 'word' || lexeme.kind === 'phrase');
    const [first] = words;
    if (first === undefined || words.every(({ text }) => /^[*\s]*$/.test(text))) return;
    this.#problems.add({ kind: 'words-too-common' }, first.start, words.at(-1)!.end, '');
  }

  #query(mask: number, scores: boolean): Match[] {
    return this.#parts(mask, scores).flat();
  }

  /** What stands side by side, each with all that it takes to match it. */
  #parts(mask: number, scores: boolean): Match[][] {
    const parts: Match[][] = [];
    for (let next = this.#peek(); next !== undefined && next.kind !== 'close'; next = this.#peek()) {
      if (next.kind === 'and' || next.kind === 'near') {
        if (next.kind === 'near') this.#drop(next, { kind: 'near-alone' });
        this.#at++;
        continue;
      }
      if (next.kind === 'or') {
        this.#drop(next, { kind: 'or-alone' });
        this.#at++;
        continue;
      }
      parts.push(this.#part(mask, scores));
    }
    return parts;
  }

  #part(mask: number, scores: boolean): Match[] {
    const first = this.#unit(mask, scores);
    const choices: Match[][] = [first];
    while (this.#peek()?.kind === 'or') {
      const or = this.#peek()!;
      this.#at++;
      const next = this.#peek();
      if (next === undefined || next.kind === 'close' || next.kind === 'or') {
        this.#drop(or, { kind: 'or-alone' });
        continue;
      }
      choices.push(this.#unit(mask, scores));
    }
    // What was left out (a stop word, a mistake) is no choice: it would let everything through.
    const real = choices.filter((choice) => choice.length > 0);
    if (real.length <= 1) return real[0] ?? [];
    return [{ kind: 'any', of: real.map(allOf) }];
  }

  #unit(mask: number, scores: boolean): Match[] {
    let isNegated = false;
    for (
      let next = this.#peek();
      next !== undefined && (next.kind === 'sign' || next.kind === 'not');
      next = this.#peek()
    ) {
      if (next.kind === 'not' || next.sign === '-') isNegated = !isNegated;
      this.#at++;
    }
    const found = this.#near(mask, scores && !isNegated);
    return isNegated && found.length > 0 ? [{ kind: 'not', of: allOf(found) }] : found;
  }

  /** One item, or several joined by NEAR. */
  #near(mask: number, scores: boolean): Match[] {
    const from = this.#at;
    const parts = this.#item(mask, scores);
    let distance: number | undefined;
    while (this.#peek()?.kind === 'near') {
      const near = this.#peek() as Lexeme & { kind: 'near' };
      this.#at++;
      const next = this.#peek();
      if (next === undefined || (next.kind !== 'word' && next.kind !== 'phrase')) {
        this.#drop(near, { kind: 'near-alone' });
        break;
      }
      distance = Math.max(distance ?? 0, near.distance);
      parts.push(...this.#item(mask, scores));
    }
    if (distance === undefined) return parts;
    const { typed } = this.#context;
    const units = this.#lexemes
      .slice(from, this.#at)
      .flatMap((one) => (one.kind === 'word' || one.kind === 'phrase' ? typed.units(one.text, true) : []));
    const [words] = typed.rows(units, false);
    if (words!.length > 1) parts.push({ kind: 'near', near: { words: words!, mask, distance } });
    return parts;
  }

  #item(mask: number, scores: boolean): Match[] {
    const lexeme = this.#peek();
    if (lexeme === undefined || lexeme.kind === 'close') {
      const before = this.#lexemes[this.#at - 1];
      if (before !== undefined) this.#drop(before, { kind: 'nothing-after' });
      return [];
    }
    this.#at++;
    switch (lexeme.kind) {
      case 'word':
        return this.#word(lexeme, mask, scores);
      case 'phrase':
        return this.#phrase(lexeme, mask, scores);
      case 'field':
        return this.#field(lexeme, scores);
      case 'open':
        return this.#brackets(lexeme, mask, scores);
      case 'some':
        return this.#some(lexeme, mask, scores);
      case 'sign':
      case 'or':
      case 'and':
      case 'not':
      case 'near':
        this.#drop(lexeme, { kind: 'nothing-before' });
        return [];
    }
  }

  #brackets(open: Lexeme, mask: number, scores: boolean): Match[] {
    const parts = this.#inBrackets(open, mask, scores).flat();
    return parts.length > 1 ? [allOf(parts)] : parts;
  }

  #inBrackets(open: Lexeme, mask: number, scores: boolean): Match[][] {
    if (this.#depth === deepestBrackets) {
      this.#drop(open, { kind: 'brackets-too-deep', most: deepestBrackets });
      return [];
    }
    this.#depth++;
    const parts = this.#parts(mask, scores);
    this.#depth--;
    if (this.#peek()?.kind === 'close') this.#at++;
    else this.#problems.add({ kind: 'bracket-not-closed' }, open.start, open.end, '');
    return parts;
  }

  /** At least so many of what stands in brackets; of fewer, all. */
  #some({ count }: Lexeme & { kind: 'some' }, mask: number, scores: boolean): Match[] {
    const open = this.#peek()!;
    this.#at++;
    return someOf(count, this.#inBrackets(open, mask, scores), this.#leaves);
  }

  #word(lexeme: Lexeme & { kind: 'word' }, mask: number, scores: boolean): Match[] {
    const reading = readWord(lexeme.text);
    if (reading.mistake !== undefined) {
      this.#problems.add(reading.mistake.remark, lexeme.start, lexeme.end, reading.mistake.readAs);
    }
    const isLast = lexeme.end === this.#text.length;
    const firstLeaf = this.#leaves.length;
    const found = reading.clauses.flatMap((clause, place) => {
      return this.#clause(clause, mask, scores, isLast && place === reading.clauses.length - 1);
    });
    const endLeaf = this.#leaves.length;
    const joinedLeaf = this.#joinedLeaf >= firstLeaf ? this.#joinedLeaf : endLeaf;
    if (this.#depth === 0) this.#words.push({ ...lexeme, firstLeaf, joinedLeaf, endLeaf, place: this.#at - 1 });
    return found;
  }

  /** What one clause of Lunr's asks for; nothing when it is a word that no index holds. */
  #clause(clause: WordClause, mask: number, scores: boolean, isLast: boolean): Match[] {
    // Only stars: every article has some word.
    if (/^\*+$/.test(clause.term)) return [];
    if (!this.#hasRoom()) return [];
    const { editDistance, boost } = clause;
    const shared = { editDistance, boost, mask, scores, typed: clause.term, prefix: undefined };
    if (clause.hasWildcard || editDistance !== undefined) {
      const terms = clause.hasWildcard ? [this.#context.typed.pattern(clause.term)] : this.#misspelt(clause.term);
      if (terms.length === 0 || /^\**$/.test(terms[0]!) || !this.#hasRoomForPattern(clause)) return [];
      return [this.#leaf({ ...shared, terms })];
    }
    const units = this.#context.typed.units(clause.term, false);
    return units.flatMap((unit, place) => this.#unitOf(unit, shared, isLast && place === units.length - 1));
  }

  /** A misspelt word by its terms; a misspelt stop word may be meant as another word. */
  #misspelt(word: string): string[] {
    const terms = this.#context.typed.terms(word);
    return (terms.length > 0 ? terms : [this.#context.typed.pattern(word)]).slice(0, mostMisspeltTerms);
  }

  /** A word, or words that stand side by side or as one. Stop words alone are passed over. */
  #unitOf({ words, span, whole }: TypedUnit, shared: Omit<Leaf, 'terms'>, isOpen: boolean): Match[] {
    const leaves = words.flatMap((word) => this.#wordLeaf(word, shared, isOpen && word === words.at(-1)));
    if (words.length === 1 || (leaves.length === 0 && whole.length === 0)) return leaves;
    const together = this.#together([{ words, span, whole: [] }], shared.mask, isOpen);
    // What is still being typed has no leaf that must hold: its beginning among the words side by side is enough.
    const finished = isOpen ? leaves.slice(0, -1) : leaves;
    const choices = [allOf([...finished, ...together])];
    if (whole.length > 0 && this.#hasRoom()) {
      this.#joinedLeaf = this.#leaves.length;
      choices.push(this.#leaf({ ...shared, terms: whole }));
    }
    // One part in the tree, so that the word may give way as one.
    return [{ kind: 'any', of: choices }];
  }

  #wordLeaf(word: TypedWord, shared: Omit<Leaf, 'terms'>, isOpen: boolean): Match[] {
    if (!this.#hasRoom()) return [];
    if (word.isBeginning) {
      const terms = [`${word.beginning}*`];
      return this.#hasRoomForPatterns() ? [this.#leaf({ ...shared, typed: word.text, terms })] : [];
    }
    if (word.terms.length === 0) return [];
    const prefix = isOpen && word.beginning.length > 1 ? word.beginning : undefined;
    const leaf = this.#leaf({ ...shared, typed: word.text, terms: word.terms, prefix });
    this.#passedOver.note(leaf, word.stopIn);
    return [leaf];
  }

  #phrase(lexeme: Lexeme & { kind: 'phrase' }, mask: number, scores: boolean): Match[] {
    if (lexeme.isOpen) {
      this.#problems.add({ kind: 'quotation-not-closed' }, lexeme.start, lexeme.end, `"${lexeme.text.trim()}"`);
    }
    const { typed } = this.#context;
    const units = typed.units(lexeme.text, true);
    const words = units.flatMap((unit) => unit.words);
    const isOpen = lexeme.isOpen && !/\s$/.test(lexeme.text);
    const shared = { editDistance: undefined, boost: 1, mask, scores, typed: '', prefix: undefined };
    const leaves = words.flatMap((word) => this.#wordLeaf(word, shared, isOpen && word === words.at(-1)));
    if (words.length === 1 && leaves.length === 1 && words[0]!.stopIn.length === 0) return leaves;
    // Of a word that a hyphen may join to another ("co-operation") neither part must stand alone.
    const isJoined = units.some(({ whole }) => whole.length > 0);
    for (const { whole } of units) if (whole.length > 0 && this.#hasRoom()) this.#leaf({ ...shared, terms: whole });
    return [...(isJoined ? [] : leaves), ...this.#together(units, mask, isOpen, lexeme.text)];
  }

  /** Words side by side. In a field of names the dictionary answers; elsewhere the positions in the index. */
  #together(units: readonly TypedUnit[], mask: number, isOpen: boolean, phrase?: string): Match[] {
    const { names, typed } = this.#context;
    for (const column of ['source', 'section', 'author'] as const) {
      if (mask !== fieldMask([column]) || phrase === undefined) continue;
      const numbers = new Set(namesWithWords(names[column], phrase, isOpen, typed));
      const kind =
        column === 'author' ? ({ kind: 'list', column: 'authors' } as const) : ({ kind: 'name', column } as const);
      return [{ kind: 'filter', filter: { ...kind, numbers } }];
    }
    const rows = typed.rows(units, isOpen).filter((row) => row.length > 0);
    const choices = rows.map((words): Match => ({ kind: 'near', near: { words, mask, distance: undefined } }));
    return choices.length > 1 ? [{ kind: 'any', of: choices }] : choices;
  }

  #field(lexeme: Lexeme & { kind: 'field' }, scores: boolean): Match[] {
    const name = lexeme.name.toLowerCase();
    const value = this.#peek();
    const isBeside = value !== undefined && value.start === lexeme.end;
    const field = Object.hasOwn(fieldAliases, name) ? fieldAliases[name]! : name;
    const isField = (fieldNames as readonly string[]).includes(field);
    if (!isBeside && (isField || isFilterName(name))) {
      this.#drop(lexeme, { kind: 'field-empty', name: lexeme.name });
      return [];
    }
    if (isFilterName(name)) return this.#filter(lexeme, name, value!);
    if (!isField) {
      this.#problems.add({ kind: 'field-unknown', name: lexeme.name }, lexeme.start, lexeme.end, `${lexeme.name} `);
      return this.#word(
        { kind: 'word', text: lexeme.name, start: lexeme.start, end: lexeme.end - 1 },
        allFieldsMask,
        scores,
      );
    }
    if (value!.kind === 'close' || value!.kind === 'sign') {
      this.#drop(lexeme, { kind: 'field-empty', name: lexeme.name });
      return [];
    }
    if (field === 'tag' && (value!.kind === 'word' || value!.kind === 'phrase')) {
      const tags = this.#tag(value!);
      if (tags !== undefined) return tags;
    }
    return this.#item(fieldMask([field]), scores);
  }

  /** A tag by its name, with those nested below it; undefined when there is none of that name, to look for a word in tags. */
  #tag(value: Lexeme & { kind: 'word' | 'phrase' }): Match[] | undefined {
    const { names } = this.#context;
    const wanted = value.text.replaceAll(/\\(.)/g, '$1').trim();
    const numbers = tagNumbers(names, wanted);
    if (numbers.length === 0) return undefined;
    this.#at++;
    return [tagMatch(numbers)];
  }

  #filter(lexeme: Lexeme & { kind: 'field' }, name: Parameters<typeof readFilter>[0], value: Lexeme): Match[] {
    if (value.kind !== 'word' && value.kind !== 'phrase') {
      this.#drop(lexeme, { kind: 'field-empty', name: lexeme.name });
      return [];
    }
    this.#at++;
    const reading = readFilter(name, value.text.trim(), this.#context);
    switch (reading.kind) {
      case 'sort':
        this.#sort = reading.sort;
        return [];
      case 'mistake':
        this.#problems.add(reading.remark, lexeme.start, value.end, '');
        return [];
      case 'match':
        if (reading.correction !== undefined) {
          this.#problems.add(reading.correction.remark, value.start, value.end, reading.correction.value);
        }
        if (name === 'is' && value.text.trim().toLowerCase() === 'trashed') this.#wantsTrash = true;
        return [reading.match];
    }
  }

  #leaf(leaf: Leaf): Match & { readonly kind: 'leaf' } {
    this.#leaves.push(leaf);
    return { kind: 'leaf', leaf: this.#leaves.length - 1 };
  }

  #hasRoom(): boolean {
    if (this.#leaves.length < mostWords) return true;
    if (!this.#isFull) {
      const at = this.#lexemes[this.#at - 1]?.start ?? this.#text.length;
      this.#problems.add({ kind: 'too-many-words', most: mostWords }, at, this.#text.length, '');
    }
    this.#isFull = true;
    return false;
  }

  /** Wildcards and misspellings walk the dictionary; a few of them cost a moment, a query full of them many seconds. */
  #hasRoomForPattern({ term, hasWildcard, editDistance }: WordClause): boolean {
    if (!hasWildcard && editDistance === undefined) return true;
    const isBroad = hasWildcard && term.replaceAll('*', '').length < 2;
    const isLarge = (this.#context.termCount ?? 0) > largeDictionary;
    const mostBroad = isLarge ? mostBroadInLarge : mostBroadPatterns;
    if (isLarge && letterAnywhere.test(term)) return this.#refuse({ kind: 'words-too-common' });
    if (isBroad && ++this.#broadPatterns > mostBroad)
      return this.#refuse({ kind: 'too-many-letters-with-star', most: mostBroad });
    if (isLarge && (editDistance !== undefined || term.startsWith('*')) && ++this.#walks > mostWalksInLarge)
      return this.#refuse({ kind: 'too-many-patterns', most: mostWalksInLarge });
    return this.#hasRoomForPatterns();
  }

  #hasRoomForPatterns(): boolean {
    return ++this.#patterns <= mostPatterns || this.#refuse({ kind: 'too-many-patterns', most: mostPatterns });
  }

  /** Reads on without the word that was read last. */
  #refuse(remark: QueryRemark): false {
    this.#drop(this.#lexemes[this.#at - 1]!, remark);
    return false;
  }

  #peek(): Lexeme | undefined {
    return this.#lexemes[this.#at];
  }

  #drop(lexeme: Lexeme, remark: QueryRemark): void {
    this.#problems.add(remark, lexeme.start, lexeme.end, '');
  }
}
