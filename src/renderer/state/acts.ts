import type { Article, ArticleSummary, Correction, ReadingState } from '#contract/article.ts';
import type { Client } from '#contract/client.ts';
import type { ActResult } from '#contract/contract.ts';
import type { Announcer } from './announcer.ts';
import type { NewsReader } from './news.ts';
import type { QueryCache } from './query-cache.ts';
import { errorSentence } from '../text/errors.ts';
import { text } from '../text/text.ts';

/** What the reader can do to articles. Each shows at once, says what it did and offers to undo it. */
export type Acts = {
  readonly setFavourite: (ids: readonly string[], favourite: boolean) => Promise<void>;
  readonly setState: (ids: readonly string[], state: ReadingState) => Promise<void>;
  readonly trash: (ids: readonly string[]) => Promise<void>;
  readonly restore: (ids: readonly string[]) => Promise<void>;
  readonly tag: (ids: readonly string[], add: readonly string[], remove: readonly string[]) => Promise<void>;
  readonly correct: (id: string, corrections: readonly Correction[]) => Promise<void>;
  /** Keeps the reading position; says nothing. */
  readonly keepProgress: (id: string, progress: number) => Promise<void>;
  readonly undo: (handle: string | null) => Promise<void>;
};

type Parts = {
  readonly client: Pick<Client, 'call'>;
  readonly cache: Pick<QueryCache, 'patch' | 'invalidate'>;
  readonly announcer: Announcer;
  readonly news: Pick<NewsReader, 'expectQuiet' | 'expectNone'>;
};

type SummaryChange = (summary: ArticleSummary) => Partial<ArticleSummary>;

export function createActs(parts: Parts): Acts {
  const { client, cache, news } = parts;
  const undo = createUndo(parts);
  const act = createAct(parts, undo);
  return {
    setFavourite: (ids, favourite) =>
      act(
        ids,
        favourite ? text.acts.favourited(ids.length) : text.acts.unfavourited(ids.length),
        () => ({ favourite }),
        () => client.call('articles.setFavourite', { ids: asIds(ids), favourite }),
      ),
    setState: (ids, state) =>
      act(
        ids,
        text.acts.stateSet[state](ids.length),
        () => ({ state }),
        () => client.call('articles.setState', { ids: asIds(ids), state }),
      ),
    trash: (ids) =>
      act(
        ids,
        text.acts.trashed(ids.length),
        () => ({ trashed: true }),
        () => client.call('articles.trash', { ids: asIds(ids) }),
      ),
    restore: (ids) =>
      act(
        ids,
        text.acts.restored(ids.length),
        () => ({ trashed: false }),
        () => client.call('articles.restore', { ids: asIds(ids) }),
      ),
    tag: (ids, add, remove) =>
      act(
        ids,
        add.length > 0 ? text.acts.tagged(add, ids.length) : text.acts.untagged(remove, ids.length),
        ({ tags }) => ({ tags: retag(tags, add, remove) }),
        () => client.call('articles.tag', { ids: asIds(ids), add: [...add], remove: [...remove] }),
      ),
    correct: (id, corrections) =>
      act(
        [id],
        text.acts.corrected,
        () => ({}),
        () => client.call('articles.correct', { id: asId(id), corrections: [...corrections] }),
      ),
    async keepProgress(id, progress) {
      patchArticles(cache, new Set([id]), () => ({ progress }));
      news.expectQuiet(id);
      try {
        const { changed } = await client.call('articles.setProgress', { id: asId(id), progress });
        if (changed === 0) news.expectNone(id);
      } catch {
        news.expectNone(id);
        // A reading position that could not be kept is asked for again at the next scroll; a lost back end
        // already shows on the whole window.
      }
    },
    undo,
  };
}

type Undo = (handle: string | null) => Promise<void>;

function createUndo({ client, announcer }: Parts): Undo {
  return async (handle) => {
    try {
      const { changed } = await client.call('history.undo', { undo: handle });
      announcer.say({ text: changed === 0 ? text.acts.nothingToUndo : text.acts.undone, tone: 'done', key: 'act' });
    } catch (error) {
      sayFailure(announcer, error);
    }
  };
}

type Act = (
  ids: readonly string[],
  done: string,
  change: SummaryChange,
  call: () => Promise<ActResult>,
) => Promise<void>;

/** Shows a change before it is answered, and takes it back when the answer is no. */
function createAct({ cache, announcer }: Parts, undo: Undo): Act {
  return async (ids, done, change, call) => {
    if (ids.length === 0) return;
    patchArticles(cache, new Set(ids), change);
    try {
      const result = await call();
      if (result.changed === 0) return;
      const handle = result.undo;
      announcer.say({
        text: done,
        tone: 'done',
        key: 'act',
        ...(handle === null ? {} : { action: { label: text.acts.undo, run: () => void undo(handle) } }),
      });
    } catch (error) {
      cache.invalidate(() => true);
      sayFailure(announcer, error);
    }
  };
}

/** Tags after an act, in the order of the alphabet and without doubles. */
export function retag(tags: readonly string[], add: readonly string[], remove: readonly string[]): string[] {
  const kept = new Set([...tags, ...add]);
  for (const tag of remove) kept.delete(tag);
  return [...kept].sort((one, other) => one.localeCompare(other));
}

function patchArticles(cache: Pick<QueryCache, 'patch'>, ids: ReadonlySet<string>, change: SummaryChange): void {
  const patched = <T extends ArticleSummary | Article>(article: T): T =>
    ids.has(article.id) ? { ...article, ...change(article) } : article;
  cache.patch('articles.list', (page) =>
    page.articles.some(({ id }) => ids.has(id)) ? { ...page, articles: page.articles.map(patched) } : page,
  );
  cache.patch('search.run', (page) =>
    page.hits.some(({ article }) => ids.has(article.id))
      ? { ...page, hits: page.hits.map((hit) => ({ ...hit, article: patched(hit.article) })) }
      : page,
  );
  cache.patch('articles.get', patched);
}

function sayFailure(announcer: Announcer, error: unknown): void {
  announcer.say({ text: errorSentence(error), tone: 'failed' });
}

export function asIds(ids: readonly string[]): ArticleSummary['id'][] {
  return ids.map(asId);
}

/** Ids in the window come from the back end, which checked them; the window itself keeps them as plain text. */
function asId(id: string): ArticleSummary['id'] {
  return id as ArticleSummary['id'];
}
