import type { Backend } from '#backend/backend.ts';
import type { CaptureJob } from '#contract/capture.ts';
import type { ArchiveEvent } from '#contract/events.ts';
import { finishedInputs } from '#contract/work-done.ts';

/** Long work that has ended. */
export type Notice =
  | { readonly kind: 'captured'; readonly added: number; readonly failed: number }
  | { readonly kind: 'check' | 'rebuild' | 'copy' | 'move' };

/** So many inputs, or so long: then one has gone on to something else meanwhile. */
const manyInputs = 10;
const longMs = 15_000;

const longCalls: ReadonlyMap<string, Exclude<Notice['kind'], 'captured'>> = new Map([
  ['library.verify', 'check'],
  ['library.rebuild', 'rebuild'],
  ['library.copy', 'copy'],
  ['libraries.move', 'move'],
] as const);

/**
 * Tells of long work as it ends: of jobs by the news, of the rest by the calls that asked for it, which is why those
 * of the windows go through what is given back.
 */
export function noticeLongWork(
  backend: Pick<Backend, 'call' | 'onEvent'>,
  tell: (notice: Notice) => void,
  now: () => number = Date.now,
): Pick<Backend, 'call'> {
  const told = new Set<string>();
  const hear = (event: ArchiveEvent) => {
    if (event.type === 'capture.dismissed') told.delete(event.job);
    if (event.type !== 'capture.progress' || event.job.phase !== 'done' || told.has(event.job.id)) return;
    told.add(event.job.id);
    if (isLong(event.job, now())) tell(noticeOf(event.job));
  };
  backend.onEvent(hear);
  return {
    async call(method, input, signal) {
      const startedAt = now();
      const reply = await backend.call(method, input, signal);
      const kind = longCalls.get(method);
      if (kind !== undefined && reply.ok && now() - startedAt >= longMs) tell({ kind });
      return reply;
    },
  };
}

function isLong({ total, startedAt }: CaptureJob, nowMs: number): boolean {
  return total >= manyInputs || nowMs - Date.parse(startedAt) >= longMs;
}

function noticeOf({ added, snapshotsAdded, failed }: CaptureJob): Notice {
  return { kind: 'captured', added: added + snapshotsAdded, failed };
}

/** Shows how far all that is under way has come: 0 to 1, or `null` when nothing is. */
export function followProgress(backend: Pick<Backend, 'onEvent'>, show: (share: number | null) => void): void {
  const running = new Map<string, { readonly done: number; readonly total: number }>();
  let last: number | null = null;
  backend.onEvent((event) => {
    take(running, event);
    const share = shareOf([...running.values()]);
    if (share === last) return;
    last = share;
    show(share);
  });
}

type Steps = { readonly done: number; readonly total: number };

function take(running: Map<string, Steps>, event: ArchiveEvent): void {
  if (event.type === 'capture.progress') {
    const { id, phase, total } = event.job;
    // One article alone is there before a bar would be seen.
    if (phase === 'running' && total > 1) running.set(id, { done: finishedInputs(event.job), total });
    else running.delete(id);
  }
  if (event.type === 'library.progress') {
    if (event.done < event.total) running.set('library', event);
    else running.delete('library');
  }
  if (event.type === 'library.ready' || event.type === 'library.switched') running.delete('library');
}

function shareOf(steps: readonly Steps[]): number | null {
  if (steps.length === 0) return null;
  const sum = (count: (one: Steps) => number) => steps.reduce((so, one) => so + count(one), 0);
  return sum(({ done }) => done) / sum(({ total }) => total);
}
