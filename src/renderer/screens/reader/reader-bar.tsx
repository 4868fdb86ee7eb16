import type { Article, Correction } from '#contract/article.ts';
import { IconButton } from '../../components/button.tsx';
import {
  ArchiveIcon,
  BackIcon,
  CorrectIcon,
  DetailsIcon,
  ExplainIcon,
  ExternalIcon,
  FavouriteIcon,
  FindIcon,
  FocusIcon,
  HighlightIcon,
  LinkIcon,
  ListenIcon,
  MoreIcon,
  OriginalIcon,
  PrintIcon,
  RepairIcon,
  RestoreIcon,
  TagIcon,
  TrashIcon,
  TypeIcon,
  UnreadIcon,
  WindowIcon,
} from '../../components/icons.ts';
import { Menu, MenuItems, type MenuItem } from '../../components/menu.tsx';
import { Popover } from '../../components/popover.tsx';
import { formatNumber, formatPercent } from '../../text/format.ts';
import { text } from '../../text/text.ts';
import { TypeSettings } from './type-settings.tsx';
import styles from './reader.module.css';

/** What the reader pane asks of the screen around it. */
export type ReaderActs = {
  readonly back: () => void;
  /** False at the end of the list. */
  readonly next: () => boolean;
  readonly favourite: () => void;
  readonly archive: () => void;
  readonly unread: () => void;
  readonly trash: () => void;
  readonly restore: () => void;
  readonly addTag: () => void;
  readonly details: () => void;
  readonly explain: () => void;
  readonly original: () => void;
  readonly find: () => void;
  readonly readAloud: () => void;
  readonly focus: () => void;
  readonly openInWindow: () => void;
  readonly print: () => void;
  readonly repair: () => void;
  readonly retry: () => void;
  readonly copyAddress: (address: string) => void;
  readonly goToTag: (tag: string) => void;
  readonly removeTag: (id: string, tag: string) => void;
  readonly keepTag: (id: string, tag: string) => void;
  /** The headline of what is read next; `null` when nothing waits. */
  readonly queueHead: string | null;
  readonly readNext: () => void;
  /** What was read from a paste is right now. */
  readonly endGuesses: () => void;
  readonly correct: (id: string, corrections: readonly Correction[]) => void;
  readonly keepProgress: (id: string, progress: number) => void;
  readonly isSample: (article: Article) => boolean;
};

type ReaderBarProps = {
  readonly article: Article;
  readonly progress: number;
  readonly isReadOnly: boolean;
  readonly acts: ReaderActs;
  readonly highlights: { readonly count: number; readonly isOpen: boolean; readonly onToggle: () => void };
  /** In so many places stands what the search that led here looked for. */
  readonly foundPlaces: number;
};

export function ReaderBar({ article, progress, isReadOnly, acts, highlights, foundPlaces }: ReaderBarProps) {
  return (
    <div role="toolbar" aria-label={text.reader.bar} className={styles['bar']}>
      <IconButton label={text.reader.back} keys="Escape" className={styles['back']} onClick={acts.back}>
        <BackIcon />
      </IconButton>
      <span className={styles['gap']} />
      <MarkButtons article={article} isReadOnly={isReadOnly} acts={acts} />
      <span className={styles['rule']} />
      <IconButton label={text.find.button(foundPlaces)} keys="f" className={styles['counted']} onClick={acts.find}>
        <FindIcon />
        {foundPlaces === 0 ? null : <span className={styles['badge']}>{formatNumber(foundPlaces)}</span>}
      </IconButton>
      <IconButton
        label={text.highlights.panelCount(highlights.count)}
        keys="m"
        isPressed={highlights.isOpen}
        className={styles['counted']}
        onClick={highlights.onToggle}
      >
        <HighlightIcon />
        {highlights.count === 0 ? null : <span className={styles['badge']}>{formatNumber(highlights.count)}</span>}
      </IconButton>
      <Popover
        title={text.type.title}
        trigger={
          <IconButton label={text.type.title}>
            <TypeIcon />
          </IconButton>
        }
      >
        <TypeSettings article={article} />
      </Popover>
      <Menu
        trigger={
          <IconButton label={text.reader.more}>
            <MoreIcon />
          </IconButton>
        }
      >
        <MenuItems items={moreItems(article, isReadOnly, acts)} />
      </Menu>
      <div
        role="progressbar"
        aria-label={text.reader.progress}
        aria-valuenow={Math.round(progress * 100)}
        aria-valuetext={formatPercent(progress)}
        className={styles['progress']}
      >
        <span style={{ transform: `scaleX(${progress})` }} />
      </div>
    </div>
  );
}

/** What marks an article or moves it to another shelf. */
function MarkButtons({ article, isReadOnly, acts }: Pick<ReaderBarProps, 'article' | 'isReadOnly' | 'acts'>) {
  const { favourite, trashed, state } = article;
  const isArchived = state === 'archived';
  if (trashed) {
    return (
      <IconButton label={text.reader.restore} disabled={isReadOnly} onClick={acts.restore}>
        <RestoreIcon />
      </IconButton>
    );
  }
  return (
    <>
      <IconButton
        label={favourite ? text.reader.unfavourite : text.reader.favourite}
        keys="s"
        isPressed={favourite}
        disabled={isReadOnly}
        className={favourite ? styles['starred'] : undefined}
        onClick={acts.favourite}
      >
        <FavouriteIcon />
      </IconButton>
      <IconButton label={text.reader.tag} keys="t" disabled={isReadOnly} onClick={acts.addTag}>
        <TagIcon />
      </IconButton>
      <IconButton
        label={isArchived ? text.reader.unarchive : text.reader.archive}
        keys="e"
        disabled={isReadOnly}
        onClick={acts.archive}
      >
        {isArchived ? <RestoreIcon /> : <ArchiveIcon />}
      </IconButton>
      <IconButton label={text.reader.trash} keys="#" disabled={isReadOnly} onClick={acts.trash}>
        <TrashIcon />
      </IconButton>
    </>
  );
}

function moreItems(article: Article, isReadOnly: boolean, acts: ReaderActs): readonly MenuItem[] {
  const address = article.canonicalUrl ?? article.url;
  const web: readonly MenuItem[] =
    address === null
      ? []
      : [
          { kind: 'link', label: text.reader.openOutside, icon: <ExternalIcon />, address },
          { kind: 'act', label: text.reader.copyAddress, icon: <LinkIcon />, run: () => acts.copyAddress(address) },
          { kind: 'line' },
        ];
  return [
    { kind: 'act', label: text.aloud.start, icon: <ListenIcon />, keys: 'r', run: acts.readAloud },
    { kind: 'act', label: text.actions.focus, icon: <FocusIcon />, keys: 'shift+f', run: acts.focus },
    { kind: 'act', label: text.actions.openInWindow, icon: <WindowIcon />, keys: 'shift+o', run: acts.openInWindow },
    { kind: 'act', label: text.print.print, icon: <PrintIcon />, keys: 'mod+p', run: acts.print },
    { kind: 'line' },
    ...web,
    {
      kind: 'act',
      label: text.reader.unread,
      icon: <UnreadIcon />,
      keys: 'u',
      isDisabled: isReadOnly || article.state === 'unread',
      run: acts.unread,
    },
    {
      kind: 'act',
      label: isReadOnly ? text.reader.details : text.reader.correct,
      icon: isReadOnly ? <DetailsIcon /> : <CorrectIcon />,
      keys: 'i',
      run: acts.details,
    },
    { kind: 'act', label: text.reader.repair, icon: <RepairIcon />, keys: 'shift+e', run: acts.repair },
    {
      kind: 'act',
      label: text.reader.original,
      icon: <OriginalIcon />,
      keys: 'shift+v',
      run: acts.original,
    },
    { kind: 'act', label: text.reader.explain, icon: <ExplainIcon />, keys: 'shift+i', run: acts.explain },
  ];
}
