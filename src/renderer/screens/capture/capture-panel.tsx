import type { CaptureJob } from '#contract/capture.ts';
import { lazily } from '../../components/lazily.tsx';
import { useQuery, useServices } from '../../state/backend.tsx';
import { useWholeStore } from '../../state/store.ts';
import { text } from '../../text/text.ts';
import { RenewalCards } from '../renew/late.ts';
import { WaitingCard } from './waiting-card.tsx';
import styles from './capture.module.css';

const JobCard = lazily(async () => (await import('./job-card.tsx')).JobCard);

type CapturePanelProps = { readonly onOpen: (id: string) => void; readonly onWaiting: () => void };

/** What is being taken in, how far it is, everything that failed with its reason, and what waits for the network. */
export function CapturePanel({ onOpen, onWaiting }: CapturePanelProps) {
  const { captures } = useServices();
  const jobs = useWholeStore(captures.jobs);
  const waiting = useQuery('capture.waiting', {}).value?.addresses.length ?? 0;
  const renewals = useQuery('renewals.list', {}).value?.renewals ?? [];
  if (jobs.length + waiting + renewals.length === 0) return null;
  // Of jobs that ended well only the last is worth a card; the others leave by themselves unseen.
  const last = jobs.at(-1);
  return (
    <aside aria-label={text.capture.panel} className={styles['panel']}>
      {jobs.map((job) => (
        <JobCard key={job.id} job={job} isWell={isQuiet(job)} isHidden={isQuiet(job) && job !== last} onOpen={onOpen} />
      ))}
      {renewals.length > 0 ? <RenewalCards renewals={renewals} onOpen={onOpen} /> : null}
      <WaitingCard waiting={waiting} onShow={onWaiting} />
    </aside>
  );
}

function isQuiet(job: CaptureJob): boolean {
  return job.phase === 'done' && job.failed === 0;
}
