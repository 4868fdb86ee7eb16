import type { ErrorData } from '#contract/errors.ts';
import { sentenceOfData } from '../../text/errors.ts';
import styles from './failure-row.module.css';

/** A line of what could not be taken in: what it was, and why. */
export function FailureRow({ name, error }: { readonly name: string; readonly error: ErrorData | null }) {
  return (
    <li className={styles['row']}>
      <span className={styles['name']} title={name}>
        {name}
      </span>
      <span>{error === null ? null : sentenceOfData(error)}</span>
    </li>
  );
}
