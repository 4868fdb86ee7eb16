import { useEffect } from 'react';
import type { CaptureJob } from '#contract/capture.ts';
import { Button, IconButton } from '../../components/button.tsx';
import { CheckIcon, CloseIcon, RetryIcon, WarnIcon } from '../../components/icons.ts';
import { useQuery, useServices } from '../../state/backend.tsx';
import { errorSentence } from '../../text/errors.ts';
import { text } from '../../text/text.ts';
import { FailureRow } from './failure-row.tsx';
import styles from './capture.module.css';

/** A job without failures leaves by itself after this. */
const farewellMs = 4500;
/** So many failures are listed; of more it is said how many. */
const listed = 100;

type JobCardProps = {
  readonly job: CaptureJob;
  /** It is over, and nothing of it failed. */
  readonly isWell: boolean;
  readonly isHidden: boolean;
  readonly onOpen: (id: string) => void;
};

/** How one job goes, and what came of it. */
export function JobCard({ job, isWell, isHidden, onOpen }: JobCardProps) {
  const { captures, announcer } = useServices();
  const isRunning = job.phase === 'running';
  const attempt = (work: Promise<void>) => {
    work.catch((error: unknown) => announcer.say({ text: errorSentence(error), tone: 'failed' }));
  };
  useEffect(() => {
    if (!isWell) return undefined;
    const timer = setTimeout(() => void captures.dismiss(job.id).catch(() => undefined), farewellMs);
    return () => clearTimeout(timer);
  }, [captures, job.id, isWell]);

  if (isHidden) return null;
  return (
    <section className={styles['job']}>
      <header className={styles['jobHead']}>
        {isRunning ? null : isWell ? (
          <CheckIcon size={16} className={styles['good']} />
        ) : (
          <WarnIcon size={16} className={styles['warn']} />
        )}
        <h2 className={styles['jobTitle']} role="status">
          {text.capture.jobTitle(job)}
        </h2>
        {isRunning ? (
          <Button look="quiet" onClick={() => attempt(captures.cancel(job.id))}>
            {text.capture.cancel}
          </Button>
        ) : (
          <IconButton label={text.capture.dismiss} onClick={() => attempt(captures.dismiss(job.id))}>
            <CloseIcon />
          </IconButton>
        )}
      </header>
      {isRunning ? <JobProgress job={job} /> : <JobResult job={job} onOpen={onOpen} />}
      {job.failed > 0 ? <Failures job={job} /> : null}
      {!isRunning && job.failed > 0 ? (
        <Button className={styles['again']} onClick={() => attempt(captures.retry(job.id))}>
          <RetryIcon size={15} />
          {text.capture.retry(job.failed)}
        </Button>
      ) : null}
    </section>
  );
}

function JobProgress({ job }: { readonly job: CaptureJob }) {
  const done = job.added + job.snapshotsAdded + job.duplicates + job.waiting + job.failed;
  return (
    <>
      <div
        role="progressbar"
        aria-label={text.capture.progress}
        aria-valuemin={0}
        aria-valuemax={Math.max(1, job.total)}
        aria-valuenow={done}
        className={styles['bar']}
      >
        <span style={{ transform: `scaleX(${job.total === 0 ? 0 : done / job.total})` }} />
      </div>
      <p className={styles['current']}>{job.current ?? text.capture.beginning}</p>
    </>
  );
}

/** What came of a job that is over; when it was one article, the way to it. */
function JobResult({ job, onOpen }: { readonly job: CaptureJob; readonly onOpen: (id: string) => void }) {
  const { value } = useQuery('capture.outcomes', job.total === 1 ? { job: job.id, limit: 1 } : null);
  const outcome = value?.outcomes[0];
  const id = outcome?.id;
  if (!id) return job.total > 1 ? <p className={styles['current']}>{text.capture.counts(job)}</p> : null;
  return (
    <p className={styles['result']}>
      <button type="button" className={styles['resultLink']} onClick={() => onOpen(id)}>
        {outcome.headline ?? outcome.input}
      </button>
    </p>
  );
}

function Failures({ job }: { readonly job: CaptureJob }) {
  const { value } = useQuery('capture.outcomes', { job: job.id, failedOnly: true, limit: listed });
  const outcomes = value?.outcomes ?? [];
  return (
    <ul
      aria-label={text.capture.failures}
      className={styles['failures']}
      tabIndex={outcomes.length > 3 ? 0 : undefined}
    >
      {outcomes.map(({ input, error }, at) => (
        // eslint-disable-next-line react/no-array-index-key -- the same input may fail twice in one job
        <FailureRow key={`${input} ${at}`} name={input} error={error} />
      ))}
      {job.failed > listed ? (
        <li className={styles['more']}>{text.capture.moreFailures(job.failed - listed)}</li>
      ) : null}
    </ul>
  );
}
