import { parseFragment, type DefaultTreeAdapterTypes } from 'parse5';

/** Characters that hide, reverse or control text: they have no place in a field. */
const invisible =
  /[\u0000-\u0008\u000e-\u001f\u007f-\u009f\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff\ufff9-\ufffb]/g;
const longestField = 4_000;

/**
 * One line of plain text for a field, or `null` when nothing is left.
 *
 * Entities that a page encoded twice are decoded, tags taken out: a field is never HTML.
 */
export function tidyLine(value: string | null | undefined): string | null {
  if (value === null || value === undefined) return null;
  const short = value.slice(0, longestField);
  const line = (/&#?\w{2,10};|<[a-z/!]/i.test(short) ? withoutMarkup(short) : short)
    .replaceAll(invisible, '')
    .replaceAll(/\s+/g, ' ')
    .trim()
    .normalize('NFC');
  return line === '' ? null : line;
}

function withoutMarkup(value: string): string {
  return wordsIn(parseFragment(value).childNodes);
}

function wordsIn(nodes: readonly DefaultTreeAdapterTypes.ChildNode[]): string {
  return nodes
    .map((node) =>
      'value' in node
        ? node.value
        : 'tagName' in node && node.tagName !== 'script' && node.tagName !== 'style'
          ? wordsIn(node.childNodes)
          : '',
    )
    .join('');
}

/** The same for a field that is a sentence or more. */
export function tidyProse(value: string | null | undefined): string | null {
  return tidyLine(value)?.replace(/\s*\[(?:…|\.\.\.)\]$/u, '…') ?? null;
}
