import { useState, type KeyboardEvent, type ReactNode } from 'react';
import { joinClasses } from '../../components/button.tsx';
import { dropTarget, startDrag, type Dragged } from '../../components/dragging.ts';
import { CorrectIcon, DownIcon, TrashIcon, UpIcon } from '../../components/icons.ts';
import { ContextMenu, type MenuItem } from '../../components/menu.tsx';
import { formatNumber } from '../../text/format.ts';
import { text } from '../../text/text.ts';
import styles from './shelves.module.css';

/** A shelf with a name that the reader gave: a saved search, a collection. */
export type NamedLine = {
  readonly id: string;
  readonly name: string;
  /** What the pointer is told that rests on it. */
  readonly hint: string;
  readonly icon: ReactNode;
  readonly count: number | undefined;
  /** What else its menu offers. */
  readonly more: readonly MenuItem[];
};

export type NamedActs = {
  readonly open: (id: string) => void;
  readonly rename: (id: string, name: string) => void;
  readonly move: (id: string, step: 1 | -1) => void;
  readonly remove: (id: string) => void;
};

type NamedShelfProps = {
  readonly lines: readonly NamedLine[];
  readonly chosen: string | null;
  readonly isReadOnly: boolean;
  readonly acts: NamedActs;
  /** What lines may be dragged as, and what may be dropped on them. */
  readonly drag?: {
    readonly as: (id: string) => Dragged;
    readonly takes: readonly Dragged['kind'][];
    readonly onDrop: (id: string, dragged: Dragged) => void;
  };
};

/** Shelves that the reader named, in their own order. F2 renames, Alt and an arrow move, Delete removes. */
export function NamedShelf({ lines, acts, ...rest }: NamedShelfProps) {
  const [renamed, setRenamed] = useState<string | null>(null);
  return (
    <ul className={styles['lines']}>
      {lines.map((line) =>
        line.id === renamed ? (
          <RenameLine
            key={line.id}
            name={line.name}
            onDone={(name) => {
              setRenamed(null);
              if (name !== null) acts.rename(line.id, name);
              focusLine(line.id);
            }}
          />
        ) : (
          <Line key={line.id} line={line} acts={acts} {...rest} onRename={() => setRenamed(line.id)} />
        ),
      )}
    </ul>
  );
}

type LineProps = Omit<NamedShelfProps, 'lines'> & { readonly line: NamedLine; readonly onRename: () => void };

function Line({ line, chosen, isReadOnly, acts, drag, onRename }: LineProps) {
  const onKeyDown = (event: KeyboardEvent) => {
    const act = isReadOnly ? undefined : keyAct(event, { line, acts, onRename });
    if (act === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    act();
  };
  const drop = drag && !isReadOnly ? dropTarget(drag.takes, (dragged) => drag.onDrop(line.id, dragged)) : {};
  return (
    <li>
      <ContextMenu items={menuOf({ line, acts, onRename }, isReadOnly)}>
        <button
          id={lineId(line.id)}
          type="button"
          aria-current={line.id === chosen ? 'page' : undefined}
          aria-keyshortcuts="F2 Delete Alt+ArrowUp Alt+ArrowDown"
          title={line.hint}
          className={joinClasses(styles['line'], line.id === chosen && styles['chosen'])}
          onClick={() => acts.open(line.id)}
          onKeyDown={onKeyDown}
          draggable={drag !== undefined && !isReadOnly}
          onDragStart={(event) => drag && startDrag(event, drag.as(line.id))}
          {...drop}
        >
          <span className={styles['icon']}>{line.icon}</span>
          <span className={styles['name']}>{line.name}</span>
          {line.count === undefined ? null : <span className={styles['count']}>{formatNumber(line.count)}</span>}
        </button>
      </ContextMenu>
    </li>
  );
}

type LineActs = Pick<LineProps, 'line' | 'acts' | 'onRename'>;

function keyAct(event: KeyboardEvent, { line, acts, onRename }: LineActs): (() => void) | undefined {
  if (event.ctrlKey || event.metaKey || event.shiftKey) return undefined;
  if (event.altKey) {
    const step = { ArrowUp: -1 as const, ArrowDown: 1 as const }[event.key];
    return step === undefined
      ? undefined
      : () => {
          acts.move(line.id, step);
          focusLine(line.id);
        };
  }
  if (event.key === 'F2') return onRename;
  return event.key === 'Delete' ? () => acts.remove(line.id) : undefined;
}

function menuOf({ line, acts, onRename }: LineActs, isDisabled: boolean): readonly MenuItem[] {
  // The menu gives the focus back as it closes; a field that takes it comes after that.
  const later = (run: () => void) => () => void setTimeout(run);
  const item = (label: string, icon: ReactNode, keys: string, run: () => void): MenuItem => {
    return { kind: 'act', label, icon, keys, isDisabled, run };
  };
  return [
    item(text.saved.rename, <CorrectIcon />, 'F2', later(onRename)),
    ...line.more,
    item(text.saved.up, <UpIcon />, 'alt+ArrowUp', () => acts.move(line.id, -1)),
    item(text.saved.down, <DownIcon />, 'alt+ArrowDown', () => acts.move(line.id, 1)),
    { kind: 'line' },
    item(text.saved.remove, <TrashIcon />, 'Delete', () => acts.remove(line.id)),
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
  return `shelf-${id}`;
}

/** Once the line has been drawn at its place. */
function focusLine(id: string): void {
  requestAnimationFrame(() => requestAnimationFrame(() => document.getElementById(lineId(id))?.focus()));
}
