import type { ArchiveEvent } from '#contract/events.ts';

export type Listener = (event: ArchiveEvent) => void;

/** Tells everyone who listens what has changed. */
export type News = {
  readonly tell: (event: ArchiveEvent) => void;
  readonly subscribe: (listener: Listener) => () => void;
};

/** More changed articles than this are not named one by one. */
const mostNamed = 500;

export function createNews(): News {
  const listeners = new Set<Listener>();
  return {
    tell(event) {
      for (const listener of listeners) listener(event);
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** The event for changed articles; nothing when none changed. */
export function tellChanged(news: News, ids: readonly string[]): void {
  if (ids.length === 0) return;
  news.tell({ type: 'articles.changed', ids: ids.length > mostNamed ? null : [...ids] });
}
