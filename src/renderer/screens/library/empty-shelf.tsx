import type { ReactNode } from 'react';
import { Button } from '../../components/button.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import {
  AllIcon,
  ArchiveIcon,
  CollectionIcon,
  FavouriteIcon,
  HighlightIcon,
  QueueIcon,
  ReadingIcon,
  SearchIcon,
  SourceIcon,
  TagIcon,
  TrashIcon,
  UnreadIcon,
} from '../../components/icons.ts';
import type { Place, View } from '../../state/view.ts';
import { text } from '../../text/text.ts';

type EmptyShelfProps = {
  readonly view: View;
  readonly onEverywhere: () => void;
  readonly onHelp: () => void;
};

/** A shelf with nothing on it, or a search that found nothing: why, and what next. */
export function EmptyShelf({ view, onEverywhere, onHelp }: EmptyShelfProps) {
  if (view.query.trim() === '') {
    const { title, hint } = text.emptyShelves[view.place.kind];
    return (
      <EmptyState icon={iconOf(view.place)} title={title}>
        {hint}
      </EmptyState>
    );
  }
  return (
    <EmptyState
      icon={<SearchIcon size={36} />}
      title={text.search.nothing}
      actions={
        <>
          {view.isSearchInPlace ? <Button onClick={onEverywhere}>{text.search.tryEverywhere}</Button> : null}
          <Button look="quiet" onClick={onHelp}>
            {text.search.help}
          </Button>
        </>
      }
    >
      {text.search.nothingHint}
    </EmptyState>
  );
}

function iconOf(place: Place): ReactNode {
  switch (place.kind) {
    case 'unread':
      return <UnreadIcon size={36} />;
    case 'reading':
      return <ReadingIcon size={36} />;
    case 'all':
      return <AllIcon size={36} />;
    case 'readNext':
      return <QueueIcon size={36} />;
    case 'collection':
      return <CollectionIcon size={36} />;
    case 'favourites':
      return <FavouriteIcon size={36} />;
    case 'archive':
      return <ArchiveIcon size={36} />;
    case 'highlights':
      return <HighlightIcon size={36} />;
    case 'trash':
      return <TrashIcon size={36} />;
    case 'tag':
      return <TagIcon size={36} />;
    case 'source':
      return <SourceIcon size={36} />;
  }
}
