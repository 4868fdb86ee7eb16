import type { Collection } from '#contract/collections.ts';
import { CollectionIcon } from '../../components/icons.ts';
import { NamedShelf } from './named-shelf.tsx';

/** What can be done to collections, from their lines in the pane. */
export type CollectionShelfActs = {
  readonly open: (collection: Collection) => void;
  readonly rename: (collection: Collection, name: string) => void;
  readonly move: (id: string, step: 1 | -1) => void;
  readonly moveTo: (id: string, target: string) => void;
  readonly remove: (collection: Collection) => void;
  readonly add: (id: string, articles: readonly string[]) => void;
};

type CollectionShelfProps = {
  readonly collections: readonly Collection[];
  readonly chosen: string | null;
  readonly isReadOnly: boolean;
  readonly acts: CollectionShelfActs;
};

/** Collections as shelves. Articles are dropped on them, and they on each other to stand there. */
export function CollectionShelf({ collections, chosen, isReadOnly, acts }: CollectionShelfProps) {
  const withOne = (run: (collection: Collection) => void) => (id: string) => {
    const found = collections.find((one) => one.id === id);
    if (found) run(found);
  };
  return (
    <NamedShelf
      lines={collections.map(({ id, name, count }) => ({
        id,
        name,
        hint: name,
        icon: <CollectionIcon />,
        count,
        more: [],
      }))}
      chosen={chosen}
      isReadOnly={isReadOnly}
      acts={{
        open: withOne(acts.open),
        rename: (id, name) => withOne((one) => acts.rename(one, name))(id),
        move: acts.move,
        remove: withOne(acts.remove),
      }}
      drag={{
        as: (id) => ({ kind: 'collection', id }),
        takes: ['articles', 'collection'],
        onDrop(id, dragged) {
          if (dragged.kind === 'articles') acts.add(id, dragged.ids);
          if (dragged.kind === 'collection') acts.moveTo(dragged.id, id);
        },
      }}
    />
  );
}
