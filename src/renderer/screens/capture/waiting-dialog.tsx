import { useMemo } from 'react';
import type { WaitingAddress } from '#contract/capture.ts';
import { Button, IconButton } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { CloseIcon, RetryIcon } from '../../components/icons.ts';
import { useQuery, useServices } from '../../state/backend.tsx';
import { createWaitingActs, type WaitingActs } from '../../state/waiting-acts.ts';
import { sentenceOfData } from '../../text/errors.ts';
import { text } from '../../text/text.ts';
import styles from './waiting.module.css';

/** So many are drawn; of more it is said how many. */
const listed = 200;

/** The addresses that could not be fetched yet, each with its reason and what can be done. */
export function WaitingDialog({ onClose }: { readonly onClose: () => void }) {
  const { client, announcer } = useServices();
  const acts = useMemo(() => createWaitingActs(client, announcer), [client, announcer]);
  const addresses = useQuery('capture.waiting', {}).value?.addresses;
  return (
    <Dialog title={text.waiting.title} size="large" onClose={onClose}>
      <div className={styles['sheet']}>
        {addresses === undefined ? null : addresses.length === 0 ? (
          <div className={styles['none']}>
            <p className={styles['noneTitle']}>{text.waiting.empty}</p>
            <p>{text.waiting.emptyDetail}</p>
          </div>
        ) : (
          <WaitingList addresses={addresses} acts={acts} />
        )}
      </div>
    </Dialog>
  );
}

type WaitingListProps = { readonly addresses: readonly WaitingAddress[]; readonly acts: WaitingActs };

function WaitingList({ addresses, acts }: WaitingListProps) {
  const shown = addresses.slice(0, listed);
  return (
    <>
      <p className={styles['intro']}>{text.waiting.intro}</p>
      <ul aria-label={text.waiting.list} className={styles['list']}>
        {shown.map((one) => (
          <WaitingRow key={one.address} one={one} acts={acts} />
        ))}
        {addresses.length > listed ? (
          <li className={styles['row']}>{text.waiting.more(addresses.length - listed)}</li>
        ) : null}
      </ul>
      <footer className={styles['foot']}>
        <Button look="accent" onClick={() => void acts.retry(null)}>
          <RetryIcon size={15} />
          {text.waiting.retryAll}
        </Button>
      </footer>
    </>
  );
}

function WaitingRow({ one, acts }: { readonly one: WaitingAddress; readonly acts: WaitingActs }) {
  const { address, isTrying } = one;
  return (
    <li className={styles['row']}>
      <div className={styles['words']}>
        <span className={styles['address']} title={address}>
          {address}
        </span>
        <span className={styles['reason']}>{whyItWaits(one)}</span>
      </div>
      <IconButton label={text.waiting.retryOne(address)} disabled={isTrying} onClick={() => void acts.retry([address])}>
        <RetryIcon size={16} />
      </IconButton>
      <IconButton label={text.waiting.removeOne(address)} onClick={() => void acts.remove([address])}>
        <CloseIcon size={16} />
      </IconButton>
    </li>
  );
}

function whyItWaits({ isTrying, error, nextAttemptAt }: WaitingAddress): string {
  if (isTrying) return text.waiting.trying;
  const reason = error === null ? text.waiting.notTried : sentenceOfData(error);
  if (nextAttemptAt === null) return `${reason} ${text.waiting.notByItself}`;
  const isToday = new Date(nextAttemptAt).toDateString() === new Date().toDateString();
  return `${reason} ${(isToday ? text.waiting.nextToday : text.waiting.next)(nextAttemptAt)}`;
}
