import { describe, expect, test } from 'vitest';
import type { CaptureJob } from '#contract/capture.ts';
import type { ArchiveEvent } from '#contract/events.ts';
import { followProgress, type Notice, noticeLongWork } from './long-work.ts';

const aJob = (change: Partial<CaptureJob>): CaptureJob => ({
  id: 'j1',
  phase: 'running',
  total: 100,
  added: 0,
  snapshotsAdded: 0,
  duplicates: 0,
  waiting: 0,
  failed: 0,
  current: null,
  startedAt: '2026-11-24T06:00:00Z',
  ...change,
});
const start = Date.parse('2026-11-24T06:00:00Z');

function followed() {
  const listeners: ((event: ArchiveEvent) => void)[] = [];
  const notices: Notice[] = [];
  const clock = { now: start };
  const backend = {
    onEvent: (listener: (event: ArchiveEvent) => void) => (listeners.push(listener), () => undefined),
    call(method: string) {
      clock.now += method.includes('slow') || method === 'library.copy' ? 20_000 : 10;
      return Promise.resolve({ ok: true as const, value: {} });
    },
  };
  return { backend, notices, clock, tell: (event: ArchiveEvent) => listeners.forEach((listener) => listener(event)) };
}

describe('the end of long work', () => {
  test('is told once of a job of many, and of one that took long, with what became of it', () => {
    const { backend, notices, clock, tell } = followed();
    noticeLongWork(
      backend,
      (notice) => notices.push(notice),
      () => clock.now,
    );
    const many = aJob({ phase: 'done', added: 90, snapshotsAdded: 5, failed: 5 });
    tell({ type: 'capture.progress', job: aJob({ added: 50 }) });
    tell({ type: 'capture.progress', job: many });
    tell({ type: 'capture.progress', job: many });
    tell({ type: 'capture.progress', job: aJob({ id: 'j2', phase: 'done', total: 1, added: 1 }) });
    clock.now += 60_000;
    tell({ type: 'capture.progress', job: aJob({ id: 'j3', phase: 'done', total: 1, added: 1 }) });
    tell({ type: 'capture.progress', job: aJob({ id: 'j4', phase: 'cancelled' }) });
    expect(notices).toEqual([
      { kind: 'captured', added: 95, failed: 5 },
      { kind: 'captured', added: 1, failed: 0 },
    ]);
  });

  test('is told of a copy that took long, not of what was quick or is asked all the time', async () => {
    const { backend, notices, clock } = followed();
    const calls = noticeLongWork(
      backend,
      (notice) => notices.push(notice),
      () => clock.now,
    );
    await calls.call('library.verify', {});
    await calls.call('search.slow', {});
    await calls.call('library.copy', {});
    expect(notices).toEqual([{ kind: 'copy' }]);
  });
});

test('progress is that of all that runs together, and goes when nothing does', () => {
  const { backend, tell } = followed();
  const shown: (number | null)[] = [];
  followProgress(backend, (share) => shown.push(share));
  tell({ type: 'capture.progress', job: aJob({ id: 'one', total: 1 }) });
  tell({ type: 'capture.progress', job: aJob({ added: 20, failed: 5 }) });
  tell({ type: 'capture.progress', job: aJob({ added: 20, failed: 5 }) });
  tell({ type: 'library.progress', done: 25, total: 100, what: 'copy' });
  tell({ type: 'library.progress', done: 75, total: 100, what: 'copy' });
  tell({ type: 'library.progress', done: 100, total: 100, what: 'copy' });
  tell({ type: 'capture.progress', job: aJob({ phase: 'done', added: 95, failed: 5 }) });
  expect(shown).toEqual([0.25, 0.5, 0.25, null]);
});
