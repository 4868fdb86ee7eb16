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
      <RepairNote article={article} onRepair={acts.repair} />
      {acts.queueHead === null ? null : (
        <Button className={styles['readNext']} onClick={acts.readNext}>
          <span className={styles['nextWord']}>{text.queue.next}</span>{' '}
          <span className={styles['nextHeadline']}>{acts.queueHead}</span> <KeyHint keys="g" />
        </Button>
      )}
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

/** That the text was repaired by hand, or that it may want it. */
function RepairNote({ article, onRepair }: { readonly article: Article; readonly onRepair: () => void }) {
  const repaired = article.repairs.filter(({ outcome }) => outcome === 'done').length;
  if (repaired === 0 && article.warnings.length === 0) return null;
  return (
    <p role="note" className={styles['repair']}>
      {repaired > 0 ? text.repair.byHand(repaired) : text.repair.mayMiss}
      <Button look="quiet" onClick={onRepair}>
        {text.repair.compare} <KeyHint keys="shift+e" />
      </Button>
    </p>
  );
}
