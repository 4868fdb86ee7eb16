import { z } from 'zod';
import { article, articleId, correctableField, correction, readingState, tagName } from './article.ts';
import { captureInput, captureJob, captureOutcome, waitingAddress, waitingAddressText } from './capture.ts';
import { collectionId, collectionList, collectionName, collectionPlace } from './collections.ts';
import { extractionReport } from './extraction-report.ts';
import {
  annotation,
  highlightChange,
  highlightCounts,
  highlightFilter,
  highlightId,
  highlightNames,
  highlightPage,
  highlightRequest,
  newHighlight,
} from './highlight.ts';
import { folderLook, lastCheck, libraryStats, libraryStatus, libraryStorage, verification } from './library.ts';
import { listPage, listRequest, shelfCounts } from './lists.ts';
import { articlePictures } from './pictures.ts';
import { renewal, renewalId, renewalKind, renewalProblem } from './renewal.ts';
import { repairId, siteHost, siteRepair, siteRepairId } from './repair.ts';
import { blockChange, repairSheet } from './repair-sheet.ts';
import { newRule, rule, ruleChange, ruleId } from './rules.ts';
import { explainRequest, explanation, queryProblem, searchPage, searchRequest } from './search.ts';
import {
  savedQuery,
  savedSearch,
  savedSearchCount,
  savedSearchId,
  savedSearchName,
  valuesPage,
  valuesRequest,
} from './searches.ts';
import { watchChange, watchedFolder } from './watch.ts';

const nothing = z.object({});
const ids = z.array(articleId).min(1).max(100_000);
const waitingAddresses = z.array(waitingAddressText).min(1).max(10_000);

/** What an act of the reader answers: the handle by which it is undone, `null` when it changed nothing. */
export const actResult = z.object({
  changed: z.int(),
  /** Pass to `history.undo`. */
  undo: z.string().nullable(),
});
export type ActResult = z.infer<typeof actResult>;

function query<I extends z.ZodType, O extends z.ZodType>(input: I, output: O) {
  return { type: 'query', input, output } as const;
}

function command<I extends z.ZodType, O extends z.ZodType>(input: I, output: O) {
  return { type: 'command', input, output } as const;
}

/**
 * Everything a window, a browser or a command line can ask of the archive.
 *
 * A *query* changes nothing and may run beside others. A *command* changes the archive; commands
 * run one at a time. Long work (`capture.start`) answers at once with a job and tells of its
 * progress by events.
 */
export const contract = {
  'library.status': query(nothing, libraryStatus),
  'library.stats': query(nothing, libraryStats),
  /** Reads every file of the library and compares it with what was recorded. */
  'library.verify': query(nothing, verification),
  /** What the last check found; `null` when there was none. */
  'library.lastCheck': query(nothing, z.object({ check: lastCheck.nullable() })),
  /** Looks at every file of the folder for its size: takes a while with a large library. */
  'library.storage': query(nothing, libraryStorage),
  /** What stands at a path of this computer, as far as libraries are concerned. */
  'library.look': query(z.object({ path: z.string().max(4000) }), folderLook),
  /**
   * Copies the library into an empty or new folder and compares every byte. What is half done when it fails or is
   * called off is removed. `library.progress` tells how far.
   */
  'library.copy': query(
    z.object({ path: z.string().max(4000) }),
    z.object({ path: z.string(), files: z.int(), bytes: z.int() }),
  ),
  /** Makes the catalogue anew from the folder. Answers when done; `library.progress` tells how far. */
  'library.rebuild': command(nothing, z.object({ articles: z.int(), findings: verification.shape.findings })),

  'articles.list': query(listRequest, listPage),
  'articles.get': query(z.object({ id: articleId }), article),
  /** How many of its pictures are kept, and which are missing and why. */
  'articles.pictures': query(z.object({ id: articleId }), articlePictures),
  /** Reads the article's original once more and tells how: takes as long as taking it in. */
  'articles.explain': query(z.object({ id: articleId }), extractionReport),
  /** The shelves with their counts, tags and sources. */
  'shelves.get': query(nothing, shelfCounts),
  'search.run': query(searchRequest, searchPage),
  /** Why one article is in the result of a query: each field and term with its weight. */
  'search.explain': query(explainRequest, explanation),
  /** Values to complete a filter with while it is typed. */
  'search.values': query(valuesRequest, valuesPage),
  /** What was searched for on this device, newest first. */
  'search.recent': query(nothing, z.object({ queries: z.array(z.string()) })),
  /** Remembers a query that led somewhere: a hit was opened, or Enter pressed. */
  'search.remember': command(z.object({ query: savedQuery }), nothing),
  'search.forgetRecent': command(nothing, nothing),

  'searches.list': query(nothing, z.object({ searches: z.array(savedSearch) })),
  /** How many articles each finds now. */
  'searches.counts': query(nothing, z.object({ counts: z.array(savedSearchCount) })),
  'searches.save': command(
    z.object({ name: savedSearchName, query: savedQuery }),
    actResult.extend({ id: savedSearchId }),
  ),
  'searches.change': command(
    z.object({ id: savedSearchId, name: savedSearchName.optional(), query: savedQuery.optional() }),
    actResult,
  ),
  /** The order of all; those not named come after. */
  'searches.order': command(z.object({ ids: z.array(savedSearchId).min(1).max(10_000) }), actResult),
  'searches.remove': command(z.object({ id: savedSearchId }), actResult),

  'collections.list': query(nothing, collectionList),
  /** Makes a collection, with these articles in it in this order. */
  'collections.make': command(
    z.object({ name: collectionName, ids: z.array(articleId).max(100_000).default([]) }),
    actResult.extend({ id: collectionId }),
  ),
  'collections.rename': command(z.object({ id: collectionId, name: collectionName }), actResult),
  /** The order of all; those not named come after. */
  'collections.order': command(z.object({ ids: z.array(collectionId).min(1).max(10_000) }), actResult),
  /** The articles stay in the library. */
  'collections.remove': command(z.object({ id: collectionId }), actResult),
  /** Puts articles in, or moves those that are in it, side by side in the order given. */
  'collections.put': command(z.object({ id: collectionId, ids, place: collectionPlace.default('end') }), actResult),
  'collections.takeOut': command(z.object({ id: collectionId, ids }), actResult),

  'rules.list': query(nothing, z.object({ rules: z.array(rule) })),
  /** How many articles of the library a rule's query finds, before the rule is made. */
  'rules.preview': query(
    z.object({ query: savedQuery }),
    z.object({ total: z.int(), problem: queryProblem.nullable() }),
  ),
  'rules.make': command(newRule, actResult.extend({ id: ruleId })),
  'rules.change': command(ruleChange, actResult),
  /** What it did stays done. */
  'rules.remove': command(z.object({ id: ruleId }), actResult),
  /** Does to all articles of the library what the rule does to new ones: one act, one undo. */
  'rules.apply': command(z.object({ id: ruleId }), actResult),

  'articles.tag': command(
    z.object({ ids, add: z.array(tagName).default([]), remove: z.array(tagName).default([]) }),
    actResult,
  ),
  /**
   * Gives a tag another name wherever it stands, and those nested below it with it. A name that is there
   * already takes it in; a name below another moves it there.
   */
  'tags.rename': command(z.object({ tag: tagName, to: tagName }), actResult),
  /** Takes a tag, and those nested below it, from all articles and highlights. */
  'tags.remove': command(z.object({ tag: tagName }), actResult),
  'articles.setState': command(z.object({ ids, state: readingState }), actResult),
  'articles.setFavourite': command(z.object({ ids, favourite: z.boolean() }), actResult),
  /** Keeps the reading position; not undoable, and does not move an archived article back. */
  'articles.setProgress': command(z.object({ id: articleId, progress: z.number().min(0).max(1) }), actResult),
  'articles.correct': command(z.object({ id: articleId, corrections: z.array(correction).min(1) }), actResult),
  /** Takes corrections of these fields back: what was read shows again. */
  'articles.uncorrect': command(z.object({ id: articleId, fields: z.array(correctableField).min(1) }), actResult),
  /** The text beside the original, block by block; reads the original once more, as `articles.explain` does. */
  'articles.repairSheet': query(z.object({ id: articleId }), repairSheet),
  /** Takes blocks out of the text or puts left-out ones back, by their keys in the sheet; withdraws repairs by id. */
  'articles.repair': command(
    z.object({
      id: articleId,
      changes: z.array(blockChange).max(10_000).default([]),
      withdraw: z.array(repairId).max(10_000).default([]),
    }),
    actResult,
  ),
  /** What is always left out on the site of an article; `host` is `null` where it came from none. */
  'siteRepairs.list': query(
    z.object({ article: articleId }),
    z.object({ host: siteHost.nullable(), repairs: z.array(siteRepair) }),
  ),
  /** From now on blocks with these words are left out of what is taken in from the site of the article: one act. */
  'siteRepairs.make': command(
    z.object({ article: articleId, words: z.array(z.string().min(1).max(200_000)).min(1).max(1000) }),
    actResult,
  ),
  /** What it took out stays out. */
  'siteRepairs.remove': command(z.object({ id: siteRepairId }), actResult),
  /**
   * Begins to read the kept originals of these articles again, with `null` of all but those in the trash, by the rules
   * of today; with `pictures` also to fetch the pictures that are missing. What the reader made of them stays. It goes
   * on by itself and is one act, however many articles it changes: its `undo` takes it back, also after a restart.
   */
  'renewals.start': command(z.object({ what: renewalKind, ids: ids.nullable() }), renewal),
  'renewals.list': query(nothing, z.object({ renewals: z.array(renewal) })),
  'renewals.problems': query(
    z.object({
      renewal: renewalId,
      limit: z.int().min(1).max(1000).default(200),
      offset: z.int().min(0).default(0),
    }),
    z.object({ total: z.int(), problems: z.array(renewalProblem) }),
  ),
  /** What it has done until then stays, and can be undone. */
  'renewals.cancel': command(z.object({ renewal: renewalId }), renewal),
  /** Forgets one that has ended. */
  'renewals.dismiss': command(z.object({ renewal: renewalId }), nothing),
  'articles.trash': command(z.object({ ids }), actResult),
  'articles.restore': command(z.object({ ids }), actResult),

  /** Passages the reader marked, and notes on whole articles. */
  'highlights.list': query(highlightRequest, highlightPage),
  'highlights.counts': query(nothing, highlightCounts),
  /** What was marked, as Markdown: an article after the other, each passage as a quotation with its note. */
  'highlights.markdown': query(
    z.object({ filter: highlightFilter.default({}) }),
    z.object({ highlights: z.int(), markdown: z.string() }),
  ),
  'highlights.add': command(newHighlight, actResult.extend({ id: highlightId })),
  'highlights.change': command(highlightChange, actResult),
  'highlights.remove': command(z.object({ highlights: highlightNames }), actResult),
  /** The reader's note on the article as a whole; `null` takes it away. */
  'articles.annotate': command(z.object({ id: articleId, annotation }), actResult),

  /** Undoes one act, or with `null` the newest act of this device that is not yet undone. */
  'history.undo': command(z.object({ undo: z.string().nullable() }), actResult.extend({ what: z.string() })),

  /**
   * Begins to take in; the job's outcomes come by `capture.outcomes` and its progress by events.
   *
   * With `wait`, addresses are written down first and stay until they are taken in or cannot be: what fails for
   * a reason that passes (no network, a busy site) is tried again by itself, also after a restart.
   */
  'capture.start': command(
    z.object({ inputs: z.array(captureInput).min(1).max(10_000), wait: z.boolean().default(false) }),
    captureJob,
  ),
  'capture.jobs': query(nothing, z.object({ jobs: z.array(captureJob) })),
  'capture.outcomes': query(
    z.object({
      job: z.string(),
      failedOnly: z.boolean().default(false),
      limit: z.int().min(1).max(1000).default(200),
      offset: z.int().min(0).default(0),
    }),
    z.object({ job: captureJob, total: z.int(), outcomes: z.array(captureOutcome) }),
  ),
  'capture.cancel': command(z.object({ job: z.string() }), captureJob),
  /** Takes the failed inputs of a job in again, as a new job. */
  'capture.retry': command(z.object({ job: z.string() }), captureJob),
  /** Forgets a job that has ended. */
  'capture.dismiss': command(z.object({ job: z.string() }), nothing),

  'watch.get': query(nothing, watchedFolder),
  /** Chooses the folder, or lets the watch rest and go on. */
  'watch.set': command(watchChange, watchedFolder),
  'watch.forgetFailures': command(nothing, watchedFolder),

  /** The addresses that wait to be fetched, longest waiting first. */
  'capture.waiting': query(nothing, z.object({ addresses: z.array(waitingAddress) })),
  /** Tries them now; with `null` all of them. */
  'capture.retryWaiting': command(z.object({ addresses: waitingAddresses.nullable() }), nothing),
  'capture.removeWaiting': command(z.object({ addresses: waitingAddresses }), actResult),
} as const;

export type Contract = typeof contract;
export type MethodName = keyof Contract;
/** What a caller passes. */
export type Input<M extends MethodName> = z.input<Contract[M]['input']>;
/** What a handler receives: checked, with defaults filled in. */
export type ParsedInput<M extends MethodName> = z.output<Contract[M]['input']>;
export type Output<M extends MethodName> = z.output<Contract[M]['output']>;
