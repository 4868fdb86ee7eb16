import type { ListLayout, PlacedGroup } from '../../state/list-layout.ts';
import type { RowSource } from '../../state/rows.ts';
import { formatAddress, formatDayHeading, formatNumber } from '../../text/format.ts';
import { text } from '../../text/text.ts';
import styles from './group-band.module.css';

type GroupBandsProps = {
  readonly layout: ListLayout;
  /** The rows in sight. */
  readonly first: number;
  readonly last: number;
  readonly source: RowSource;
  readonly drawn: readonly { readonly index: number; readonly rowId: string }[];
};

/** The headings of the groups in sight. */
export function GroupBands({ layout, first, last, source, drawn }: GroupBandsProps) {
  return layout
    .groupsBetween(first, last)
    .map((group) => (
      <GroupBand
        key={group.first}
        group={group}
        title={titleOf(group, source)}
        headingPx={layout.headingPx}
        rowIds={drawn.filter(({ index }) => isIn(group, index)).map(({ rowId }) => rowId)}
      />
    ));
}

function isIn({ first, count }: PlacedGroup, index: number): boolean {
  return index >= first && index < first + count;
}

function titleOf({ name }: PlacedGroup, source: RowSource): string {
  const isBySource = source.kind === 'list' && source.sort === 'source';
  if (name === null) return isBySource ? text.list.noSource : text.list.noDate;
  return isBySource ? formatAddress(name) : formatDayHeading(name);
}

type GroupBandProps = {
  readonly group: PlacedGroup;
  readonly title: string;
  readonly headingPx: number;
  /** The elements of its rows that are drawn: to those who hear the list they are inside the group. */
  readonly rowIds: readonly string[];
};

/**
 * The whole stretch of a group, with a heading that stays in sight for as long as any of it does.
 *
 * The stretch has the group's true height, so the browser itself keeps the heading and lets the next push it away:
 * nothing is computed while scrolling.
 */
function GroupBand({ group, title, headingPx, rowIds }: GroupBandProps) {
  return (
    <div
      role="group"
      aria-label={title}
      aria-owns={rowIds.join(' ')}
      className={styles['band']}
      style={{ top: `${group.topPx}px`, height: `${group.heightPx}px` }}
    >
      <div aria-hidden="true" className={styles['heading']} style={{ height: `${headingPx}px` }}>
        <span className={styles['name']}>{title}</span>
        <span className={styles['count']}>{formatNumber(group.count)}</span>
      </div>
    </div>
  );
}
