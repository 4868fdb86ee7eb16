import { useEffect, useRef, type ReactNode } from 'react';
import { Button, IconButton } from '../../components/button.tsx';
import { CheckIcon, CloseIcon, WarnIcon } from '../../components/icons.ts';
import { useServices } from '../../state/backend.tsx';
import { errorSentence } from '../../text/errors.ts';
import { text } from '../../text/text.ts';
import styles from './capture.module.css';

type WorkCardProps = {
  readonly title: string;
  readonly isRunning: boolean;
  /** It is over, and nothing of it failed. */
  readonly isWell: boolean;
  readonly onCancel: () => Promise<unknown>;
  readonly onDismiss: () => Promise<unknown>;
  readonly children: ReactNode;
};

/** A card in the corner about work that goes on beside everything else: how it is called, and the way to end it. */
export function WorkCard({ title, isRunning, isWell, onCancel, onDismiss, children }: WorkCardProps) {
  const attempt = useAttempt();
  return (
    <section className={styles['job']}>
      <header className={styles['jobHead']}>
        {isRunning ? null : isWell ? (
          <CheckIcon size={16} className={styles['good']} />
        ) : (
          <WarnIcon size={16} className={styles['warn']} />
        )}
        <h2 className={styles['jobTitle']} role="status">
          {title}
        </h2>
        {isRunning ? (
          <Button look="quiet" onClick={() => attempt(onCancel())}>
            {text.capture.cancel}
          </Button>
        ) : (
          <IconButton label={text.capture.dismiss} onClick={() => attempt(onDismiss())}>
            <CloseIcon />
          </IconButton>
        )}
      </header>
      {children}
    </section>
  );
}

type WorkProgressProps = {
  /** What is under way, for those who hear it. */
  readonly label: string;
  readonly done: number;
  readonly total: number;
  /** What it is at just now. */
  readonly current: string | null;
};

export function WorkProgress({ label, done, total, current }: WorkProgressProps) {
  return (
    <>
      <div
        role="progressbar"
        aria-label={label}
        aria-valuemin={0}
        aria-valuemax={Math.max(1, total)}
        aria-valuenow={done}
        className={styles['bar']}
      >
        <span style={{ transform: `scaleX(${total === 0 ? 0 : done / total})` }} />
      </div>
      <p className={styles['current']}>{current ?? text.capture.beginning}</p>
    </>
  );
}

/** What fails of this is told; nothing else hangs on it. */
export function useAttempt(): (work: Promise<unknown>) => void {
  const { announcer } = useServices();
  return (work) => {
    work.catch((error: unknown) => announcer.say({ text: errorSentence(error), tone: 'failed' }));
  };
}

/** Work that ended well leaves by itself after a while. */
export function useFarewell(isWell: boolean, afterMs: number, dismiss: () => Promise<unknown>): void {
  const leave = useRef(dismiss);
  useEffect(() => {
    leave.current = dismiss;
  });
  useEffect(() => {
    if (!isWell) return undefined;
    // One that is gone already needs no farewell.
    const timer = setTimeout(() => void leave.current().catch(() => undefined), afterMs);
    return () => clearTimeout(timer);
  }, [isWell, afterMs]);
}
