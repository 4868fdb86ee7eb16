import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { test as base, type Page } from '@playwright/test';
import { type Client, createClient } from '../../src/contract/client.ts';
import type { CaptureInput } from '../../src/contract/capture.ts';
import type { Reply } from '../../src/contract/reply.ts';

const entry = path.resolve(import.meta.dirname, '../../out/main/web-host.js');

/** The app as it is shipped, serving a library of its own on this computer. */
export type Host = {
  readonly address: string;
  readonly port: number;
  /** Opens a window once; used up when a page has been opened by the `page` fixture. */
  readonly entryAddress: string;
  readonly libraryPath: string;
  readonly dataPath: string;
  readonly stop: () => Promise<void>;
};

/** Starts the built loopback host on a fresh library, or on what a folder already holds, which then stays. */
export async function startHost(options: readonly string[] = [], place?: string): Promise<Host> {
  const folder = place ?? (await mkdtemp(path.join(tmpdir(), 'pressmark-e2e-')));
  const libraryPath = path.join(folder, 'Library');
  const dataPath = path.join(folder, 'data');
  const child = spawn(process.execPath, [entry, '--library', libraryPath, '--until-stdin-ends', ...options], {
    env: { ...process.env, PRESSMARK_DATA: dataPath },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  const { address, entryAddress } = await firstLine(child);
  return {
    address,
    port: Number(new URL(address).port),
    entryAddress,
    libraryPath,
    dataPath,
    async stop() {
      if (child.exitCode === null) {
        child.kill();
        await once(child, 'exit');
      }
      if (place === undefined) await rm(folder, { recursive: true, force: true, maxRetries: 3 });
    },
  };
}

async function firstLine(child: ChildProcess): Promise<{ address: string; entryAddress: string }> {
  let complaint = '';
  child.stderr?.on('data', (bytes: Buffer) => (complaint += bytes.toString()));
  if (child.stdout === null) throw new Error('the host has no output');
  for await (const line of createInterface({ input: child.stdout })) {
    return JSON.parse(line) as { address: string; entryAddress: string };
  }
  throw new Error(`the host ended before it was ready: ${complaint}`);
}

/** The library behind the page, asked directly: to prepare what a test needs, and to look at what became of it. */
export type Library = Client & {
  /** Takes things in and waits until the job has ended. */
  readonly takeIn: (inputs: readonly CaptureInput[]) => Promise<void>;
  /** Takes in the plain texts. */
  readonly takeInTexts: (texts: readonly string[]) => Promise<void>;
};

type Fixtures = {
  host: Host;
  /** The page of the app, opened and connected. Errors in it and requests to elsewhere fail the test. */
  page: Page;
  library: Library;
  /** What a test expects to go wrong in the page's console: a picture that is missing, a host that stops. */
  allowedProblems: readonly RegExp[];
  hostOptions: readonly string[];
};

export const test = base.extend<Fixtures>({
  allowedProblems: [[], { option: true }],
  hostOptions: [[], { option: true }],

  host: async ({ hostOptions }, use) => {
    const host = await startHost(hostOptions);
    await use(host);
    await host.stop();
  },

  page: async ({ page, host, allowedProblems }, use) => {
    const problems = watch(page, host.address);
    await page.goto(host.entryAddress);
    // A key pressed before the window listens would be lost, as it would be for a person.
    await page.getByRole('combobox').first().waitFor();
    await use(page);
    const unexpected = problems.filter((problem) => !allowedProblems.some((allowed) => allowed.test(problem)));
    if (unexpected.length > 0) throw new Error(`the page had problems:\n${unexpected.join('\n')}`);
  },

  library: async ({ page, host }, use) => {
    await use(openLibrary(page, host));
  },
});

export { expect } from '@playwright/test';

/** Everything that must not happen while a person uses the page. */
function watch(page: Page, address: string): string[] {
  const problems: string[] = [];
  page.on('pageerror', (error) => problems.push(`error in the page: ${error.stack ?? error.message}`));
  page.on('console', (message) => {
    if (message.type() === 'error')
      problems.push(`error in the console: ${message.text()} (${message.location().url})`);
  });
  page.on('request', (request) => {
    const url = new URL(request.url());
    const isLocal = url.protocol === 'data:' || url.protocol === 'blob:' || url.origin === address;
    if (!isLocal) problems.push(`request to elsewhere: ${request.url()}`);
  });
  return problems;
}

/** A client with the page's own cookie, so that it asks exactly what the page may ask. */
function openLibrary(page: Page, host: Host): Library {
  const client = createClient({
    async call(method, input) {
      const response = await page.request.post(`${host.address}/call`, {
        data: { method, input },
        headers: { origin: host.address },
      });
      return (await response.json()) as Reply<unknown>;
    },
    onEvent: () => () => {},
  });

  async function takeIn(inputs: readonly CaptureInput[]): Promise<void> {
    let job = await client.call('capture.start', { inputs: [...inputs] });
    while (job.phase === 'running') {
      await new Promise((resolve) => setTimeout(resolve, 50));
      ({ job } = await client.call('capture.outcomes', { job: job.id, limit: 1 }));
    }
    await client.call('capture.dismiss', { job: job.id });
  }

  return {
    ...client,
    takeIn,
    takeInTexts: (texts) => takeIn(texts.map((text) => ({ kind: 'text', text, origin: 'paste' }))),
  };
}
