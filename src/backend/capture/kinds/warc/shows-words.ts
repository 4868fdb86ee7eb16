/** Enough of a page to tell whether it holds a text. */
const probeBytes = 2_000_000;

/**
 * Whether a page shows so many words, roughly and without parsing: scripts, styles, comments and
 * tags are left out. In writing without spaces letters count.
 */
export function showsWords(body: Uint8Array, fewest: number): boolean {
  const view = Buffer.from(body.buffer, body.byteOffset, Math.min(body.length, probeBytes));
  let words = 0;
  for (const stretch of shownStretches(view.toString('latin1'))) {
    for (const [word] of stretch.matchAll(/[A-Za-z\x80-\xff]{2,}/g)) {
      words += Math.ceil(word.length / 12);
      if (words >= fewest) return true;
    }
  }
  return false;
}

/** A walk and no pattern: a page of scripts that never end must not be looked through from each of them. */
function* shownStretches(markup: string): Iterable<string> {
  const lower = markup.toLowerCase();
  const tag = /<(?:(script|style|noscript|svg)(?=[\s>])|(!--)|[a-z/!?])/g;
  let from = 0;
  for (let found = tag.exec(lower); found !== null; found = tag.exec(lower)) {
    const [, hidden, comment] = found;
    yield markup.slice(from, found.index);
    const close = comment === undefined ? (hidden === undefined ? '>' : `</${hidden}`) : '-->';
    const end = lower.indexOf(close, tag.lastIndex);
    if (end < 0) return;
    from = hidden === undefined ? end + close.length : end;
    tag.lastIndex = from;
  }
  yield markup.slice(from);
}
