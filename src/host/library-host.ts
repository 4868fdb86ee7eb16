import path from 'node:path';
import type { Backend } from '#backend/backend.ts';
import { contract, type MethodName } from '#contract/contract.ts';
import { ArchiveError, type ErrorData } from '#contract/errors.ts';
import type { ArchiveEvent } from '#contract/events.ts';
import {
  type FolderPurpose,
  hostContract,
  type HostInput,
  type HostMethodName,
  type HostOutput,
  type LibraryPlace,
} from '#contract/libraries.ts';
import type { Reply } from '#contract/reply.ts';
import { isThere, type LibraryRecord } from './library-list.ts';

/** What of the system's own a carrier can offer; a page in a browser has neither. */
export type Desktop = {
  readonly chooseFolder?: (purpose: FolderPurpose) => Promise<string | null>;
  readonly showFolder?: (folder: string) => Promise<void>;
};

export type LibraryHostOptions = {
  /** Opens a library; rejects when it cannot be. */
  readonly open: (libraryPath: string, createMissing: boolean) => Promise<Backend>;
  readonly record: LibraryRecord;
  /** The library that was asked for by name, made when it is missing; without it the last one is opened again. */
  readonly asked: string | undefined;
  /** The library of someone who has chosen none. */
  readonly usual: string;
  readonly desktop?: Desktop;
};

type Handlers = {
  readonly [M in HostMethodName]: (input: HostInput<M>, signal?: AbortSignal) => Promise<HostOutput<M>>;
};

/** One life of the back end. */
type Open = { readonly backend: Backend; readonly place: LibraryPlace };

/**
 * The back end of whichever library is open. It answers what is about libraries by itself and passes everything
 * else on, so that no carrier knows that the library can change under it.
 */
export async function openLibraryHost(options: LibraryHostOptions): Promise<Backend> {
  const { record, desktop = {} } = options;
  const listeners = new Set<(event: ArchiveEvent) => void>();
  const tell = (event: ArchiveEvent) => {
    for (const listener of listeners) listener(event);
  };
  const { notOpened, ...first } = await openFirst(options);
  let open: Open = first;
  let isSwitching = false;
  let unlisten = open.backend.onEvent(tell);
  await record.opened(open.place);

  /** The new one is opened first: when that fails, the old one has never been away. */
  async function switchTo(
    libraryPath: string,
    createMissing: boolean,
    movedFrom: string | null = null,
  ): Promise<LibraryPlace> {
    await requireIdle(open.backend);
    const next = await openAt(options, libraryPath, createMissing);
    const before = open.backend;
    unlisten();
    open = next;
    unlisten = next.backend.onEvent(tell);
    await record.opened(next.place);
    tell({ type: 'library.switched', name: next.place.name, movedFrom });
    await before.close();
    return next.place;
  }

  /** One switch at a time, and no command meanwhile: what it changed would be left behind in the folder before. */
  async function alone<T>(work: () => Promise<T>): Promise<T> {
    if (isSwitching) throw busy();
    isSwitching = true;
    try {
      return await work();
    } finally {
      isSwitching = false;
    }
  }

  const handlers: Handlers = {
    async 'libraries.list'() {
      const others = (await record.read()).filter((other) => other.path !== open.place.path);
      return {
        current: open.place,
        recent: others.map((other) => ({ ...other, isThere: isThere(other) })),
        canChoose: desktop.chooseFolder !== undefined,
        canShow: desktop.showFolder !== undefined,
        notOpened,
      };
    },
    'libraries.open': (input) => alone(() => switchTo(path.resolve(input.path), false)),
    'libraries.create': (input) => alone(() => switchTo(path.resolve(input.path), true)),
    'libraries.move': (input, signal) =>
      alone(async () => {
        await requireIdle(open.backend);
        const before = open.place.path;
        const copy = await valueOf<{ path: string }>(open.backend.call('library.copy', input, signal));
        return { ...(await switchTo(copy.path, false, before)), before };
      }),
    async 'libraries.forget'(input) {
      await record.forget(input.path);
      return {};
    },
    'libraries.choose': async ({ purpose }) => ({ path: (await desktop.chooseFolder?.(purpose)) ?? null }),
    async 'libraries.show'(input) {
      await desktop.showFolder?.(input.path);
      return {};
    },
  };

  return {
    async call(method, input, signal) {
      if (isHostMethod(method)) return answer(handlers, method, input, signal);
      if (isSwitching && isCommand(method)) return { ok: false, error: busy().toData() };
      return open.backend.call(method, input, signal);
    },
    onEvent(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    asset: (assetPath) => open.backend.asset(assetPath),
    close: () => open.backend.close(),
  };
}

async function openFirst(options: LibraryHostOptions) {
  const { asked, usual, record } = options;
  if (asked !== undefined) return { ...(await openAt(options, asked, true)), notOpened: null };
  const [last] = await record.read();
  if (last === undefined || last.path === path.resolve(usual)) {
    return { ...(await openAt(options, usual, true)), notOpened: null };
  }
  try {
    return { ...(await openAt(options, last.path, false)), notOpened: null };
  } catch (error) {
    // A disk that is not connected must not keep Pressmark shut: it opens the usual library and says why.
    return { ...(await openAt(options, usual, true)), notOpened: { path: last.path, error: dataOf(error) } };
  }
}

async function openAt({ open }: LibraryHostOptions, libraryPath: string, createMissing: boolean): Promise<Open> {
  const resolved = path.resolve(libraryPath);
  const backend = await open(resolved, createMissing);
  return { backend, place: { path: resolved, name: path.basename(resolved) } };
}

/** Articles that are being taken in belong into the library they were given to. */
async function requireIdle(backend: Backend): Promise<void> {
  const { jobs } = await valueOf<{ jobs: readonly { phase: string }[] }>(backend.call('capture.jobs', {}));
  if (jobs.some(({ phase }) => phase === 'running')) throw busy();
}

async function valueOf<T>(reply: Promise<Reply<unknown>>): Promise<T> {
  const answered = await reply;
  if (!answered.ok) throw ArchiveError.fromData(answered.error);
  // The back end's answers keep to the contract; its own tests check that.
  return answered.value as T;
}

async function answer<M extends HostMethodName>(
  handlers: Handlers,
  method: M,
  input: unknown,
  signal: AbortSignal | undefined,
): Promise<Reply<unknown>> {
  const parsed = hostContract[method].input.safeParse(input);
  if (!parsed.success) return refusal(new ArchiveError('invalid-input', `${method} was not given what it needs`));
  try {
    // The parse above made `parsed` the input of exactly this method; the compiler cannot tie the two.
    return { ok: true, value: await handlers[method](parsed.data as HostInput<M>, signal) };
  } catch (error) {
    return refusal(error);
  }
}

function refusal(error: unknown): Reply<never> {
  return { ok: false, error: dataOf(error) };
}

function dataOf(error: unknown): ErrorData {
  if (error instanceof ArchiveError) return error.toData();
  const reason = error instanceof Error ? error.message : String(error);
  return new ArchiveError('internal', `the library could not be opened: ${reason}`).toData();
}

function busy(): ArchiveError {
  return new ArchiveError('library-busy', 'the library is at work: wait until that is done', { retryable: true });
}

function isHostMethod(method: string): method is HostMethodName {
  return Object.hasOwn(hostContract, method);
}

function isCommand(method: string): boolean {
  return Object.hasOwn(contract, method) && contract[method as MethodName].type === 'command';
}
