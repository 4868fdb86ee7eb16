import { useCallback, useSyncExternalStore } from 'react';

/** A small piece of view state that several parts of the window share. One store per subject. */
export type Store<T> = {
  readonly get: () => T;
  readonly set: (change: (state: T) => T) => void;
  readonly subscribe: (listener: () => void) => () => void;
};

export function createStore<T>(initial: T): Store<T> {
  let state = initial;
  const listeners = new Set<() => void>();
  return {
    get: () => state,
    set(change) {
      const next = change(state);
      if (Object.is(next, state)) return;
      state = next;
      for (const listener of listeners) listener();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** Reads one part of a store; `select` must give the same value for the same state. */
export function useStore<T, S>(store: Store<T>, select: (state: T) => S): S {
  const read = useCallback(() => select(store.get()), [store, select]);
  return useSyncExternalStore(store.subscribe, read);
}

/** Reads a whole store. */
export function useWholeStore<T>(store: Store<T>): T {
  return useSyncExternalStore(store.subscribe, store.get);
}
