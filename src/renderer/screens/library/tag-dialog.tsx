import { useRef, useState } from 'react';
import type { TagCount } from '#contract/lists.ts';
import { Dialog } from '../../components/dialog.tsx';
import { AddIcon, CheckIcon, CloseIcon, TagIcon } from '../../components/icons.ts';
import { Picker, type Option } from '../../components/picker.tsx';
import { formatNumber } from '../../text/format.ts';
import { text } from '../../text/text.ts';
import { cleanTag, offerTags } from './tag-offers.ts';
import styles from './library.module.css';

type TagDialogProps = {
  /** How many articles are chosen. */
  readonly count: number;
  readonly known: readonly TagCount[];
  /** Tags that all of them bear. */
  readonly current: readonly string[];
  readonly onTag: (add: readonly string[], remove: readonly string[]) => void;
  readonly onClose: () => void;
};

/** Tags one article or many: type, and Enter adds. It stays open for the next tag; Escape ends it. */
export function TagDialog({ count, known, current, onTag, onClose }: TagDialogProps) {
  const field = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState('');
  const offers = offerTags(known, current, typed);
  const options: readonly Option[] = offers.map(({ tag, kind, total }) => ({
    id: tag,
    label: kind === 'new' ? text.tags.make(tag) : tag,
    icon: kind === 'new' ? <AddIcon /> : kind === 'borne' ? <CheckIcon /> : <TagIcon />,
    aside: kind === 'borne' ? text.tags.takeOff : kind === 'new' ? null : formatNumber(total),
  }));
  const onPick = (id: string) => {
    const tag = cleanTag(id);
    if (current.includes(tag)) onTag([], [tag]);
    else onTag([tag], []);
    setTyped('');
  };
  const last = current.at(-1);
  return (
    <Dialog title={text.tags.title(count)} look="bare" onClose={onClose} firstFocus={field}>
      <Picker
        field={field}
        label={text.tags.title(count)}
        placeholder={text.tags.placeholder}
        empty={text.tags.empty}
        icon={<TagIcon size={17} className={styles['fieldIcon']} />}
        before={current.map((tag) => (
          <span key={tag} className={styles['chip']}>
            {tag}
            <button type="button" aria-label={text.reader.removeTag(tag)} onClick={() => onTag([], [tag])}>
              <CloseIcon size={12} />
            </button>
          </span>
        ))}
        typed={typed}
        onType={setTyped}
        options={options}
        onPick={onPick}
        onEraseBack={() => last !== undefined && onTag([], [last])}
      />
    </Dialog>
  );
}
