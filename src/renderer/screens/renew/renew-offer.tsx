import type { ArticleId } from '#contract/article.ts';
import type { Client } from '#contract/client.ts';
import type { Renewal, RenewalKind } from '#contract/renewal.ts';
import { finishedArticles } from '#contract/work-done.ts';
import { Button } from '../../components/button.tsx';
import { useQuery, useServices } from '../../state/backend.tsx';
import type { Renewing } from '../../text/en/renewing.ts';
import { errorSentence } from '../../text/errors.ts';
import { WorkBar } from '../manage/work-bar.tsx';
import styles from './renew.module.css';

export type RenewOfferProps = {
  readonly words: Renewing;
  readonly what: RenewalKind;
  /** `null`: all of the library. */
  readonly ids: readonly ArticleId[] | null;
  readonly isDisabled: boolean;
};

/** The way to read articles again, or to fetch their missing pictures, and what that means. */
export function RenewOffer({ words, what, ids, isDisabled }: RenewOfferProps) {
  const { client, announcer } = useServices();
  const { value } = useQuery('renewals.list', {});
  const running = value?.renewals.find((one) => one.phase === 'running' && one.what === what);
  const begin = () =>
    client
      .call('renewals.start', { what, ids: ids === null ? null : [...ids] })
      .catch((error: unknown) => announcer.say({ text: errorSentence(error), tone: 'failed' }));
  const hint = ids === null ? words.all[`${what}Hint`] : words.hint[what];
  return (
    <div className={ids === null ? styles['offer'] : `${styles['offer']} ${styles['inline']}`}>
      {ids === null ? <p className={styles['hint']}>{hint}</p> : null}
      {running !== undefined ? (
        <WorkBar label={words.running[what](running.total)} work={workOf(running, client)} />
      ) : (
        <Button disabled={isDisabled} onClick={() => void begin()}>
          {ids === null ? words.all[what] : words.act[what]}
        </Button>
      )}
      {ids !== null && running === undefined ? <span className={styles['hint']}>{hint}</span> : null}
    </div>
  );
}

/** What stands behind the sheet in the corner is shown in it too. */
function workOf(renewal: Renewal, client: Pick<Client, 'call'>) {
  return {
    running: { done: finishedArticles(renewal), total: renewal.total },
    // One that has ended meanwhile need not be stopped.
    stop: () => void client.call('renewals.cancel', { renewal: renewal.id }).catch(() => undefined),
  };
}
