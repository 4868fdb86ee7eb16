import type { CaptureInput, CaptureJob } from '#contract/capture.ts';
import type { Client } from '#contract/client.ts';
import type { ArchiveEvent } from '#contract/events.ts';
import { createStore, type Store } from './store.ts';

/** The jobs of taking in that run or have something to say, in the order in which they began. */
export type Captures = {
  readonly jobs: Store<readonly CaptureJob[]>;
  readonly start: (inputs: readonly CaptureInput[]) => Promise<CaptureJob>;
  readonly cancel: (job: string) => Promise<void>;
  readonly retry: (job: string) => Promise<void>;
  readonly dismiss: (job: string) => Promise<void>;
  readonly hear: (event: ArchiveEvent) => void;
  /** Asks anew for every job: at the start, and when news may have been missed. */
  readonly refresh: () => Promise<void>;
  /** Calls back once when a job that this window began has ended; `isPasted`: of a text that came without a name. */
  readonly onEnd: (listener: (job: CaptureJob, isPasted: boolean) => void) => () => void;
};

export function createCaptures(client: Pick<Client, 'call'>): Captures {
  const jobs = createStore<readonly CaptureJob[]>([]);
  /** Each with whether it is of a paste. */
  const ownJobs = new Map<string, boolean>();
  const listeners = new Set<(job: CaptureJob, isPasted: boolean) => void>();

  const take = (job: CaptureJob) => {
    jobs.set((known) => withJob(known, job));
    const isPasted = ownJobs.get(job.id);
    if (job.phase === 'running' || isPasted === undefined) return;
    ownJobs.delete(job.id);
    for (const listener of listeners) listener(job, isPasted);
  };
  const forget = (id: string) => jobs.set((known) => known.filter((job) => job.id !== id));

  /** The end of a short job can be told before its beginning is answered; the later phase wins. */
  const takeOwn = (job: CaptureJob, isPasted = false) => {
    ownJobs.set(job.id, isPasted);
    take(jobs.get().find((known) => known.id === job.id && known.phase !== 'running') ?? job);
    return job;
  };

  return {
    jobs,
    start: async (inputs) =>
      takeOwn(await client.call('capture.start', { inputs: [...inputs], wait: true }), inputs.every(isPaste)),
    cancel: async (job) => take(await client.call('capture.cancel', { job })),
    async retry(job) {
      const before = jobs.get();
      // At once: news of the new job may come before the answer, and the two would stand side by side.
      forget(job);
      try {
        takeOwn(await client.call('capture.retry', { job }));
      } catch (error) {
        const old = before.find(({ id }) => id === job);
        if (old !== undefined) jobs.set((known) => known.toSpliced(before.indexOf(old), 0, old));
        throw error;
      }
      await client.call('capture.dismiss', { job });
    },
    async dismiss(job) {
      forget(job);
      await client.call('capture.dismiss', { job });
    },
    hear(event) {
      if (event.type === 'capture.progress') take(event.job);
      if (event.type === 'capture.dismissed') forget(event.job);
    },
    async refresh() {
      const answer = await client.call('capture.jobs', {});
      jobs.set(() => answer.jobs);
    },
    onEnd(listener) {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
  };
}

function withJob(known: readonly CaptureJob[], job: CaptureJob): readonly CaptureJob[] {
  const at = known.findIndex((other) => other.id === job.id);
  return at === -1 ? [...known, job] : known.with(at, job);
}

function isPaste(input: CaptureInput): boolean {
  return input.kind === 'text' && input.name === undefined;
}
