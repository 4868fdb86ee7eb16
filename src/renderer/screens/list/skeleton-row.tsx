import styles from './skeleton-row.module.css';

type SkeletonRowProps = { readonly topPx: number; readonly heightPx: number };

/** The shape of a row that is on its way. */
export function SkeletonRow({ topPx, heightPx }: SkeletonRowProps) {
  return (
    <div
      aria-hidden="true"
      className={styles['row']}
      style={{ transform: `translateY(${topPx}px)`, height: `${heightPx}px` }}
    >
      <span className={styles['short']} />
      <span className={styles['long']} />
      <span className={styles['middle']} />
    </div>
  );
}

/** A list of which nothing is known yet. */
export function SkeletonList() {
  return (
    <div className={styles['list']}>
      {Array.from({ length: 7 }, (_, at) => (
        <SkeletonRow key={at} topPx={at * 104} heightPx={104} />
      ))}
    </div>
  );
}
