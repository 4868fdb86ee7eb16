import type { Highlight, HighlightFilter } from '#contract/highlight.ts';
import type { Archive } from '../archive/archive.ts';

/** Read from the catalogue in pages, so that a long list holds nothing up. */
const pageSize = 500;

/** What the reader marked and wrote, as Markdown, article by article. */
export async function highlightsAsMarkdown(
  archive: Pick<Archive, 'highlights'>,
  filter: HighlightFilter,
  signal: AbortSignal,
): Promise<{ readonly highlights: number; readonly markdown: string }> {
  const found: Highlight[] = [];
  for (;;) {
    signal.throwIfAborted();
    const page = archive.highlights({ filter, sort: 'article', limit: pageSize, offset: found.length });
    found.push(...page.highlights);
    if (page.highlights.length === 0 || found.length >= page.total) break;
    await new Promise((resolve) => setImmediate(resolve));
  }
  return { highlights: found.length, markdown: markdownOf(found) };
}

/** Highlights of one article must stand together. */
export function markdownOf(highlights: readonly Highlight[]): string {
  const blocks: string[] = [];
  let article = '';
  for (const highlight of highlights) {
    if (highlight.article.id !== article) blocks.push(...headBlocks(highlight));
    article = highlight.article.id;
    blocks.push(...highlightBlocks(highlight));
  }
  return blocks.length === 0 ? '' : `${blocks.join('\n\n')}\n`;
}

function headBlocks({ article }: Highlight): string[] {
  const { headline, authors, source, publishedAt, url } = article;
  const facts = [authors.join(', '), source ?? '', publishedAt?.slice(0, 10) ?? ''].filter((fact) => fact !== '');
  const credit = facts.length === 0 ? [] : [facts.map(escapeLine).join(' · ')];
  return [`# ${escapeLine(headline)}`, ...credit, ...(url === null ? [] : [`<${encodeAddress(url)}>`])];
}

function highlightBlocks({ anchor, annotation, colour, tags }: Highlight): string[] {
  const blocks: string[] = [];
  if (anchor !== null) blocks.push(quotation(anchor.exact));
  if (annotation !== null) blocks.push(paragraphs(annotation).join('\n\n'));
  // The usual colour says nothing.
  const marks = [...(colour === null || colour === 'yellow' ? [] : [colour]), ...tags.map((tag) => `#${tag}`)];
  if (marks.length > 0) blocks.push(`*${escapeLine(marks.join(' · '))}*`);
  return blocks;
}

function quotation(exact: string): string {
  return paragraphs(exact)
    .map((line) => `> ${line}`)
    .join('\n>\n');
}

/** Each line of a text is a paragraph of its own, as it was set. */
function paragraphs(text: string): string[] {
  return text
    .split(/\n+/)
    .map(escapeLine)
    .filter((line) => line !== '');
}

/** One line of plain text so that Markdown shows it as it is: whatever would be read as markup is escaped. */
export function escapeLine(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[\\`*_[\]<>|~&@]|:(?=\/\/)|(?<=www)\./gi, '\\$&')
    .replace(/^[#+=-]/, '\\$&')
    .replace(/^(\d{1,9})([.)])/, '$1\\$2');
}

/** An address between angle brackets holds no brackets and no space. */
function encodeAddress(url: string): string {
  return url.replace(/[<>\s]/g, (character) => encodeURIComponent(character));
}
