import { useEffect, useId, useRef, useState, type FormEvent } from 'react';
import type { FolderLook } from '#contract/library.ts';
import type { LibraryPurpose } from '#contract/libraries.ts';
import { Button } from '../../components/button.tsx';
import { useQuery, useServices } from '../../state/backend.tsx';
import { text } from '../../text/text.ts';
import { useLibraries } from './use-libraries.ts';
import styles from './manage.module.css';

type FolderFormProps = {
  readonly purpose: LibraryPurpose;
  readonly isBusy: boolean;
  readonly onChosen: (path: string) => void;
  readonly onCancel: () => void;
};

/**
 * Asks for a folder. A page in a browser cannot ask the system for one, so a path can be typed; what stands there
 * is said while it is typed, before anything is done.
 */
export function FolderForm({ purpose, isBusy, onChosen, onCancel }: FolderFormProps) {
  const { client, cache } = useServices();
  const [path, setPath] = useState('');
  const field = useRef<HTMLInputElement>(null);
  const fieldId = useId();
  const verdictId = useId();
  const canChoose = useLibraries().list?.canChoose ?? false;
  // The form has just been asked for.
  useEffect(() => field.current?.focus(), []);
  // What was seen at a path may be another by now.
  useEffect(() => cache.invalidate((method) => method === 'library.look'), [cache]);
  const look = useQuery('library.look', path.trim() === '' ? null : { path: path.trim() }).value;
  const isFit = look !== undefined && fits(look, purpose);
  const words = text.libraries.purposes[purpose];

  async function choose(): Promise<void> {
    const chosen = await client.ask('libraries.choose', { purpose });
    if (chosen.path !== null) setPath(chosen.path);
  }
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isFit) onChosen(look.path);
  };
  return (
    <form aria-label={words.title} className={styles['folder']} onSubmit={submit}>
      <label htmlFor={fieldId} className={styles['folderLabel']}>
        {text.libraries.path}
      </label>
      <div className={styles['folderLine']}>
        <input
          id={fieldId}
          type="text"
          value={path}
          spellCheck={false}
          autoComplete="off"
          ref={field}
          aria-describedby={verdictId}
          aria-invalid={look !== undefined && !isFit}
          className={styles['folderField']}
          onChange={({ target }) => setPath(target.value)}
        />
        {canChoose ? <Button onClick={() => void choose()}>{text.libraries.choose}</Button> : null}
      </div>
      <p id={verdictId} role="status" className={styles['verdict']} data-fit={look === undefined ? undefined : isFit}>
        {look === undefined ? text.libraries.pathHint : verdict(look, purpose)}
      </p>
      {purpose === 'move' ? <p className={styles['why']}>{text.libraries.moveHint}</p> : null}
      <div className={styles['buttons']}>
        <Button onClick={onCancel}>{text.dialog.cancel}</Button>
        <Button look="accent" type="submit" disabled={!isFit || isBusy}>
          {words.act}
        </Button>
      </div>
    </form>
  );
}

function fits({ kind, isInside }: FolderLook, purpose: LibraryPurpose): boolean {
  if (isInside) return false;
  return purpose === 'open' ? kind === 'library' : kind === 'empty' || kind === 'new';
}

function verdict({ kind, isInside, isReadOnly }: FolderLook, purpose: LibraryPurpose): string {
  if (isInside) return kind === 'library' ? text.libraries.openAlready : text.libraries.inside;
  if (purpose === 'open' && kind === 'empty') return text.libraries.kinds['other-files'];
  if (purpose === 'open' && kind === 'new') return text.libraries.kinds['no-parent'];
  return isReadOnly ? `${text.libraries.kinds[kind]} ${text.libraries.readOnly}` : text.libraries.kinds[kind];
}
