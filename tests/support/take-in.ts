import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { gunzipSync } from 'node:zlib';
import { type Backend, createBackend } from '#backend/backend.ts';
import type { Article } from '#contract/article.ts';
import type { CaptureOutcome } from '#contract/capture.ts';
import { createClient, type Client } from '#contract/client.ts';
import type { Input } from '#contract/contract.ts';
import { threadEntryPath } from '../../src/host/places.ts';

export type TakingLibrary = AsyncDisposable & {
  /** Empty, for the files of a test. */
  readonly folder: string;
  readonly libraryPath: string;
  readonly client: Client;
  readonly asset: Backend['asset'];
  /** Takes in and waits for the end. */
  readonly takeIn: (...inputs: Input<'capture.start'>['inputs']) => Promise<CaptureOutcome[]>;
  /** Takes in a path, and gets what came of it. Throws when anything failed. */
  readonly articlesOf: (path: string) => Promise<Article[]>;
  /** The one article of a path. Throws when there are others. */
  readonly articleOf: (path: string) => Promise<Article>;
};

/** A real library behind a real back end, which may read this computer's files and its page server. */
export async function takingLibrary(): Promise<TakingLibrary> {
  const root = await mkdtemp(join(tmpdir(), 'pressmark-kinds-'));
  const libraryPath = join(root, 'Library');
  const backend = await createBackend({
    libraryPath,
    dataPath: join(root, 'data'),
    extractWorker: threadEntryPath('extract-worker'),
    pictureWorker: threadEntryPath('picture-worker'),
    appVersion: 'test',
    allowPaths: true,
    allowLocalAddresses: true,
  });
  const client = createClient(backend);

  async function takeIn(...inputs: Input<'capture.start'>['inputs']): Promise<CaptureOutcome[]> {
    const { id } = await client.call('capture.start', { inputs });
    for (;;) {
      const { job, outcomes } = await client.call('capture.outcomes', { job: id, limit: 1000 });
      if (job.phase !== 'running') return outcomes;
      await sleep(20);
    }
  }

  async function articlesOf(path: string): Promise<Article[]> {
    const articles: Article[] = [];
    for (const { input, id, error } of await takeIn({ kind: 'path', path })) {
      if (id === null) throw new Error(`${input}: ${error?.code}: ${error?.message}`);
      articles.push(await client.call('articles.get', { id }));
    }
    return articles;
  }

  return {
    folder: root,
    libraryPath,
    client,
    asset: backend.asset,
    takeIn,
    articlesOf,
    async articleOf(path) {
      const [article, ...others] = await articlesOf(path);
      if (article === undefined || others.length > 0) throw new Error(`${others.length} more articles than one`);
      return article;
    },
    async [Symbol.asyncDispose]() {
      await backend.close();
      await rm(root, { recursive: true, force: true });
    },
  };
}

/** What is kept as the original of an article's newest snapshot, unpacked. */
export async function originalOf({ libraryPath }: TakingLibrary, { folder, snapshots }: Article): Promise<Buffer> {
  const [newest] = snapshots;
  if (newest === undefined) throw new Error('an article without a snapshot');
  const bytes = await readFile(join(libraryPath, folder, newest.id, newest.original));
  return newest.original.endsWith('.gz') ? gunzipSync(bytes) : bytes;
}

/** The pictures of an article that the library really has, by their media type, in the order of the text. */
export async function picturesOf(library: TakingLibrary, { html }: Pick<Article, 'html'>): Promise<string[]> {
  const found: string[] = [];
  for (const [, path = ''] of html.matchAll(/<img[^>]*\ssrc="\/library\/([^"]+)"/g)) {
    const asset = await library.asset(path);
    found.push(asset?.mediaType ?? `missing: ${path}`);
  }
  return found;
}
