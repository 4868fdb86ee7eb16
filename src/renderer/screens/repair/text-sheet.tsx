import { useState, type RefObject } from 'react';
import type { RepairSheet, SheetBlock } from '#contract/repair-sheet.ts';
import { useQuery } from '../../state/backend.tsx';
import { Button } from '../../components/button.tsx';
import { KeyHint } from '../../components/key-hint.tsx';
import { text } from '../../text/text.ts';
import { isShown, listed } from './block-draft.ts';
import { BlockList } from './block-list.tsx';
import { EverywhereChoice, SiteRepairs } from './site-repairs.tsx';
import { TextPreview } from './text-preview.tsx';
import type { RepairDraft } from './use-repair-draft.ts';
import styles from './repair.module.css';

type TextSheetProps = {
  readonly sheet: RepairSheet;
  readonly language: string | null;
  readonly draft: RepairDraft;
  readonly isReadOnly: boolean;
  /** The list of blocks, where one begins. */
  readonly list: RefObject<HTMLDivElement | null>;
};

/** On the left the article as it will be, on the right its original, block by block. */
export function TextSheet({ sheet, language, draft, isReadOnly, list }: TextSheetProps) {
  const { blocks } = sheet;
  const [isMinorWanted, setMinorWanted] = useState(false);
  const site = useQuery('siteRepairs.list', { article: sheet.id }).value;
  const shown = listed(blocks, draft.blocks, isMinorWanted);
  const [activeKey, setActiveKey] = useState(() => firstOf(shown)?.key);
  const active = Math.max(
    0,
    shown.findIndex(({ key }) => key === activeKey),
  );
  const minor = blocks.filter((block) => block.minor).length;
  const homeless = sheet.repairs.filter(({ id, outcome }) => outcome === 'no-place' && !draft.withdrawn.includes(id));
  return (
    <>
      {homeless.map(({ id, words }) => (
        <p key={id} className={styles['notice']}>
          <span>{text.repair.noPlace(words.slice(0, 120))}</span>
          <Button look="quiet" disabled={isReadOnly} onClick={() => draft.withdraw(id)}>
            {text.repair.forget}
          </Button>
        </p>
      ))}
      <div className={styles['sides']}>
        <TextPreview
          blocks={blocks.filter((block) => isShown(block, draft.blocks))}
          activeKey={shown[active]?.key}
          language={language}
        />
        <div className={styles['original']}>
          <BlockList
            blocks={shown}
            draft={draft.blocks}
            list={list}
            active={active}
            language={language}
            isReadOnly={isReadOnly}
            onActive={(at) => setActiveKey(shown[at]?.key)}
            onTurn={draft.turn}
          />
          <div className={styles['below']}>
            <Hints />
            <EverywhereChoice block={shown[active]} site={site} draft={draft} isReadOnly={isReadOnly} />
            {minor === 0 ? null : (
              <label className={styles['minor']}>
                <input
                  type="checkbox"
                  checked={isMinorWanted}
                  onChange={(event) => setMinorWanted(event.target.checked)}
                />
                {text.repair.minor(minor)}
              </label>
            )}
          </div>
        </div>
      </div>
      <SiteRepairs site={site} isReadOnly={isReadOnly} list={list} onRemove={draft.removeFromSite} />
    </>
  );
}

function Hints() {
  return (
    <p className={styles['hints']}>
      <span>
        <KeyHint keys=" " /> {text.repair.toggleHint}
      </span>
      <span>
        <KeyHint keys="n" /> {text.repair.nextHint}
      </span>
      <span>
        <KeyHint keys="mod+z" /> {text.repair.undoHint}
      </span>
    </p>
  );
}

/** Where one begins to look: at the first block of the text. */
function firstOf(blocks: readonly SheetBlock[]): SheetBlock | undefined {
  return blocks.find(({ shown }) => shown) ?? blocks[0];
}
