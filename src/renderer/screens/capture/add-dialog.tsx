import { useRef, useState, type ChangeEvent, type FormEvent } from 'react';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { FileIcon, PasteIcon } from '../../components/icons.ts';
import { text } from '../../text/text.ts';
import { collectFiles } from './collect-drop.ts';
import { addressOf, inputsOfText } from './pasted.ts';
import type { TakeIn } from './use-capture.ts';
import styles from './capture.module.css';

type AddDialogProps = { readonly takeIn: TakeIn; readonly onClose: () => void };

/** Three ways in for those who would rather not drop or paste: an address, files, a text. */
export function AddDialog({ takeIn, onClose }: AddDialogProps) {
  const [address, setAddress] = useState('');
  const [isWrong, setWrong] = useState(false);
  const [pasted, setPasted] = useState('');
  const field = useRef<HTMLInputElement>(null);
  const files = useRef<HTMLInputElement>(null);

  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    const found = addressOf(address);
    setWrong(address.trim() !== '' && found === null);
    if (found !== null) finish(takeIn.inputs([{ kind: 'address', address: found }]));
    else if (address.trim() === '' && pasted.trim() !== '') finish(takeIn.inputs(inputsOfText(pasted, '')));
    else field.current?.focus();
  };
  const finish = (work: Promise<void>) => {
    onClose();
    void work;
  };
  const onFiles = (event: ChangeEvent<HTMLInputElement>) => {
    const chosen = event.target.files;
    if (chosen && chosen.length > 0) finish(takeIn.files(collectFiles(chosen)));
  };

  return (
    <Dialog title={text.capture.addTitle} onClose={onClose} firstFocus={field}>
      <form className={styles['add']} onSubmit={onSubmit} noValidate>
        <label className={styles['addLabel']} htmlFor="add-address">
          {text.capture.address}
        </label>
        <input
          ref={field}
          id="add-address"
          type="url"
          value={address}
          placeholder="https://"
          autoComplete="off"
          spellCheck={false}
          aria-invalid={isWrong}
          aria-describedby={isWrong ? 'add-address-wrong' : undefined}
          className={styles['addField']}
          onChange={(event) => {
            setAddress(event.target.value);
            setWrong(false);
          }}
        />
        {isWrong ? (
          <p id="add-address-wrong" role="alert" className={styles['wrong']}>
            {text.capture.addressWrong}
          </p>
        ) : null}

        <label className={styles['addLabel']} htmlFor="add-text">
          {text.capture.pasteLabel}
        </label>
        <textarea
          id="add-text"
          rows={5}
          value={pasted}
          placeholder={text.capture.pasteHint}
          className={styles['addField']}
          onChange={(event) => setPasted(event.target.value)}
        />

        <div className={styles['addFoot']}>
          <input ref={files} type="file" multiple hidden aria-label={text.capture.chooseFiles} onChange={onFiles} />
          <Button onClick={() => files.current?.click()}>
            <FileIcon size={16} />
            {text.capture.chooseFiles}
          </Button>
          <Button type="submit" look="accent" disabled={address.trim() === '' && pasted.trim() === ''}>
            {address.trim() === '' && pasted.trim() !== '' ? <PasteIcon size={16} /> : null}
            {text.capture.add}
          </Button>
        </div>
        <p className={styles['addHint']}>{text.capture.dropHint}</p>
      </form>
    </Dialog>
  );
}
