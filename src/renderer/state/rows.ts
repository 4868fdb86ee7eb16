import { useCallback, useMemo, useState } from 'react';
import type { ArticleSummary } from '#contract/article.ts';
import type { Client } from '#contract/client.ts';
import type { ArchiveError } from '#contract/errors.ts';
import type { ListFilter, ListGroup, ListPage, ListSort } from '#contract/lists.ts';
import type { MarkedText, SearchPage, SearchSort } from '#contract/search.ts';
import { useFormer, useQueries } from './backend.tsx';
import { asksTheSame, spansBetween, windowOf, windowSize, windowsFor, type RowRange } from './paging.ts';

/** What a list shows: a shelf in some order, or what a query finds. */
export type RowSource =
  | {
      readonly kind: 'list';
      readonly filter: ListFilter;
      readonly sort: ListSort;
      /** Ask for the headings that its rows belong under. */
      readonly withGroups: boolean;
    }
  | { readonly kind: 'search'; readonly query: string; readonly filter: ListFilter; readonly sort: SearchSort };

/** One row: an article, and where it was found the passages that show why. */
export type Row = {
  readonly article: ArticleSummary;
  readonly headline: MarkedText | null;
  readonly snippet: MarkedText | null;
};

/** A list of any length, of which only what is looked at is in memory. */
export type Rows = {
  readonly source: RowSource;
  /** Not known until the first answer. */
  readonly total: number | undefined;
  readonly rowAt: (index: number) => Row | undefined;
  readonly error: ArchiveError | undefined;
  /** The whole list in runs under headings, where these were asked for. */
  readonly groups: readonly ListGroup[] | undefined;
  /** The rest of a search's answer: time, facets, a mistake in the query. */
  readonly found: SearchPage | null;
  /** True while these rows still answer the query before the one in the field. */
  readonly isFormer: boolean;
};

type Answer = ListPage | SearchPage;
type Page = {
  readonly total: number;
  readonly rows: readonly Row[];
  readonly groups: readonly ListGroup[] | undefined;
  readonly found: SearchPage | null;
};

/** No rows at all: what the list holds while something else stands in its place. */
export function noRows(source: RowSource): Rows {
  const rowAt = () => undefined;
  return { source, total: 0, rowAt, groups: undefined, error: undefined, found: null, isFormer: false };
}

/** What is in sight, and who reports it. A move that needs no other rows than before redraws nothing. */
export function useRange(): readonly [RowRange, (range: RowRange) => void] {
  const [range, setRange] = useState<RowRange>({ first: 0, last: 0 });
  const report = useCallback((next: RowRange) => setRange((now) => (asksTheSame(now, next) ? now : next)), []);
  return [range, report];
}

export function useRows(source: RowSource, range: RowRange): Rows {
  const { total, groups } = useWhole(source);
  const offsets = windowsFor(range, total);
  const lists = useQueries('articles.list', source.kind === 'list' ? listInputs(source, offsets) : []);
  const searches = useQueries('search.run', source.kind === 'search' ? searchInputs(source, offsets) : []);
  /** Pages by the answer they were made from, so that a row stays the same object as long as its answer does. */
  const [known] = useState(() => new WeakMap<Answer, Page>());

  const now = useMemo((): Rows => {
    const states = source.kind === 'list' ? lists : searches;
    const pages = new Map(offsets.map((offset, at) => [offset, pageOf(known, states[at]?.value)]));
    const first = [...pages.values()].find((page) => page !== undefined);
    return {
      source,
      total: first?.total ?? total,
      rowAt: (index) => pages.get(windowOf(index))?.rows[index % windowSize],
      groups,
      error: first === undefined ? states.find(({ error }) => error)?.error : undefined,
      found: first?.found ?? null,
      isFormer: false,
    };
    // The offsets are told apart by their ends: they are evenly spaced.
    // eslint-disable-next-line react/exhaustive-deps -- a new array with the same numbers is the same offsets
  }, [source, total, groups, lists, searches, known, offsets.join()]);

  // While a query is being typed, the answer before stays in sight until the next is there.
  const isAnswered = now.total !== undefined || now.error !== undefined;
  const former = useFormer(isAnswered ? now : undefined);
  const mayStay = !isAnswered && former?.source.kind === 'search' && source.kind === 'search';
  return mayStay ? { ...former, isFormer: true } : now;
}

type Whole = { readonly total: number | undefined; readonly groups: readonly ListGroup[] | undefined };

/** The first window says how long the list is and what groups it has; it is always watched, and is small. */
function useWhole(source: RowSource): Whole {
  const lists = useQueries('articles.list', source.kind === 'list' ? listInputs(source, [0]) : []);
  const searches = useQueries('search.run', source.kind === 'search' ? searchInputs(source, [0]) : []);
  const list = lists[0]?.value;
  return { total: list?.total ?? searches[0]?.value?.total, groups: list?.groups };
}

function listInputs(source: RowSource & { kind: 'list' }, offsets: readonly number[]) {
  const { filter, sort, withGroups } = source;
  return offsets.map((offset) => ({
    filter,
    sort,
    limit: windowSize,
    offset,
    ...(withGroups && offset === 0 ? { withGroups } : {}),
  }));
}

function searchInputs(source: RowSource & { kind: 'search' }, offsets: readonly number[]) {
  const { query, filter, sort } = source;
  return offsets.map((offset) => ({ query, filter, sort, limit: windowSize, offset }));
}

/** Both kinds of answer as one. */
function pageOf(known: WeakMap<Answer, Page>, answer: Answer | undefined): Page | undefined {
  if (answer === undefined) return undefined;
  const before = known.get(answer);
  if (before) return before;
  const page: Page =
    'hits' in answer
      ? { total: answer.total, rows: answer.hits, groups: undefined, found: answer }
      : {
          total: answer.total,
          rows: answer.articles.map((article) => ({ article, headline: null, snippet: null })),
          groups: answer.groups,
          found: null,
        };
  known.set(answer, page);
  return page;
}

/** The ids of every row between two, asked for where they are not at hand. */
export async function idsBetween(
  client: Pick<Client, 'call'>,
  rows: Rows,
  from: number,
  to: number,
): Promise<readonly string[]> {
  const first = Math.min(from, to);
  const atHand = Array.from({ length: Math.abs(to - from) + 1 }, (_, step) => rows.rowAt(first + step)?.article.id);
  const whole = atHand.filter((id) => id !== undefined);
  if (whole.length === atHand.length) return whole;
  const ids: string[] = [];
  for (const span of spansBetween(from, to)) ids.push(...(await idsOfSpan(client, rows.source, span)));
  return ids;
}

async function idsOfSpan(
  client: Pick<Client, 'call'>,
  source: RowSource,
  span: { readonly offset: number; readonly limit: number },
): Promise<readonly string[]> {
  if (source.kind === 'list') {
    const { filter, sort } = source;
    const page = await client.call('articles.list', { filter, sort, ...span });
    return page.articles.map(({ id }) => id);
  }
  const { query, filter, sort } = source;
  const page = await client.call('search.run', { query, filter, sort, ...span });
  return page.hits.map(({ article }) => article.id);
}
