/** A tag in one spelling: Unicode composed, one space between words, none around a `/`. */
export function normaliseTag(tag: string): string {
  return tag
    .normalize('NFC')
    .replace(/\s+/gu, ' ')
    .replace(/ ?\/ ?/g, '/')
    .trim();
}

/** A tag and all above it: `a/b/c` gives `a/b/c`, `a/b`, `a`. */
export function withAncestors(tag: string): string[] {
  const names = [tag];
  for (let end = tag.lastIndexOf('/'); end !== -1; end = tag.lastIndexOf('/', end - 1)) names.push(tag.slice(0, end));
  return names;
}
