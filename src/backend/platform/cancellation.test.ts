import { Worker } from 'node:worker_threads';
import { once } from 'node:events';
import { expect, test } from 'vitest';
import { askedSignal, createCancellations, isCancelled, isMarkedCancelled, markCancelled } from './cancellation.ts';

test('a call that was called off is known by its number, and no other is', () => {
  const cancellations = createCancellations();
  markCancelled(cancellations, 5);
  expect([4, 5, 6, 1029].map((call) => isMarkedCancelled(cancellations, call))).toEqual([false, true, false, false]);
  markCancelled(cancellations, 1029);
  expect(isMarkedCancelled(cancellations, 1029)).toBe(true);
});

test('a thread that does not come to read its messages hears of it all the same', async () => {
  const cancellations = createCancellations();
  const script = `
    import { parentPort, workerData } from 'node:worker_threads';
    import { isMarkedCancelled } from ${JSON.stringify(new URL('cancellation.ts', import.meta.url).href)};
    parentPort.postMessage('busy');
    while (!isMarkedCancelled(workerData, 7));
    parentPort.postMessage('given up');
  `;
  const worker = new Worker(new URL(`data:text/javascript,${encodeURIComponent(script)}`), {
    workerData: cancellations,
  });
  expect(await once(worker, 'message')).toEqual(['busy']);
  markCancelled(cancellations, 7);
  expect(await once(worker, 'message')).toEqual(['given up']);
  await worker.terminate();
});

test('a signal is cancelled by its own controller too', () => {
  const control = new AbortController();
  const signal = askedSignal(control, () => false);
  expect(isCancelled(signal)).toBe(false);
  control.abort();
  expect(isCancelled(signal)).toBe(true);
});
