import { useId, useRef, useState, type FormEvent } from 'react';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { text } from '../../text/text.ts';
import styles from './search.module.css';

type SaveDialogProps = {
  readonly query: string;
  readonly onSave: (name: string) => void;
  readonly onClose: () => void;
};

/** Gives the present search a name. */
export function SaveDialog({ query, onSave, onClose }: SaveDialogProps) {
  const field = useRef<HTMLInputElement>(null);
  const id = useId();
  const [name, setName] = useState(nameFrom(query));
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    if (name.trim() === '') return;
    onClose();
    onSave(name.trim());
  };
  return (
    <Dialog title={text.saved.title} size="small" onClose={onClose} firstFocus={field}>
      <form className={styles['save']} onSubmit={onSubmit}>
        <label htmlFor={id}>{text.saved.name}</label>
        <input
          ref={field}
          id={id}
          type="text"
          maxLength={120}
          autoComplete="off"
          value={name}
          onFocus={(event) => event.target.select()}
          onChange={(event) => setName(event.target.value)}
          className={styles['saveName']}
        />
        <code className={styles['saveQuery']}>{query}</code>
        <p className={styles['saveHint']}>{text.saved.hint}</p>
        <div className={styles['saveActions']}>
          <Button look="quiet" onClick={onClose}>
            {text.dialog.cancel}
          </Button>
          <Button type="submit" look="accent" disabled={name.trim() === ''}>
            {text.saved.save}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

/** The words of a query without its signs, as a name to begin with. */
export function nameFrom(query: string): string {
  const words = query
    .replaceAll(/[\p{L}_]+:|["“”„«»()^~*+]/gu, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();
  const name = words === '' ? query.trim() : words;
  return (name.charAt(0).toUpperCase() + name.slice(1)).slice(0, 120);
}
