import { Dialog } from '../../components/dialog.tsx';
import { text } from '../../text/text.ts';
import styles from './search.module.css';

type QueryHelpProps = { readonly onClose: () => void; readonly onTry: (query: string) => void };

/** What can be typed, each with an example that can be tried at once. */
export function QueryHelp({ onClose, onTry }: QueryHelpProps) {
  return (
    <Dialog title={text.search.helpTitle} onClose={onClose} size="large">
      <div className={styles['help']}>
        <p className={styles['helpIntro']}>{text.search.helpIntro}</p>
        <dl className={styles['examples']}>
          {text.search.examples.map(({ query, means }) => (
            <div key={query} className={styles['example']}>
              <dt>
                <button type="button" className={styles['try']} onClick={() => onTry(query)}>
                  {query}
                </button>
              </dt>
              <dd>{means}</dd>
            </div>
          ))}
        </dl>
      </div>
    </Dialog>
  );
}
