export type Cell = string | number | undefined;

/** A table in Markdown, as wide as it must be; an empty cell is a dash. The first column is text, the others numbers. */
export function table(head: readonly string[], rows: readonly (readonly Cell[])[]): string {
  const texts = rows.map((row) => row.map((cell) => (cell === undefined ? '–' : String(cell))));
  const widths = head.map((title, column) => Math.max(3, title.length, ...texts.map((row) => row[column]!.length)));
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell, column) => (column === 0 ? cell.padEnd(widths[column]!) : cell.padStart(widths[column]!))).join(' | ')} |`;
  const rule = widths.map((width, column) => (column === 0 ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`));
  return [line(head), line(rule), ...texts.map(line)].join('\n');
}
