import type { SourceHints } from '#contract/draft.ts';
import { ArchiveError } from '#contract/errors.ts';
import type { CaptureItem } from '../../capture-item.ts';
import { besideEntry, longestAssetBytes } from '../../read-beside.ts';
import { webAddress } from '../../saved-page.ts';
import { type ByteSource, readWhole } from '../byte-source.ts';
import { fileNameOfLabel, labelInside } from '../labels.ts';
import type { Opening } from '../opening.ts';
import { toCaptured, type Unwrapped } from '../unwrapped.ts';
import type { ZipFile } from '../zip/zip-file.ts';
import { type Chapter, type Outline, readChapter } from './chapter.ts';
import { isCollection, titleOf } from './collection.ts';
import { type Book, readBook } from './package.ts';

const longestBookBytes = 100_000_000;
const longestChapterBytes = 10_000_000;
/** The markup of all chapters: pictures have their own limits. */
const longestTextBytes = 60_000_000;
const chapterWords = 60;

/**
 * A book (EPUB 2 and 3): one article for each chapter when it is a collection of articles, else one
 * article, the whole book. See `collection.ts` for how that is decided.
 */
export async function* epubItems(zip: ZipFile, source: ByteSource, opening: Opening): AsyncIterable<CaptureItem> {
  if (zip.has('META-INF/encryption.xml') && zip.has('META-INF/rights.xml')) throw protectedBook(zip.label);
  const book = await readBook(zip);
  const chapters = await readOutline(zip, book, opening.signal);
  const { origin, now } = opening;
  const taking = () => ({ origin, takenInAt: now(), fileName: fileNameOfLabel(zip.label) });
  if (!isCollection(book, chapters)) {
    const capture = async () => toCaptured(await wholeBook(zip, source, book), taking());
    yield { kind: 'article', label: zip.label, capture };
    return;
  }
  for (const outline of chapters) {
    const title = titleOf(outline, book);
    if (outline.words < chapterWords || title === null) continue;
    const label = labelInside(zip.label, title);
    const capture = async () => toCaptured(await oneChapter(zip, book, outline.path, title), taking());
    yield { kind: 'article', label, capture };
  }
}

async function readOutline(zip: ZipFile, book: Book, signal: AbortSignal): Promise<Outline[]> {
  const outlines: Outline[] = [];
  let bytes = 0;
  for (const path of book.spine) {
    signal.throwIfAborted();
    const chapter = await chapterAt(zip, path);
    if (chapter === null) continue;
    bytes += chapter.raw.length;
    if (bytes > longestTextBytes) throw tooMuchText(zip.label);
    const { title, heading, words, address } = chapter;
    outlines.push({ path, title, heading, words, address });
  }
  if (outlines.length === 0) throw new ArchiveError('no-article', `${zip.label} is a book without any text in it`);
  return outlines;
}

async function chapterAt(zip: ZipFile, path: string): Promise<Chapter | null> {
  const raw = await zip.read(path, longestChapterBytes);
  return raw === null ? null : readChapter(path, raw);
}

async function wholeBook(zip: ZipFile, source: ByteSource, book: Book): Promise<Unwrapped> {
  const bodies: string[] = [];
  for (const path of book.spine) {
    const chapter = await chapterAt(zip, path);
    if (chapter === null || isContents(chapter)) continue;
    bodies.push(`<section>\n${chapter.body}\n</section>`);
  }
  return {
    ...pageOf(zip, book, book.title, bodies.join('\n')),
    address: webAddress(book.addresses[0] ?? ''),
    hints: hintsOf(book, book.title, book.publisher),
    original: { kind: 'epub', bytes: await readWhole(source, longestBookBytes) },
  };
}

/** A page of contents is nothing to read. */
function isContents({ body, words }: Chapter): boolean {
  return words === 0 ? !body.includes('<img') : /epub:type="[^"]*\b(toc|landmarks)\b/.test(body);
}

async function oneChapter(zip: ZipFile, book: Book, path: string, title: string): Promise<Unwrapped> {
  const chapter = await chapterAt(zip, path);
  if (chapter === null) throw new ArchiveError('no-article', `${path} is no longer in ${zip.label}`);
  return {
    ...pageOf(zip, book, title, chapter.body),
    address: webAddress(chapter.address ?? ''),
    hints: hintsOf(book, title, book.title),
    original: { kind: 'html', bytes: chapter.raw },
  };
}

function pageOf(zip: ZipFile, book: Book, title: string | null, body: string): Omit<Unwrapped, 'hints' | 'address'> {
  const language = book.language === null ? '' : ` lang="${escape(book.language)}"`;
  const head = `<meta charset="utf-8"><title>${escape(title ?? '')}</title>`;
  const page = `<!DOCTYPE html><html${language}><head>${head}</head><body><article>\n${body}\n</article></body></html>`;
  const read = (name: string) => zip.read(name, longestAssetBytes);
  const beside = besideEntry('', { has: (name) => zip.has(name), read });
  return {
    kind: 'html',
    bytes: new TextEncoder().encode(page),
    charset: 'utf-8',
    capturedAt: book.modified,
    original: null,
    readRelative: beside.read,
    holds: null,
  };
}

function hintsOf(book: Book, headline: string | null, source: string | null): SourceHints {
  // Programs that are told no date write the moment at which they made the file.
  const isMaking = book.date === book.modified;
  const date = isMaking ? undefined : /^\d{4}-\d\d-\d\d/.exec(book.date ?? '')?.[0];
  const hint = <T>(value: T, confidence: number, what: string) => ({
    value,
    confidence,
    detail: `${what} of the book`,
  });
  return {
    ...(headline === null ? {} : { headline: hint(headline, 0.95, 'title') }),
    ...(book.authors.length === 0 ? {} : { authors: hint([...book.authors], 0.85, 'authors') }),
    ...(date === undefined ? {} : { publishedAt: hint(date, 0.7, 'date') }),
    ...(source === null ? {} : { source: hint(source, 0.8, 'publisher') }),
    ...(book.language === null ? {} : { language: hint(book.language, 0.9, 'language') }),
    ...(book.rights === null ? {} : { copyright: hint(book.rights, 0.8, 'rights') }),
  };
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}

function tooMuchText(label: string): ArchiveError {
  return new ArchiveError('too-large', `cannot take in ${label}: its text is longer than that of any book`);
}

function protectedBook(label: string): ArchiveError {
  return new ArchiveError('unsupported-kind', `cannot take in ${label}: it is a book locked by copy protection`, {
    details: { found: 'a locked book' },
  });
}
