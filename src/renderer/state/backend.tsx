import { createContext, use, useCallback, useMemo, useState, useSyncExternalStore } from 'react';
import type { Client } from '#contract/client.ts';
import type { Input, MethodName, Output } from '#contract/contract.ts';
import type { Announcer } from './announcer.ts';
import type { Captures } from './captures.ts';
import type { Connection, WindowCarrier } from './carrier.ts';
import type { NewsReader } from './news.ts';
import type { Preferences } from './preferences.ts';
import type { QueryCache, QueryState } from './query-cache.ts';
import type { Store } from './store.ts';
import type { View } from './view.ts';

/** Everything that screens share, made once in `main.tsx` and handed down. */
export type Services = {
  readonly client: Client;
  readonly cache: QueryCache;
  readonly connection: Store<Connection>;
  readonly news: NewsReader;
  readonly captures: Captures;
  readonly announcer: Announcer;
  readonly preferences: Store<Preferences>;
  readonly view: Store<View>;
  readonly onLink: WindowCarrier['onLink'];
  readonly shell: WindowCarrier['shell'];
};

const ServicesContext = createContext<Services | null>(null);

export const ServicesProvider = ServicesContext.Provider;

export function useServices(): Services {
  const services = use(ServicesContext);
  if (services === null) throw new Error('A screen was drawn outside of ServicesProvider.');
  return services;
}

/** The answers to several questions of one kind, kept true by the back end's news. */
export function useQueries<M extends MethodName>(
  method: M,
  inputs: readonly Input<M>[],
): readonly QueryState<Output<M>>[] {
  const { cache } = useServices();
  const written = JSON.stringify(inputs);
  const watch = useMemo(
    // Written out and read back, so that equal inputs are one watch however often a component is drawn.
    () => cache.watch(method, JSON.parse(written) as Input<M>[]),
    [cache, method, written],
  );
  return useSyncExternalStore(watch.subscribe, watch.get);
}

const notAsked = { value: undefined, error: undefined, isFetching: false } as const;

/** One question's answer; `null` asks nothing. */
export function useQuery<M extends MethodName>(method: M, input: Input<M> | null): QueryState<Output<M>> {
  const states = useQueries(method, input === null ? [] : [input]);
  return states[0] ?? notAsked;
}

/** The last value there was, for as long as the next is on its way. */
export function useFormer<T>(value: T | undefined): T | undefined {
  const [former, setFormer] = useState(value);
  if (value !== undefined && value !== former) setFormer(value);
  return value ?? former;
}

/** A command, and whether it is under way. Throws as the client does. */
export function useCommand<M extends MethodName>(
  method: M,
): { readonly run: (input: Input<M>) => Promise<Output<M>>; readonly isRunning: boolean } {
  const { client } = useServices();
  const [running, setRunning] = useState(0);
  const run = useCallback(
    async (input: Input<M>) => {
      setRunning((count) => count + 1);
      try {
        return await client.call(method, input);
      } finally {
        setRunning((count) => count - 1);
      }
    },
    [client, method],
  );
  return { run, isRunning: running > 0 };
}
