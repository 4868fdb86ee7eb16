import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type Backend, createBackend } from '#backend/backend.ts';
import type { CaptureOutcome } from '#contract/capture.ts';
import { createClient } from '#contract/client.ts';
import { temporaryFolder } from '#support/archive.ts';
import { type Route, send, sendStatus, startPageServer, storyPage } from '#support/page-server.ts';
import { threadEntryPath } from '../../host/places.ts';

function open(folder: string): Promise<Backend> {
  return createBackend({
    libraryPath: join(folder, 'library'),
    dataPath: join(folder, 'data'),
    extractWorker: threadEntryPath('extract-worker'),
    appVersion: 'test',
    allowLocalAddresses: true,
    follow: true,
  });
}

/** The first answer that is wanted, asked for again whenever there is news. */
async function when<T>(backend: Backend, ask: () => Promise<T>, isWanted: (answer: T) => boolean): Promise<T> {
  for (;;) {
    const news = Promise.withResolvers<void>();
    const unsubscribe = backend.onEvent(() => news.resolve());
    try {
      const answer = await ask();
      if (isWanted(answer)) return answer;
      await news.promise;
    } finally {
      unsubscribe();
    }
  }
}

async function takeIn(backend: Backend, addresses: readonly string[]): Promise<CaptureOutcome[]> {
  const client = createClient(backend);
  const inputs = addresses.map((address) => ({ kind: 'address' as const, address }));
  const { id } = await client.call('capture.start', { inputs, wait: true });
  const ask = () => client.call('capture.outcomes', { job: id });
  return (await when(backend, ask, ({ job }) => job.phase !== 'running')).outcomes;
}

test('what a site cannot give now waits over a restart and is taken in when it can', async () => {
  await using folder = await temporaryFolder();
  let story: Route = sendStatus(503);
  const server = await startPageServer({ routes: { '/later': (request, response) => story(request, response) } });
  const addresses = [server.url('/later'), server.url('/story'), server.url('/gone')];

  const first = await open(folder.path);
  const outcomes = await takeIn(first, addresses);
  expect(outcomes.map(({ status, error }) => [status, error?.code ?? null])).toEqual([
    ['waiting', 'address-status'],
    ['added', null],
    ['failed', 'address-status'],
  ]);
  const { addresses: listed } = await createClient(first).call('capture.waiting', {});
  expect(listed).toMatchObject([{ address: addresses[0], attempts: 1, isTrying: false, error: { retryable: true } }]);
  await first.close();

  story = send(storyPage.replaceAll('Ferry line', 'Salt train'));
  const second = await open(folder.path);
  const client = createClient(second);
  const list = () => client.call('articles.list', {});
  const { articles } = await when(second, list, ({ total }) => total === 2);
  expect(articles.map(({ headline }) => headline).toSorted()).toEqual([
    'Ferry line to Hallig Norderoog reopens',
    'Salt train to Hallig Norderoog reopens',
  ]);
  const waiting = () => client.call('capture.waiting', {});
  await when(second, waiting, (answer) => answer.addresses.length === 0);
  await second.close();
  await server.close();
});

test('what is under way when Pressmark ends is fetched after the next start; what the reader stops is not', async () => {
  await using folder = await temporaryFolder();
  const asked = Promise.withResolvers<void>();
  let answer: Route = () => asked.resolve();
  const server = await startPageServer({ routes: { '/slow': (request, response) => answer(request, response) } });
  const inputs = [{ kind: 'address' as const, address: server.url('/slow') }];

  const first = await open(folder.path);
  await createClient(first).call('capture.start', { inputs, wait: true });
  await asked.promise;
  await first.close();

  const again = Promise.withResolvers<void>();
  answer = () => again.resolve();
  const second = await open(folder.path);
  await again.promise;
  const client = createClient(second);
  const waiting = () => client.call('capture.waiting', {});
  expect(await waiting()).toMatchObject({ addresses: [{ address: inputs[0]?.address, isTrying: true }] });
  const { undo } = await client.call('capture.removeWaiting', { addresses: [server.url('/slow')] });
  expect(await waiting()).toEqual({ addresses: [] });
  await client.call('history.undo', { undo });
  expect(await waiting()).toMatchObject({ addresses: [{ address: inputs[0]?.address }] });
  await client.call('capture.removeWaiting', { addresses: [server.url('/slow')] });

  const job = await client.call('capture.start', { inputs, wait: true });
  await client.call('capture.cancel', { job: job.id });
  const jobs = () => client.call('capture.jobs', {});
  await when(second, jobs, (all) => all.jobs.every(({ phase }) => phase === 'cancelled'));
  expect(await waiting()).toEqual({ addresses: [] });
  await second.close();
  await server.close();
});

test('without leave to wait, as on the command line, what fails has failed', async () => {
  await using folder = await temporaryFolder();
  const server = await startPageServer();
  const backend = await open(folder.path);
  const client = createClient(backend);
  const { id } = await client.call('capture.start', { inputs: [{ kind: 'address', address: server.url('/broken') }] });
  const ask = () => client.call('capture.outcomes', { job: id });
  const { outcomes } = await when(backend, ask, ({ job }) => job.phase !== 'running');
  expect(outcomes).toMatchObject([{ status: 'failed', error: { code: 'address-status' } }]);
  expect(await client.call('capture.waiting', {})).toEqual({ addresses: [] });
  await backend.close();
  await server.close();
});
