export type Span = { readonly start: number; readonly end: number };

/**
 * Where the tags of pictures stand in a page's markup.
 *
 * A walk and no pattern: a pattern that looked for each tag's end anew would take for ever over a
 * page of tags that never end. Each character is passed once.
 */
export function pictureTags(markup: string): Span[] {
  const opening = /<(?:img|source|amp-img)(?=[\s/>])/gi;
  const spans: Span[] = [];
  for (let found = opening.exec(markup); found !== null; found = opening.exec(markup)) {
    const end = tagEnd(markup, found.index + found[0].length);
    if (end === undefined) break;
    spans.push({ start: found.index, end });
    opening.lastIndex = end;
  }
  return spans;
}

/** Behind the `>` that ends a tag: one inside a quoted value does not. */
function tagEnd(markup: string, start: number): number | undefined {
  const mark = /["'>]/g;
  mark.lastIndex = start;
  for (let found = mark.exec(markup); found !== null; found = mark.exec(markup)) {
    const [character] = found;
    if (character === '>') return found.index + 1;
    if (!opensValue(markup, found.index)) continue;
    const valueEnd = markup.indexOf(character, found.index + 1);
    if (valueEnd < 0) return undefined;
    mark.lastIndex = valueEnd + 1;
  }
  return undefined;
}

/** A quotation mark opens a value only behind `=`; elsewhere it is part of a badly written name. */
function opensValue(markup: string, at: number): boolean {
  let before = at - 1;
  while (before > at - 100 && /\s/.test(markup[before] ?? '')) before -= 1;
  return markup[before] === '=';
}
