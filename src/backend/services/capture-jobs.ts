import type { CaptureInput, CaptureJob, CaptureOutcome, CaptureStatus } from '#contract/capture.ts';
import { ArchiveError } from '#contract/errors.ts';
import type { Clock } from '#platform/clock.ts';
import type { Log } from '#platform/log.ts';
import { captureArticle, type CaptureRooms, type Taken } from './capture-article.ts';
import { type CaptureUnit, unitsOf } from './capture-units.ts';
import { type News, tellChanged } from './news.ts';
import type { SearchKeeper } from './keep-search-current.ts';

export type CaptureJobs = {
  readonly start: (inputs: readonly CaptureInput[]) => CaptureJob;
  readonly list: () => CaptureJob[];
  readonly outcomes: (request: OutcomesRequest) => { job: CaptureJob; total: number; outcomes: CaptureOutcome[] };
  readonly cancel: (id: string) => CaptureJob;
  readonly retry: (id: string) => CaptureJob;
  readonly dismiss: (id: string) => void;
  /** Cancels what runs and waits until nothing is half done. */
  readonly close: () => Promise<void>;
};

type OutcomesRequest = {
  readonly job: string;
  readonly failedOnly: boolean;
  readonly limit: number;
  readonly offset: number;
};

type JobOptions = {
  readonly rooms: CaptureRooms;
  readonly keeper: SearchKeeper;
  readonly news: News;
  readonly clock: Clock;
  readonly log: Log;
  readonly allowPaths: boolean;
  /** Articles under way at once: more than the extraction threads, so that these never wait for a disk or a network. */
  readonly concurrency: number;
};

/** What a job is while it lives; `CaptureJob` is what is told of it. */
type RunningJob = {
  readonly id: string;
  readonly startedAt: string;
  readonly stop: AbortController;
  readonly outcomes: CaptureOutcome[];
  readonly counts: Record<CaptureStatus, number>;
  /** Kept so that "try again" needs nothing from the caller. */
  readonly failedUnits: CaptureUnit[];
  /** Outcomes that are known but wait for an earlier input, so that reports come in the order given. */
  readonly early: Map<number, Result>;
  phase: CaptureJob['phase'];
  total: number;
  current: string | null;
  toldAtMs: number;
  finished: Promise<void>;
};

type Result = { readonly unit: CaptureUnit; readonly outcome: CaptureOutcome };

const progressEveryMs = 150;

/** Runs captures in the background: several at a time, with progress, cancel and "try again". */
export function createCaptureJobs(options: JobOptions): CaptureJobs {
  const jobs = new Map<string, RunningJob>();
  let lastNumber = 0;

  function begin(units: (signal: AbortSignal) => AsyncIterable<CaptureUnit>): CaptureJob {
    lastNumber += 1;
    const job = newJob(String(lastNumber), options.clock);
    jobs.set(job.id, job);
    job.finished = runJob(job, units(job.stop.signal), options);
    return describe(job);
  }

  function get(id: string): RunningJob {
    const job = jobs.get(id);
    if (job === undefined) throw new ArchiveError('not-found', `there is no capture job ${id}`);
    return job;
  }

  return {
    start: (inputs) => begin((signal) => allUnits(inputs, options, signal)),
    list: () => [...jobs.values()].map(describe),
    outcomes({ job: id, failedOnly, limit, offset }) {
      const job = get(id);
      const chosen = failedOnly ? job.outcomes.filter((outcome) => outcome.status === 'failed') : job.outcomes;
      return { job: describe(job), total: chosen.length, outcomes: chosen.slice(offset, offset + limit) };
    },
    cancel(id) {
      const job = get(id);
      job.stop.abort(new ArchiveError('cancelled', 'cancelled by the reader'));
      return describe(job);
    },
    retry(id) {
      const units = [...get(id).failedUnits];
      if (units.length === 0) throw new ArchiveError('not-found', 'nothing of this job failed');
      return begin(() => yieldAll(units));
    },
    dismiss(id) {
      const job = get(id);
      if (job.phase === 'running') throw new ArchiveError('wrong-usage', 'a job that runs is cancelled first');
      jobs.delete(id);
      options.news.tell({ type: 'capture.dismissed', job: id });
    },
    async close() {
      const running = [...jobs.values()];
      for (const job of running) job.stop.abort(new ArchiveError('cancelled', 'Pressmark is closing'));
      await Promise.all(running.map((job) => job.finished));
    },
  };
}

function newJob(id: string, clock: Clock): RunningJob {
  return {
    id,
    startedAt: new Date(clock.now()).toISOString(),
    stop: new AbortController(),
    outcomes: [],
    counts: { added: 0, 'snapshot-added': 0, duplicate: 0, failed: 0 },
    failedUnits: [],
    early: new Map(),
    phase: 'running',
    total: 0,
    current: null,
    toldAtMs: 0,
    finished: Promise.resolve(),
  };
}

function describe(job: RunningJob): CaptureJob {
  const { id, phase, total, counts, current, startedAt } = job;
  return {
    id,
    phase,
    total,
    added: counts.added,
    snapshotsAdded: counts['snapshot-added'],
    duplicates: counts.duplicate,
    failed: counts.failed,
    current,
    startedAt,
  };
}

async function* allUnits(
  inputs: readonly CaptureInput[],
  { rooms, allowPaths }: JobOptions,
  signal: AbortSignal,
): AsyncIterable<CaptureUnit> {
  for (const input of inputs) yield* unitsOf(input, { capture: rooms.capture, allowPaths }, signal);
}

async function* yieldAll<T>(values: readonly T[]): AsyncIterable<T> {
  yield* values;
}

/** Never rejects: what goes wrong is an outcome, and what goes wrong beyond that is in the log. */
async function runJob(job: RunningJob, units: AsyncIterable<CaptureUnit>, options: JobOptions): Promise<void> {
  const { keeper, news, log } = options;
  let lastTurn: Promise<void> = Promise.resolve();
  tellProgress(job, options, true);
  try {
    await forEachConcurrently(units, options.concurrency, job.stop.signal, async (unit, index) => {
      job.total = Math.max(job.total, index + 1);
      job.current = unit.label;
      tellProgress(job, options, false);
      const turn = unit.isRemote ? Promise.resolve() : lastTurn;
      const work = captureUnit(unit, turn, job.stop.signal, options);
      if (!unit.isRemote) lastTurn = work.then(() => {});
      report(job, index, { unit, outcome: await work }, options);
    });
    await keeper.drain();
  } catch (error) {
    if (!job.stop.signal.aborted) log({ level: 'error', room: 'services', action: 'capture', problem: String(error) });
  }
  releaseRest(job, options);
  job.phase = job.stop.signal.aborted ? 'cancelled' : 'done';
  job.current = null;
  news.tell({ type: 'capture.progress', job: describe(job) });
  keeper.nudge();
}

/** Never rejects. */
async function captureUnit(
  unit: CaptureUnit,
  turn: Promise<void>,
  signal: AbortSignal,
  options: JobOptions,
): Promise<CaptureOutcome> {
  try {
    const captured = await unit.capture(signal);
    return success(unit, await captureArticle(options.rooms, captured, turn, signal));
  } catch (error) {
    return failure(unit, error, signal, options.log);
  }
}

function success(unit: CaptureUnit, { id, status, headline }: Taken): CaptureOutcome {
  return { input: unit.label, status, id, headline, error: null };
}

function failure(unit: CaptureUnit, error: unknown, signal: AbortSignal, log: Log): CaptureOutcome {
  let known: ArchiveError;
  if (error instanceof ArchiveError) known = error;
  else if (signal.aborted)
    known = new ArchiveError('cancelled', 'cancelled before it was taken in', { retryable: true });
  else {
    const problem = error instanceof Error ? (error.stack ?? error.message) : String(error);
    log({ level: 'error', room: 'services', action: 'capture', problem });
    known = new ArchiveError('internal', 'something went wrong inside Pressmark; nothing was kept of this one');
  }
  return { input: unit.label, status: 'failed', id: null, headline: null, error: known.toData() };
}

/** Makes outcomes known in the order of the inputs, whichever was ready first. */
function report(job: RunningJob, index: number, result: Result, options: JobOptions): void {
  job.early.set(index, result);
  for (;;) {
    const next = job.early.get(job.outcomes.length);
    if (next === undefined) break;
    job.early.delete(job.outcomes.length);
    release(job, next, options);
  }
  tellProgress(job, options, false);
}

/** After a cancellation some inputs have no outcome, and those behind them are told all the same. */
function releaseRest(job: RunningJob, options: JobOptions): void {
  for (const index of [...job.early.keys()].sort((a, b) => a - b)) {
    const result = job.early.get(index);
    if (result !== undefined) release(job, result, options);
  }
  job.early.clear();
}

function release(job: RunningJob, { unit, outcome }: Result, { news, keeper }: JobOptions): void {
  job.outcomes.push(outcome);
  job.counts[outcome.status] += 1;
  if (outcome.status === 'failed') job.failedUnits.push(unit);
  else if (outcome.id !== null && outcome.status !== 'duplicate') {
    tellChanged(news, [outcome.id]);
    keeper.nudge();
  }
}

function tellProgress(job: RunningJob, { news, clock }: JobOptions, always: boolean): void {
  const now = clock.now();
  if (!always && now - job.toldAtMs < progressEveryMs) return;
  job.toldAtMs = now;
  news.tell({ type: 'capture.progress', job: describe(job) });
}

/** Walks `items` with at most `width` of them under way; stops handing out when `signal` ends. */
async function forEachConcurrently<T>(
  items: AsyncIterable<T>,
  width: number,
  signal: AbortSignal,
  work: (item: T, index: number) => Promise<void>,
): Promise<void> {
  const underWay = new Set<Promise<void>>();
  let index = 0;
  try {
    for await (const item of items) {
      if (signal.aborted) break;
      const task = work(item, index).finally(() => underWay.delete(task));
      index += 1;
      underWay.add(task);
      if (underWay.size >= width) await Promise.race(underWay);
    }
  } finally {
    // Walking a folder ends with an error when it is cancelled; what is under way is still brought to its end.
    await Promise.all(underWay);
  }
}
