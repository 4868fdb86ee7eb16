import { Button } from '../../components/button.tsx';
import { text } from '../../text/text.ts';
import { formatPercent } from '../../text/format.ts';
import type { LongWork } from './use-long-work.ts';
import styles from './manage.module.css';

type WorkBarProps = {
  readonly label: string;
  readonly work: Pick<LongWork, 'running' | 'stop'>;
  readonly mayStop?: boolean;
};

/** How far a long piece of work is, and the way to stop it. */
export function WorkBar({ label, work: { running, stop }, mayStop = true }: WorkBarProps) {
  if (running === null) return null;
  const share = running.total === 0 ? null : Math.min(1, running.done / running.total);
  return (
    <div className={styles['work']}>
      <span className={styles['workLabel']}>{label}</span>
      <span
        role="progressbar"
        aria-label={label}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={share === null ? undefined : Math.round(share * 100)}
        className={styles['workBar']}
      >
        <span style={{ transform: `scaleX(${share ?? 0})` }} />
      </span>
      <span className={styles['workShare']}>{share === null ? '' : formatPercent(share)}</span>
      {mayStop ? <Button onClick={stop}>{text.manage.stop}</Button> : null}
    </div>
  );
}
