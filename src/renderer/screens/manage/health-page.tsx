import { useState } from 'react';
import { Button } from '../../components/button.tsx';
import { useQuery, useServices } from '../../state/backend.tsx';
import { text } from '../../text/text.ts';
import { RenewOffer } from '../renew/late.ts';
import { CheckReport } from './check-report.tsx';
import { Figures, Sizes } from './figures.tsx';
import { FolderForm } from './folder-form.tsx';
import { useLongWork } from './use-long-work.ts';
import { WorkBar } from './work-bar.tsx';
import styles from './manage.module.css';

/** What the library holds, what it takes, whether it is sound, and what can be done about it. */
export function HealthPage({ isReadOnly }: { readonly isReadOnly: boolean }) {
  const stats = useQuery('library.stats', {}).value;
  const storage = useQuery('library.storage', {});
  const indexing = useQuery('library.status', {}).value?.indexing ?? null;
  return (
    <>
      <Figures stats={stats} pictures={storage.value?.pictures.files} />
      <Sizes storage={storage} catalogueBytes={stats?.catalogueBytes} />
      <section className={styles['section']}>
        <h3 className={styles['heading']}>{text.health.index}</h3>
        <p>{indexing === null ? text.health.indexReady : text.health.indexBuilding(indexing.done, indexing.total)}</p>
      </section>
      <CheckSection />
      <section className={styles['section']}>
        <h3 className={styles['heading']}>{text.actions.reread}</h3>
        <RenewOffer what="reread" ids={null} isDisabled={isReadOnly} />
        <RenewOffer what="pictures" ids={null} isDisabled={isReadOnly} />
      </section>
      <RebuildSection isReadOnly={isReadOnly} />
      <BackupSection />
    </>
  );
}

function CheckSection() {
  const { client, cache } = useServices();
  const work = useLongWork('check');
  const last = useQuery('library.lastCheck', {}).value;
  const check = async (signal: AbortSignal) => {
    await client.call('library.verify', {}, signal);
    cache.invalidate((method) => method === 'library.lastCheck');
  };
  return (
    <section className={styles['section']}>
      <h3 className={styles['heading']}>{text.health.check}</h3>
      {last === undefined ? null : <CheckReport check={last.check} />}
      <p className={styles['why']}>{text.health.checkHint}</p>
      {work.running === null ? (
        <Button onClick={() => void work.run(check)}>{text.health.checkNow}</Button>
      ) : (
        <WorkBar label={text.health.checking} work={work} />
      )}
    </section>
  );
}

function RebuildSection({ isReadOnly }: { readonly isReadOnly: boolean }) {
  const { client, announcer } = useServices();
  const work = useLongWork('rebuild');
  const rebuild = async () => {
    // Not to be stopped half way: lists would stay empty until the next start.
    const { articles } = await client.call('library.rebuild', {});
    announcer.say({ text: text.health.rebuilt(articles), tone: 'done' });
  };
  return (
    <section className={styles['section']}>
      <h3 className={styles['heading']}>{text.health.rebuild}</h3>
      <p className={styles['why']}>{text.health.rebuildHint}</p>
      {work.running === null ? (
        <Button disabled={isReadOnly} onClick={() => void work.run(rebuild)}>
          {text.health.rebuild}
        </Button>
      ) : (
        <WorkBar label={text.health.rebuilding} work={work} mayStop={false} />
      )}
    </section>
  );
}

function BackupSection() {
  const { client, announcer } = useServices();
  const work = useLongWork('copy');
  const [isAsking, setAsking] = useState(false);
  const copy = (path: string) =>
    work.run(async (signal) => {
      const copied = await client.call('library.copy', { path }, signal);
      setAsking(false);
      announcer.say({ text: text.health.backedUp(copied.path), tone: 'done' });
    });
  return (
    <section className={styles['section']}>
      <h3 className={styles['heading']}>{text.libraries.purposes.backup.title}</h3>
      <p className={styles['why']}>{text.health.backupHint}</p>
      {isAsking ? (
        <FolderForm
          purpose="backup"
          isBusy={work.running !== null}
          onChosen={(path) => void copy(path)}
          onCancel={() => setAsking(false)}
        />
      ) : (
        <Button onClick={() => setAsking(true)}>{text.health.backup}</Button>
      )}
      <WorkBar label={text.libraries.copying} work={work} />
    </section>
  );
}
