import { useState, type KeyboardEvent } from 'react';
import type { SavedSearch, SavedSearchCount } from '#contract/searches.ts';
import { joinClasses } from '../../components/button.tsx';
import { DownIcon, SavedIcon, SearchIcon, TrashIcon, UpIcon, CorrectIcon, WarnIcon } from '../../components/icons.ts';
import { ContextMenu, type MenuItem } from '../../components/menu.tsx';
import { formatNumber } from '../../text/format.ts';
import { text } from '../../text/text.ts';
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

/** Saved searches as shelves: each with what it finds now. F2 renames, Alt and an arrow move, Delete removes. */
export function SavedShelf({ searches, counts, chosen, isReadOnly, acts }: SavedShelfProps) {
  const [renamed, setRenamed] = useState<string | null>(null);
  return (
    <ul className={styles['lines']}>
      {searches.map((search) =>
        search.id === renamed ? (
          <RenameLine
            key={search.id}
            name={search.name}
            onDone={(name) => {
              setRenamed(null);
              if (name !== null) acts.rename(search, name);
              focusLine(search.id);
            }}
          />
        ) : (
          <SavedLine
            key={search.id}
            search={search}
            count={counts?.find(({ id }) => id === search.id)}
            isChosen={search.id === chosen}
            isReadOnly={isReadOnly}
            acts={acts}
            onRename={() => setRenamed(search.id)}
          />
        ),
      )}
    </ul>
  );
}

type SavedLineProps = Pick<SavedShelfProps, 'isReadOnly' | 'acts'> & {
  readonly search: SavedSearch;
  readonly count: SavedSearchCount | undefined;
  readonly isChosen: boolean;
  readonly onRename: () => void;
};

function SavedLine({ search, count, isChosen, isReadOnly, acts, onRename }: SavedLineProps) {
  const problem = count?.problem ?? null;
  const onKeyDown = (event: KeyboardEvent) => {
    const act = isReadOnly ? undefined : keyAct(event, { search, acts, onRename });
    if (act === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    act();
  };
  return (
    <li>
      <ContextMenu items={menuOf({ search, acts, onRename }, isReadOnly)}>
        <button
          id={lineId(search.id)}
          type="button"
          aria-current={isChosen ? 'page' : undefined}
          aria-keyshortcuts="F2 Delete Alt+ArrowUp Alt+ArrowDown"
          title={problem === null ? search.query : `${search.query}\n${text.saved.problem(problem)}`}
          className={joinClasses(styles['line'], isChosen && styles['chosen'])}
          onClick={() => acts.open(search)}
          onKeyDown={onKeyDown}
        >
          <span className={styles['icon']}>
            {problem === null ? (
              <SavedIcon />
            ) : (
              <WarnIcon role="img" aria-label={text.saved.problem(problem)} className={styles['broken']} />
            )}
          </span>
          <span className={styles['name']}>{search.name}</span>
          {count === undefined ? null : <span className={styles['count']}>{formatNumber(count.total)}</span>}
        </button>
      </ContextMenu>
    </li>
  );
}

type LineActs = Pick<SavedLineProps, 'search' | 'acts' | 'onRename'>;

function keyAct(event: KeyboardEvent, { search, acts, onRename }: LineActs): (() => void) | undefined {
  if (event.ctrlKey || event.metaKey || event.shiftKey) return undefined;
  if (event.altKey) {
    const step = { ArrowUp: -1 as const, ArrowDown: 1 as const }[event.key];
    return step === undefined
      ? undefined
      : () => {
          acts.move(search.id, step);
          focusLine(search.id);
        };
  }
  if (event.key === 'F2') return onRename;
  return event.key === 'Delete' ? () => acts.remove(search) : undefined;
}

function menuOf({ search, acts, onRename }: LineActs, isDisabled: boolean): readonly MenuItem[] {
  const { update } = acts;
  // The menu gives the focus back as it closes; a field that takes it comes after that.
  const later = (run: () => void) => () => void setTimeout(run);
  const item = (label: string, icon: React.ReactNode, keys: string | undefined, run: () => void): MenuItem => {
    return { kind: 'act', label, icon, keys, isDisabled, run };
  };
  return [
    item(text.saved.rename, <CorrectIcon />, 'F2', later(onRename)),
    ...(update === null
      ? []
      : [item(text.search.update(search.name), <SearchIcon />, undefined, () => update(search))]),
    item(text.saved.up, <UpIcon />, 'alt+ArrowUp', () => acts.move(search.id, -1)),
    item(text.saved.down, <DownIcon />, 'alt+ArrowDown', () => acts.move(search.id, 1)),
    { kind: 'line' },
    item(text.saved.remove, <TrashIcon />, 'Delete', () => acts.remove(search)),
  ];
}

type RenameLineProps = {
  readonly name: string;
  /** `null`: think better of it. */
  readonly onDone: (name: string | null) => void;
};

/** The name as a field in its own place. Enter or going elsewhere keeps it, Escape does not. */
function RenameLine({ name, onDone }: RenameLineProps) {
  const [typed, setTyped] = useState(name);
  return (
    <li className={styles['renaming']}>
      <input
        // Renaming was asked for just now: the field is where one goes on.
        ref={(field) => field?.focus()}
        type="text"
        aria-label={text.saved.newName(name)}
        maxLength={120}
        value={typed}
        onFocus={(event) => event.target.select()}
        onChange={(event) => setTyped(event.target.value)}
        onBlur={() => onDone(typed.trim() === '' ? null : typed.trim())}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing || (event.key !== 'Enter' && event.key !== 'Escape')) return;
          event.preventDefault();
          event.stopPropagation();
          onDone(event.key === 'Enter' && typed.trim() !== '' ? typed.trim() : null);
        }}
      />
    </li>
  );
}

function lineId(id: string): string {
  return `saved-${id}`;
}

/** Once the line has been drawn at its place. */
function focusLine(id: string): void {
  requestAnimationFrame(() => requestAnimationFrame(() => document.getElementById(lineId(id))?.focus()));
}
