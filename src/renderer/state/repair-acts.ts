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
  /** The words of blocks that shall be left out of other pages of the site as well. */
  readonly onSite: readonly string[];
};

type Parts = { readonly client: Pick<Client, 'call'>; readonly announcer: Announcer };

export type RepairActs = {
  /** Fields, text and what holds for the site are acts of their own; the message undoes all, the last one first. */
  readonly keep: (id: ArticleId, plan: RepairPlan) => Promise<boolean>;
  /** What was always left out on a site stays in what is taken in from now on. */
  readonly removeFromSite: (siteRepair: string, said: string) => Promise<void>;
};

export function createRepairActs({ client, announcer }: Parts): RepairActs {
  const undoAll = async (handles: readonly string[]) => {
    try {
      for (const undo of handles.toReversed()) await client.call('history.undo', { undo });
      announcer.say({ text: text.acts.undone, tone: 'done', key: 'act' });
    } catch (error) {
      announcer.say({ text: errorSentence(error), tone: 'failed' });
    }
  };
  /** Does what is to be done and says so; false when it failed, which is said as well. */
  const perform = async (said: string, run: (keep: (result: ActResult) => void) => Promise<void>) => {
    const handles: string[] = [];
    try {
      await run(({ undo }) => void (undo === null ? 0 : handles.push(undo)));
    } catch (error) {
      announcer.say({ text: errorSentence(error), tone: 'failed' });
      return false;
    }
    if (handles.length === 0) return true;
    const action = { label: text.acts.undo, run: () => void undoAll(handles) };
    announcer.say({ text: said, tone: 'done', key: 'act', action });
    return true;
  };
  return {
    keep: (id, { corrections, uncorrected, changes, withdraw, onSite }) =>
      perform(text.repair.done, async (keep) => {
        // The text first: it alone can be refused.
        if (changes.length + withdraw.length > 0)
          keep(await client.call('articles.repair', { id, changes: [...changes], withdraw: [...withdraw] }));
        if (uncorrected.length > 0) keep(await client.call('articles.uncorrect', { id, fields: [...uncorrected] }));
        if (corrections.length > 0) keep(await client.call('articles.correct', { id, corrections: [...corrections] }));
        if (onSite.length > 0) keep(await client.call('siteRepairs.make', { article: id, words: [...onSite] }));
      }),
    async removeFromSite(id, said) {
      await perform(said, async (keep) => keep(await client.call('siteRepairs.remove', { id })));
    },
  };
}
