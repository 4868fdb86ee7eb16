import { useRef, useState } from 'react';
import { Button } from '../../../components/button.tsx';
import { Choice } from '../../../components/choice.tsx';
import { Dialog } from '../../../components/dialog.tsx';
import { useServices } from '../../../state/backend.tsx';
import type { Preferences } from '../../../state/preferences.ts';
import { useWholeStore } from '../../../state/store.ts';
import { text } from '../../../text/text.ts';
import { loadPictures } from './load-pictures.ts';
import styles from './print.module.css';

/** How the open article is printed; then the system's own window takes over. */
export function PrintDialog({ onClose }: { readonly onClose: () => void }) {
  const { preferences, announcer } = useServices();
  const { printColumns, hasPrintedPictures } = useWholeStore(preferences);
  const [isPreparing, setPreparing] = useState(false);
  const first = useRef<HTMLButtonElement>(null);
  const set = (change: Partial<Preferences>) => preferences.set((now) => ({ ...now, ...change }));
  const print = async () => {
    setPreparing(true);
    const article = document.querySelector('[data-print]');
    const missing = article && hasPrintedPictures ? await loadPictures(article) : 0;
    onClose();
    if (missing > 0) announcer.say({ text: text.print.missing(missing), tone: 'failed' });
    // Once the sheet is gone: it would lie in the way of the system's window.
    setTimeout(() => window.print());
  };
  return (
    <Dialog title={text.print.title} size="small" onClose={onClose} firstFocus={first}>
      <div className={styles['sheet']}>
        <div className={styles['line']}>
          <span aria-hidden="true">{text.print.columns}</span>
          <Choice
            label={text.print.columns}
            value={printColumns}
            options={text.print.columnChoices}
            onChange={(chosen) => set({ printColumns: chosen })}
          />
        </div>
        <label className={styles['check']}>
          <input
            type="checkbox"
            checked={hasPrintedPictures}
            onChange={(event) => set({ hasPrintedPictures: event.target.checked })}
          />
          {text.print.pictures}
        </label>
        <p className={styles['hint']}>{text.print.hint}</p>
        <div className={styles['acts']}>
          <span role="status" className={styles['hint']}>
            {isPreparing ? text.print.preparing : ''}
          </span>
          <Button look="quiet" onClick={onClose}>
            {text.dialog.cancel}
          </Button>
          <Button ref={first} look="accent" disabled={isPreparing} onClick={() => void print()}>
            {text.print.print}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
