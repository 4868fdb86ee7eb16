import { Dialog } from '../../components/dialog.tsx';
import { text } from '../../text/text.ts';
import { inlineParts } from './inline-parts.ts';
import styles from './search.module.css';

type QueryHelpProps = { readonly onClose: () => void; readonly onTry: (query: string) => void };

/** What can be typed, each with examples that can be tried at once. */
export function QueryHelp({ onClose, onTry }: QueryHelpProps) {
  const { queryLanguage } = text;
  return (
    <Dialog title={text.search.helpTitle} onClose={onClose} size="large">
      <div className={styles['help']}>
        <p className={styles['helpIntro']}>{text.search.helpIntro}</p>
        <Table rows={queryLanguage.rows} onTry={onTry} />
        <ul className={styles['helpNotes']}>
          {queryLanguage.notes.map((note) => (
            <li key={note}>
              <Inline markup={note} />
            </li>
          ))}
        </ul>
        <h3 className={styles['helpHeading']}>{text.search.helpLanguages}</h3>
        <p className={styles['helpIntro']}>{queryLanguage.languages.intro}</p>
        <Table rows={queryLanguage.languages.rows} onTry={onTry} />
      </div>
    </Dialog>
  );
}

type TableProps = Pick<QueryHelpProps, 'onTry'> & { readonly rows: typeof text.queryLanguage.rows };

function Table({ rows, onTry }: TableProps) {
  return (
    <dl className={styles['examples']}>
      {rows.map(({ typed, means }) => (
        <div key={typed} className={styles['example']}>
          <dt>
            {inlineParts(typed)
              .filter(({ kind }) => kind === 'code')
              .map(({ text: query }) => (
                <button key={query} type="button" className={styles['try']} onClick={() => onTry(query)}>
                  {query}
                </button>
              ))}
          </dt>
          <dd>
            <Inline markup={means} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Inline({ markup }: { readonly markup: string }) {
  return inlineParts(markup).map(({ kind, text: words }, at) => {
    // Parts have no names of their own, and their order never changes.
    const key = `${at} ${words}`;
    if (kind === 'code') return <code key={key}>{words}</code>;
    return kind === 'strong' ? <strong key={key}>{words}</strong> : <span key={key}>{words}</span>;
  });
}
