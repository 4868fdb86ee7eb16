import { useRef, type RefObject } from 'react';
import type { Output } from '#contract/contract.ts';
import type { SheetBlock } from '#contract/repair-sheet.ts';
import { Button } from '../../components/button.tsx';
import { text } from '../../text/text.ts';
import { isShown } from './block-draft.ts';
import type { RepairDraft } from './use-repair-draft.ts';
import styles from './repair.module.css';

/** What is always left out on the site of the article; `undefined` until it is known. */
type Site = Output<'siteRepairs.list'> | undefined;

type EverywhereChoiceProps = {
  /** The block that is looked at. */
  readonly block: SheetBlock | undefined;
  readonly site: Site;
  readonly draft: RepairDraft;
  readonly isReadOnly: boolean;
};

/** Of a block that is taken out by hand: whether other pages of its site shall be without it too. */
export function EverywhereChoice({ block, site, draft, isReadOnly }: EverywhereChoiceProps) {
  const host = site?.host ?? null;
  if (host === null || block === undefined || block.words === '') return null;
  const isTakenOut = block.extracted && !isShown(block, draft.blocks);
  if (!isTakenOut || site?.repairs.some(({ words }) => words === block.words) === true) return null;
  return (
    <label className={styles['minor']}>
      <input
        type="checkbox"
        checked={draft.everywhere.includes(block.key)}
        disabled={isReadOnly}
        onChange={() => draft.turnEverywhere(block.key)}
      />
      {text.repair.everywhere(host)}
    </label>
  );
}

type SiteRepairsProps = {
  readonly site: Site;
  readonly isReadOnly: boolean;
  /** Where the focus goes when nothing is left here. */
  readonly list: RefObject<HTMLDivElement | null>;
  readonly onRemove: (id: string, said: string) => Promise<void>;
};

/** All that is always left out on the site, folded up; each can be removed. */
export function SiteRepairs({ site, isReadOnly, list, onRemove }: SiteRepairsProps) {
  const summary = useRef<HTMLElement>(null);
  const host = site?.host ?? null;
  if (site === undefined || host === null || site.repairs.length === 0) return null;
  const remove = (id: string) => {
    // Its button goes away with it.
    (site.repairs.length > 1 ? summary : list).current?.focus();
    void onRemove(id, text.repair.onSite(host, site.repairs.length - 1));
  };
  return (
    <details className={styles['site']}>
      <summary ref={summary}>{text.repair.onSite(host, site.repairs.length)}</summary>
      <ul>
        {site.repairs.map(({ id, words }) => (
          <li key={id} className={styles['wish']}>
            <span id={id} dir="auto">
              {words}
            </span>
            <Button look="quiet" aria-describedby={id} disabled={isReadOnly} onClick={() => remove(id)}>
              {text.repair.remove}
            </Button>
          </li>
        ))}
      </ul>
    </details>
  );
}
