import type { Client } from '#contract/client.ts';
import type { ActResult } from '#contract/contract.ts';
import type { SavedSearch } from '#contract/searches.ts';
import type { Announcer } from './announcer.ts';
import type { QueryCache } from './query-cache.ts';
import { errorSentence } from '../text/errors.ts';
import { text } from '../text/text.ts';

/** What the reader does to saved searches. Each shows at once, says what it did and offers to undo it. */
type SavedSearchActs = {
  /** Answers the new search's id, `null` when it could not be saved. */
  readonly save: (name: string, query: string) => Promise<string | null>;
  readonly rename: (search: SavedSearch, name: string) => Promise<void>;
  readonly changeQuery: (search: SavedSearch, query: string) => Promise<void>;
  /** One place up or down. */
  readonly move: (all: readonly SavedSearch[], id: string, step: 1 | -1) => Promise<void>;
  readonly remove: (search: SavedSearch) => Promise<void>;
};

/** What is remembered on this device of what was searched for. */
type RecentActs = {
  /** Notes a query that led somewhere. */
  readonly remember: (query: string) => void;
  readonly forgetRecent: () => Promise<void>;
};

export type SearchActs = SavedSearchActs & RecentActs;

type Parts = {
  readonly client: Pick<Client, 'call'>;
  readonly cache: Pick<QueryCache, 'patch' | 'invalidate'>;
  readonly announcer: Announcer;
  readonly undo: (handle: string) => Promise<void>;
};

export function createSearchActs(parts: Parts): SearchActs {
  return { ...createSavedSearchActs(parts), ...createRecentActs(parts) };
}

function createSavedSearchActs(parts: Parts): SavedSearchActs {
  const { client } = parts;
  const act = createAct(parts);
  return {
    async save(name, query) {
      const call = () => client.call('searches.save', { name, query });
      // Its id is the back end's to give: it shows with the next news.
      const saved = await act(text.saved.saved(name), (searches) => searches, call);
      return saved?.id ?? null;
    },
    async rename({ id, name: before }, name) {
      if (name === before || name === '') return;
      await act(text.saved.renamed(name), changing(id, { name }), () => client.call('searches.change', { id, name }));
    },
    async changeQuery({ id, name }, query) {
      const call = () => client.call('searches.change', { id, query });
      await act(text.saved.changed(name), changing(id, { query }), call);
    },
    async move(all, id, step) {
      const before = all.map((search) => search.id);
      const ids = moved(before, id, step);
      if (ids === null) return;
      const change: Change = (searches) =>
        searches.toSorted((one, other) => ids.indexOf(one.id) - ids.indexOf(other.id));
      await act(text.saved.moved, change, () => client.call('searches.order', { ids }));
    },
    async remove({ id, name }) {
      const call = () => client.call('searches.remove', { id });
      await act(text.saved.removed(name), (searches) => searches.filter((search) => search.id !== id), call);
    },
  };
}

function createRecentActs({ client, cache, announcer }: Parts): RecentActs {
  let lastRemembered = '';
  const refresh = () => cache.invalidate((method) => method === 'search.recent');
  return {
    remember(query) {
      const words = query.trim();
      if (words === '' || words === lastRemembered) return;
      lastRemembered = words;
      // A convenience: what could not be remembered is not worth a message.
      void client.call('search.remember', { query: words }).then(refresh, () => undefined);
    },
    async forgetRecent() {
      lastRemembered = '';
      try {
        await client.call('search.forgetRecent', {});
        announcer.say({ text: text.search.forgotten, tone: 'done' });
      } catch (error) {
        announcer.say({ text: errorSentence(error), tone: 'failed' });
      }
      refresh();
    },
  };
}

type Change = (searches: readonly SavedSearch[]) => readonly SavedSearch[];

/** Shows a change before it is answered; the back end's news then bring the truth, also when the answer is no. */
function createAct({ cache, announcer, undo }: Parts) {
  return async function act<R extends ActResult>(
    done: string,
    change: Change,
    call: () => Promise<R>,
  ): Promise<R | null> {
    cache.patch('searches.list', ({ searches }) => ({ searches: [...change(searches)] }));
    try {
      const result = await call();
      if (result.changed === 0) return result;
      const handle = result.undo;
      const action = handle === null ? {} : { action: { label: text.acts.undo, run: () => void undo(handle) } };
      announcer.say({ text: done, tone: 'done', key: 'act', ...action });
      return result;
    } catch (error) {
      cache.invalidate((method) => method === 'searches.list');
      announcer.say({ text: errorSentence(error), tone: 'failed' });
      return null;
    }
  };
}

function changing(id: string, change: Partial<SavedSearch>): Change {
  return (searches) => searches.map((search) => (search.id === id ? { ...search, ...change } : search));
}

/** The ids with one moved a step; `null` when it stands at that end already. */
export function moved(ids: readonly string[], id: string, step: 1 | -1): string[] | null {
  const from = ids.indexOf(id);
  const to = from + step;
  if (from === -1 || to < 0 || to >= ids.length) return null;
  return ids.toSpliced(from, 1).toSpliced(to, 0, id);
}
