import { useMemo, useState } from 'react';
import type { Article, CorrectableField } from '#contract/article.ts';
import type { RepairSheet } from '#contract/repair-sheet.ts';
import { useServices } from '../../state/backend.tsx';
import { createRepairActs, type RepairPlan } from '../../state/repair-acts.ts';
import { changesOf, isShown, stepBack, turn, type BlockDraft } from './block-draft.ts';
import { fieldPlan, type FieldDrafts } from './field-drafts.ts';

/** `leaving`: the reader wants to close a sheet with changes, and was asked whether that is meant. */
type Phase = 'open' | 'leaving' | 'saving';

const nothing: RepairPlan = { corrections: [], uncorrected: [], changes: [], withdraw: [], onSite: [] };

/** What the reader has changed so far, and what becomes of it. */
export function useRepairDraft(
  article: Article,
  sheet: RepairSheet | undefined,
  isReadOnly: boolean,
  close: () => void,
) {
  const { client, announcer } = useServices();
  const acts = useMemo(() => createRepairActs({ client, announcer }), [client, announcer]);
  const [blocks, setBlocks] = useState<BlockDraft>([]);
  const [withdrawn, setWithdrawn] = useState<readonly string[]>([]);
  const [everywhere, setEverywhere] = useState<readonly string[]>([]);
  const [fields, setFields] = useState<FieldDrafts>({});
  const [phase, setPhase] = useState<Phase>('open');
  const plan: RepairPlan =
    sheet === undefined
      ? nothing
      : {
          ...fieldPlan(article, sheet, fields),
          changes: changesOf(sheet.blocks, blocks),
          withdraw: withdrawn,
          onSite: sheet.blocks
            .filter((block) => everywhere.includes(block.key) && !isShown(block, blocks))
            .map(({ words }) => words),
        };
  const { corrections, uncorrected, changes, withdraw, onSite } = plan;
  const count = [corrections, uncorrected, changes, withdraw, onSite].reduce((sum, part) => sum + part.length, 0);
  const canSave = count > 0 && !isReadOnly && phase !== 'saving';
  return {
    blocks,
    withdrawn,
    everywhere,
    fields,
    phase,
    /** How many things would change. */
    count,
    canSave,
    turn: (key: string) => setBlocks((now) => turn(now, key)),
    stepBack: () => setBlocks(stepBack),
    withdraw: (id: string) => setWithdrawn((now) => [...now, id]),
    /** Wishes a block that is taken out away from the other pages of its site, or not. */
    turnEverywhere: (key: string) =>
      setEverywhere((now) => (now.includes(key) ? now.filter((one) => one !== key) : [...now, key])),
    removeFromSite: acts.removeFromSite,
    setField: (field: CorrectableField, typed: string) => setFields((now) => ({ ...now, [field]: typed })),
    /** Closes what has no changes, or was asked before; else asks. */
    leave: () => (count === 0 || phase === 'leaving' ? close() : setPhase('leaving')),
    stay: () => setPhase('open'),
    async save() {
      if (!canSave) return;
      setPhase('saving');
      if (await acts.keep(article.id, plan)) close();
      else setPhase('open');
    },
  };
}

export type RepairDraft = ReturnType<typeof useRepairDraft>;
