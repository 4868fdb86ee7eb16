import type { ArticleId, CorrectableField, Correction, ReadingState } from '#contract/article.ts';
import { readNextId } from '#contract/collections.ts';
import type { ActResult } from '#contract/contract.ts';
import { ArchiveError } from '#contract/errors.ts';
import type { NewRepair } from '#contract/repair.ts';
import type { Row } from '#platform/database.ts';
import { correctionsOf, extractedOf, newestSnapshot, repairsOf, tagsOf } from './articles.ts';
import { articleMissing, type Context, withLargeCache } from './context.ts';
import { randomName } from './device.ts';
import { articlesOfEntry, findEntry, type KnownEntry, newestUndoable } from './entries.ts';
import { correctedMetadata } from './fold.ts';
import { withRecorder } from './journal.ts';
import { type Act, isAddressAct, sideSubjectOf, type SideSubject, tokenOf } from './journal-line.ts';
import { manyArticles, nothingChanged, personRow, recordOnArticles } from './record-acts.ts';
import { normaliseTag } from './tag-names.ts';

/** What an undo did: which articles, what stands beside them, and the act that was taken back, in words. */
export type UndoResult = ActResult & {
  readonly what: string;
  readonly ids: readonly ArticleId[];
  readonly subject: SideSubject | undefined;
};

export function tagArticles(
  context: Context,
  ids: readonly string[],
  add: readonly string[],
  remove: readonly string[],
): ActResult {
  const added = [...new Set(add.map(normaliseTag))];
  const removed = [...new Set(remove.map(normaliseTag))].filter((tag) => !added.includes(tag));
  const wouldChange = (row: Row) => {
    const tags = new Set(tagsOf(row));
    // A tag that a rule gave becomes the reader's own by their giving it.
    const given = new Set(JSON.parse(String(row['rule_tags'])) as string[]);
    return added.some((tag) => !tags.has(tag) || given.has(tag)) || removed.some((tag) => tags.has(tag));
  };
  return recordOnArticles(context, ids, wouldChange, (ids) => ({
    act: 'tag',
    data: { ids, add: added, remove: removed },
  }));
}

export function setState(context: Context, ids: readonly string[], state: ReadingState): ActResult {
  return recordOnArticles(
    context,
    ids,
    (row) => row['state'] !== state,
    (ids) => ({ act: 'state', data: { ids, state } }),
  );
}

export function setFavourite(context: Context, ids: readonly string[], favourite: boolean): ActResult {
  return recordOnArticles(
    context,
    ids,
    (row) => (row['favourite'] === 1) !== favourite,
    (ids) => ({ act: 'favourite', data: { ids, favourite } }),
  );
}

/** Keeps the reading position; no undo is offered for it. */
export function setProgress(context: Context, id: string, progress: number): ActResult {
  const result = recordOnArticles(
    context,
    [id],
    (row) => row['progress'] !== progress,
    (ids) => ({ act: 'progress', data: { ids, progress } }),
  );
  return { ...result, undo: null };
}

/** Lays the reader's own values over extracted ones; those that change nothing shown are left out. */
export function correctArticle(context: Context, id: string, corrections: readonly Correction[]): ActResult {
  const changing: Correction[] = [];
  const wouldChange = (row: Row) => {
    changing.push(...changingCorrections(context, row, corrections));
    return changing.length > 0;
  };
  return recordOnArticles(context, [id], wouldChange, (ids) => ({
    act: 'correct',
    data: { ids, corrections: changing },
  }));
}

/** Takes corrections back, so that what was read shows again; fields that bear none are left out. */
export function uncorrectArticle(context: Context, id: string, fields: readonly CorrectableField[]): ActResult {
  const corrected: CorrectableField[] = [];
  const wouldChange = (row: Row) => {
    const known = new Set(correctionsOf(row).map(({ field }) => field));
    corrected.push(...new Set(fields.filter((field) => known.has(field))));
    return corrected.length > 0;
  };
  return recordOnArticles(context, [id], wouldChange, (ids) => ({
    act: 'uncorrect',
    data: { ids, fields: corrected },
  }));
}

/** `repairs` are laid over the text; `withdraw` names those that are taken back. */
export type RepairChanges = { readonly repairs: readonly NewRepair[]; readonly withdraw: readonly string[] };

/** Lays repairs over the text and takes others back, as one act. Repairs that are not there cannot be withdrawn. */
export function repairArticle(context: Context, id: string, { repairs, withdraw }: RepairChanges): ActResult {
  const standing: string[] = [];
  const wouldChange = (row: Row) => {
    const known = new Set(repairsOf(row).map((repair) => repair.id));
    standing.push(...new Set(withdraw.filter((one) => known.has(one))));
    return repairs.length + standing.length > 0;
  };
  return recordOnArticles(context, [id], wouldChange, (ids) => ({
    act: 'repair',
    data: { ids, repairs: repairs.map((repair) => ({ ...repair, id: randomName(12) })), withdraw: standing },
  }));
}

export function trashArticles(context: Context, ids: readonly string[]): ActResult {
  return recordOnArticles(
    context,
    ids,
    (row) => row['trashed'] === 0,
    (ids) => ({ act: 'trash', data: { ids } }),
  );
}

export function restoreArticles(context: Context, ids: readonly string[]): ActResult {
  return recordOnArticles(
    context,
    ids,
    (row) => row['trashed'] === 1,
    (ids) => ({ act: 'restore', data: { ids } }),
  );
}

/**
 * Takes an act back by an entry of its own, so that undo is kept, synchronised and can itself be undone.
 *
 * Without a token: the newest act of this device that is not undone, also after a restart.
 */
export function undoAct(context: Context, token: string | null): UndoResult {
  const { database, device } = context;
  const named = token ?? tokenOfNewest(database, device);
  const isBulk = named !== undefined && articlesOfEntry(database, named).length > manyArticles;
  return withLargeCache(database, isBulk, () => recordUndo(context, token));
}

function recordUndo(context: Context, token: string | null): UndoResult {
  return withRecorder(context, ({ record }) => {
    const entry = token === null ? newestUndoable(context.database, context.device) : findUndoable(context, token);
    if (entry === undefined) return { ...nothingChanged, what: '', ids: [], subject: undefined };
    const of = tokenOf(entry);
    const ids = articlesOfEntry(context.database, of).filter((id) => personRow(context, id) !== undefined);
    const base = baseAct(context, entry);
    const what = phraseOf(base, ids.length);
    const subject = sideSubjectOf(base);
    if (entry.undone) return { ...nothingChanged, what, ids: [], subject };
    const undo = tokenOf(record({ act: 'undo', data: { of } }));
    const changed = isAddressAct(base) ? base.data.addresses.length : subject === undefined ? ids.length : 1;
    // They come out of entries, which hold checked ids only.
    return { changed, undo, what, ids: ids as ArticleId[], subject };
  });
}

function changingCorrections({ database }: Context, row: Row, corrections: readonly Correction[]): Correction[] {
  const snapshot = newestSnapshot(database, String(row['id']));
  if (snapshot === undefined) throw articleMissing(String(row['id']));
  const { metadata, notes } = extractedOf(snapshot);
  const known = new Map(correctionsOf(row).map((one) => [one.field, one]));
  const shown = correctedMetadata(metadata, notes, known).metadata;
  return corrections.filter(({ field, value }) => JSON.stringify(shown[field]) !== JSON.stringify(value));
}

function tokenOfNewest(database: Context['database'], device: string): string | undefined {
  const newest = newestUndoable(database, device);
  return newest === undefined ? undefined : tokenOf(newest);
}

function findUndoable({ database }: Context, token: string): KnownEntry {
  const entry = findEntry(database, token);
  if (entry === undefined) throw new ArchiveError('not-found', `there is no act ${token} to undo`);
  if (entry.act.act === 'progress') throw new ArchiveError('invalid-input', 'a reading position cannot be undone');
  return entry;
}

/** The act at the end of a chain of undos. */
function baseAct({ database }: Context, entry: KnownEntry): Act {
  let found: KnownEntry | undefined = entry;
  while (found?.act.act === 'undo') found = findEntry(database, found.act.data.of);
  return found?.act ?? entry.act;
}

function phraseOf(act: Act, count: number): string {
  const articles = count === 1 ? '1 article' : `${count} articles`;
  switch (act.act) {
    case 'tag':
      return `${act.data.add.length > 0 ? 'tag' : 'untag'} ${articles}`;
    case 'state':
      return act.data.state === 'archived' ? `archive ${articles}` : `mark ${articles} as ${act.data.state}`;
    case 'favourite':
      return act.data.favourite ? `mark ${articles} as favourite` : `remove ${articles} from the favourites`;
    case 'progress':
      return `keep the place in ${articles}`;
    case 'correct':
      return `correct ${articles}`;
    case 'uncorrect':
      return `take corrections of ${articles} back`;
    case 'repair':
      return `repair ${articles}`;
    case 'highlight':
      return act.data.highlights.some(({ anchor }) => anchor !== undefined)
        ? `mark a passage in ${articles}`
        : `change highlights of ${articles}`;
    case 'unhighlight':
      return `remove highlights of ${articles}`;
    case 'annotate':
      return `annotate ${articles}`;
    case 'trash':
      return `move ${articles} to the trash`;
    case 'restore':
      return `restore ${articles}`;
    case 'add':
      return `add ${articles}`;
    case 'undo':
      return `undo a change of ${articles}`;
    case 'retag':
      return act.data.to === null ? `remove the tag ${act.data.from}` : `rename the tag ${act.data.from}`;
    case 'collection':
      return `name the collection ${act.data.name}`;
    case 'collection-remove':
      return 'remove a collection';
    case 'collection-order':
      return 'put the collections in order';
    case 'collect':
      return act.data.collection === readNextId ? `put ${articles} in the queue` : `put ${articles} in a collection`;
    case 'uncollect':
      return act.data.collection === readNextId
        ? `take ${articles} off the queue`
        : `take ${articles} out of a collection`;
    case 'rule':
      return 'change a rule';
    case 'rule-remove':
      return 'remove a rule';
    case 'site-repair':
      return 'leave blocks out on a site';
    case 'site-repair-remove':
      return 'leave blocks out on a site no more';
    case 'renew':
      return act.data.what === 'pictures' ? `fetch missing pictures of ${articles}` : `read ${articles} again`;
    case 'by-rule':
      return `apply a rule to ${articles}`;
    case 'saved-search':
      return 'save a search';
    case 'saved-search-remove':
      return 'remove a saved search';
    case 'saved-search-order':
      return 'put the saved searches in order';
    case 'address-wait':
    case 'address-done':
      return 'let addresses wait';
    case 'address-remove':
      return act.data.addresses.length === 1 ? 'drop 1 address' : `drop ${act.data.addresses.length} addresses`;
  }
}
