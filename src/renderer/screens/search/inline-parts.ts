export type InlinePart = { readonly kind: 'plain' | 'code' | 'strong'; readonly text: string };

/** Cuts a line of the documentation at its signs: `code`, **weight**; of a link its words remain. */
export function inlineParts(markup: string): readonly InlinePart[] {
  const parts: InlinePart[] = [];
  let at = 0;
  for (const found of markup.matchAll(/`([^`]+)`|\*\*([^*]+)\*\*|\[([^\]]+)\]\([^)]*\)/g)) {
    if (found.index > at) parts.push({ kind: 'plain', text: markup.slice(at, found.index) });
    const [whole, code, strong, link] = found;
    if (code !== undefined) parts.push({ kind: 'code', text: code });
    else if (strong !== undefined) parts.push({ kind: 'strong', text: strong });
    else parts.push({ kind: 'plain', text: link ?? '' });
    at = found.index + whole.length;
  }
  if (at < markup.length) parts.push({ kind: 'plain', text: markup.slice(at) });
  return parts;
}
