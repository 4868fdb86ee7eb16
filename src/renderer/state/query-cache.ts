import type { Client } from '#contract/client.ts';
import type { Input, MethodName, Output } from '#contract/contract.ts';
import { ArchiveError } from '#contract/errors.ts';
import { keepSame } from './keep-same.ts';

/** What is known of one question just now. The value stays while it is asked again, and so does each part of it that the new answer repeats. */
export type QueryState<T> = {
  readonly value: T | undefined;
  readonly error: ArchiveError | undefined;
  readonly isFetching: boolean;
};

/** A set of questions that a component looks at. */
export type Watch<T> = {
  readonly get: () => readonly QueryState<T>[];
  readonly subscribe: (listener: () => void) => () => void;
};

export type QueryCache = {
  /** Asks for what is missing or stale as long as someone is subscribed. */
  readonly watch: <M extends MethodName>(method: M, inputs: readonly Input<M>[]) => Watch<Output<M>>;
  /** Answers from memory, else asks. */
  readonly fetch: <M extends MethodName>(method: M, input: Input<M>) => Promise<Output<M>>;
  /** Marks answers as no longer true; those being looked at are asked again at once. */
  readonly invalidate: (isTouched: (method: MethodName, input: unknown) => boolean) => void;
  /** Changes remembered answers ahead of the back end's news. Return the same object to leave one as it is. */
  readonly patch: <M extends MethodName>(method: M, change: (value: Output<M>, input: Input<M>) => Output<M>) => void;
};

type Entry = {
  readonly method: MethodName;
  readonly input: unknown;
  readonly listeners: Set<() => void>;
  state: QueryState<unknown>;
  isStale: boolean;
  pending: Promise<unknown> | undefined;
  /** Calls the pending question off. */
  control: AbortController | undefined;
  /** Those who wait for the answer without watching. */
  waiting: number;
};

/** Questions that cost the back end something: when nobody looks at one any more, it is called off. */
const costly: ReadonlySet<MethodName> = new Set([
  'library.storage',
  'search.run',
  'search.explain',
  'search.values',
  'searches.counts',
]);

const nothingYet: QueryState<never> = { value: undefined, error: undefined, isFetching: true };

/** Answers that nobody looks at are kept up to this many, the oldest dropped first. */
const idleLimit = 80;

export function createQueryCache(client: Pick<Client, 'call'>): QueryCache {
  /** In order of last use: a `Map` keeps the order in which keys were put in. */
  const entries = new Map<string, Entry>();

  const entryFor = (method: MethodName, input: unknown): Entry => {
    const key = `${method} ${JSON.stringify(input)}`;
    const known = entries.get(key);
    const entry = known ?? {
      method,
      input,
      listeners: new Set(),
      state: nothingYet,
      isStale: true,
      pending: undefined,
      control: undefined,
      waiting: 0,
    };
    entries.delete(key);
    entries.set(key, entry);
    if (known === undefined) dropIdle(entries);
    return entry;
  };

  const publish = (entry: Entry, state: QueryState<unknown>) => {
    entry.state = state;
    for (const listener of entry.listeners) listener();
  };

  const ask = (entry: Entry): Promise<unknown> => {
    if (entry.pending) return entry.pending;
    entry.isStale = false;
    if (!entry.state.isFetching) publish(entry, { ...entry.state, isFetching: true });
    const control = new AbortController();
    entry.control = control;
    entry.pending = client
      // The entry was made from this method and its own input; the pair cannot be wrong.
      .call(entry.method, entry.input as never, control.signal)
      .then((answer) => {
        const value = keepSame(entry.state.value, answer);
        publish(entry, { value, error: undefined, isFetching: false });
      })
      .catch((error: unknown) => {
        // Called off by ourselves: no answer, and no failure either. Whoever looks again asks again.
        if (control.signal.aborted) entry.isStale = true;
        else publish(entry, { ...entry.state, error: asArchiveError(error), isFetching: false });
      })
      .then(() => {
        entry.pending = undefined;
        // News came while the question was under way: the answer may be older than the news.
        return entry.isStale && entry.listeners.size > 0 ? ask(entry) : entry.state.value;
      });
    return entry.pending;
  };

  /** After a moment, for a component that looks at other questions next often keeps some of these. */
  const letGo = (entry: Entry) => {
    if (!costly.has(entry.method) || entry.pending === undefined) return;
    queueMicrotask(() => {
      if (entry.listeners.size === 0 && entry.waiting === 0) entry.control?.abort();
    });
  };

  return {
    watch: (method, inputs) => {
      const find = () => inputs.map((input) => entryFor(method, input));
      return watchEntries(find, (entry) => entry.isStale && void ask(entry), letGo) as Watch<never>;
    },
    async fetch(method, input) {
      const entry = entryFor(method, input);
      entry.waiting += 1;
      try {
        await (entry.isStale || entry.pending ? ask(entry) : undefined);
      } finally {
        entry.waiting -= 1;
      }
      if (entry.state.error) throw entry.state.error;
      return entry.state.value as never;
    },
    invalidate(isTouched) {
      for (const entry of entries.values()) {
        if (!isTouched(entry.method, entry.input)) continue;
        entry.isStale = true;
        if (entry.listeners.size > 0) void ask(entry);
      }
    },
    patch(method, change) {
      for (const entry of entries.values()) {
        if (entry.method !== method || entry.state.value === undefined) continue;
        const value = change(entry.state.value as never, entry.input as never);
        if (value !== entry.state.value) publish(entry, { ...entry.state, value });
      }
    },
  };
}

/** Reads several entries as one; the array is the same as long as no state in it changed. */
function watchEntries(
  find: () => readonly Entry[],
  ensure: (entry: Entry) => void,
  letGo: (entry: Entry) => void,
): Watch<unknown> {
  let watched = find();
  let last = watched.map((entry) => entry.state);
  return {
    get() {
      if (watched.some((entry, at) => entry.state !== last[at])) last = watched.map((entry) => entry.state);
      return last;
    },
    subscribe(listener) {
      // Found anew: an entry that nobody was subscribed to may have been dropped since.
      const subscribed = find();
      watched = subscribed;
      for (const entry of subscribed) {
        entry.listeners.add(listener);
        ensure(entry);
      }
      return () => {
        for (const entry of subscribed) {
          entry.listeners.delete(listener);
          letGo(entry);
        }
      };
    },
  };
}

function dropIdle(entries: Map<string, Entry>): void {
  let surplus = entries.size - idleLimit;
  for (const [key, entry] of entries) {
    if (surplus <= 0) return;
    surplus -= 1;
    if (entry.listeners.size === 0 && !entry.pending) entries.delete(key);
  }
}

function asArchiveError(error: unknown): ArchiveError {
  if (error instanceof ArchiveError) return error;
  return new ArchiveError('internal', 'The window met an error it did not expect.', { cause: error });
}
