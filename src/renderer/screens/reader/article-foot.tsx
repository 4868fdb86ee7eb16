import type { Article } from '#contract/article.ts';
import { Button } from '../../components/button.tsx';
import { KeyHint } from '../../components/key-hint.tsx';
import { text } from '../../text/text.ts';
import type { ReaderActs } from './reader-bar.tsx';
import styles from './reader.module.css';

type ArticleFootProps = { readonly article: Article; readonly isReadOnly: boolean; readonly acts: ReaderActs };

/** What a paper prints small: corrections and rights. Below it, where to go from here. */
export function ArticleFoot({ article, isReadOnly, acts }: ArticleFootProps) {
  const canArchive = article.state !== 'archived' && !article.trashed && !isReadOnly;
  return (
    <footer className={styles['foot']}>
      {article.correction === null ? null : (
        <div role="note" className={styles['correction']}>
          <strong>{text.reader.correction}</strong> {article.correction}
        </div>
      )}
      {article.copyright === null ? null : <p className={styles['copyright']}>{article.copyright}</p>}
      <div className={styles['ways']}>
        {acts.isSample(article) && !article.trashed ? (
          <Button onClick={acts.trash}>{text.firstRun.removeSample}</Button>
        ) : null}
        {canArchive ? (
          <Button onClick={acts.archive}>
            {text.reader.archive} <KeyHint keys="e" />
          </Button>
        ) : null}
        <Button look="quiet" onClick={acts.next}>
          {text.reader.next} <KeyHint keys="j" />
        </Button>
      </div>
    </footer>
  );
}
