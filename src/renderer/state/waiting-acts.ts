import type { Client } from '#contract/client.ts';
import { errorSentence } from '../text/errors.ts';
import { text } from '../text/text.ts';
import type { Announcer } from './announcer.ts';

/** What the reader can do to the addresses that wait. */
export type WaitingActs = {
  /** `null`: all of them. */
  readonly retry: (addresses: readonly string[] | null) => Promise<void>;
  readonly remove: (addresses: readonly string[]) => Promise<void>;
};

export function createWaitingActs(client: Pick<Client, 'call'>, announcer: Announcer): WaitingActs {
  const guard = async (work: () => Promise<void>) => {
    try {
      await work();
    } catch (error) {
      announcer.say({ text: errorSentence(error), tone: 'failed' });
    }
  };
  const undo = (handle: string) =>
    guard(async () => {
      await client.call('history.undo', { undo: handle });
      announcer.say({ text: text.acts.undone, tone: 'done', key: 'act' });
    });
  return {
    retry: (addresses) =>
      guard(async () => {
        await client.call('capture.retryWaiting', { addresses: addresses === null ? null : [...addresses] });
      }),
    remove: (addresses) =>
      guard(async () => {
        const { changed, undo: handle } = await client.call('capture.removeWaiting', { addresses: [...addresses] });
        if (handle === null) return;
        const action = { label: text.acts.undo, run: () => void undo(handle) };
        announcer.say({ text: text.waiting.removed(changed), tone: 'done', key: 'act', action });
      }),
  };
}
