import type { ArticleId, CorrectableField, Correction } from '#contract/article.ts';
import type { Client } from '#contract/client.ts';
import type { ActResult } from '#contract/contract.ts';
import type { BlockChange } from '#contract/repair-sheet.ts';
import { errorSentence } from '../text/errors.ts';
import { text } from '../text/text.ts';
import type { Announcer } from './announcer.ts';

/** All that one repair changes: fields, fields that go back to what was read, blocks, repairs that are taken back. */
export type RepairPlan = {
  readonly corrections: readonly Correction[];
  readonly uncorrected: readonly CorrectableField[];
  readonly changes: readonly BlockChange[];
  readonly withdraw: readonly string[];
};

type Parts = { readonly client: Pick<Client, 'call'>; readonly announcer: Announcer };

/** Keeps a repair. Fields and text are acts of their own; the message undoes all of them, the last one first. */
export function createRepair({ client, announcer }: Parts): (id: ArticleId, plan: RepairPlan) => Promise<boolean> {
  const undoAll = async (handles: readonly string[]) => {
    try {
      for (const undo of handles.toReversed()) await client.call('history.undo', { undo });
      announcer.say({ text: text.acts.undone, tone: 'done', key: 'act' });
    } catch (error) {
      announcer.say({ text: errorSentence(error), tone: 'failed' });
    }
  };
  return async (id, plan) => {
    const handles: string[] = [];
    const keep = ({ undo }: ActResult) => void (undo === null ? 0 : handles.push(undo));
    try {
      const { corrections, uncorrected, changes, withdraw } = plan;
      // The text first: it alone can be refused.
      if (changes.length + withdraw.length > 0)
        keep(await client.call('articles.repair', { id, changes: [...changes], withdraw: [...withdraw] }));
      if (uncorrected.length > 0) keep(await client.call('articles.uncorrect', { id, fields: [...uncorrected] }));
      if (corrections.length > 0) keep(await client.call('articles.correct', { id, corrections: [...corrections] }));
    } catch (error) {
      announcer.say({ text: errorSentence(error), tone: 'failed' });
      return false;
    }
    if (handles.length === 0) return true;
    announcer.say({
      text: text.repair.done,
      tone: 'done',
      key: 'act',
      action: { label: text.acts.undo, run: () => void undoAll(handles) },
    });
    return true;
  };
}
