import { Button, IconButton } from '../../components/button.tsx';
import {
  ArchiveIcon,
  CloseIcon,
  CollectionIcon,
  FavouriteIcon,
  QueueIcon,
  RestoreIcon,
  TagIcon,
  TrashIcon,
} from '../../components/icons.ts';
import { text } from '../../text/text.ts';
import listStyles from '../list/list.module.css';
import type { Desk } from './desk.ts';

/** Acts on every chosen article at once. */
export function BulkBar({ desk, count }: { readonly desk: Desk; readonly count: number }) {
  const { isReadOnly, isTrash } = desk;
  return (
    <div role="toolbar" aria-label={text.bulk.label} className={listStyles['bulk']}>
      <span className={listStyles['bulkCount']} role="status">
        {text.bulk.chosen(count)}
      </span>
      {isTrash ? (
        <Button disabled={isReadOnly} onClick={desk.restore}>
          <RestoreIcon size={15} />
          {text.reader.restore}
        </Button>
      ) : (
        <>
          <IconButton label={text.reader.favourite} keys="s" disabled={isReadOnly} onClick={desk.favourite}>
            <FavouriteIcon />
          </IconButton>
          <IconButton label={text.reader.tag} keys="t" disabled={isReadOnly} onClick={() => desk.show('tags')}>
            <TagIcon />
          </IconButton>
          <IconButton label={text.actions.collect} keys="c" disabled={isReadOnly} onClick={() => desk.show('collect')}>
            <CollectionIcon />
          </IconButton>
          <IconButton
            label={desk.isQueued ? text.queue.takeOff : text.queue.add}
            keys="q"
            disabled={isReadOnly}
            onClick={desk.toggleQueue}
          >
            <QueueIcon />
          </IconButton>
          <IconButton
            label={desk.isArchived ? text.reader.unarchive : text.reader.archive}
            keys="e"
            disabled={isReadOnly}
            onClick={desk.archive}
          >
            <ArchiveIcon />
          </IconButton>
          <IconButton label={text.reader.trash} keys="#" disabled={isReadOnly} onClick={desk.trash}>
            <TrashIcon />
          </IconButton>
        </>
      )}
      <IconButton label={text.bulk.clear} keys="Escape" onClick={desk.chooseOne}>
        <CloseIcon />
      </IconButton>
    </div>
  );
}
