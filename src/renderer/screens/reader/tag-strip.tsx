import { AddIcon, CloseIcon } from '../../components/icons.ts';
import { text } from '../../text/text.ts';
import styles from './tag-strip.module.css';

type TagStripProps = {
  readonly tags: readonly string[];
  readonly isReadOnly: boolean;
  readonly onGo: (tag: string) => void;
  readonly onRemove: (tag: string) => void;
  readonly onAdd: () => void;
};

/** The tags of an article: each leads to its shelf and can be taken off. */
export function TagStrip({ tags, isReadOnly, onGo, onRemove, onAdd }: TagStripProps) {
  return (
    <ul aria-label={text.reader.tags} className={styles['strip']}>
      {tags.map((tag) => (
        <li key={tag} className={styles['tag']}>
          <button type="button" className={styles['name']} onClick={() => onGo(tag)}>
            {tag}
          </button>
          {isReadOnly ? null : (
            <button
              type="button"
              aria-label={text.reader.removeTag(tag)}
              className={styles['remove']}
              onClick={() => onRemove(tag)}
            >
              <CloseIcon size={12} />
            </button>
          )}
        </li>
      ))}
      {isReadOnly ? null : (
        <li>
          <button type="button" className={styles['add']} onClick={onAdd}>
            <AddIcon size={13} />
            {text.reader.addTag}
          </button>
        </li>
      )}
    </ul>
  );
}
