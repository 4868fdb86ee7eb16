import { Tabs } from '@base-ui/react/tabs';
import { useRef, type KeyboardEvent, type RefObject } from 'react';
import type { Article } from '#contract/article.ts';
import type { RepairSheet } from '#contract/repair-sheet.ts';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { useQuery } from '../../state/backend.tsx';
import { errorSentence } from '../../text/errors.ts';
import { text } from '../../text/text.ts';
import { letterOf } from '../library/keys.ts';
import { FieldSheet } from './field-sheet.tsx';
import { TextSheet } from './text-sheet.tsx';
import { type RepairDraft, useRepairDraft } from './use-repair-draft.ts';
import styles from './repair.module.css';

type RepairDialogProps = { readonly article: Article; readonly isReadOnly: boolean; readonly onClose: () => void };

/** An article beside its original: blocks are taken out or put back, fields set right. Nothing is kept before Save. */
export function RepairDialog({ article, isReadOnly, onClose }: RepairDialogProps) {
  const { value: sheet, error } = useQuery('articles.repairSheet', { id: article.id });
  const draft = useRepairDraft(article, sheet, isReadOnly, onClose);
  const list = useRef<HTMLDivElement>(null);
  return (
    <Dialog title={text.repair.title} onClose={draft.leave} size="whole" firstFocus={list}>
      {sheet === undefined ? (
        <p className={styles['wait']} role="status">
          {error === undefined ? text.repair.reading : errorSentence(error)}
        </p>
      ) : (
        <Sheet article={article} sheet={sheet} draft={draft} isReadOnly={isReadOnly} list={list} onClose={onClose} />
      )}
    </Dialog>
  );
}

type SheetProps = RepairDialogProps & {
  readonly sheet: RepairSheet;
  readonly draft: RepairDraft;
  readonly list: RefObject<HTMLDivElement | null>;
};

function Sheet({ article, sheet, draft, isReadOnly, list, onClose }: SheetProps) {
  const onKeyDown = (event: KeyboardEvent) => {
    if (!event.ctrlKey && !event.metaKey) return;
    if (event.key === 'Enter') void draft.save();
    else if (letterOf(event) === 'z' && !isTyping(event)) draft.stepBack();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <Tabs.Root defaultValue="text" className={styles['sheet']} onKeyDown={onKeyDown}>
      <Tabs.List aria-label={text.repair.parts} className={styles['tabs']}>
        <Tabs.Tab value="text" className={styles['tab']}>
          {text.repair.text}
        </Tabs.Tab>
        <Tabs.Tab value="fields" className={styles['tab']}>
          {text.repair.fields}
        </Tabs.Tab>
      </Tabs.List>
      <Tabs.Panel value="text" className={styles['panel']} tabIndex={-1}>
        <TextSheet sheet={sheet} language={article.language} draft={draft} isReadOnly={isReadOnly} list={list} />
      </Tabs.Panel>
      <Tabs.Panel value="fields" className={styles['panel']} tabIndex={-1}>
        <FieldSheet article={article} sheet={sheet} drafts={draft.fields} onDraft={draft.setField} />
      </Tabs.Panel>
      <Foot draft={draft} onClose={onClose} />
    </Tabs.Root>
  );
}

function Foot({ draft, onClose }: { readonly draft: RepairDraft; readonly onClose: () => void }) {
  const isAsking = draft.phase === 'leaving';
  return (
    <div className={styles['foot']}>
      <p role="status" className={styles['count']}>
        {isAsking ? text.repair.leaving(draft.count) : text.repair.changes(draft.count)}
      </p>
      <Button look="quiet" onClick={onClose}>
        {isAsking ? text.repair.discard : text.dialog.cancel}
      </Button>
      {isAsking ? <Button onClick={draft.stay}>{text.repair.stay}</Button> : null}
      <Button look="accent" disabled={!draft.canSave} onClick={() => void draft.save()}>
        {text.repair.save}
      </Button>
    </div>
  );
}

/** In a field the key belongs to the field. */
function isTyping({ target }: KeyboardEvent): boolean {
  return target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;
}
