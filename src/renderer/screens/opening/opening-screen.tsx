import { Button } from '../../components/button.tsx';
import { Emblem } from '../../components/emblem.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { DisconnectedIcon, WarnIcon } from '../../components/icons.ts';
import { Late } from '../../components/late.tsx';
import type { ArchiveError } from '#contract/errors.ts';
import { errorSentence } from '../../text/errors.ts';
import { text } from '../../text/text.ts';
import styles from './opening.module.css';

type OpeningScreenProps = { readonly progress: { readonly done: number; readonly total: number } | null };

/** The library is being opened; with a large one whose catalogue is made anew this can take a while. */
export function OpeningScreen({ progress }: OpeningScreenProps) {
  const share = progress && progress.total > 0 ? progress.done / progress.total : null;
  return (
    <main className={styles['screen']}>
      <Late>
        <div className={styles['opening']}>
          <Emblem sizePx={48} />
          <h1 className={styles['title']}>{text.opening.title}</h1>
          <div
            role="progressbar"
            aria-label={text.opening.title}
            aria-valuemin={0}
            aria-valuemax={100}
            aria-valuenow={share === null ? undefined : Math.round(share * 100)}
            className={styles['bar']}
          >
            <span
              className={share === null ? styles['unknown'] : undefined}
              style={share === null ? undefined : { transform: `scaleX(${share})` }}
            />
          </div>
          <p className={styles['count']}>{progress === null || share === null ? ' ' : text.opening.count(progress)}</p>
        </div>
      </Late>
    </main>
  );
}

/** The back end said no, or says nothing. */
export function BrokenScreen({ error, onRetry }: { readonly error: ArchiveError; readonly onRetry: () => void }) {
  const isLost = error.code === 'disconnected';
  return (
    <main className={styles['screen']}>
      <EmptyState
        icon={isLost ? <DisconnectedIcon size={44} /> : <WarnIcon size={44} />}
        title={isLost ? text.broken.lost : text.broken.failed}
        actions={<Button onClick={onRetry}>{text.list.retry}</Button>}
      >
        {isLost ? text.broken.lostHint : errorSentence(error)}
      </EmptyState>
    </main>
  );
}
