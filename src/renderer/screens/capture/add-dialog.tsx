import { useRef, useState, type ChangeEvent, type FormEvent, type RefObject } from 'react';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { FileIcon } from '../../components/icons.ts';
import { text } from '../../text/text.ts';
import { collectFiles } from './collect-drop.ts';
import { addressOf, inputsOfText } from './pasted.ts';
import type { TakeIn } from './use-capture.ts';
import styles from './capture.module.css';
import form from './form.module.css';

type AddDialogProps = {
  readonly takeIn: TakeIn;
  /** Which field has the focus at first. */
  readonly begin: 'address' | 'text';
  readonly onClose: () => void;
  /** The other ways in have sheets of their own. */
  readonly onOther: (sheet: 'bookmarklet' | 'watch' | 'waiting') => void;
};

/** Three ways in for those who would rather not drop or paste: an address, a text, files. */
export function AddDialog({ takeIn, begin, onClose, onOther }: AddDialogProps) {
  const [address, setAddress] = useState('');
  const [isWrong, setWrong] = useState(false);
  const [pasted, setPasted] = useState('');
  const addressField = useRef<HTMLInputElement>(null);
  const textField = useRef<HTMLTextAreaElement>(null);
  const isEmpty = address.trim() === '' && pasted.trim() === '';

  const finish = (work: Promise<void>) => {
    onClose();
    void work;
  };
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    const found = addressOf(address);
    if (address.trim() === '') finish(takeIn.inputs(inputsOfText(pasted, '')));
    else if (found !== null) finish(takeIn.inputs([{ kind: 'address', address: found }]));
    else {
      setWrong(true);
      addressField.current?.focus();
    }
  };
  const onAddress = (typed: string) => {
    setAddress(typed);
    setWrong(false);
  };

  return (
    <Dialog title={text.capture.addTitle} onClose={onClose} firstFocus={begin === 'text' ? textField : addressField}>
      <form className={styles['add']} onSubmit={onSubmit} noValidate>
        <AddressField field={addressField} typed={address} isWrong={isWrong} onType={onAddress} />
        <label className={form['label']} htmlFor="add-text">
          {text.capture.pasteLabel}
        </label>
        <textarea
          ref={textField}
          id="add-text"
          rows={5}
          value={pasted}
          placeholder={text.capture.pasteHint}
          className={form['field']}
          onChange={(event) => setPasted(event.target.value)}
        />
        <div className={styles['addFoot']}>
          <FileButton onFiles={(files) => finish(takeIn.files(collectFiles(files)))} />
          <Button type="submit" look="accent" disabled={isEmpty}>
            {text.capture.add}
          </Button>
        </div>
        <p className={styles['addHint']}>{text.capture.dropHint}</p>
        <div className={styles['otherWays']}>
          <Button look="quiet" onClick={() => onOther('bookmarklet')}>
            {text.actions.bookmarklet}
          </Button>
          <Button look="quiet" onClick={() => onOther('watch')}>
            {text.actions.watch}
          </Button>
          <Button look="quiet" onClick={() => onOther('waiting')}>
            {text.actions.waiting}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

type AddressFieldProps = {
  readonly field: RefObject<HTMLInputElement | null>;
  readonly typed: string;
  readonly isWrong: boolean;
  readonly onType: (typed: string) => void;
};

function AddressField({ field, typed, isWrong, onType }: AddressFieldProps) {
  return (
    <>
      <label className={form['label']} htmlFor="add-address">
        {text.capture.address}
      </label>
      <input
        ref={field}
        id="add-address"
        type="url"
        value={typed}
        placeholder="https://"
        autoComplete="off"
        spellCheck={false}
        aria-invalid={isWrong}
        aria-describedby={isWrong ? 'add-address-wrong' : undefined}
        className={form['field']}
        onChange={(event) => onType(event.target.value)}
      />
      {isWrong ? (
        <p id="add-address-wrong" role="alert" className={form['wrong']}>
          {text.capture.addressWrong}
        </p>
      ) : null}
    </>
  );
}

function FileButton({ onFiles }: { readonly onFiles: (files: FileList) => void }) {
  const picker = useRef<HTMLInputElement>(null);
  const onChange = ({ target }: ChangeEvent<HTMLInputElement>) => {
    if (target.files && target.files.length > 0) onFiles(target.files);
  };
  return (
    <>
      <input ref={picker} type="file" multiple hidden aria-label={text.capture.chooseFiles} onChange={onChange} />
      <Button onClick={() => picker.current?.click()}>
        <FileIcon size={16} />
        {text.capture.chooseFiles}
      </Button>
    </>
  );
}
