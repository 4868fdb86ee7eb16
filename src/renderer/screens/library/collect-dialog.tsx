import { useRef, useState } from 'react';
import type { Collection } from '#contract/collections.ts';
import { Dialog } from '../../components/dialog.tsx';
import { AddIcon, CheckIcon, CollectionIcon } from '../../components/icons.ts';
import { Picker, type Option } from '../../components/picker.tsx';
import { formatNumber } from '../../text/format.ts';
import { text } from '../../text/text.ts';
import { holdsWords } from './tag-offers.ts';
import styles from './library.module.css';

type CollectDialogProps = {
  /** How many articles are chosen. */
  readonly count: number;
  readonly collections: readonly Collection[];
  /** The ids of those that all of them are in. */
  readonly current: readonly string[];
  readonly onPut: (id: string) => void;
  readonly onTakeOut: (id: string) => void;
  readonly onMake: (name: string) => void;
  readonly onClose: () => void;
};

/** Puts one article or many in a collection, or takes them out: type, and Enter does it. Escape ends it. */
export function CollectDialog({ count, collections, current, onPut, onTakeOut, onMake, onClose }: CollectDialogProps) {
  const field = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState('');
  const name = typed.trim().slice(0, 120);
  const found = collections.filter((one) => holdsWords(one.name, typed));
  const isNew = name !== '' && !collections.some((one) => one.name === name);
  const options: readonly Option[] = [
    ...found.map((one): Option => {
      const isIn = current.includes(one.id);
      return {
        id: one.id,
        label: one.name,
        icon: isIn ? <CheckIcon /> : <CollectionIcon />,
        aside: isIn ? text.collections.takeOut : formatNumber(one.count),
      };
    }),
    ...(isNew ? [{ id: newId, label: text.collections.makeNamed(name), icon: <AddIcon /> }] : []),
  ];
  const onPick = (id: string) => {
    if (id === newId) onMake(name);
    else if (current.includes(id)) onTakeOut(id);
    else onPut(id);
    setTyped('');
  };
  const title = text.collections.addTitle(count);
  return (
    <Dialog title={title} look="bare" onClose={onClose} firstFocus={field}>
      <Picker
        field={field}
        label={title}
        placeholder={text.collections.addPlaceholder}
        empty={text.collections.empty}
        icon={<CollectionIcon size={17} className={styles['fieldIcon']} />}
        typed={typed}
        onType={setTyped}
        options={options}
        onPick={onPick}
      />
    </Dialog>
  );
}

/** No collection's id: these are at least eight characters long. */
const newId = 'new';
