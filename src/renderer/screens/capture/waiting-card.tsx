import { useState } from 'react';
import { Button, IconButton } from '../../components/button.tsx';
import { CloseIcon, HistoryIcon } from '../../components/icons.ts';
import { text } from '../../text/text.ts';
import styles from './capture.module.css';

type WaitingCardProps = { readonly waiting: number; readonly onShow: () => void };

/** Says that addresses wait. Once hidden it comes back only when more wait than then. */
export function WaitingCard({ waiting, onShow }: WaitingCardProps) {
  const [hiddenAt, setHiddenAt] = useState(0);
  if (hiddenAt > waiting) setHiddenAt(waiting);
  if (waiting <= hiddenAt) return null;
  return (
    <section className={styles['waiting']}>
      <HistoryIcon size={16} className={styles['quietIcon']} />
      <h2 className={styles['jobTitle']} role="status">
        {text.waiting.waiting(waiting)}
      </h2>
      <Button look="quiet" onClick={onShow}>
        {text.waiting.show}
      </Button>
      <IconButton label={text.waiting.hide} onClick={() => setHiddenAt(waiting)}>
        <CloseIcon />
      </IconButton>
    </section>
  );
}
