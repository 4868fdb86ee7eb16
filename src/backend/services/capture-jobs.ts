import type { CaptureInput, CaptureJob, CaptureOutcome, CaptureStatus } from '#contract/capture.ts';
import { ArchiveError } from '#contract/errors.ts';
import type { Clock } from '#platform/clock.ts';
import type { Log } from '#platform/log.ts';
import type { AddressQueue, Attempt } from './address-queue.ts';
import type { CaptureRooms } from './capture-rooms.ts';
import { addressesOf, addressUnit, type CaptureUnit, unitsOf } from './capture-units.ts';
import { forEachConcurrently } from './concurrently.ts';
import { type News, tellChanged } from './news.ts';
import type { SearchKeeper } from './keep-search-current.ts';
import { joinFiles } from './join-files.ts';
import { mayPass } from './retry-pauses.ts';
import { takeUnit, type UnitTaken } from './take-unit.ts';

export type CaptureJobs = {
  /** With `wait`, addresses that cannot be fetched just now stay in the queue. */
  readonly start: (inputs: readonly CaptureInput[], wait: boolean) => CaptureJob;
  /** Takes files of this computer in as a job of its own; resolves with what came of them, rejects when it is stopped. */
  readonly takeFiles: (paths: readonly string[]) => Promise<readonly CaptureOutcome[]>;
  /** Takes one address in for the queue, without a job that anybody sees. */
  readonly attempt: Attempt;
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
  readonly queue: AddressQueue;
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
  /** Addresses of the queue that this job has still to settle; `null`: its addresses do not wait. */
  readonly held: Set<string> | null;
  /** Outcomes that are known but wait for an earlier input, so that reports come in the order given. */
  readonly early: Map<number, Result>;
  /** Inputs whose outcomes are told. */
  released: number;
  phase: CaptureJob['phase'];
  total: number;
  current: string | null;
  toldAtMs: number;
  finished: Promise<void>;
};

type Result = { readonly unit: CaptureUnit; readonly outcomes: readonly CaptureOutcome[] };

const progressEveryMs = 150;

const closing = new ArchiveError('cancelled', 'Pressmark is closing');

/** Runs captures in the background: several at a time, with progress, cancel and "try again". */
export function createCaptureJobs(options: JobOptions): CaptureJobs {
  const jobs = new Map<string, RunningJob>();
  let lastNumber = 0;

  function begin(
    units: (signal: AbortSignal) => AsyncIterable<CaptureUnit>,
    waitingAddresses: readonly string[] | null,
  ): CaptureJob {
    if (waitingAddresses !== null) options.queue.hold(waitingAddresses);
    lastNumber += 1;
    const job = newJob(String(lastNumber), options.clock, waitingAddresses);
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
    start: (inputs, wait) => begin((signal) => allUnits(inputs, options, signal), wait ? addressesOf(inputs) : null),
    async takeFiles(paths) {
      const inputs = paths.map((path) => ({ kind: 'path' as const, path }));
      const { id } = begin((signal) => allUnits(inputs, options, signal), null);
      const job = get(id);
      await job.finished;
      return job.outcomes;
    },
    attempt: (address, signal) => attemptAddress(address, signal, options),
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
      const { failedUnits, held } = get(id);
      const units = [...failedUnits];
      if (units.length === 0) throw new ArchiveError('not-found', 'nothing of this job failed');
      return begin(() => yieldAll(units), held === null ? null : units.flatMap(({ address }) => address ?? []));
    },
    dismiss(id) {
      const job = get(id);
      if (job.phase === 'running') throw new ArchiveError('wrong-usage', 'a job that runs is cancelled first');
      jobs.delete(id);
      options.news.tell({ type: 'capture.dismissed', job: id });
    },
    async close() {
      const running = [...jobs.values()];
      for (const job of running) job.stop.abort(closing);
      await Promise.all(running.map((job) => job.finished));
    },
  };
}

function newJob(id: string, clock: Clock, waitingAddresses: readonly string[] | null): RunningJob {
  return {
    id,
    startedAt: new Date(clock.now()).toISOString(),
    stop: new AbortController(),
    outcomes: [],
    counts: { added: 0, 'snapshot-added': 0, duplicate: 0, waiting: 0, failed: 0 },
    failedUnits: [],
    held: waitingAddresses === null ? null : new Set(waitingAddresses),
    early: new Map(),
    released: 0,
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
    waiting: counts.waiting,
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
  yield* joinFiles(partAll(), signal);

  async function* partAll(): AsyncIterable<CaptureUnit> {
    for (const input of inputs) yield* unitsOf(input, { capture: rooms.capture, allowPaths }, signal);
  }
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
      job.total += 1;
      job.current = unit.label;
      tellProgress(job, options, false);
      const turn = unit.address === null ? lastTurn : Promise.resolve();
      const work = takeUnit(unit, turn, job.stop.signal, options);
      if (unit.address === null) lastTurn = work.then(() => {});
      report(job, index, { unit, outcomes: settled(job, unit, await work, options) }, options);
    });
    await keeper.drain();
  } catch (error) {
    if (!job.stop.signal.aborted) log({ level: 'error', room: 'services', action: 'capture', problem: String(error) });
  }
  releaseRest(job, options);
  dropHeld(job, options);
  job.phase = job.stop.signal.aborted ? 'cancelled' : 'done';
  job.current = null;
  news.tell({ type: 'capture.progress', job: describe(job) });
  keeper.nudge();
}

/** What is told of a unit: an address that may be had later is no failure, it waits. */
function settled(
  job: RunningJob,
  unit: CaptureUnit,
  { outcomes, fault }: UnitTaken,
  { queue }: JobOptions,
): readonly CaptureOutcome[] {
  // Called off, it is dropped with the rest of the job, or left for the next start.
  if (unit.address === null || job.held === null || fault?.code === 'cancelled') return outcomes;
  const isHeld = job.held.delete(unit.address);
  // Named by a file, which the person still has: it need not be written down unless it must wait.
  if (!isHeld && (fault === null || !mayPass(fault))) return outcomes;
  if (!isHeld) queue.hold([unit.address]);
  const waits = queue.settle(unit.address, fault, true);
  return waits ? outcomes.map((outcome) => ({ ...outcome, status: 'waiting' })) : outcomes;
}

/** What the reader stops is not wanted; what Pressmark stops for closing is fetched after the next start. */
function dropHeld(job: RunningJob, { queue }: JobOptions): void {
  if (job.held === null || job.held.size === 0 || !job.stop.signal.aborted) return;
  if (job.stop.signal.reason === closing) return;
  queue.remove([...job.held]);
}

async function attemptAddress(address: string, signal: AbortSignal, options: JobOptions): Promise<ArchiveError | null> {
  const unit = addressUnit(address, options.rooms.capture);
  const { outcomes, fault } = await takeUnit(unit, Promise.resolve(), signal, options);
  for (const outcome of outcomes) tellTaken(outcome, options);
  const first = outcomes[0]?.error ?? null;
  // One article that could not be kept is the address's own failure; of many, some were.
  return fault ?? (outcomes.length === 1 && first !== null ? ArchiveError.fromData(first) : null);
}

/** Makes outcomes known in the order of the inputs, whichever was ready first. */
function report(job: RunningJob, index: number, result: Result, options: JobOptions): void {
  job.early.set(index, result);
  for (;;) {
    const next = job.early.get(job.released);
    if (next === undefined) break;
    job.early.delete(job.released);
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

function release(job: RunningJob, { unit, outcomes }: Result, options: JobOptions): void {
  job.released += 1;
  job.total += outcomes.length - 1;
  for (const outcome of outcomes) {
    job.outcomes.push(outcome);
    job.counts[outcome.status] += 1;
    tellTaken(outcome, options);
  }
  if (outcomes.some(({ status }) => status === 'failed')) job.failedUnits.push(unit);
}

function tellTaken({ id, status }: CaptureOutcome, { news, keeper }: JobOptions): void {
  if (id === null || status === 'duplicate') return;
  tellChanged(news, [id]);
  keeper.nudge();
}

function tellProgress(job: RunningJob, { news, clock }: JobOptions, always: boolean): void {
  const now = clock.now();
  if (!always && now - job.toldAtMs < progressEveryMs) return;
  job.toldAtMs = now;
  news.tell({ type: 'capture.progress', job: describe(job) });
}
