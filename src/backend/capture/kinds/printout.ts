import type { CaptureItem } from '../capture-item.ts';
import { type ByteSource, partOf } from './byte-source.ts';
import { labelInside } from './labels.ts';

/**
 * How databases of news part the articles of one text file: a line above each, or a line below each.
 *
 * Bytes are looked at as Latin 1: the lines are ASCII in every encoding such files come in.
 */
const edges: readonly { readonly side: 'above' | 'below'; readonly line: RegExp }[] = [
  // LexisNexis: "3 of 50 DOCUMENTS", in the middle of the line.
  { side: 'above', line: /^[ \t]*\d{1,5} of \d{1,5} DOCUMENTS?[ \t]*\r?$/gm },
  // ProQuest: "Document 3 of 50".
  { side: 'above', line: /^[ \t]*Document \d{1,5} of \d{1,5}[ \t]*\r?$/gm },
  // Nexis Uni.
  { side: 'below', line: /^[ \t]*End of Document[ \t]*\r?$/gm },
  // Factiva: the article's number in the database, which holds its day.
  { side: 'below', line: /^(?:AN[ \t]+)?Document [A-Z]{2,8}0*(?:19|20)\d{6}[a-z0-9]{4,}[ \t]*\r?$/gm },
];

/** What stands below the last article: the search that found them. */
const searchSummary = /^\s*(?:Search Summary|Search Page)\b/;

/** Whatever parts the articles, one of these stands in the head of every printout; in next to no other text. */
const signs = /\d of \d+ DOCUMENT|^Document [A-Z\d]|^[ \t]*End of Document|^[\d,.]+ words\s*$|^WC\s|^LENGTH:/im;
const signReach = 32_768;
/** Some ten thousand articles. */
const longestPrintoutBytes = 100_000_000;

type Stretch = { readonly start: number; readonly end: number };

/** Where the articles of a printout lie; none in what is not one, or holds one article. Read whole only when its head speaks for it. */
export async function articlesOfPrintout(source: ByteSource, head: Uint8Array): Promise<readonly Stretch[]> {
  const start = latin1(head);
  if (/^\s*<|\0/.test(start) || !signs.test(start) || source.sizeBytes > longestPrintoutBytes) return [];
  return partPrintout(latin1(await source.read(0, source.sizeBytes)));
}

/** True for a text, pasted or piped, that holds several articles. */
export function isPrintout(text: string): boolean {
  return signs.test(text.slice(0, signReach)) && partPrintout(text).length > 0;
}

function latin1(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1');
}

function partPrintout(text: string): readonly Stretch[] {
  for (const { side, line } of edges) {
    const found = [...text.matchAll(line)].map(({ 0: whole, index }) => ({ start: index, end: index + whole.length }));
    // One such line is an article that was printed alone, or prose.
    if (found.length < 2) continue;
    return side === 'above' ? below(found, text.length) : above(found, text);
  }
  return [];
}

/** From each line to the next; what stands above the first is the cover. */
function below(lines: readonly Stretch[], length: number): Stretch[] {
  return lines.map(({ end }, index) => ({ start: end, end: lines[index + 1]?.start ?? length }));
}

/** Up to each line, that line with it: it names the article. What follows the last is kept unless it is the search. */
function above(lines: readonly Stretch[], text: string): Stretch[] {
  const articles = lines.map(({ end }, index) => ({ start: lines[index - 1]?.end ?? 0, end }));
  const rest = text.slice(lines.at(-1)?.end);
  const isArticle = rest.trim() !== '' && !searchSummary.test(rest);
  return isArticle ? [...articles, { start: text.length - rest.length, end: text.length }] : articles;
}

/** Each article of a printout as a text of its own. */
export function* printoutItems(
  source: ByteSource,
  articles: readonly Stretch[],
  openText: (text: ByteSource) => CaptureItem,
): Iterable<CaptureItem> {
  for (const [index, { start, end }] of articles.entries()) {
    // The ending tells that it is text, whatever its first line looks like.
    yield openText({ ...partOf(source, start, end), label: labelInside(source.label, `article ${index + 1}.txt`) });
  }
}
