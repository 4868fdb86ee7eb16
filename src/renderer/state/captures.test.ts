import { expect, test } from 'vitest';
import type { CaptureJob } from '#contract/capture.ts';
import type { Client } from '#contract/client.ts';
import { createCaptures } from './captures.ts';

const aJob = (id: string, change: Partial<CaptureJob> = {}): CaptureJob => ({
  id,
  phase: 'running',
  total: 1,
  added: 0,
  snapshotsAdded: 0,
  duplicates: 0,
  waiting: 0,
  failed: 0,
  current: null,
  startedAt: '2026-11-24T06:00:00Z',
  ...change,
});

function aClient(answers: Readonly<Record<string, unknown>>) {
  const asked: string[] = [];
  const call = (async (method: string) => {
    asked.push(method);
    return answers[method];
  }) as unknown as Client['call'];
  return { call, asked };
}

test('a job that is told over before its beginning is answered still ends once', async () => {
  const captures = createCaptures(aClient({ 'capture.start': aJob('1') }));
  const ended: string[] = [];
  captures.onEnd((job) => ended.push(job.id));
  const started = captures.start([{ kind: 'address', address: 'https://example.org/' }]);
  captures.hear({ type: 'capture.progress', job: aJob('1', { phase: 'done', added: 1 }) });
  await started;
  captures.hear({ type: 'capture.progress', job: aJob('1', { phase: 'done', added: 1 }) });
  expect(ended).toEqual(['1']);
  expect(captures.jobs.get()).toEqual([aJob('1', { phase: 'done', added: 1 })]);
});

test('the jobs of another window are shown, but their end is not this window’s', () => {
  const captures = createCaptures(aClient({}));
  const ended: string[] = [];
  captures.onEnd((job) => ended.push(job.id));
  captures.hear({ type: 'capture.progress', job: aJob('7') });
  captures.hear({ type: 'capture.progress', job: aJob('7', { phase: 'done' }) });
  expect(captures.jobs.get()).toHaveLength(1);
  expect(ended).toEqual([]);
});

test('trying again puts the new job in the place of the old', async () => {
  const client = aClient({ 'capture.retry': aJob('2'), 'capture.dismiss': {} });
  const captures = createCaptures(client);
  captures.hear({ type: 'capture.progress', job: aJob('1', { phase: 'done', failed: 1 }) });
  await captures.retry('1');
  expect(captures.jobs.get().map(({ id }) => id)).toEqual(['2']);
  expect(client.asked).toEqual(['capture.retry', 'capture.dismiss']);
});

test('a job tried again is never seen beside the new one, whose news may come before the answer', async () => {
  const captures = createCaptures(aClient({ 'capture.retry': aJob('2'), 'capture.dismiss': {} }));
  captures.hear({ type: 'capture.progress', job: aJob('1', { phase: 'done', failed: 1 }) });
  const trying = captures.retry('1');
  captures.hear({ type: 'capture.progress', job: aJob('2') });
  expect(captures.jobs.get().map(({ id }) => id)).toEqual(['2']);
  await trying;
  expect(captures.jobs.get().map(({ id }) => id)).toEqual(['2']);
});

test('a job that could not be tried again is there as it was', async () => {
  const failed = aJob('1', { phase: 'done', failed: 1 });
  const call = (() => Promise.reject(new Error('gone'))) as unknown as Client['call'];
  const captures = createCaptures({ call });
  captures.hear({ type: 'capture.progress', job: failed });
  captures.hear({ type: 'capture.progress', job: aJob('3') });
  await expect(captures.retry('1')).rejects.toThrow('gone');
  expect(captures.jobs.get()).toEqual([failed, aJob('3')]);
});
