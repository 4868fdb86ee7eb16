/** A tag in one spelling: Unicode composed, one space between words, none around a `/`. */
export function normaliseTag(tag: string): string {
  return tag
    .normalize('NFC')
    .replace(/\s+/gu, ' ')
    .replace(/ ?\/ ?/g, '/')
    .trim();
}

/** What a tag becomes when `from` and all below it become `to`; `null` when it is taken away with them. */
export function renamedTag(tag: string, from: string, to: string | null): string | null {
  if (tag !== from && !tag.startsWith(`${from}/`)) return tag;
  return to === null ? null : `${to}${tag.slice(from.length)}`;
}

/** A tag and all above it: `a/b/c` gives `a/b/c`, `a/b`, `a`. */
export function withAncestors(tag: string): string[] {
  const names = [tag];
  for (let end = tag.lastIndexOf('/'); end !== -1; end = tag.lastIndexOf('/', end - 1)) names.push(tag.slice(0, end));
  return names;
}
