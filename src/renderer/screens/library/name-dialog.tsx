import { useId, useRef, useState, type FormEvent } from 'react';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { text } from '../../text/text.ts';
import searchStyles from '../search/search.module.css';

type NameDialogProps = {
  readonly title: string;
  readonly label: string;
  readonly value?: string;
  readonly maxLength: number;
  /** What is said of the name that is typed. */
  readonly hint: (name: string) => string;
  readonly save: (name: string) => string;
  /** The name as it will be kept. */
  readonly clean: (typed: string) => string;
  readonly onSave: (name: string) => void;
  readonly onClose: () => void;
};

/** Asks for a name. */
export function NameDialog(props: NameDialogProps) {
  const { title, label, value = '', maxLength, hint, save, clean, onSave, onClose } = props;
  const field = useRef<HTMLInputElement>(null);
  const id = useId();
  const [typed, setTyped] = useState(value);
  const name = clean(typed);
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    if (name === '') return;
    onClose();
    if (name !== value) onSave(name);
  };
  return (
    <Dialog title={title} size="small" onClose={onClose} firstFocus={field}>
      <form className={searchStyles['save']} onSubmit={onSubmit}>
        <label htmlFor={id}>{label}</label>
        <input
          ref={field}
          id={id}
          type="text"
          maxLength={maxLength}
          autoComplete="off"
          value={typed}
          aria-describedby={`${id}-hint`}
          onFocus={(event) => event.target.select()}
          onChange={(event) => setTyped(event.target.value)}
          className={searchStyles['saveName']}
        />
        <p id={`${id}-hint`} aria-live="polite" className={searchStyles['saveHint']}>
          {hint(name)}
        </p>
        <div className={searchStyles['saveActions']}>
          <Button look="quiet" onClick={onClose}>
            {text.dialog.cancel}
          </Button>
          <Button type="submit" look="accent" disabled={name === ''}>
            {save(name)}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
