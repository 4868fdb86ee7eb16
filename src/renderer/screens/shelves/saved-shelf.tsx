import type { SavedSearch, SavedSearchCount } from '#contract/searches.ts';
import { SavedIcon, SearchIcon, WarnIcon } from '../../components/icons.ts';
import type { MenuItem } from '../../components/menu.tsx';
import { text } from '../../text/text.ts';
import { NamedShelf, type NamedActs, type NamedLine } from './named-shelf.tsx';
import styles from './shelves.module.css';

/** What can be done to saved searches, from their lines in the pane. */
export type SavedActs = {
  readonly open: (search: SavedSearch) => void;
  readonly rename: (search: SavedSearch, name: string) => void;
  readonly move: (id: string, step: 1 | -1) => void;
  readonly remove: (search: SavedSearch) => void;
  /** Gives it the query that stands in the field; `null` when there is none to give. */
  readonly update: ((search: SavedSearch) => void) | null;
};

type SavedShelfProps = {
  readonly searches: readonly SavedSearch[];
  readonly counts: readonly SavedSearchCount[] | undefined;
  readonly chosen: string | null;
  readonly isReadOnly: boolean;
  readonly acts: SavedActs;
};

/** Saved searches as shelves: each with what it finds now. */
export function SavedShelf({ searches, counts, chosen, isReadOnly, acts }: SavedShelfProps) {
  const lines = searches.map((search) => {
    const count = counts?.find(({ id }) => id === search.id);
    return lineOf(search, count, updateItem(search, acts, isReadOnly));
  });
  const withSearch = (run: (search: SavedSearch) => void) => (id: string) => {
    const search = searches.find((one) => one.id === id);
    if (search) run(search);
  };
  const named: NamedActs = {
    open: withSearch(acts.open),
    rename: (id, name) => withSearch((search) => acts.rename(search, name))(id),
    move: acts.move,
    remove: withSearch(acts.remove),
  };
  return <NamedShelf lines={lines} chosen={chosen} isReadOnly={isReadOnly} acts={named} />;
}

function lineOf(search: SavedSearch, count: SavedSearchCount | undefined, more: readonly MenuItem[]): NamedLine {
  const { id, name, query } = search;
  const problem = count?.problem ? text.saved.problem(count.problem) : null;
  return {
    id,
    name,
    hint: problem === null ? query : `${query}\n${problem}`,
    icon: problem === null ? <SavedIcon /> : <WarnIcon role="img" aria-label={problem} className={styles['broken']} />,
    count: count?.total,
    more,
  };
}

function updateItem(search: SavedSearch, { update }: SavedActs, isDisabled: boolean): readonly MenuItem[] {
  if (update === null) return [];
  const label = text.search.update(search.name);
  return [{ kind: 'act', label, icon: <SearchIcon />, isDisabled, run: () => update(search) }];
}
