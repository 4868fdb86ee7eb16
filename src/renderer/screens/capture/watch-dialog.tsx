import { useEffect, useState, type FormEvent } from 'react';
import type { WatchedFolder } from '#contract/watch.ts';
import type { Input } from '#contract/contract.ts';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { CheckIcon, WarnIcon } from '../../components/icons.ts';
import { useCommand, useQuery, useServices } from '../../state/backend.tsx';
import { errorSentence, sentenceOfData } from '../../text/errors.ts';
import { text } from '../../text/text.ts';
import { FailureRow } from './failure-row.tsx';
import form from './form.module.css';
import styles from './watch.module.css';

/** The folder whose new files come in by themselves: which it is, whether it is watched, and what failed. */
export function WatchDialog({ onClose }: { readonly onClose: () => void }) {
  const watched = useQuery('watch.get', {}).value;
  return (
    <Dialog title={text.watch.title} onClose={onClose}>
      {watched === undefined ? null : watched.isPossible ? (
        <div className={styles['sheet']}>
          <p className={styles['soft']}>{text.watch.intro}</p>
          <WatchForm key={watched.folder} watched={watched} />
          {watched.failures.length > 0 ? <Failures failures={watched.failures} /> : null}
        </div>
      ) : (
        <div className={styles['sheet']}>
          <p className={styles['strong']}>{text.watch.notHere}</p>
          <p className={styles['soft']}>{text.watch.notHereDetail}</p>
        </div>
      )}
    </Dialog>
  );
}

function WatchForm({ watched }: { readonly watched: WatchedFolder }) {
  const { client } = useServices();
  const canChoose = useCanChoose();
  const set = useCommand('watch.set');
  const [folder, setFolder] = useState(watched.folder ?? '');
  const [takeExisting, setTakeExisting] = useState(false);
  const [wrong, setWrong] = useState<string | null>(null);
  const isOther = folder.trim() !== '' && folder.trim() !== watched.folder;

  const change = (input: Input<'watch.set'>) => {
    setWrong(null);
    set.run(input).catch((error: unknown) => setWrong(errorSentence(error)));
  };
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    if (isOther) change({ folder: folder.trim(), isOn: true, takeExisting });
    else if (watched.folder !== null) change({ isOn: !watched.isOn });
  };
  const onChoose = async () => {
    const { path } = await client.ask('libraries.choose', { purpose: 'watch' });
    if (path !== null) setFolder(path);
  };

  return (
    <form className={styles['form']} onSubmit={onSubmit} noValidate>
      <label className={form['label']} htmlFor="watch-folder">
        {text.watch.folder}
      </label>
      <div className={styles['choice']}>
        <input
          id="watch-folder"
          value={folder}
          placeholder={text.watch.folderHint}
          autoComplete="off"
          spellCheck={false}
          aria-invalid={wrong !== null}
          aria-describedby={wrong === null ? undefined : 'watch-wrong'}
          className={form['field']}
          onChange={(event) => {
            setFolder(event.target.value);
            setWrong(null);
          }}
        />
        {canChoose ? <Button onClick={() => void onChoose()}>{text.watch.choose}</Button> : null}
      </div>
      {wrong === null ? null : (
        <p id="watch-wrong" role="alert" className={form['wrong']}>
          {wrong}
        </p>
      )}
      {isOther ? (
        <label className={styles['check']}>
          <input type="checkbox" checked={takeExisting} onChange={(event) => setTakeExisting(event.target.checked)} />
          {text.watch.existing}
        </label>
      ) : null}
      <div className={styles['foot']}>
        <State watched={watched} />
        <Button
          type="submit"
          look={watched.isOn && !isOther ? 'plain' : 'accent'}
          disabled={set.isRunning || (!isOther && watched.folder === null)}
        >
          {isOther || watched.folder === null ? text.watch.begin : watched.isOn ? text.watch.stop : text.watch.goOn}
        </Button>
      </div>
    </form>
  );
}

/** Whether the system's own sheet for folders can be asked for. */
function useCanChoose(): boolean {
  const { client } = useServices();
  const [canChoose, setCanChoose] = useState(false);
  useEffect(() => {
    client.ask('libraries.list', {}).then(
      (answer) => setCanChoose(answer.canChoose),
      // Then the path is typed.
      () => undefined,
    );
  }, [client]);
  return canChoose;
}

function State({ watched: { folder, isOn, taken, problem } }: { readonly watched: WatchedFolder }) {
  const sentence = folder === null ? text.watch.none : isOn ? text.watch.watching(taken) : text.watch.resting;
  return (
    <p role="status" className={styles['state']}>
      {problem !== null ? (
        <WarnIcon size={16} className={styles['warn']} />
      ) : isOn ? (
        <CheckIcon size={16} className={styles['good']} />
      ) : null}
      <span>{problem === null ? sentence : sentenceOfData(problem)}</span>
    </p>
  );
}

function Failures({ failures }: Pick<WatchedFolder, 'failures'>) {
  const forget = useCommand('watch.forgetFailures');
  return (
    <section className={styles['failures']}>
      <h3 className={form['label']}>{text.watch.failures}</h3>
      <p className={styles['soft']}>{text.watch.failuresNote}</p>
      <ul aria-label={text.watch.failures} className={styles['list']} tabIndex={0}>
        {failures.map(({ file, error }) => (
          <FailureRow key={file} name={file} error={error} />
        ))}
      </ul>
      <Button
        look="quiet"
        className={styles['forget']}
        disabled={forget.isRunning}
        // What is told here is a notice; that it could not be cleared shows by its staying.
        onClick={() => void forget.run({}).catch(() => undefined)}
      >
        {text.watch.forget}
      </Button>
    </section>
  );
}
