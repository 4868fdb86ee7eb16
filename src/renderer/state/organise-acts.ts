import type { Collection, CollectionList, CollectionPlace } from '#contract/collections.ts';
import type { ArticleId } from '#contract/article.ts';
import type { Client } from '#contract/client.ts';
import type { ActResult } from '#contract/contract.ts';
import type { ListPage } from '#contract/lists.ts';
import type { NewRule, Rule, RuleChange } from '#contract/rules.ts';
import type { Announcer } from './announcer.ts';
import type { QueryCache } from './query-cache.ts';
import { readNextId } from './view.ts';
import { moved } from './search-acts.ts';
import { errorSentence } from '../text/errors.ts';
import { text } from '../text/text.ts';

type Parts = {
  readonly client: Pick<Client, 'call'>;
  readonly cache: Pick<QueryCache, 'patch' | 'invalidate'>;
  readonly announcer: Announcer;
  readonly undo: (handle: string) => Promise<void>;
};

/** What the reader does to tags as a whole, to collections, to the queue and to rules. Each says what it did and offers to undo it. */
export type OrganiseActs = ReturnType<typeof createOrganiseActs>;

export function createOrganiseActs(parts: Parts) {
  return {
    tags: createTagActs(parts),
    collections: { ...createCollectionActs(parts), ...createCollectedActs(parts) },
    rules: createRuleActs(parts),
  };
}

/** Each answers whether it was done. */
function createTagActs(parts: Parts) {
  const act = createAct(parts);
  const { client } = parts;
  return {
    rename: async (tag: string, to: string, done: string) =>
      (await act(
        () => done,
        () => client.call('tags.rename', { tag, to }),
      )) !== null,
    remove: async (tag: string) =>
      (await act(
        ({ changed }) => text.tagActs.removed(tag, changed),
        () => client.call('tags.remove', { tag }),
      )) !== null,
  };
}

function createCollectionActs(parts: Parts) {
  const act = createAct(parts);
  const { client, cache } = parts;
  const show = (change: (all: readonly Collection[]) => readonly Collection[]) =>
    cache.patch('collections.list', (list): CollectionList => ({
      ...list,
      collections: [...change(list.collections)],
    }));
  return {
    async make(name: string, ids: readonly string[]) {
      const made = await act(
        () => text.collections.made(name),
        () => client.call('collections.make', { name, ids: asIds(ids) }),
      );
      return made?.id ?? null;
    },
    async rename({ id, name: before }: Pick<Collection, 'id' | 'name'>, name: string) {
      if (name === before || name === '') return;
      show((all) => all.map((one) => (one.id === id ? { ...one, name } : one)));
      await act(
        () => text.collections.renamed(name),
        () => client.call('collections.rename', { id, name }),
      );
    },
    /** One place up or down among the shelves. */
    async move(all: readonly Collection[], id: string, step: 1 | -1) {
      const ids = moved(
        all.map((one) => one.id),
        id,
        step,
      );
      if (ids === null) return;
      show((now) => now.toSorted((one, other) => ids.indexOf(one.id) - ids.indexOf(other.id)));
      await act(
        () => text.collections.moved,
        () => client.call('collections.order', { ids }),
      );
    },
    /** To where another stands now. */
    async moveTo(all: readonly Collection[], id: string, target: string) {
      const ids = all.map((one) => one.id);
      const to = ids.indexOf(target);
      const ordered = ids.filter((one) => one !== id).toSpliced(to, 0, id);
      if (id === target || to === -1) return;
      show((now) => now.toSorted((one, other) => ordered.indexOf(one.id) - ordered.indexOf(other.id)));
      await act(
        () => text.collections.moved,
        () => client.call('collections.order', { ids: ordered }),
      );
    },
    async remove({ id, name }: Pick<Collection, 'id' | 'name'>) {
      show((all) => all.filter((one) => one.id !== id));
      await act(
        () => text.collections.removed(name),
        () => client.call('collections.remove', { id }),
      );
    },
  };
}

/** What is in them. */
function createCollectedActs(parts: Parts) {
  const act = createAct(parts);
  const { client, cache } = parts;
  return {
    /**
     * One place up or down. Shown at once; the back end makes the step from where the article truly stands, so
     * that a key that is held goes as far as it was pressed.
     */
    step(id: string, article: ArticleId, step: 1 | -1) {
      cache.patch('articles.list', (page, { filter, sort }) =>
        filter?.collection === id && sort === 'own' ? stepped(page, article, step) : page,
      );
      const call = () => client.call('collections.put', { id, ids: [article], place: { step } });
      return act(() => text.collections.moved, call);
    },
    put: (id: string, ids: readonly string[], place: CollectionPlace, said: (changed: number) => string) =>
      act(
        ({ changed }) => said(changed),
        () => client.call('collections.put', { id, ids: asIds(ids), place }),
      ),
    takeOut: ({ id, name }: { readonly id: string; readonly name: string }, ids: readonly string[]) =>
      act(
        ({ changed }) => (id === readNextId ? text.queue.takenOff(changed) : text.collections.takenOut(name, changed)),
        () => client.call('collections.takeOut', { id, ids: asIds(ids) }),
      ),
  };
}

function createRuleActs(parts: Parts) {
  const act = createAct(parts);
  const { client, announcer } = parts;
  return {
    make: (rule: NewRule) =>
      act(
        () => text.rules.made,
        () => client.call('rules.make', rule),
      ),
    change: (change: RuleChange) =>
      act(
        () => text.rules.changed,
        () => client.call('rules.change', change),
      ),
    turn: ({ id }: Rule, isOn: boolean) =>
      act(
        () => (isOn ? text.rules.switchedOn : text.rules.switchedOff),
        () => client.call('rules.change', { id, isOn }),
      ),
    remove: ({ id }: Rule) =>
      act(
        () => text.rules.removed,
        () => client.call('rules.remove', { id }),
      ),
    async apply({ id }: Rule) {
      const result = await act(
        ({ changed }) => text.rules.applied(changed),
        () => client.call('rules.apply', { id }),
      );
      if (result?.changed === 0) announcer.say({ text: text.rules.appliedNone, tone: 'done', key: 'act' });
    },
  };
}

function stepped(page: ListPage, id: string, step: 1 | -1): ListPage {
  const from = page.articles.findIndex((article) => article.id === id);
  const [moving, other] = [page.articles[from], page.articles[from + step]];
  if (moving === undefined || other === undefined) return page;
  return { ...page, articles: page.articles.with(from, other).with(from + step, moving) };
}

/** Does it, says so, and offers to undo it; `null` when it failed, which is said as well. */
function createAct({ cache, announcer, undo }: Parts) {
  return async function act<R extends ActResult>(
    said: (result: R) => string,
    call: () => Promise<R>,
  ): Promise<R | null> {
    try {
      const result = await call();
      const handle = result.undo;
      if (result.changed === 0 || handle === null) return result;
      const action = { label: text.acts.undo, run: () => void undo(handle) };
      announcer.say({ text: said(result), tone: 'done', key: 'act', action });
      return result;
    } catch (error) {
      cache.invalidate((method) => method === 'collections.list' || method === 'rules.list');
      announcer.say({ text: errorSentence(error), tone: 'failed' });
      return null;
    }
  };
}

/** Ids in the window come from the back end, which checked them; the window itself keeps them as plain text. */
function asIds(ids: readonly string[]): ArticleId[] {
  return ids as ArticleId[];
}
