import { useEffect, useId, type KeyboardEvent, type ReactNode, type RefObject } from 'react';
import type { SheetBlock } from '#contract/repair-sheet.ts';
import { joinClasses } from '../../components/button.tsx';
import { CheckIcon } from '../../components/icons.ts';
import { text } from '../../text/text.ts';
import { LeftOutBecause } from '../reader/extraction-words.ts';
import { isShown, nextLeftOut, type BlockDraft } from './block-draft.ts';
import styles from './repair.module.css';

type BlockListProps = {
  readonly blocks: readonly SheetBlock[];
  readonly draft: BlockDraft;
  readonly active: number;
  readonly language: string | null;
  readonly isReadOnly: boolean;
  readonly list: RefObject<HTMLDivElement | null>;
  readonly onActive: (at: number) => void;
  readonly onTurn: (key: string) => void;
};

/** The original from its beginning to its end; what is ticked is in the text. Arrows move, Space turns round. */
export function BlockList({ blocks, draft, active, language, isReadOnly, list, onActive, onTurn }: BlockListProps) {
  const id = useId();
  // The original may be there only after the sheet has been opened.
  useEffect(() => list.current?.focus({ preventScroll: true }), [list]);
  useEffect(() => {
    document.getElementById(`${id}-${active}`)?.scrollIntoView({ block: 'nearest' });
  }, [id, active]);
  const turnAt = (at: number) => {
    const block = blocks[at];
    if (block !== undefined && !isReadOnly) onTurn(block.key);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const moves: Record<string, number | undefined> = {
      ArrowDown: Math.min(active + 1, blocks.length - 1),
      ArrowUp: Math.max(active - 1, 0),
      Home: 0,
      End: blocks.length - 1,
      n: nextLeftOut(blocks, draft, active),
    };
    if (event.key === ' ' || event.key === 'Enter') turnAt(active);
    else if (event.key in moves) onActive(moves[event.key] ?? active);
    else return;
    event.preventDefault();
  };
  return (
    <div
      ref={list}
      role="listbox"
      aria-label={text.repair.original}
      aria-multiselectable="true"
      aria-activedescendant={blocks.length === 0 ? undefined : `${id}-${active}`}
      tabIndex={0}
      lang={language ?? undefined}
      className={styles['blocks']}
      onKeyDown={onKeyDown}
    >
      {blocks.map((block, at) => (
        <BlockRow
          key={block.key}
          id={`${id}-${at}`}
          block={block}
          isIn={isShown(block, draft)}
          isActive={at === active}
          onPress={() => {
            onActive(at);
            turnAt(at);
          }}
        />
      ))}
    </div>
  );
}

type BlockRowProps = {
  readonly id: string;
  readonly block: SheetBlock;
  readonly isIn: boolean;
  readonly isActive: boolean;
  readonly onPress: () => void;
};

function BlockRow({ id, block, isIn, isActive, onPress }: BlockRowProps) {
  const state = stateOf(block, isIn);
  return (
    // Keys are the list's own, which has the focus.
    <div
      id={id}
      role="option"
      aria-selected={isIn}
      className={joinClasses(styles['row'], isIn && styles['in'], isActive && styles['active'])}
      onClick={onPress}
    >
      <span className={styles['tick']} aria-hidden="true">
        {isIn ? <CheckIcon size={14} /> : null}
      </span>
      <span className={joinClasses(styles['words'], styles[block.kind])} dir="auto">
        {block.words === '' ? text.repair.picture : block.words}
      </span>
      {state === null ? null : (
        <span className={joinClasses(styles['state'], isIn === block.extracted ? null : styles['byHand'])}>
          {state}
        </span>
      )}
    </div>
  );
}

/** What there is to say of a block: whose doing it is that it is out, or in. */
function stateOf({ extracted, reason, bySite }: SheetBlock, isIn: boolean): ReactNode {
  if (isIn) return extracted ? null : text.repair.putBack;
  if (extracted) return bySite ? text.repair.bySite : text.repair.takenOut;
  return reason === null ? text.repair.leftOut : <LeftOutBecause reason={reason} />;
}
