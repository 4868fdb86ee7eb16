import type { Metadata } from '#contract/article.ts';

const longestHeadline = 100;
const excerptCharacters = 200;
/** Words a reader gets through in a minute. */
const wordsPerMinute = 230;

type Fallbacks = { readonly address: string | null; readonly fileName: string | null };

/** What a list shows for an article: its headline, else its first words, else where it came from. */
export function headlineOf(metadata: Pick<Metadata, 'headline'>, text: string, captured: Fallbacks): string {
  const candidates = [metadata.headline, firstWords(text, longestHeadline), captured.fileName, captured.address];
  return candidates.find((candidate) => candidate !== null && candidate.trim() !== '') ?? 'Untitled';
}

/** The first words of a body, about 200 characters. */
export function excerptOf(text: string): string {
  return firstWords(text, excerptCharacters);
}

export function readingMinutesOf(wordCount: number): number {
  return Math.max(1, Math.ceil(wordCount / wordsPerMinute));
}

/** Cut at the edge of a word when there is one, never inside a character, with `…` when something is left out. */
function firstWords(text: string, characters: number): string {
  const flat = text
    .slice(0, characters * 8)
    .replace(/\s+/gu, ' ')
    .trim();
  if (flat.length <= characters) return flat;
  const start = flat.slice(0, characters + 1);
  const edge = start.lastIndexOf(' ');
  const cut = edge > characters / 2 ? start.slice(0, edge) : start.slice(0, characters).replace(/[\uD800-\uDBFF]$/, '');
  return `${cut.replace(/[\s,;:–—-]+$/u, '')}…`;
}
