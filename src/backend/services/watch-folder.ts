import { isAbsolute, resolve } from 'node:path';
import type { CaptureOutcome } from '#contract/capture.ts';
import { ArchiveError } from '#contract/errors.ts';
import type { WatchChange, WatchedFolder } from '#contract/watch.ts';
import * as files from '#platform/files.ts';
import type { Log } from '#platform/log.ts';
import type { Capture } from '../capture/capture.ts';
import type { News } from './news.ts';
import { type FileLook, settledFiles } from './settled-files.ts';
import { nothingWatched, type WatchFile, type WatchMemory } from './watch-memory.ts';

/**
 * Takes in by itself what comes into one folder: each file once, when nobody writes it any more.
 *
 * The folder is looked at, not listened to: what systems tell of changes differs and gets lost on disks of a
 * network, and a look finds what came while Pressmark was closed. The files are read and otherwise left alone.
 */
export type FolderWatch = {
  readonly get: () => Promise<WatchedFolder>;
  readonly set: (change: WatchChange) => Promise<WatchedFolder>;
  readonly forgetFailures: () => Promise<WatchedFolder>;
  /** Looks once, now. A file is taken in at the second look that finds it unchanged. */
  readonly look: () => Promise<void>;
  /** Begins to look by itself. */
  readonly start: () => void;
  readonly close: () => Promise<void>;
};

export type WatchOptions = {
  readonly capture: Pick<Capture, 'expandPath'>;
  readonly memory: WatchFile;
  /** Takes files in as a job that the window shows; resolves with what came of them. */
  readonly takeIn: (paths: readonly string[]) => Promise<readonly CaptureOutcome[]>;
  readonly libraryPath: string;
  /** May files of this computer be named? */
  readonly allowPaths: boolean;
  readonly news: News;
  readonly log: Log;
  readonly lookEveryMs?: number;
};

const mostFailures = 50;
/** A folder of a hundred thousand files must not keep a disk busy: between two looks lies this many times the walk. */
const restFactor = 20;

export function createFolderWatch(options: WatchOptions): FolderWatch {
  const { capture, memory: file, libraryPath, allowPaths, news, log, lookEveryMs = 5000 } = options;
  const closing = new AbortController();
  let memory: WatchMemory = nothingWatched;
  let problem: ArchiveError | null = null;
  let before: ReadonlyMap<string, FileLook> = new Map();
  let work: Promise<unknown> = file.read().then((read) => (memory = read));
  let walkMs = 0;
  let timer: NodeJS.Timeout | undefined;

  /** One thing after the other: a look and a change never meet. */
  function inTurn<T>(step: () => Promise<T>): Promise<T> {
    const result = work.then(step);
    work = result.catch(() => {});
    return result;
  }

  async function keep(change: Partial<WatchMemory>): Promise<void> {
    memory = { ...memory, ...change };
    await file.write(memory);
    news.tell({ type: 'watch.changed' });
  }

  async function look(): Promise<void> {
    const { folder, isOn } = memory;
    if (folder === null || !isOn || closing.signal.aborted) return;
    try {
      const startedAt = performance.now();
      const now = await filesOf(folder, capture, closing.signal);
      walkMs = performance.now() - startedAt;
      const known = knownOf(memory);
      const ready = settledFiles(before, now, known);
      before = now;
      tellProblem(null);
      await takeInNew(ready, now);
    } catch (error) {
      if (closing.signal.aborted) return;
      if (!(error instanceof ArchiveError)) throw error;
      before = new Map();
      tellProblem(error);
    }
  }

  function tellProblem(now: ArchiveError | null): void {
    if (now?.code === problem?.code) return;
    problem = now;
    news.tell({ type: 'watch.changed' });
  }

  async function takeInNew(paths: readonly string[], looks: ReadonlyMap<string, FileLook>): Promise<void> {
    if (paths.length === 0) return;
    const hashes = new Set(memory.hashes);
    const fresh = new Map<string, string>();
    for (const path of paths) {
      const hash = await files.hashFile(path, closing.signal);
      if (!hashes.has(hash)) fresh.set(path, hash);
      hashes.add(hash);
    }
    if (closing.signal.aborted) return;
    const outcomes = fresh.size === 0 ? [] : await options.takeIn([...fresh.keys()]);
    if (closing.signal.aborted) return;
    const failures = outcomes.flatMap(({ input, error }) => (error === null ? [] : [{ file: input, error }]));
    const known = knownOf(memory);
    for (const path of paths) known.set(path, looks.get(path) ?? { sizeBytes: 0, modifiedAtMs: 0 });
    await keep({
      taken: memory.taken + outcomes.filter(({ status }) => status === 'added' || status === 'snapshot-added').length,
      known: [...known]
        .filter(([path]) => looks.has(path))
        .map(([path, one]) => [path, one.sizeBytes, one.modifiedAtMs]),
      hashes: [...memory.hashes, ...[...fresh].filter(([path]) => !isIn(failures, path)).map(([, hash]) => hash)],
      failures: [...failures, ...memory.failures.filter(({ file: path }) => !fresh.has(path))].slice(0, mostFailures),
    });
  }

  async function choose(folder: string, takeExisting: boolean): Promise<Partial<WatchMemory>> {
    const facts = isAbsolute(folder) ? await files.statFile(folder) : undefined;
    if (facts?.kind !== 'folder') {
      throw new ArchiveError('path-missing', `there is no folder at ${folder}: give its whole path`);
    }
    await requireApart(folder, libraryPath);
    const there = takeExisting ? new Map<string, FileLook>() : await filesOf(folder, capture, closing.signal);
    before = new Map();
    return {
      ...nothingWatched,
      folder: resolve(folder),
      hashes: memory.hashes,
      known: [...there].map(([path, { sizeBytes, modifiedAtMs }]) => [path, sizeBytes, modifiedAtMs]),
    };
  }

  function describe(): WatchedFolder {
    const { folder, isOn, taken, failures } = memory;
    return {
      isPossible: allowPaths,
      folder,
      isOn,
      taken,
      failures,
      problem: isOn ? (problem?.toData() ?? null) : null,
    };
  }

  function schedule(restMs: number): void {
    if (closing.signal.aborted) return;
    timer = setTimeout(() => void lookAndRest(), restMs);
    timer.unref();
  }

  async function lookAndRest(): Promise<void> {
    try {
      await inTurn(look);
    } catch (error) {
      log({ level: 'warn', room: 'services', action: 'look into the watched folder', problem: String(error) });
    }
    schedule(Math.max(lookEveryMs, walkMs * restFactor));
  }

  return {
    get: () => inTurn(async () => describe()),
    set: ({ folder, isOn, takeExisting }) =>
      inTurn(async () => {
        if (!allowPaths) throw new ArchiveError('wrong-usage', 'a browser cannot name folders of this computer');
        const isOther = folder !== undefined && resolve(folder) !== memory.folder;
        const chosen = isOther ? await choose(folder, takeExisting) : {};
        if (isOn && (chosen.folder ?? memory.folder) === null) {
          throw new ArchiveError('invalid-input', 'choose the folder to watch');
        }
        problem = null;
        await keep({ ...chosen, isOn });
        return describe();
      }),
    forgetFailures: () =>
      inTurn(async () => {
        await keep({ failures: [] });
        return describe();
      }),
    look: () => inTurn(look),
    start: () => schedule(0),
    async close() {
      closing.abort(new Error('closing'));
      clearTimeout(timer);
      await work;
    },
  };
}

/** Every file in a folder that may be an article, as it stands now. A folder that holds none is none to complain of. */
async function filesOf(
  folder: string,
  capture: Pick<Capture, 'expandPath'>,
  signal: AbortSignal,
): Promise<Map<string, FileLook>> {
  const found = new Map<string, FileLook>();
  try {
    for await (const path of capture.expandPath(folder, signal)) {
      const facts = await files.statFile(path);
      if (facts?.kind === 'file') found.set(path, facts);
    }
  } catch (error) {
    if (!(error instanceof ArchiveError && error.code === 'empty-input')) throw error;
  }
  return found;
}

function knownOf({ known }: WatchMemory): Map<string, FileLook> {
  return new Map(known.map(([path, sizeBytes, modifiedAtMs]) => [path, { sizeBytes, modifiedAtMs }]));
}

function isIn(failures: readonly { readonly file: string }[], path: string): boolean {
  return failures.some(({ file }) => file === path || file.startsWith(`${path} `));
}

/** The library must not take itself in, nor lie in a folder that is watched. */
async function requireApart(folder: string, libraryPath: string): Promise<void> {
  const [one, other] = [await files.realPath(folder), await files.realPath(libraryPath)];
  if (one === undefined || other === undefined) return;
  if (!files.isWithin(one, other) && !files.isWithin(other, one)) return;
  throw new ArchiveError('invalid-input', `${folder} holds the library itself: choose another folder`, {
    details: { holdsLibrary: true },
  });
}
