import type { RefObject } from 'react';
import type { Article, ArticleSummary } from '#contract/article.ts';
import type { Collection } from '#contract/collections.ts';
import type { SavedSearch } from '#contract/searches.ts';
import type { Acts } from '../../state/acts.ts';
import type { Services } from '../../state/backend.tsx';
import type { Rows } from '../../state/rows.ts';
import type { SearchActs } from '../../state/search-acts.ts';
import { locate, type SelectedRow } from '../../state/selection.ts';
import { readNextId, type View } from '../../state/view.ts';
import type { MarkingHands } from '../highlights/use-marking.ts';
import type { ReadingHands } from '../reader/reading-hands.ts';
import type { PaneCount } from './use-panes.ts';

/** What the desk works with. */
export type Tools = Pick<Services, 'client' | 'cache' | 'view' | 'preferences'> & {
  readonly acts: Acts;
  readonly searchActs: SearchActs;
};

/** What is needed to know what an action means just now. */
export type DeskParts = {
  readonly rows: Rows;
  readonly view: View;
  readonly open: Article | undefined;
  readonly panes: PaneCount;
  readonly isReadOnly: boolean;
  readonly isReaderOpen: boolean;
  readonly searches: readonly SavedSearch[];
  readonly collections: readonly Collection[];
  /** The first articles of the queue. */
  readonly queue: readonly ArticleSummary[];
  /** What the open article lets keys and commands do with its highlights. */
  readonly marking: RefObject<MarkingHands | null>;
  /** The same for what is done while reading it. */
  readonly reading: RefObject<ReadingHands | null>;
};

/** The same, made out: what is chosen, where it stands, and what that allows. */
export type Situation = DeskParts & {
  readonly idAt: (index: number) => string | undefined;
  readonly cursor: SelectedRow | null;
  /** The articles an act is about: the chosen rows, else the open article. */
  readonly targets: readonly string[];
  readonly isTrash: boolean;
  readonly isReaderShown: boolean;
  readonly isListShown: boolean;
  readonly isFavourite: boolean;
  readonly isArchived: boolean;
  /** All of the targets are in the queue. */
  readonly isQueued: boolean;
  readonly isOpenQueued: boolean;
  /** What is read next after the open article. */
  readonly queueHead: ArticleSummary | null;
  /** The collections that every one of the targets is in. */
  readonly sharedCollections: readonly string[];
  /** Tags that every one of the targets bears. */
  readonly sharedTags: readonly string[];
};

/** How far around its old place a row is looked for after the list has changed. */
const reachRows = 150;

export function makeOut(parts: DeskParts): Situation {
  const { rows, view, open, panes, isReaderOpen, queue } = parts;
  const { selection, openId } = view;
  const idAt = (index: number) => rows.rowAt(index)?.article.id;
  const targets = selection.ids.size > 0 ? [...selection.ids] : openId === null ? [] : [openId];
  const summaries = summariesOf(targets, rows, selection.cursor, open);
  const isEvery = (test: (summary: ArticleSummary) => boolean) => summaries.length > 0 && summaries.every(test);
  return {
    ...parts,
    idAt,
    cursor: selection.cursor && locate(selection.cursor, reachRows, idAt),
    targets,
    isTrash: view.place.kind === 'trash' && (view.query.trim() === '' || view.isSearchInPlace),
    isReaderShown: panes === 'one' ? view.front === 'reader' : isReaderOpen,
    isListShown: panes !== 'one' || view.front === 'list',
    isFavourite: isEvery(({ favourite }) => favourite),
    isQueued: isEvery((summary) => isIn(summary, readNextId)),
    isOpenQueued: open !== undefined && isIn(open, readNextId),
    queueHead: queue.find(({ id }) => id !== openId) ?? null,
    sharedCollections: (summaries[0]?.collections ?? []).filter((id) => isEvery((one) => isIn(one, id))),
    isArchived: isEvery(({ state }) => state === 'archived'),
    sharedTags: (summaries[0]?.tags ?? []).filter((tag) => isEvery(({ tags }) => tags.includes(tag))),
  };
}

function isIn(summary: ArticleSummary, collection: string): boolean {
  return summary.collections?.includes(collection) === true;
}

/** What is known of articles without asking: from the reader, and from the rows in memory around the cursor. */
function summariesOf(
  ids: readonly string[],
  rows: Rows,
  cursor: SelectedRow | null,
  open: Article | undefined,
): readonly ArticleSummary[] {
  const wanted = new Set(ids);
  const found = new Map<string, ArticleSummary>();
  if (open && wanted.has(open.id)) found.set(open.id, open);
  const near = cursor?.index ?? 0;
  for (let index = near - reachRows; index <= near + reachRows && found.size < wanted.size; index += 1) {
    const article = rows.rowAt(index)?.article;
    if (article && wanted.has(article.id)) found.set(article.id, article);
  }
  return [...found.values()];
}
