import type { Density } from '../../state/preferences.ts';
import type { RowSource } from '../../state/rows.ts';

/** Heights of a row; all rows of a list are of one height, so that any of 100,000 is found by arithmetic. */
const rowHeightsPx = {
  comfortable: { list: 104, search: 124 },
  compact: { list: 54, search: 74 },
} as const;

const headingHeightPx = 30;

export function sizesFor(density: Density, kind: RowSource['kind']) {
  return { rowPx: rowHeightsPx[density][kind], headingPx: headingHeightPx };
}
