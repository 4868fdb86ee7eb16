import type { CaptureJob } from '#contract/capture.ts';
import { finishedInputs } from '#contract/work-done.ts';
import { Button } from '../../components/button.tsx';
import { RetryIcon } from '../../components/icons.ts';
import { useQuery, useServices } from '../../state/backend.tsx';
import { text } from '../../text/text.ts';
import { FailureRow } from './failure-row.tsx';
import { useAttempt, useFarewell, WorkCard, WorkProgress } from './work-card.tsx';
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
  const { captures } = useServices();
  const attempt = useAttempt();
  const isRunning = job.phase === 'running';
  const dismiss = () => captures.dismiss(job.id);
  useFarewell(isWell, farewellMs, dismiss);

  if (isHidden) return null;
  return (
    <WorkCard
      title={text.capture.jobTitle(job)}
      isRunning={isRunning}
      isWell={isWell}
      onCancel={() => captures.cancel(job.id)}
      onDismiss={dismiss}
    >
      {isRunning ? (
        <WorkProgress
          label={text.capture.progress}
          done={finishedInputs(job)}
          total={job.total}
          current={job.current}
        />
      ) : (
        <JobResult job={job} onOpen={onOpen} />
      )}
      {job.failed > 0 ? <Failures job={job} /> : null}
      {!isRunning && job.failed > 0 ? (
        <Button className={styles['again']} onClick={() => attempt(captures.retry(job.id))}>
          <RetryIcon size={15} />
          {text.capture.retry(job.failed)}
        </Button>
      ) : null}
    </WorkCard>
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
