import type { Outline } from './chapter.ts';
import type { Book } from './package.ts';

/** A collection has several pieces worth a title of their own. */
const fewestPieces = 3;
const pieceWords = 60;
/** Articles are rarely longer; chapters of a novel rarely shorter. */
const longestMedianWords = 3000;
const leastNamedShare = 0.7;

/**
 * Whether a book is a collection of articles (a magazine, a newspaper for a reader, articles packed
 * by a reading service): then each chapter becomes an article.
 *
 * It is when it says so, or when chapters name web addresses of their own; else when at least three
 * have their own titles, few of these are numbers ("Chapter 4"), and half are no longer than an
 * article is. Anything else is one whole: a novel cut in forty is of no use to anybody.
 */
export function isCollection(book: Book, chapters: readonly Outline[]): boolean {
  const pieces = chapters.filter(({ words }) => words >= pieceWords);
  if (pieces.length < 2) return false;
  const named = pieces.flatMap((piece) => titleOf(piece, book) ?? []);
  const areNamed = new Set(named).size >= Math.max(2, pieces.length * leastNamedShare);
  if (!areNamed) return false;
  if (book.isPeriodical || pieces.filter(({ address }) => address !== null).length > 1) return true;
  const counted = named.filter(isNumbered).length;
  if (pieces.length < fewestPieces || counted > named.length * (1 - leastNamedShare)) return false;
  return median(pieces.map(({ words }) => words)) <= longestMedianWords;
}

/** A chapter's own title: of the table of contents, its heading, its page; not the book's title again. */
export function titleOf({ path, heading, title }: Outline, book: Book): string | null {
  const candidates = [book.titles.get(path) ?? null, heading, title];
  return candidates.find((candidate) => candidate !== null && candidate !== book.title) ?? null;
}

/** "Chapter 4", "Kapitel IV: The ferry", "4", "4. The ferry", and what stands around a book's text. */
function isNumbered(title: string): boolean {
  return (
    /^(chapter|part|book|section|act|scene|kapitel|teil|chapitre|partie|cap[íi]tulo|parte|capitolo|глава|часть)\b/iu.test(
      title,
    ) ||
    /^([ivxlc]+|\d+)([.:)]|\s|$)/i.test(title) ||
    /^(prologue|epilogue|introduction|preface|foreword|afterword|appendix|index|dedication|acknowledge?ments|vorwort|nachwort)\b/i.test(
      title,
    )
  );
}

function median(numbers: readonly number[]): number {
  return [...numbers].sort((one, other) => one - other)[Math.floor(numbers.length / 2)] ?? 0;
}
