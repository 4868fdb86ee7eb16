import type { Correction, MetadataField, Metadata, ReadingState, FieldNotes } from '#contract/article.ts';
import type { Repair } from '#contract/repair.ts';
import { applyHighlight, type MarkedPassage, removeHighlights, retagHighlights } from './fold-highlights.ts';
import type { ActData, TimedAct } from './journal-line.ts';
import { renamedTag } from './tag-names.ts';

/** What is the reader's own about an article: the outcome of the journal. */
export type PersonState = {
  readonly tags: ReadonlySet<string>;
  /** Those of them that a rule gave and the reader has not given as well. */
  readonly ruleTags: ReadonlySet<string>;
  /** Where it stands in each collection it is in. */
  readonly collections: ReadonlyMap<string, number>;
  readonly state: ReadingState;
  readonly favourite: boolean;
  readonly progress: number;
  readonly trashed: boolean;
  readonly corrections: ReadonlyMap<MetadataField, Correction>;
  /** Changes of the text by hand, by their ids, in the order in which they were first made. */
  readonly repairs: ReadonlyMap<string, Repair>;
  /** What is known of each highlight by its id, of removed ones too. */
  readonly passages: ReadonlyMap<string, MarkedPassage>;
  /** The note on the article as a whole, and when it was written. */
  readonly annotation: { readonly words: string; readonly at: number } | null;
};

/** An article nobody has touched. */
export const untouched: PersonState = {
  tags: new Set(),
  ruleTags: new Set(),
  collections: new Map(),
  state: 'unread',
  favourite: false,
  progress: 0,
  trashed: false,
  corrections: new Map(),
  repairs: new Map(),
  passages: new Map(),
  annotation: null,
};

/**
 * The state of one article after one more act that names it. Acts must come in the order of
 * `compareStamps`, without those that are undone: then fields are by last writer, tags are sets. Of an act's
 * `places` only the article's own is there.
 */
export function applyAct(person: PersonState, act: TimedAct, articleId: string): PersonState {
  switch (act.act) {
    case 'tag':
      return tagged(person, act.data);
    case 'retag':
      return retagged(person, act.data);
    case 'state':
      return { ...person, state: act.data.state };
    case 'favourite':
      return { ...person, favourite: act.data.favourite };
    case 'progress':
      return { ...person, progress: act.data.progress, state: stateAfterReading(person.state, act.data.progress) };
    case 'correct': {
      const corrections = new Map(person.corrections);
      for (const correction of act.data.corrections) corrections.set(correction.field, correction);
      return { ...person, corrections };
    }
    case 'uncorrect': {
      const corrections = new Map(person.corrections);
      for (const field of act.data.fields) corrections.delete(field);
      return { ...person, corrections };
    }
    case 'repair': {
      const repairs = new Map(person.repairs);
      for (const id of act.data.withdraw) repairs.delete(id);
      for (const repair of act.data.repairs) repairs.set(repair.id, repair);
      return { ...person, repairs };
    }
    case 'highlight':
      return { ...person, passages: applyHighlight(person.passages, act, articleId) };
    case 'unhighlight':
      return { ...person, passages: removeHighlights(person.passages, act.data.highlights) };
    case 'annotate': {
      const words = act.data.annotation;
      return { ...person, annotation: words === null ? null : { words, at: act.at } };
    }
    case 'collection':
    case 'collect':
      return collected(person, act.data.collection, act.data.places?.[0]);
    case 'uncollect':
      return { ...person, collections: new Map([...person.collections].filter(([id]) => id !== act.data.collection)) };
    case 'by-rule':
      return ruled(person, act.data);
    case 'trash':
      return { ...person, trashed: true };
    case 'restore':
      return { ...person, trashed: false };
    case 'add':
    case 'undo':
    case 'saved-search':
    case 'saved-search-remove':
    case 'saved-search-order':
    case 'address-wait':
    case 'address-done':
    case 'address-remove':
    case 'collection-remove':
    case 'collection-order':
    case 'rule':
    case 'rule-remove':
    case 'site-repair':
    case 'site-repair-remove':
    case 'renew':
      return person;
  }
}

export function foldActs(acts: Iterable<TimedAct>, articleId: string): PersonState {
  let person = untouched;
  for (const act of acts) person = applyAct(person, act, articleId);
  return person;
}

/** What the reader says of a tag makes it their own. */
function tagged(person: PersonState, { add, remove }: ActData<'tag'>): PersonState {
  const tags = new Set(person.tags);
  for (const tag of remove) tags.delete(tag);
  for (const tag of add) tags.add(tag);
  const said = new Set([...remove, ...add]);
  return { ...person, tags, ruleTags: new Set([...person.ruleTags].filter((tag) => !said.has(tag))) };
}

/** A tag that comes out of one's own and a rule's together is one's own. */
function retagged(person: PersonState, { from, to }: ActData<'retag'>): PersonState {
  const rename = (tag: string) => renamedTag(tag, from, to);
  const tagsOf = (tags: Iterable<string>) => new Set([...tags].flatMap((tag) => rename(tag) ?? []));
  const own = tagsOf([...person.tags].filter((tag) => !person.ruleTags.has(tag)));
  const ruleTags = new Set([...tagsOf(person.ruleTags)].filter((tag) => !own.has(tag)));
  return { ...person, tags: tagsOf(person.tags), ruleTags, passages: retagHighlights(person.passages, tagsOf) };
}

function collected(person: PersonState, collection: string, place: number | undefined): PersonState {
  if (place === undefined) return person;
  return { ...person, collections: new Map(person.collections).set(collection, place) };
}

/** A rule gives what is not there yet: a tag that the reader gave stays theirs, a place in a collection too. */
function ruled(person: PersonState, { add, state, favourite, collection, places }: ActData<'by-rule'>): PersonState {
  const given = add.filter((tag) => !person.tags.has(tag));
  const after = {
    ...person,
    tags: new Set([...person.tags, ...given]),
    ruleTags: new Set([...person.ruleTags, ...given]),
    state: state ?? person.state,
    favourite: favourite ?? person.favourite,
  };
  return collection === undefined || person.collections.has(collection)
    ? after
    : collected(after, collection, places?.[0]);
}

/** What extraction read, with the reader's corrections laid over it. `null` corrected means: really unknown. */
export function correctedMetadata(
  metadata: Metadata,
  notes: FieldNotes,
  corrections: PersonState['corrections'],
): { readonly metadata: Metadata; readonly notes: FieldNotes } {
  const corrected: Metadata = { ...metadata };
  const correctedNotes: FieldNotes = { ...notes };
  for (const correction of corrections.values()) {
    Object.assign(corrected, { [correction.field]: correction.value });
    correctedNotes[correction.field] = { confidence: 1, origin: 'reader', detail: null };
  }
  return { metadata: corrected, notes: correctedNotes };
}

/** To begin reading moves an unread article on; an archived one stays where the reader put it. */
function stateAfterReading(state: ReadingState, progress: number): ReadingState {
  return state === 'unread' && progress > 0 ? 'reading' : state;
}
