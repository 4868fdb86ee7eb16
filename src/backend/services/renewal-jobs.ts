import type { ArticleId } from '#contract/article.ts';
import { ArchiveError, type ErrorCode } from '#contract/errors.ts';
import type { Renewal, RenewalKind, RenewalProblem } from '#contract/renewal.ts';
import type { Clock } from '#platform/clock.ts';
import type { Log } from '#platform/log.ts';
import type { CaptureRooms } from './capture-rooms.ts';
import { forEachConcurrently } from './concurrently.ts';
import type { SearchKeeper } from './keep-search-current.ts';
import { type News, tellChanged } from './news.ts';
import { renewArticle, type RenewalOutcome } from './renew-article.ts';

/** Acts that make articles anew from what is kept of them: they run in the background, one after the other. */
export type RenewalJobs = {
  /** Of these articles, or with `null` of all but those in the trash. Throws `library-read-only`. */
  readonly start: (what: RenewalKind, ids: readonly ArticleId[] | null) => Renewal;
  readonly list: () => Renewal[];
  readonly problems: (request: ProblemsRequest) => { total: number; problems: RenewalProblem[] };
  readonly cancel: (id: string) => Renewal;
  readonly dismiss: (id: string) => void;
  /** Stops what runs and waits until nothing is half done. */
  readonly close: () => Promise<void>;
};

type ProblemsRequest = { readonly renewal: string; readonly limit: number; readonly offset: number };

type JobOptions = {
  readonly rooms: CaptureRooms;
  readonly keeper: SearchKeeper;
  readonly news: News;
  readonly clock: Clock;
  readonly log: Log;
  /** Articles under way at once. */
  readonly concurrency: number;
};

/** What a renewal is while it lives; `Renewal` is what is told of it. */
type Job = {
  readonly id: string;
  readonly what: RenewalKind;
  readonly ids: readonly ArticleId[];
  readonly startedAt: string;
  readonly stop: AbortController;
  readonly problems: RenewalProblem[];
  readonly counts: Record<RenewalOutcome['status'], number>;
  phase: Renewal['phase'];
  current: string | null;
  undo: string | null;
  toldAtMs: number;
  finished: Promise<void>;
};

const progressEveryMs = 150;

/** Whatever comes after one of these would fail by it too. */
const endingCodes: ReadonlySet<ErrorCode> = new Set<ErrorCode>(['disk-full', 'library-read-only', 'cancelled']);

export function createRenewalJobs(options: JobOptions): RenewalJobs {
  const { rooms, news, clock } = options;
  const jobs = new Map<string, Job>();
  let lastFinished: Promise<void> = Promise.resolve();

  function get(id: string): Job {
    const job = jobs.get(id);
    if (job === undefined) throw new ArchiveError('not-found', `there is no renewal ${id}`);
    return job;
  }

  return {
    start(what, ids) {
      const { library } = rooms.archive;
      if (library.readOnly) throw new ArchiveError('library-read-only', `${library.name} can only be read`);
      const { id } = rooms.archive.newRenewal(what);
      const job = newJob(id, what, [...new Set(ids ?? rooms.archive.allIds())], clock);
      jobs.set(id, job);
      job.finished = lastFinished.then(() => runJob(job, options));
      lastFinished = job.finished;
      return describe(job);
    },
    list: () => [...jobs.values()].map(describe),
    problems({ renewal, limit, offset }) {
      const { problems } = get(renewal);
      return { total: problems.length, problems: problems.slice(offset, offset + limit) };
    },
    cancel(id) {
      const job = get(id);
      job.stop.abort(new ArchiveError('cancelled', 'cancelled by the reader'));
      return describe(job);
    },
    dismiss(id) {
      if (get(id).phase === 'running') throw new ArchiveError('wrong-usage', 'what runs is cancelled first');
      jobs.delete(id);
      news.tell({ type: 'renewals.changed' });
    },
    async close() {
      const running = [...jobs.values()];
      for (const job of running) job.stop.abort(new ArchiveError('cancelled', 'Pressmark is closing'));
      await Promise.all(running.map((job) => job.finished));
    },
  };
}

function newJob(id: string, what: RenewalKind, ids: readonly ArticleId[], clock: Clock): Job {
  return {
    id,
    what,
    ids,
    startedAt: new Date(clock.now()).toISOString(),
    stop: new AbortController(),
    problems: [],
    counts: { renewed: 0, unchanged: 0, failed: 0 },
    phase: 'running',
    current: null,
    undo: null,
    toldAtMs: 0,
    finished: Promise.resolve(),
  };
}

function describe({ id, what, phase, ids, counts, problems, current, undo, startedAt }: Job): Renewal {
  return { id, what, phase, total: ids.length, ...counts, problems: problems.length, current, undo, startedAt };
}

/** Never rejects: what goes wrong with an article is a problem of its own. */
async function runJob(job: Job, options: JobOptions): Promise<void> {
  const { news, keeper, concurrency } = options;
  tell(job, options, true);
  await forEachConcurrently(job.ids, concurrency, job.stop.signal, (id) => renewOne(job, id, options));
  job.phase = job.stop.signal.aborted ? 'cancelled' : 'done';
  job.current = null;
  news.tell({ type: 'renewals.changed' });
  keeper.nudge();
}

async function renewOne(job: Job, id: ArticleId, options: JobOptions): Promise<void> {
  const { rooms, news, keeper } = options;
  const headline = rooms.archive.summaries([id]).get(id)?.headline ?? id;
  job.current = headline;
  tell(job, options, false);
  try {
    const { status, undo, gaps } = await renewArticle(rooms, job, id, job.stop.signal);
    job.counts[status] += 1;
    job.undo ??= undo;
    if (gaps.length > 0) job.problems.push({ id, headline, error: null, gaps });
    if (status === 'renewed') {
      tellChanged(news, [id]);
      keeper.nudge();
    }
  } catch (error) {
    fail(job, { id, headline }, error, options);
  }
  tell(job, options, false);
}

/** An article that could not be read again stays as it is. What ends the whole renewal is no failure of that article. */
function fail(job: Job, about: Pick<RenewalProblem, 'id' | 'headline'>, error: unknown, { log }: JobOptions): void {
  if (job.stop.signal.aborted) return;
  const known = error instanceof ArchiveError ? error : undefined;
  if (known === undefined) {
    const problem = error instanceof Error ? (error.stack ?? error.message) : String(error);
    log({ level: 'error', room: 'services', action: 'renew', problem });
  }
  if (known !== undefined && endingCodes.has(known.code)) job.stop.abort(known);
  // Undone while it ran: that is what the reader wanted.
  if (known?.code === 'cancelled') return;
  const told = known ?? new ArchiveError('internal', 'something went wrong inside Pressmark; the article is as it was');
  job.counts.failed += 1;
  job.problems.push({ ...about, error: told.toData(), gaps: [] });
}

function tell(job: Job, { news, clock }: JobOptions, always: boolean): void {
  const now = clock.now();
  if (!always && now - job.toldAtMs < progressEveryMs) return;
  job.toldAtMs = now;
  news.tell({ type: 'renewals.changed' });
}
