import type { ReactNode } from 'react';
import { CorrectIcon, MergeIcon, MoveIcon, TrashIcon } from '../../components/icons.ts';
import type { MenuItem } from '../../components/menu.tsx';
import { text } from '../../text/text.ts';

/** What can be done to a tag as a whole, from its line in the tree. */
export type TagActs = {
  readonly rename: (tag: string) => void;
  readonly move: (tag: string) => void;
  readonly merge: (tag: string) => void;
  readonly remove: (tag: string) => void;
  /** Dropped on another tag: goes below it. With `null`: to the top. */
  readonly moveUnder: (tag: string, under: string | null) => void;
  /** Articles dropped on a tag bear it from now on. */
  readonly give: (tag: string, articles: readonly string[]) => void;
};

export function tagMenu(tag: string, acts: TagActs, isDisabled: boolean): readonly MenuItem[] {
  // The menu gives the focus back as it closes; a sheet that takes it comes after that.
  const later = (run: (tag: string) => void) => () => void setTimeout(() => run(tag));
  const item = (label: string, icon: ReactNode, run: () => void, keys?: string): MenuItem => {
    return { kind: 'act', label, icon, keys, isDisabled, run };
  };
  return [
    item(text.tagActs.rename, <CorrectIcon />, later(acts.rename), 'F2'),
    item(text.tagActs.move, <MoveIcon />, later(acts.move)),
    item(text.tagActs.merge, <MergeIcon />, later(acts.merge)),
    { kind: 'line' },
    item(text.tagActs.remove, <TrashIcon />, () => acts.remove(tag), 'Delete'),
  ];
}
