/**
 * What follows the white space, XML declaration and comments at the head of a page.
 *
 * A loop and not one pattern: a pattern over many comments can be made to try every way of parting
 * them, and pages come from strangers.
 */
export function skipPreamble(markup: string): string {
  for (let rest = markup; ;) {
    rest = rest.trimStart();
    const end = preambleEnd(rest);
    if (end === 0) return rest;
    rest = rest.slice(end);
  }
}

/** The comments of a stretch of markup, in order, without their marks. */
export function* commentsOf(markup: string): Iterable<string> {
  for (let from = 0; ;) {
    const start = markup.indexOf('<!--', from);
    const end = start < 0 ? -1 : markup.indexOf('-->', start + 4);
    if (end < 0) return;
    yield markup.slice(start + 4, end);
    from = end + 3;
  }
}

function preambleEnd(rest: string): number {
  const mark = rest.startsWith('<!--') ? '-->' : rest.startsWith('<?xml') ? '>' : '';
  const at = mark === '' ? -1 : rest.indexOf(mark);
  return at < 0 ? 0 : at + mark.length;
}
