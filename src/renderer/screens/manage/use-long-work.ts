import { useCallback, useEffect, useRef, useState } from 'react';
import { ArchiveError } from '#contract/errors.ts';
import type { ArchiveEvent } from '#contract/events.ts';
import { useServices } from '../../state/backend.tsx';
import { errorSentence } from '../../text/errors.ts';

export type Progress = { readonly done: number; readonly total: number };

export type LongWork = {
  /** Not null while it runs. */
  readonly running: Progress | null;
  readonly run: (work: (signal: AbortSignal) => Promise<void>) => Promise<void>;
  readonly stop: () => void;
};

const atFirst: Progress = { done: 0, total: 0 };

/** Work that takes a while: how far it is, and a way to stop it. It stops too when its page is left. */
export function useLongWork(what: NonNullable<(ArchiveEvent & { type: 'library.progress' })['what']>): LongWork {
  const { client, announcer } = useServices();
  const [running, setRunning] = useState<Progress | null>(null);
  const control = useRef<AbortController>(null);

  useEffect(
    () =>
      client.onEvent((event) => {
        if (event.type !== 'library.progress' || event.what !== what) return;
        setRunning((now) => (now === null ? null : { done: event.done, total: event.total }));
      }),
    [client, what],
  );
  useEffect(() => () => control.current?.abort(), []);

  const run = useCallback(
    async (work: (signal: AbortSignal) => Promise<void>) => {
      const own = new AbortController();
      control.current = own;
      setRunning(atFirst);
      try {
        await work(own.signal);
      } catch (error) {
        const isOurs = error instanceof ArchiveError && error.code === 'cancelled';
        if (!isOurs) announcer.say({ text: errorSentence(error), tone: 'failed' });
      } finally {
        setRunning(null);
      }
    },
    [announcer],
  );
  return { running, run, stop: () => control.current?.abort() };
}
