import type { ActResult } from '#contract/contract.ts';
import type { LibraryStatus } from '#contract/library.ts';
import type { Handlers } from './dispatch.ts';
import type { SideSubject } from './archive/archive.ts';
import type { SearchIndex } from './search/search.ts';
import type { CaptureRooms } from './services/capture-rooms.ts';
import type { AddressQueue } from './services/address-queue.ts';
import type { CaptureJobs } from './services/capture-jobs.ts';
import { explainArticle } from './services/explain-article.ts';
import type { RuleKeeper } from './services/keep-rules.ts';
import type { LastChecks } from './services/last-check.ts';
import type { SearchKeeper } from './services/keep-search-current.ts';
import { highlightsAsMarkdown } from './services/highlights-markdown.ts';
import { type News, tellChanged } from './services/news.ts';
import { type Opening, rebuildLibrary } from './services/open-library.ts';
import type { RenewalJobs } from './services/renewal-jobs.ts';
import { repairArticle } from './services/repair-article.ts';
import { repairSheet } from './services/repair-sheet.ts';
import { makeSiteRepairs, siteRepairsOf } from './services/site-repairs.ts';
import type { FolderWatch } from './services/watch-folder.ts';
import type { RecentSearches } from './services/recent-searches.ts';
import { countSavedSearches } from './services/saved-searches.ts';
import { explainHit, searchArticles, takeInFirst } from './services/search-articles.ts';

export type HandlerRooms = CaptureRooms & {
  readonly search: SearchIndex;
  readonly keeper: SearchKeeper;
  readonly rules: RuleKeeper;
  readonly jobs: CaptureJobs;
  readonly renewals: RenewalJobs;
  readonly queue: AddressQueue;
  readonly watch: FolderWatch;
  readonly news: News;
  readonly opening: Opening;
  readonly recent: RecentSearches;
  readonly checks: LastChecks;
  readonly appVersion: string;
};

/** The table of what the contract promises and who does it. */
export function createHandlers(rooms: HandlerRooms): Handlers {
  const { archive, jobs, renewals, queue, watch, keeper, news, recent, rules } = rooms;

  /** Every act of the reader tells what changed and lets search follow. */
  function act<R extends ActResult>(ids: readonly string[], result: R): R {
    if (result.changed > 0) {
      tellChanged(news, ids);
      keeper.nudge();
    }
    return result;
  }

  function actBeside<R extends ActResult>(subject: SideSubject, result: R): R {
    if (result.changed > 0) news.tell({ type: `${subject}.changed` });
    return result;
  }

  /** An act on a tag is about whatever bears it: nobody named those articles. */
  function actOnTag(result: ActResult): ActResult {
    if (result.changed > 0) {
      news.tell({ type: 'articles.changed', ids: null });
      keeper.nudge();
    }
    return result;
  }

  return {
    'library.status': () => libraryStatus(rooms),
    'library.stats': () => ({ ...archive.stats(), indexTerms: rooms.search.stats().terms }),
    'library.verify': async (_, signal) => {
      const verification = await archive.verify({ signal, onProgress: tellProgress(news, 'check') });
      const whole = { ...verification, findings: [...verification.findings, ...rooms.search.check()] };
      await rooms.checks.keep(whole);
      return whole;
    },
    'library.lastCheck': async () => ({ check: await rooms.checks.read() }),
    'library.storage': (_, signal) => archive.storage({ signal }),
    'library.look': ({ path }) => archive.look(path),
    'library.copy': ({ path }, signal) => archive.copy(path, { signal, onProgress: tellProgress(news, 'copy') }),
    'library.rebuild': (_, signal) => rebuildLibrary(rooms, { signal, onProgress: tellProgress(news, 'rebuild') }),

    'articles.list': (request) => archive.list(request),
    'articles.get': ({ id }) => archive.get(id),
    'articles.pictures': ({ id }) => archive.keptPictures(id),
    'articles.explain': ({ id }, signal) => explainArticle(rooms, id, signal),
    'shelves.get': () => archive.shelves(),
    'search.run': (request, signal) => searchArticles(rooms, request, signal),
    'search.explain': (request, signal) => explainHit(rooms.search, request, signal),
    'search.values': (request) => ({ values: rooms.search.values(request) }),
    'search.recent': async () => ({ queries: await recent.list() }),
    'search.remember': async ({ query }) => {
      await recent.remember(query);
      return {};
    },
    'search.forgetRecent': async () => {
      await recent.forget();
      return {};
    },

    'searches.list': () => ({ searches: archive.savedSearches() }),
    'searches.counts': async (_, signal) => ({ counts: await countSavedSearches(rooms, signal) }),
    'searches.save': (wanted) => actBeside('searches', archive.saveSearch(wanted)),
    'searches.change': ({ id, ...change }) => actBeside('searches', archive.changeSearch(id, change)),
    'searches.order': ({ ids }) => actBeside('searches', archive.orderSearches(ids)),
    'searches.remove': ({ id }) => actBeside('searches', archive.removeSearch(id)),

    'collections.list': () => archive.collections(),
    'collections.make': ({ name, ids }) => act(ids, actBeside('collections', archive.makeCollection(name, ids))),
    'collections.rename': ({ id, name }) => actBeside('collections', archive.renameCollection(id, name)),
    'collections.order': ({ ids }) => actBeside('collections', archive.orderCollections(ids)),
    'collections.remove': ({ id }) => actBeside('collections', archive.removeCollection(id)),
    'collections.put': ({ id, ids, place }) => act(ids, archive.putInCollection(id, ids, place)),
    'collections.takeOut': ({ id, ids }) => act(ids, archive.takeOutOfCollection(id, ids)),

    'rules.list': () => ({ rules: archive.rules() }),
    'rules.preview': ({ query }) => {
      takeInFirst(keeper);
      return { total: rooms.search.count({ query, filter: {} }), problem: rooms.search.problemOf(query) };
    },
    'rules.make': (wanted) => actBeside('rules', archive.makeRule(wanted)),
    'rules.change': (change) => actBeside('rules', archive.changeRule(change)),
    'rules.remove': ({ id }) => actBeside('rules', archive.removeRule(id)),
    'rules.apply': ({ id }) => {
      takeInFirst(keeper);
      const { ids, ...result } = rules.applyToAll(id);
      return act(ids, result);
    },

    'articles.tag': ({ ids, add, remove }) => act(ids, archive.tag(ids, add, remove)),
    'tags.rename': ({ tag, to }) => actOnTag(archive.renameTag(tag, to)),
    'tags.remove': ({ tag }) => actOnTag(archive.removeTag(tag)),
    'articles.setState': ({ ids, state }) => act(ids, archive.setState(ids, state)),
    'articles.setFavourite': ({ ids, favourite }) => act(ids, archive.setFavourite(ids, favourite)),
    'articles.setProgress': ({ id, progress }) => act([id], archive.setProgress(id, progress)),
    'articles.correct': ({ id, corrections }) => act([id], archive.correct(id, corrections)),
    'articles.uncorrect': ({ id, fields }) => act([id], archive.uncorrect(id, fields)),
    'articles.repairSheet': ({ id }, signal) => repairSheet(rooms, id, signal),
    'articles.repair': async ({ id, ...wanted }, signal) => act([id], await repairArticle(rooms, id, wanted, signal)),
    'siteRepairs.list': ({ article }) => siteRepairsOf(archive, article),
    'siteRepairs.make': ({ article, words }) => actBeside('siteRepairs', makeSiteRepairs(archive, article, words)),
    'siteRepairs.remove': ({ id }) => actBeside('siteRepairs', archive.removeSiteRepair(id)),
    'renewals.start': ({ what, ids }) => renewals.start(what, ids),
    'renewals.list': () => ({ renewals: renewals.list() }),
    'renewals.problems': (request) => renewals.problems(request),
    'renewals.cancel': ({ renewal }) => renewals.cancel(renewal),
    'renewals.dismiss': ({ renewal }) => {
      renewals.dismiss(renewal);
      return {};
    },
    'articles.trash': ({ ids }) => act(ids, archive.trash(ids)),
    'articles.restore': ({ ids }) => act(ids, archive.restore(ids)),

    'highlights.list': (request) => archive.highlights(request),
    'highlights.counts': () => archive.highlightCounts(),
    'highlights.markdown': ({ filter }, signal) => highlightsAsMarkdown(archive, filter, signal),
    'highlights.add': (wanted) => act([wanted.article], archive.addHighlight(wanted)),
    'highlights.change': (change) => act(articlesOf(change.highlights), archive.changeHighlights(change)),
    'highlights.remove': ({ highlights }) => act(articlesOf(highlights), archive.removeHighlights(highlights)),
    'articles.annotate': ({ id, annotation }) => act([id], archive.annotate(id, annotation)),

    'history.undo': ({ undo }) => {
      const { ids, subject, ...result } = archive.undo(undo);
      queue.look();
      if (subject !== undefined) actBeside(subject, result);
      return act(ids, result);
    },

    'capture.start': ({ inputs, wait }) => jobs.start(inputs, wait),
    'capture.jobs': () => ({ jobs: jobs.list() }),
    'capture.outcomes': (request) => jobs.outcomes(request),
    'capture.cancel': ({ job }) => jobs.cancel(job),
    'capture.retry': ({ job }) => jobs.retry(job),
    'capture.dismiss': ({ job }) => {
      jobs.dismiss(job);
      return {};
    },
    'watch.get': () => watch.get(),
    'watch.set': (change) => watch.set(change),
    'watch.forgetFailures': () => watch.forgetFailures(),
    'capture.waiting': () => ({ addresses: queue.list() }),
    'capture.retryWaiting': ({ addresses }) => {
      queue.retry(addresses);
      return {};
    },
    'capture.removeWaiting': ({ addresses }) => queue.remove(addresses),
  };
}

function articlesOf(highlights: readonly { readonly article: string }[]): string[] {
  return [...new Set(highlights.map(({ article }) => article))];
}

function libraryStatus({ archive, opening, appVersion }: HandlerRooms): LibraryStatus {
  const { name, path, id, formatVersion } = archive.library;
  const [phase, progress, indexing] = [opening.phase(), opening.progress(), opening.indexing()];
  return { name, path, libraryId: id, formatVersion, phase, progress, indexing, appVersion };
}

function tellProgress(news: News, what: 'check' | 'rebuild' | 'copy') {
  return ({ done, total }: { readonly done: number; readonly total: number }) =>
    news.tell({ type: 'library.progress', done, total, what });
}
