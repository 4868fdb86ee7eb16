import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { text } from '../../text/text.ts';
import styles from './link.module.css';

type LinkDialogProps = { readonly address: string; readonly onAdd: () => void; readonly onClose: () => void };

/**
 * Asks whether an address is to be added that a link from elsewhere proposes.
 *
 * Nothing in it has the focus at first: a page must not be able to time its link so that a key meant for
 * something else says yes.
 */
export function LinkDialog({ address, onAdd, onClose }: LinkDialogProps) {
  return (
    <Dialog title={text.links.title} onClose={onClose}>
      <div className={styles['sheet']}>
        <p className={styles['host']}>{new URL(address).host}</p>
        <p className={styles['address']}>{address}</p>
        <p className={styles['soft']}>{text.links.detail}</p>
        <div className={styles['foot']}>
          <Button onClick={onClose}>{text.dialog.cancel}</Button>
          <Button look="accent" onClick={onAdd}>
            {text.links.add}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
