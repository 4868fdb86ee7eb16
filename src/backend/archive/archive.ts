import { resolve } from 'node:path';
import type {
  Article,
  ArticleId,
  ArticleSummary,
  CorrectableField,
  Correction,
  ReadingState,
} from '#contract/article.ts';
import type { ActResult } from '#contract/contract.ts';
import type { CollectionList, CollectionPlace } from '#contract/collections.ts';
import type { FolderLook, LibraryStorage, Verification } from '#contract/library.ts';
import type { HighlightCounts, HighlightPage } from '#contract/highlight.ts';
import type { ListPage, ShelfCounts } from '#contract/lists.ts';
import type { ArticlePictures } from '#contract/pictures.ts';
import type { RenewalKind } from '#contract/renewal.ts';
import type { NewRule, Rule, RuleChange } from '#contract/rules.ts';
import type { SavedSearch } from '#contract/searches.ts';
import type { Clock } from '#platform/clock.ts';
import type { Database } from '#platform/database.ts';
import { makeFolder } from '#platform/files.ts';
import type { Log } from '#platform/log.ts';
import * as acts from './acts.ts';
import { addArticle, findArticle } from './add-article.ts';
import type { Added, Addition, Candidate, Found } from './addition.ts';
import { type Asset, readAsset } from './assets.ts';
import { openCatalogue, reportCatalogueDamage, writeFact } from './catalogue-file.ts';
import { createCatchUp } from './catch-up.ts';
import { type ApplyRepairs, type Context, createSaving, type LongWork } from './context.ts';
import * as collected from './collected.ts';
import * as collections from './collections.ts';
import { type Copied, copyLibrary } from './copy-library.ts';
import { deviceOf, randomName } from './device.ts';
import * as highlightActs from './highlight-acts.ts';
import * as highlights from './highlights.ts';
import { type LibraryFolder, openLibraryFolder, sweepStaging } from './library-folder.ts';
import { type LibraryFigures, libraryFigures } from './library-figures.ts';
import { type KeptOriginal, keptOriginal } from './kept-original.ts';
import { keptPictures } from './kept-pictures.ts';
import { type KeptText, keptText } from './kept-text.ts';
import * as lists from './lists.ts';
import { lookAtFolder } from './look-at-folder.ts';
import { rebuildCatalogue, type Rebuilt } from './rebuild.ts';
import { type Renewal, type Renewed, renewArticle } from './renew-article.ts';
import * as rules from './rules.ts';
import * as siteRepairs from './site-repairs.ts';
import { idsOfDuplicates } from './same-words.ts';
import * as saved from './saved-searches.ts';
import { shelves } from './shelf-counts.ts';
import * as tags from './tag-acts.ts';
import { measureStorage } from './storage.ts';
import { verifyLibrary } from './verify.ts';
import * as waiting from './waiting-addresses.ts';
import { newestEntryNumber } from './entries.ts';

export type { Added, AddedPicture, Addition, Candidate, CapturedBytes, Found } from './addition.ts';
export type { Asset } from './assets.ts';
export type { ApplyRepairs, LongWork } from './context.ts';
export type { KeptOriginal } from './kept-original.ts';
export type { KeptText } from './kept-text.ts';
export type { HighlightRequest } from './highlights.ts';
export type { IndexSource, ListRequest } from './lists.ts';
export type { WaitingForRules } from './rules.ts';
export type { Renewal, Renewed } from './renew-article.ts';
export type { SideSubject } from './journal-line.ts';
export type { UndoResult } from './acts.ts';
export type { WaitingSince } from './waiting-addresses.ts';

export type ArchiveOptions = {
  readonly libraryPath: string;
  /** The app's own folder: catalogues and this device's name. */
  readonly dataPath: string;
  readonly clock: Clock;
  readonly log: Log;
  /** A clean body as the text that search reads: the story's words and those of its captions. */
  readonly textOf: (html: string) => string;
  /** A clean body with the reader's repairs laid over it. */
  readonly applyRepairs: ApplyRepairs;
  /** Make a library in a missing or empty folder; else `library-missing`. */
  readonly createMissing: boolean;
};

/**
 * The record: an open library folder, and the catalogue that is a view of it.
 *
 * Whatever changes the library has reached the disk when its call returns or resolves.
 */
export type Archive = {
  /** The catalogue. Search keeps its own tables in it and joins the same transactions. */
  readonly database: Database;
  readonly library: Pick<LibraryFolder, 'id' | 'name' | 'path' | 'formatVersion' | 'readOnly'>;
  /** The catalogue is new or was interrupted while it was made: call `rebuild` before anything else. */
  readonly needsRebuild: boolean;

  /** Takes in what other devices, other processes and interrupted runs have left. Cheap when that is nothing. */
  readonly catchUp: (work?: LongWork) => Promise<{ readonly changed: readonly ArticleId[] }>;
  /** Makes the catalogue anew from the folder. The caller clears search first. */
  readonly rebuild: (work?: LongWork) => Promise<Rebuilt>;
  /** Reads everything and reports what is not as recorded. */
  readonly verify: (work?: LongWork) => Promise<Verification>;
  /** The size of the folder, by kind of file. */
  readonly storage: (work?: LongWork) => Promise<LibraryStorage>;
  /** Copies the library into an empty or new folder and compares every byte. */
  readonly copy: (path: string, work?: LongWork) => Promise<Copied>;
  /** What stands at a path of this computer, as far as libraries are concerned. */
  readonly look: (path: string) => Promise<FolderLook>;

  /** Is it known? Ask before fetching pictures. */
  readonly find: (candidate: Candidate) => Found;
  readonly add: (addition: Addition) => Promise<Added>;

  /** A name for an act that makes articles anew. */
  readonly newRenewal: (what: RenewalKind) => Renewal;
  /** Puts an article that was read again, or completed, beside what it was: one renewal may do so with many. */
  readonly renew: (renewal: Renewal, renewed: Renewed) => Promise<{ readonly undo: string }>;

  readonly list: (request: lists.ListRequest) => ListPage;
  readonly get: (id: string) => Promise<Article>;
  /** The newest snapshot as it was extracted, with all that was repaired and corrected by hand. */
  readonly keptText: (id: string) => Promise<KeptText>;
  /** What the newest snapshot was made of. */
  readonly keptOriginal: (id: string) => Promise<KeptOriginal>;
  /** Whether its pictures are all there, and why not. */
  readonly keptPictures: (id: string) => Promise<ArticlePictures>;
  /** All articles but those in the trash, newest first. */
  readonly allIds: () => ArticleId[];
  /** Those of these ids that are articles of the library, in the trash or not. */
  readonly known: (ids: readonly string[]) => Set<string>;
  readonly summaries: (ids: readonly string[]) => Map<string, ArticleSummary>;
  readonly shelves: () => ShelfCounts;
  readonly stats: () => LibraryFigures;
  readonly text: (ids: readonly string[]) => Map<string, string>;
  /** A picture by `<article>/<snapshot>/images/<file>`. */
  readonly readAsset: (path: string) => Promise<Asset | undefined>;

  readonly tag: (ids: readonly string[], add: readonly string[], remove: readonly string[]) => ActResult;
  /** A tag as a whole, with all that is nested below it: joins a tag that bears the name already. */
  readonly renameTag: (tag: string, to: string) => ActResult;
  readonly removeTag: (tag: string) => ActResult;
  readonly setState: (ids: readonly string[], state: ReadingState) => ActResult;
  readonly setFavourite: (ids: readonly string[], favourite: boolean) => ActResult;
  readonly setProgress: (id: string, progress: number) => ActResult;
  readonly correct: (id: string, corrections: readonly Correction[]) => ActResult;
  readonly uncorrect: (id: string, fields: readonly CorrectableField[]) => ActResult;
  /** Lays repairs of the text over it and withdraws others, as one act. */
  readonly repair: (id: string, changes: acts.RepairChanges) => ActResult;
  readonly trash: (ids: readonly string[]) => ActResult;
  readonly restore: (ids: readonly string[]) => ActResult;

  /** Passages the reader marked, and notes on whole articles. */
  readonly highlights: (request: highlights.HighlightRequest) => HighlightPage;
  /** Every note of the reader, on passages and on whole articles. */
  readonly notes: () => highlights.Beside[];
  /** The words of every marked passage. */
  readonly passages: () => highlights.Beside[];
  /** The articles whose address holds these letters, in any case. */
  readonly idsAtAddress: (part: string) => ArticleId[];
  /** The articles that have the same words as another one. */
  readonly idsOfDuplicates: () => ArticleId[];
  readonly highlightCounts: () => HighlightCounts;
  readonly addHighlight: (wanted: highlightActs.NewHighlight) => ActResult & { readonly id: string };
  readonly changeHighlights: (change: highlightActs.HighlightChange) => ActResult;
  readonly removeHighlights: (names: readonly highlightActs.HighlightName[]) => ActResult;
  /** The note on the article as a whole; `null` takes it away. */
  readonly annotate: (id: ArticleId, annotation: string | null) => ActResult;

  /** Undoes an act, or with `null` the newest of this device; an undo can be undone too. */
  readonly undo: (token: string | null) => acts.UndoResult;

  /** The searches that were saved, in the reader's order. */
  readonly savedSearches: () => SavedSearch[];
  readonly saveSearch: (wanted: {
    readonly name: string;
    readonly query: string;
  }) => ActResult & { readonly id: string };
  /** Changes what is given: its name, its query. */
  readonly changeSearch: (
    id: string,
    change: { readonly name?: string | undefined; readonly query?: string | undefined },
  ) => ActResult;
  readonly orderSearches: (ids: readonly string[]) => ActResult;
  readonly removeSearch: (id: string) => ActResult;

  /** The addresses that were given and are not fetched yet, longest waiting first. */
  readonly waitingAddresses: () => waiting.WaitingSince[];
  readonly letWait: (addresses: readonly string[]) => ActResult;
  /** They wait no more: done with, or `removed` by the reader, who can take that back. */
  readonly endWait: (addresses: readonly string[], why: 'done' | 'removed') => ActResult;
  /** Another number than before means that something was written down meanwhile, here or elsewhere. */
  readonly journalPosition: () => number;

  /** Articles chosen by hand, in the reader's order; the queue of what is read next is one of them. */
  readonly collections: () => CollectionList;
  readonly makeCollection: (name: string, ids: readonly string[]) => ActResult & { readonly id: string };
  readonly renameCollection: (id: string, name: string) => ActResult;
  readonly orderCollections: (ids: readonly string[]) => ActResult;
  readonly removeCollection: (id: string) => ActResult;
  readonly putInCollection: (id: string, ids: readonly string[], place: CollectionPlace) => ActResult;
  readonly takeOutOfCollection: (id: string, ids: readonly string[]) => ActResult;
  /** The ids of the articles in a collection, in its order, those in the trash too. */
  readonly idsInCollection: (id: string) => string[];

  /** What is done by itself to articles that are taken in. Which articles a rule means, search knows. */
  readonly rules: () => Rule[];
  readonly makeRule: (wanted: NewRule) => ActResult & { readonly id: string };
  readonly changeRule: (change: RuleChange) => ActResult;
  readonly removeRule: (id: string) => ActResult;
  readonly applyRule: (id: string, ids: readonly string[]) => ActResult;
  /** Articles taken in here that the rules have not seen, oldest first; `seenByRules` takes them off. */
  readonly waitingForRules: (limit: number) => rules.WaitingForRules[];
  readonly seenByRules: (ids: readonly string[]) => void;

  /** What is taken out of every article of some site, in the order in which it was wished. */
  readonly siteRepairs: () => siteRepairs.KnownSiteRepair[];
  readonly makeSiteRepairs: (host: string, words: readonly string[]) => ActResult;
  readonly removeSiteRepair: (id: string) => ActResult;

  /** The next articles that search has not seen as they are now, longest waiting first. */
  readonly pendingIndex: (limit: number) => ArticleId[];
  /** Takes articles off that queue: inside the transaction that puts them in the index. */
  readonly indexDone: (ids: readonly string[]) => void;
  readonly pendingIndexCount: () => number;
  /** Puts every article on that queue: search begins anew. */
  readonly queueAll: () => void;
  /** What search takes in; an id that is left out is gone. */
  readonly documents: (ids: readonly string[]) => lists.IndexSource[];

  /**
   * For an error nobody expected: true when it says that the catalogue is damaged. The next start
   * then moves it aside and makes a new one.
   */
  readonly reportDamage: (error: unknown) => Promise<boolean>;
  readonly close: () => void;
};

/**
 * Opens a library, or makes one.
 *
 * Throws `library-missing`, `library-newer` or `library-damaged` with the folder untouched.
 */
export async function openArchive(options: ArchiveOptions): Promise<Archive> {
  const { dataPath, clock, log, textOf, applyRepairs } = options;
  const libraryPath = resolve(options.libraryPath);
  const library = await openLibraryFolder(libraryPath, options.createMissing, clock);
  await makeFolder(dataPath);
  const device = await deviceOf(dataPath);
  const catalogue = await openCatalogue({ dataPath, libraryId: library.id, libraryPath, clock, log });
  const { database } = catalogue;
  // A library made just now is known in full: there is nothing in it.
  if (library.isNew) writeFact(database, 'complete', '1');
  if (!library.readOnly) await sweepStaging(libraryPath, clock);
  const context = { database, library, device, clock, log, textOf, applyRepairs, saving: createSaving() };
  return assemble(context, catalogue.isComplete);
}

function assemble(context: Context, isComplete: () => boolean): Archive {
  const { database, library } = context;
  const catchUp = createCatchUp(context);
  return {
    database,
    library,
    get needsRebuild() {
      return !isComplete();
    },
    catchUp: (work = {}) => catchUp(work),
    rebuild: (work = {}) => rebuildCatalogue(context, work),
    verify: (work = {}) => verifyLibrary(context, work),
    storage: (work = {}) => measureStorage(context, work),
    copy: (path, work = {}) => copyLibrary(context, path, work),
    look: (path) => lookAtFolder(path, library.path),

    find: (candidate) => findArticle(context, candidate),
    add: (addition) => addArticle(context, addition),
    newRenewal: (what) => ({ id: randomName(12), what }),
    renew: (renewal, renewed) => renewArticle(context, renewal, renewed),

    list: (request) => lists.listArticles(database, request),
    get: (id) => lists.getArticle(context, id),
    keptText: (id) => keptText(context, id),
    keptOriginal: (id) => keptOriginal(context, id),
    keptPictures: (id) => keptPictures(context, id),
    allIds: () => lists.allIds(database),
    known: (ids) => lists.knownOf(database, ids),
    summaries: (ids) => lists.summariesOf(database, ids),
    shelves: () => shelves(database),
    stats: () => libraryFigures(database),
    text: (ids) => lists.textsOf(database, ids),
    readAsset: (path) => readAsset(context, path),

    tag: (ids, add, remove) => acts.tagArticles(context, ids, add, remove),
    renameTag: (tag, to) => tags.renameTag(context, tag, to),
    removeTag: (tag) => tags.removeTag(context, tag),
    setState: (ids, state) => acts.setState(context, ids, state),
    setFavourite: (ids, favourite) => acts.setFavourite(context, ids, favourite),
    setProgress: (id, progress) => acts.setProgress(context, id, progress),
    correct: (id, corrections) => acts.correctArticle(context, id, corrections),
    uncorrect: (id, fields) => acts.uncorrectArticle(context, id, fields),
    repair: (id, changes) => acts.repairArticle(context, id, changes),
    trash: (ids) => acts.trashArticles(context, ids),
    restore: (ids) => acts.restoreArticles(context, ids),
    highlights: (request) => highlights.listHighlights(database, request),
    highlightCounts: () => highlights.countHighlights(database),
    notes: () => highlights.allNotes(database),
    passages: () => highlights.allPassages(database),
    idsAtAddress: (part) => lists.idsAtAddress(database, part),
    idsOfDuplicates: () => idsOfDuplicates(database),
    addHighlight: (wanted) => highlightActs.addHighlight(context, wanted),
    changeHighlights: (change) => highlightActs.changeHighlights(context, change),
    removeHighlights: (names) => highlightActs.removeHighlights(context, names),
    annotate: (id, annotation) => highlightActs.annotateArticle(context, id, annotation),
    undo: (token) => acts.undoAct(context, token),

    savedSearches: () => saved.savedSearches(database),
    saveSearch: (wanted) => saved.saveSearch(context, wanted),
    changeSearch: (id, change) => saved.changeSearch(context, id, change),
    orderSearches: (ids) => saved.orderSearches(context, ids),
    removeSearch: (id) => saved.removeSearch(context, id),

    waitingAddresses: () => waiting.waitingAddresses(context),
    letWait: (addresses) => waiting.letWait(context, addresses),
    endWait: (addresses, why) => waiting.endWait(context, addresses, why),
    journalPosition: () => newestEntryNumber(database),

    collections: () => database.read(() => collections.listCollections(database)),
    makeCollection: (name, ids) => collections.makeCollection(context, name, ids),
    renameCollection: (id, name) => collections.renameCollection(context, id, name),
    orderCollections: (ids) => collections.orderCollections(context, ids),
    removeCollection: (id) => collections.removeCollection(context, id),
    putInCollection: (id, ids, place) => collected.putInCollection(context, id, ids, place),
    takeOutOfCollection: (id, ids) => collected.takeOutOfCollection(context, id, ids),
    idsInCollection: (id) => collected.membersOf(database, id).map((member) => member.id),

    rules: () => rules.listRules(database),
    makeRule: (wanted) => rules.makeRule(context, wanted),
    changeRule: (change) => rules.changeRule(context, change),
    removeRule: (id) => rules.removeRule(context, id),
    applyRule: (id, ids) => rules.applyRule(context, id, ids),
    waitingForRules: (limit) => rules.waitingForRules(database, limit),
    seenByRules: (ids) => rules.seenByRules(database, ids),

    siteRepairs: () => siteRepairs.listSiteRepairs(database),
    makeSiteRepairs: (host, words) => siteRepairs.makeSiteRepairs(context, host, words),
    removeSiteRepair: (id) => siteRepairs.removeSiteRepair(context, id),

    pendingIndex: (limit) => pendingIndex(database, limit),
    indexDone: (ids) => indexDone(database, ids),
    queueAll: () => database.write(() => database.exec(queueEveryArticle)),
    pendingIndexCount: () => Number(database.prepare('SELECT COUNT(*) AS count FROM pending').get()?.['count']),
    documents: (ids) => lists.indexSources(database, ids),

    reportDamage: (error) => reportCatalogueDamage(database.path, error),
    close: () => database.close(),
  };
}

/** The newest come last, for the queue is read from its end. */
const queueEveryArticle = 'INSERT OR REPLACE INTO pending (id) SELECT id FROM article ORDER BY saved_at';

/** What changed last comes first: a reader looks for it now, while a whole archive may be waiting behind it. */
function pendingIndex(database: Database, limit: number): ArticleId[] {
  const rows = database.prepare('SELECT id FROM pending ORDER BY position DESC LIMIT ?').all(limit);
  // The queue is filled from the catalogue's own ids.
  return rows.map((row) => String(row['id']) as ArticleId);
}

function indexDone(database: Database, ids: readonly string[]): void {
  const done = database.prepare('DELETE FROM pending WHERE id = ?');
  for (const id of ids) done.run(id);
}
