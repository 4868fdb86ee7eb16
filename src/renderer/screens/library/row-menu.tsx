import type { ReactNode } from 'react';
import {
  ArchiveIcon,
  CloseIcon,
  CollectionIcon,
  CorrectIcon,
  ExplainIcon,
  ExternalIcon,
  OriginalIcon,
  FavouriteIcon,
  HelpIcon,
  QueueFirstIcon,
  QueueIcon,
  ReadingIcon,
  RestoreIcon,
  TagIcon,
  TrashIcon,
  UnreadIcon,
  WindowIcon,
} from '../../components/icons.ts';
import type { MenuItem } from '../../components/menu.tsx';
import type { DialogName } from '../../state/view.ts';
import { text } from '../../text/text.ts';
import type { Desk } from './desk.ts';

/** What can be done to the rows under the pointer. */
export function rowMenu(desk: Desk): readonly MenuItem[] {
  const isDisabled = desk.isReadOnly;
  if (desk.isTrash) {
    return [{ kind: 'act', label: text.reader.restore, icon: <RestoreIcon />, isDisabled, run: desk.restore }];
  }
  return [
    { kind: 'act', label: text.actions.open, icon: <ReadingIcon />, keys: 'Enter', run: desk.openCursor },
    {
      kind: 'act',
      label: text.actions.openInWindow,
      icon: <WindowIcon />,
      keys: 'shift+o',
      run: desk.openInWindow,
    },
    ...(desk.isSearching ? [whyItem(desk)] : []),
    { kind: 'line' },
    {
      kind: 'act',
      label: desk.isFavourite ? text.reader.unfavourite : text.reader.favourite,
      icon: <FavouriteIcon />,
      keys: 's',
      isDisabled,
      run: desk.favourite,
    },
    {
      kind: 'act',
      label: text.reader.tag,
      icon: <TagIcon />,
      keys: 't',
      isDisabled,
      // The menu gives its focus back as it closes; the sheet for tags comes after that.
      run: () => void setTimeout(() => desk.show('tags')),
    },
    ...orderItems(desk),
    { kind: 'act', label: text.reader.unread, icon: <UnreadIcon />, keys: 'u', isDisabled, run: desk.unread },
    {
      kind: 'act',
      label: desk.isArchived ? text.reader.unarchive : text.reader.archive,
      icon: <ArchiveIcon />,
      keys: 'e',
      isDisabled,
      run: desk.archive,
    },
    { kind: 'line' },
    ...aboutItems(desk),
    { kind: 'act', label: text.reader.trash, icon: <TrashIcon />, keys: '#', isDisabled, run: desk.trash },
  ];
}

/** The queue and the collections. */
function orderItems(desk: Desk): readonly MenuItem[] {
  const isDisabled = desk.isReadOnly;
  const { queue, collections } = text;
  const act = (label: string, icon: ReactNode, keys: string, run: () => void): MenuItem => {
    return { kind: 'act', label, icon, keys, isDisabled, run };
  };
  return [
    // The menu gives its focus back as it closes; the sheet comes after that.
    act(text.actions.collect, <CollectionIcon />, 'c', () => void setTimeout(() => desk.show('collect'))),
    ...(desk.collectionHere === null || desk.view.place.kind === 'readNext'
      ? []
      : [act(collections.takeOutHere, <CloseIcon />, 'shift+c', desk.takeOutHere)]),
    { kind: 'line' },
    act(desk.isQueued ? queue.takeOff : queue.add, <QueueIcon />, 'q', desk.toggleQueue),
    ...(desk.isQueued ? [] : [act(queue.addFirst, <QueueFirstIcon />, 'shift+q', desk.queueFirst)]),
    { kind: 'line' },
  ];
}

/** What is about the one article that stands in the reader. */
function aboutItems(desk: Desk): readonly MenuItem[] {
  if (desk.targets.length !== 1 || desk.open?.id !== desk.targets[0]) return [];
  // The menu gives its focus back as it closes; the sheet comes after that.
  const show = (dialog: DialogName) => () => void setTimeout(() => desk.show(dialog));
  const { address } = desk;
  return [
    { kind: 'act', label: text.reader.correct, icon: <CorrectIcon />, keys: 'i', run: show('details') },
    { kind: 'act', label: text.reader.explain, icon: <ExplainIcon />, keys: 'shift+i', run: show('explain') },
    { kind: 'act', label: text.reader.original, icon: <OriginalIcon />, keys: 'shift+v', run: show('original') },
    ...(address === null
      ? []
      : [{ kind: 'link', label: text.reader.openOutside, icon: <ExternalIcon />, address } as const]),
    { kind: 'line' },
  ];
}

function whyItem(desk: Desk): MenuItem {
  // The menu gives its focus back as it closes; the popover comes after that.
  const run = () => void setTimeout(() => desk.show('why'));
  return { kind: 'act', label: text.actions.why, icon: <HelpIcon />, keys: 'w', run };
}
