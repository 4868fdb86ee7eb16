import type { Finding, LastCheck } from '#contract/library.ts';
import { CheckIcon, WarnIcon } from '../../components/icons.ts';
import { text } from '../../text/text.ts';
import styles from './manage.module.css';

/** Of one kind so many are named; a damaged disk may have thousands. */
const mostNamed = 8;

/** What the last check found, in words: what is wrong, what to do, and which files it is about. */
export function CheckReport({ check }: { readonly check: LastCheck | null }) {
  if (check === null) return <p>{text.health.never}</p>;
  const { findings, findingsInAll, checkedAt, files } = check;
  if (findingsInAll === 0) {
    return (
      <p className={styles['sound']}>
        <CheckIcon size={16} />
        {text.health.sound(checkedAt, files)}
      </p>
    );
  }
  const kinds = Map.groupBy(findings, ({ kind }) => kind);
  const unnamed = findingsInAll - findings.length;
  return (
    <>
      <p className={styles['unsound']}>
        <WarnIcon size={16} />
        {text.health.unsound(checkedAt, findingsInAll)}
      </p>
      {[...kinds].map(([kind, found]) => (
        <FindingsOfKind key={kind} kind={kind} found={found} />
      ))}
      {unnamed > 0 ? <p className={styles['why']}>{text.health.more(unnamed)}</p> : null}
    </>
  );
}

function FindingsOfKind({ kind, found }: { readonly kind: string; readonly found: readonly Finding[] }) {
  const { title, advice } = text.health.findings[kind] ?? text.health.unknownFinding;
  return (
    <div className={styles['finding']}>
      <h4 className={styles['settingTitle']}>{title}</h4>
      <p className={styles['why']}>{advice}</p>
      <ul className={styles['paths']}>
        {found.slice(0, mostNamed).map(({ path, message }, at) => (
          <li key={`${path} ${at}`} title={message} className={styles['path']}>
            {path}
          </li>
        ))}
        {found.length > mostNamed ? <li>{text.health.more(found.length - mostNamed)}</li> : null}
      </ul>
    </div>
  );
}
