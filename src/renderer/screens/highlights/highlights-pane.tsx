import { useState } from 'react';
import type { HighlightColour, HighlightFilter, HighlightSort } from '#contract/highlight.ts';
import { Button, IconButton } from '../../components/button.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { CopyIcon, DownloadIcon, HighlightIcon } from '../../components/icons.ts';
import { SortMenu } from '../../components/sort-menu.tsx';
import type { HighlightActs } from '../../state/highlight-acts.ts';
import { formatNumber } from '../../text/format.ts';
import { text } from '../../text/text.ts';
import listStyles from '../list/list.module.css';
import { RowsPending } from '../list/rows-pending.tsx';
import { ColourButtons } from './colours.tsx';
import { HighlightList } from './highlight-list.tsx';
import { useHighlightRows, type HighlightRows } from './use-highlight-rows.ts';
import styles from './highlights.module.css';

type HighlightsPaneProps = {
  readonly acts: HighlightActs;
  readonly onOpen: (article: string, highlight: string | null) => void;
  readonly onRetry: () => void;
};

const sorts: readonly HighlightSort[] = ['made', 'article'];

/** The middle pane as a notebook: everything that was marked or noted, in all articles. */
export function HighlightsPane({ acts, onOpen, onRetry }: HighlightsPaneProps) {
  const [words, setWords] = useState('');
  const [colour, setColour] = useState<HighlightColour>();
  const [isAnnotated, setAnnotated] = useState(false);
  const [sort, setSort] = useState<HighlightSort>('made');
  const filter: HighlightFilter = {
    ...(words.trim() === '' ? {} : { words: words.trim() }),
    ...(colour === undefined ? {} : { colour }),
    ...(isAnnotated ? { annotated: true } : {}),
  };
  const rows = useHighlightRows(filter, sort);
  const isNarrowed = Object.keys(filter).length > 0;
  const clear = () => {
    setWords('');
    setColour(undefined);
    setAnnotated(false);
  };
  return (
    <section aria-label={text.list.pane} className={styles['pane']}>
      <header className={listStyles['head']}>
        <div className={listStyles['titleLine']}>
          <h2 className={listStyles['title']}>{text.highlights.title}</h2>
          <span className={listStyles['summary']} role="status">
            {rows.total ? formatNumber(rows.total) : ''}
          </span>
          <IconButton label={text.highlights.copyMarkdown} onClick={() => void acts.copyMarkdown(filter)}>
            <CopyIcon />
          </IconButton>
          <IconButton
            label={text.highlights.saveMarkdown}
            onClick={() => void acts.saveMarkdown(filter, text.highlights.allFileName)}
          >
            <DownloadIcon />
          </IconButton>
          <SortMenu
            label={text.highlights.order}
            value={sort}
            options={sorts.map((value) => ({ value, label: text.highlights.orders[value] }))}
            onChange={setSort}
          />
        </div>
        <div role="search" aria-label={text.highlights.narrow} className={styles['filter']}>
          <input
            type="text"
            aria-label={text.highlights.filter}
            placeholder={text.highlights.filterPlaceholder}
            value={words}
            className={styles['filterField']}
            onChange={(event) => setWords(event.target.value)}
          />
          <div className={styles['chips']}>
            <ColourButtons
              chosen={colour ?? null}
              onChoose={(chosen) => setColour(chosen === colour ? undefined : chosen)}
            />
            <span className={styles['barGap']} />
            <button
              type="button"
              aria-pressed={isAnnotated}
              className={styles['chip']}
              onClick={() => setAnnotated(!isAnnotated)}
            >
              {text.highlights.withNotes}
            </button>
          </div>
        </div>
      </header>
      <PaneContent rows={rows} isNarrowed={isNarrowed} onOpen={onOpen} onClear={clear} onRetry={onRetry} />
    </section>
  );
}

type PaneContentProps = Pick<HighlightsPaneProps, 'onOpen' | 'onRetry'> & {
  readonly rows: HighlightRows;
  readonly isNarrowed: boolean;
  readonly onClear: () => void;
};

function PaneContent({ rows, isNarrowed, onOpen, onClear, onRetry }: PaneContentProps) {
  if (rows.error !== undefined || rows.total === undefined) return <RowsPending error={rows.error} onRetry={onRetry} />;
  if (rows.total > 0) return <HighlightList rows={rows} total={rows.total} onOpen={onOpen} />;
  const { title, hint } = isNarrowed
    ? { title: text.highlights.noneFound, hint: text.highlights.noneFoundHint }
    : text.emptyShelves.highlights;
  return (
    <EmptyState
      icon={<HighlightIcon size={36} />}
      title={title}
      actions={isNarrowed ? <Button onClick={onClear}>{text.highlights.clearFilter}</Button> : undefined}
    >
      {hint}
    </EmptyState>
  );
}
