import { useMemo, useState, type KeyboardEvent } from 'react';
import type { TagCount } from '#contract/lists.ts';
import { joinClasses } from '../../components/button.tsx';
import { dropTarget, startDrag } from '../../components/dragging.ts';
import { ChevronIcon } from '../../components/icons.ts';
import { ContextMenu } from '../../components/menu.tsx';
import { formatNumber } from '../../text/format.ts';
import { text } from '../../text/text.ts';
import { tagMenu, type TagActs } from './tag-menu.tsx';
import { buildTagTree, flatLines, isUsedOnce, parentOf, visibleLines, type TagLine } from './tag-tree.ts';
import styles from './shelves.module.css';

type TagShelfProps = {
  readonly tags: readonly TagCount[];
  readonly chosen: string | null;
  readonly folded: readonly string[];
  readonly onFold: (tag: string, isFolded: boolean) => void;
  readonly onChoose: (tag: string) => void;
  readonly isReadOnly: boolean;
  readonly acts: TagActs;
};

/** The tags as a tree. One line of it is in the tab order; arrows move, open and fold as in any tree. */
export function TagShelf({ tags, chosen, folded, onFold, onChoose, isReadOnly, acts }: TagShelfProps) {
  const [isOnceOnly, setOnceOnly] = useState(false);
  const once = useMemo(() => tags.filter(isUsedOnce), [tags]);
  const showsOnce = isOnceOnly && once.length > 0;
  const lines = useMemo(
    () => (showsOnce ? flatLines(once) : visibleLines(buildTagTree(tags), new Set(folded))),
    [showsOnce, once, tags, folded],
  );
  const [focused, setFocused] = useState<string | null>(null);
  const reachable = lines.find(({ tag }) => tag === (focused ?? chosen)) ?? lines[0];

  const focus = (tree: HTMLElement, line: TagLine | undefined) => {
    if (!line) return;
    setFocused(line.tag);
    tree.querySelectorAll<HTMLElement>('[role=treeitem]')[lines.indexOf(line)]?.focus();
  };
  const onKeyDown = (event: KeyboardEvent<HTMLUListElement>) => {
    const at = lines.findIndex(({ tag }) => tag === reachable?.tag);
    const tag = lines[at]?.tag;
    const own = isReadOnly || tag === undefined ? undefined : { F2: acts.rename, Delete: acts.remove }[event.key];
    const act = own === undefined ? keyAct(event.key, lines, at, onFold) : 'own';
    if (act === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    if (act === 'own') own?.(tag ?? '');
    else if (act === 'choose') onChoose(tag ?? '');
    else focus(event.currentTarget, act);
  };

  return (
    <>
      <ul role="tree" aria-label={text.shelves.tags} className={styles['lines']} onKeyDown={onKeyDown}>
        {lines.map((line) => (
          <TagRow
            key={line.tag}
            line={line}
            isChosen={line.tag === chosen}
            isReachable={line === reachable}
            isReadOnly={isReadOnly}
            acts={acts}
            onFold={onFold}
            onChoose={onChoose}
            onFocus={setFocused}
          />
        ))}
      </ul>
      {once.length > 0 && once.length < tags.length ? (
        <button
          type="button"
          aria-pressed={showsOnce}
          className={styles['more']}
          onClick={() => setOnceOnly(!isOnceOnly)}
        >
          {showsOnce ? text.tagActs.allTags : text.tagActs.usedOnce(once.length)}
        </button>
      ) : null}
    </>
  );
}

type TagRowProps = Pick<TagShelfProps, 'onFold' | 'onChoose' | 'isReadOnly' | 'acts'> & {
  readonly line: TagLine;
  readonly isChosen: boolean;
  readonly isReachable: boolean;
  readonly onFocus: (tag: string) => void;
};

function TagRow({ line, isChosen, isReachable, isReadOnly, acts, onFold, onChoose, onFocus }: TagRowProps) {
  const drop = isReadOnly
    ? {}
    : dropTarget(['articles', 'tag'], (dragged) => {
        if (dragged.kind === 'articles') acts.give(line.tag, dragged.ids);
        if (dragged.kind === 'tag') acts.moveUnder(dragged.tag, line.tag);
      });
  return (
    // The tree around it has the keys.
    <ContextMenu items={tagMenu(line.tag, acts, isReadOnly)}>
      <li
        role="treeitem"
        aria-level={line.level}
        aria-posinset={line.place}
        aria-setsize={line.siblings}
        aria-selected={isChosen}
        aria-expanded={line.hasChildren ? line.isOpen : undefined}
        tabIndex={isReachable ? 0 : -1}
        title={line.tag}
        className={joinClasses(styles['line'], isChosen && styles['chosen'])}
        style={{ paddingInlineStart: `${(line.level - 1) * 0.875 + 0.25}rem` }}
        onClick={() => onChoose(line.tag)}
        onFocus={() => onFocus(line.tag)}
        aria-keyshortcuts="F2 Delete"
        draggable={!isReadOnly}
        onDragStart={(event) => startDrag(event, { kind: 'tag', tag: line.tag })}
        {...drop}
      >
        <span
          className={joinClasses(styles['fold'], line.isOpen && styles['open'])}
          onClick={(event) => {
            if (!line.hasChildren) return;
            event.stopPropagation();
            onFold(line.tag, line.isOpen);
          }}
        >
          {line.hasChildren ? <ChevronIcon size={14} /> : null}
        </span>
        <span className={styles['name']}>{line.name}</span>
        <span className={styles['count']}>
          {formatNumber(line.count)}
          <span className="visually-hidden"> {text.shelves.articles(line.count)}</span>
        </span>
      </li>
    </ContextMenu>
  );
}

/** What a key does at a line: the line to go to, or to choose this one; folding happens on the way. */
function keyAct(
  key: string,
  lines: readonly TagLine[],
  at: number,
  onFold: TagShelfProps['onFold'],
): TagLine | 'choose' | undefined {
  const line = lines[at];
  if (!line) return undefined;
  if (key === 'Enter' || key === ' ') return 'choose';
  if (key === 'ArrowRight') return unfold(line, lines[at + 1], onFold);
  if (key === 'ArrowLeft') return fold(line, lines, onFold);
  const steps: Readonly<Record<string, number>> = {
    ArrowDown: at + 1,
    ArrowUp: at - 1,
    Home: 0,
    End: lines.length - 1,
  };
  const step = steps[key];
  return step === undefined ? undefined : (lines[step] ?? line);
}

/** Opens a folded tag; on an open one goes to the first below it. */
function unfold(line: TagLine, below: TagLine | undefined, onFold: TagShelfProps['onFold']): TagLine | undefined {
  if (line.isOpen) return below;
  if (line.hasChildren) onFold(line.tag, false);
  return line;
}

/** Folds an open tag; on any other goes to the one above it in the tree. */
function fold(line: TagLine, lines: readonly TagLine[], onFold: TagShelfProps['onFold']): TagLine {
  if (!line.isOpen) return lines.find(({ tag }) => tag === parentOf(line.tag)) ?? line;
  onFold(line.tag, true);
  return line;
}
