/** Enough of a page to tell whether it holds a text. */
const probeBytes = 2_000_000;

/**
 * How many words a page shows, roughly and without parsing: scripts, styles, comments and tags are
 * left out. In writing without spaces letters count.
 */
export function visibleWords(body: Uint8Array): number {
  const view = Buffer.from(body.buffer, body.byteOffset, Math.min(body.length, probeBytes));
  const text = withoutHidden(view.toString('latin1')).replace(/<[^<>]*>/g, ' ');
  const words = text.match(/[A-Za-z\x80-\xff]{2,}/g) ?? [];
  return words.reduce((sum, word) => sum + Math.ceil(word.length / 12), 0);
}

/** A walk and no pattern: a page of scripts that never end must not be looked through from each of them. */
function withoutHidden(markup: string): string {
  const lower = markup.toLowerCase();
  const opening = /<(script|style|noscript|svg)[\s>]|<!--/g;
  let shown = '';
  let from = 0;
  for (let found = opening.exec(lower); found !== null; found = opening.exec(lower)) {
    const [whole, name] = found;
    shown += `${markup.slice(from, found.index)} `;
    const end = lower.indexOf(name === undefined ? '-->' : `</${name}`, found.index + whole.length);
    if (end < 0) return shown;
    from = end;
    opening.lastIndex = end;
  }
  return shown + markup.slice(from);
}
