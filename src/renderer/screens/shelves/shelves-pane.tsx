import { useState, type HTMLAttributes, type ReactNode } from 'react';
import type { Collection } from '#contract/collections.ts';
import type { ShelfCounts } from '#contract/lists.ts';
import type { SavedSearch, SavedSearchCount } from '#contract/searches.ts';
import { IconButton, joinClasses } from '../../components/button.tsx';
import { dropTarget } from '../../components/dragging.ts';
import {
  AddIcon,
  AllIcon,
  ArchiveIcon,
  ChevronIcon,
  FavouriteIcon,
  HighlightIcon,
  QueueIcon,
  ReadingIcon,
  TrashIcon,
  UnreadIcon,
} from '../../components/icons.ts';
import { isSamePlace, type Place } from '../../state/view.ts';
import { formatNumber } from '../../text/format.ts';
import { text } from '../../text/text.ts';
import { CollectionShelf, type CollectionShelfActs } from './collection-shelf.tsx';
import { SavedShelf, type SavedActs } from './saved-shelf.tsx';
import type { TagActs } from './tag-menu.tsx';
import { TagShelf } from './tag-shelf.tsx';
import styles from './shelves.module.css';

type ShelvesPaneProps = {
  readonly counts: ShelfCounts | undefined;
  readonly highlightCount: number | undefined;
  /** `null` while a search goes over everything. */
  readonly place: Place | null;
  readonly foldedTags: readonly string[];
  readonly onFoldTag: (tag: string, isFolded: boolean) => void;
  readonly onGo: (place: Place) => void;
  readonly searches: readonly SavedSearch[];
  readonly searchCounts: readonly SavedSearchCount[] | undefined;
  readonly chosenSearch: string | null;
  readonly isReadOnly: boolean;
  readonly savedActs: SavedActs;
  readonly queueCount: number | undefined;
  /** Articles dropped on the queue. */
  readonly onQueue: (articles: readonly string[]) => void;
  readonly collections: readonly Collection[];
  readonly collectionActs: CollectionShelfActs;
  readonly onMakeCollection: () => void;
  readonly tagActs: TagActs;
};

/** So many sources stand in the pane before "all sources". */
const firstSources = 8;

/** Where the library is walked through: states, tags, sources. */
export function ShelvesPane(props: ShelvesPaneProps) {
  const { counts, highlightCount, place, foldedTags, onFoldTag, onGo, searches } = props;
  const shelf = (where: Place, icon: ReactNode, count: number | undefined, drop?: HTMLAttributes<HTMLElement>) => (
    <PlaceLine
      name={text.shelves.names[where.kind as keyof typeof text.shelves.names]}
      icon={icon}
      count={count}
      drop={drop}
      isChosen={place !== null && isSamePlace(place, where)}
      onChoose={() => onGo(where)}
    />
  );
  const queueDrop = props.isReadOnly
    ? {}
    : dropTarget(['articles'], (dragged) => dragged.kind === 'articles' && props.onQueue(dragged.ids));
  return (
    <nav aria-label={text.shelves.label} className={styles['pane']}>
      <ul className={styles['lines']}>
        {shelf({ kind: 'unread' }, <UnreadIcon />, counts?.unread)}
        {shelf({ kind: 'reading' }, <ReadingIcon />, counts?.reading)}
        {shelf({ kind: 'readNext' }, <QueueIcon />, props.queueCount, queueDrop)}
        {shelf({ kind: 'favourites' }, <FavouriteIcon />, counts?.favourites)}
        {shelf({ kind: 'archive' }, <ArchiveIcon />, counts?.archived)}
        {shelf({ kind: 'all' }, <AllIcon />, counts?.all)}
        {shelf({ kind: 'highlights' }, <HighlightIcon />, highlightCount)}
        {shelf({ kind: 'trash' }, <TrashIcon />, counts?.trash)}
      </ul>

      {props.collections.length > 0 ? (
        <Section
          title={text.collections.title}
          act={
            props.isReadOnly ? null : (
              <IconButton label={text.collections.make} className={styles['make']} onClick={props.onMakeCollection}>
                <AddIcon size={14} />
              </IconButton>
            )
          }
        >
          <CollectionShelf
            collections={props.collections}
            chosen={place?.kind === 'collection' ? place.id : null}
            isReadOnly={props.isReadOnly}
            acts={props.collectionActs}
          />
        </Section>
      ) : null}

      {searches.length > 0 ? (
        <Section title={text.shelves.saved}>
          <SavedShelf
            searches={searches}
            counts={props.searchCounts}
            chosen={props.chosenSearch}
            isReadOnly={props.isReadOnly}
            acts={props.savedActs}
          />
        </Section>
      ) : null}

      {counts && counts.tags.length > 0 ? (
        <Section title={text.shelves.tags}>
          <TagShelf
            tags={counts.tags}
            chosen={place?.kind === 'tag' ? place.tag : null}
            folded={foldedTags}
            onFold={onFoldTag}
            onChoose={(tag) => onGo({ kind: 'tag', tag })}
            isReadOnly={props.isReadOnly}
            acts={props.tagActs}
          />
        </Section>
      ) : null}

      {counts && counts.sources.length > 0 ? (
        <Section title={text.shelves.sources}>
          <SourceShelf sources={counts.sources} place={place} onGo={onGo} />
        </Section>
      ) : null}
    </nav>
  );
}

type PlaceLineProps = {
  readonly name: string;
  readonly icon?: ReactNode;
  readonly count: number | undefined;
  readonly drop?: HTMLAttributes<HTMLElement> | undefined;
  readonly isChosen: boolean;
  readonly onChoose: () => void;
};

function PlaceLine({ name, icon, count, drop, isChosen, onChoose }: PlaceLineProps) {
  return (
    <li>
      <button
        type="button"
        aria-current={isChosen ? 'page' : undefined}
        title={name}
        className={joinClasses(styles['line'], isChosen && styles['chosen'])}
        onClick={onChoose}
        {...drop}
      >
        {icon === undefined ? null : <span className={styles['icon']}>{icon}</span>}
        <span className={styles['name']}>{name}</span>
        {count === undefined || count === 0 ? null : <span className={styles['count']}>{formatNumber(count)}</span>}
      </button>
    </li>
  );
}

type SectionProps = { readonly title: string; readonly act?: ReactNode; readonly children: ReactNode };

function Section({ title, act, children }: SectionProps) {
  const [isOpen, setOpen] = useState(true);
  return (
    <section aria-label={title} className={styles['section']}>
      <div className={styles['headed']}>
        <h2>
          <button type="button" aria-expanded={isOpen} className={styles['heading']} onClick={() => setOpen(!isOpen)}>
            {title}
            <ChevronIcon size={13} className={joinClasses(styles['fold'], isOpen && styles['open'])} />
          </button>
        </h2>
        {act}
      </div>
      {isOpen ? children : null}
    </section>
  );
}

type SourceShelfProps = Pick<ShelvesPaneProps, 'place' | 'onGo'> & { readonly sources: ShelfCounts['sources'] };

function SourceShelf({ sources, place, onGo }: SourceShelfProps) {
  const [areAllShown, setAllShown] = useState(false);
  const shown = areAllShown ? sources : sources.slice(0, firstSources);
  return (
    <ul className={styles['lines']}>
      {shown.map(({ source, count }) => (
        <PlaceLine
          key={source}
          name={source}
          count={count}
          isChosen={place?.kind === 'source' && place.source === source}
          onChoose={() => onGo({ kind: 'source', source })}
        />
      ))}
      {sources.length > firstSources ? (
        <li>
          <button type="button" className={styles['more']} onClick={() => setAllShown(!areAllShown)}>
            {areAllShown ? text.shelves.fewerSources : text.shelves.allSources(sources.length)}
          </button>
        </li>
      ) : null}
    </ul>
  );
}
