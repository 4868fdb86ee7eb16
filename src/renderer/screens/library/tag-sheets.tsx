import { useRef, useState } from 'react';
import type { TagCount } from '#contract/lists.ts';
import { Dialog } from '../../components/dialog.tsx';
import { TagIcon, UpIcon } from '../../components/icons.ts';
import { Picker, type Option } from '../../components/picker.tsx';
import { formatNumber } from '../../text/format.ts';
import { text } from '../../text/text.ts';
import { isBelow } from './desk-organise.ts';
import { NameDialog } from './name-dialog.tsx';
import { cleanTag, holdsWords } from './tag-offers.ts';
import styles from './library.module.css';

type TagSheetProps = {
  readonly tag: string;
  readonly known: readonly TagCount[];
  readonly onClose: () => void;
};

/** A new name for a tag. One that is there already makes the two one, and that is said before. */
export function RenameTagSheet({
  tag,
  known,
  onRename,
  onClose,
}: TagSheetProps & { readonly onRename: (to: string, said: string) => void }) {
  const other = (name: string) => (name === tag ? undefined : known.find((one) => one.tag === name));
  return (
    <NameDialog
      title={text.tagActs.renameTitle(tag)}
      label={text.tagActs.name}
      value={tag}
      maxLength={200}
      clean={cleanTag}
      hint={(name) => {
        const taken = other(name);
        return taken === undefined ? text.tagActs.nests : text.tagActs.willMerge(name, taken.total);
      }}
      save={(name) => (other(name) === undefined ? text.tagActs.save : text.tagActs.merging)}
      onSave={(name) =>
        onRename(name, other(name) === undefined ? text.tagActs.renamed(name) : text.tagActs.merged(name))
      }
      onClose={onClose}
    />
  );
}

/** Chooses another tag: to go below it (or with `null` to the top), or to become one with it. */
export function OtherTagSheet({
  tag,
  known,
  purpose,
  onPick,
  onClose,
}: TagSheetProps & { readonly purpose: 'move' | 'merge'; readonly onPick: (other: string | null) => void }) {
  const field = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState('');
  const title = purpose === 'move' ? text.tagActs.moveTitle(tag) : text.tagActs.mergeTitle(tag);
  const canGoUp = purpose === 'move' && tag.includes('/') && typed.trim() === '';
  const others = known.filter((one) => !isBelow(one.tag, tag) && holdsWords(one.tag, typed)).slice(0, offerLimit);
  const options: readonly Option[] = [
    ...(canGoUp ? [{ id: topLevel, label: text.tagActs.topLevel, icon: <UpIcon /> }] : []),
    ...others.map(({ tag: name, total }) => ({
      id: name,
      label: name,
      icon: <TagIcon />,
      aside: formatNumber(total),
    })),
  ];
  return (
    <Dialog title={title} look="bare" onClose={onClose} firstFocus={field}>
      <Picker
        field={field}
        label={title}
        placeholder={text.tagActs.placeholder}
        empty={text.tagActs.noOther}
        icon={<TagIcon size={17} className={styles['fieldIcon']} />}
        before={<span className={styles['asked']}>{title}</span>}
        typed={typed}
        onType={setTyped}
        options={options}
        onPick={(id) => {
          onClose();
          onPick(id === topLevel ? null : id);
        }}
      />
    </Dialog>
  );
}

/** No tag has an empty level. */
const topLevel = '/';
const offerLimit = 50;
