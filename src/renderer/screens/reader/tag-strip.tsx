import { joinClasses } from '../../components/button.tsx';
import { AddIcon, CheckIcon, CloseIcon, RuleIcon } from '../../components/icons.ts';
import { text } from '../../text/text.ts';
import styles from './tag-strip.module.css';

type TagStripProps = {
  readonly tags: readonly string[];
  /** Those of them that a rule gave. */
  readonly ruleTags: readonly string[];
  readonly isReadOnly: boolean;
  readonly onGo: (tag: string) => void;
  readonly onRemove: (tag: string) => void;
  /** Makes a rule's tag one's own. */
  readonly onKeep: (tag: string) => void;
  readonly onAdd: () => void;
};

/** The tags of an article: each leads to its shelf and can be taken off. */
export function TagStrip({ tags, ruleTags, isReadOnly, onGo, onRemove, onKeep, onAdd }: TagStripProps) {
  const isRules = (tag: string) => ruleTags.includes(tag);
  return (
    <ul aria-label={text.reader.tags} className={styles['strip']}>
      {tags.map((tag) => (
        <li key={tag} className={joinClasses(styles['tag'], isRules(tag) && styles['byRule'])}>
          {isRules(tag) ? <RuleIcon size={12} role="img" aria-label={text.tagActs.byRule} /> : null}
          <button type="button" className={styles['name']} onClick={() => onGo(tag)}>
            {tag}
          </button>
          {isReadOnly || !isRules(tag) ? null : (
            <button
              type="button"
              aria-label={text.tagActs.keep(tag)}
              title={text.tagActs.keep(tag)}
              className={styles['remove']}
              onClick={() => onKeep(tag)}
            >
              <CheckIcon size={12} />
            </button>
          )}
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
