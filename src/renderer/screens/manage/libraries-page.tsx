import { useState } from 'react';
import type { LibraryPurpose, LibraryList } from '#contract/libraries.ts';
import { Button, IconButton } from '../../components/button.tsx';
import { CloseIcon, WarnIcon } from '../../components/icons.ts';
import { useServices } from '../../state/backend.tsx';
import { errorSentence, sentenceOfData } from '../../text/errors.ts';
import { text } from '../../text/text.ts';
import { FolderForm } from './folder-form.tsx';
import { useLibraries } from './use-libraries.ts';
import { useLongWork } from './use-long-work.ts';
import { WorkBar } from './work-bar.tsx';
import styles from './manage.module.css';

/** Which library is open, which there are besides, and the ways to another one. */
export function LibrariesPage() {
  const { client, announcer } = useServices();
  const { list, refresh } = useLibraries();
  const [purpose, setPurpose] = useState<LibraryPurpose | null>(null);
  const move = useLongWork('copy');
  if (list === null) return null;

  const attempt = async (work: () => Promise<unknown>) => {
    try {
      await work();
    } catch (error) {
      announcer.say({ text: errorSentence(error), tone: 'failed' });
    }
    refresh();
  };
  const open = (path: string) => void attempt(() => client.ask('libraries.open', { path }));
  const chosen = (path: string) => {
    if (purpose === 'create') void attempt(() => client.ask('libraries.create', { path }));
    else if (purpose === 'move') {
      void move.run(async (signal) => void (await client.ask('libraries.move', { path }, signal)));
    } else open(path);
  };
  const form = (
    <FolderForm
      key={purpose}
      purpose={purpose ?? 'open'}
      isBusy={move.running !== null}
      onChosen={chosen}
      onCancel={() => setPurpose(null)}
    />
  );
  return (
    <>
      {list.notOpened === null ? null : (
        <div role="alert" className={styles['alert']}>
          <WarnIcon size={16} />
          <p>
            {text.libraries.notOpened(list.notOpened.path)} {sentenceOfData(list.notOpened.error)}
          </p>
        </div>
      )}
      <section className={styles['section']}>
        <h3 className={styles['heading']}>{text.libraries.current}</h3>
        <div className={styles['library']}>
          <LibraryName {...list.current} />
          {list.canShow ? (
            <Button onClick={() => void client.ask('libraries.show', { path: list.current.path })}>
              {text.libraries.show}
            </Button>
          ) : null}
          <Button onClick={() => setPurpose('move')}>{text.libraries.move}</Button>
        </div>
        {purpose === 'move' ? form : null}
        <WorkBar label={text.libraries.copying} work={move} />
      </section>
      <section className={styles['section']}>
        <h3 className={styles['heading']}>{text.libraries.another}</h3>
        <div className={styles['buttons']} data-side="start">
          <Button onClick={() => setPurpose('open')}>{text.libraries.openOther}</Button>
          <Button onClick={() => setPurpose('create')}>{text.libraries.create}</Button>
        </div>
        {purpose === 'open' || purpose === 'create' ? form : null}
      </section>
      <Recent
        recent={list.recent}
        onOpen={open}
        onForget={(path) => void attempt(() => client.ask('libraries.forget', { path }))}
      />
    </>
  );
}

function LibraryName({ name, path }: { readonly name: string; readonly path: string }) {
  return (
    <div className={styles['libraryName']}>
      <span className={styles['settingTitle']}>{name}</span>
      <span className={styles['path']}>{path}</span>
    </div>
  );
}

type RecentProps = {
  readonly recent: LibraryList['recent'];
  readonly onOpen: (path: string) => void;
  readonly onForget: (path: string) => void;
};

function Recent({ recent, onOpen, onForget }: RecentProps) {
  return (
    <section className={styles['section']}>
      <h3 className={styles['heading']}>{text.libraries.others}</h3>
      {recent.length === 0 ? <p className={styles['why']}>{text.libraries.noOthers}</p> : null}
      <ul className={styles['libraryList']}>
        {recent.map(({ name, path, isThere }) => (
          <li key={path} className={styles['library']}>
            <LibraryName name={name} path={path} />
            {isThere ? (
              <Button aria-label={text.libraries.openNamed(name)} onClick={() => onOpen(path)}>
                {text.libraries.open}
              </Button>
            ) : (
              <span className={styles['why']}>{text.libraries.notThere}</span>
            )}
            <IconButton label={text.libraries.forgetNamed(name)} onClick={() => onForget(path)}>
              <CloseIcon />
            </IconButton>
          </li>
        ))}
      </ul>
    </section>
  );
}
