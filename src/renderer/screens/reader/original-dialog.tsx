import type { Article } from '#contract/article.ts';
import { Dialog } from '../../components/dialog.tsx';
import { text } from '../../text/text.ts';
import styles from './original.module.css';

type OriginalDialogProps = { readonly article: Article; readonly onClose: () => void };

/** Kinds of originals that are no page. */
const notShown: ReadonlySet<string> = new Set(['pdf']);

/** The page as it was taken in, in a frame that can run nothing and reach nothing. */
export function OriginalDialog({ article, onClose }: OriginalDialogProps) {
  const newest = article.snapshots.reduce((one, other) => (other.id > one.id ? other : one), article.snapshots[0]!);
  return (
    <Dialog title={text.original.title} onClose={onClose} size="whole">
      {notShown.has(newest.kind) ? (
        <p className={styles['note']}>{text.original.notShown(`${article.folder}/${newest.id}/${newest.original}`)}</p>
      ) : (
        <>
          <p className={styles['note']}>{text.original.sealed}</p>
          <iframe
            className={styles['frame']}
            title={text.original.frame(article.headline)}
            src={`/library/${article.id}/original`}
            sandbox=""
            referrerPolicy="no-referrer"
          />
        </>
      )}
    </Dialog>
  );
}
