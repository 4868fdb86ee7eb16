import type { ExtractionWarning } from '#contract/extraction-warning.ts';
import { createFaces, type Faces } from './faces.ts';
import type { Page, Run, Tag } from './layout/runs.ts';
import { linkRun, readLinks } from './links.ts';
import { brokenPdf } from './open-pdf.ts';
import { directionOf, moved, turnUpright, type Placed } from './placed.ts';
import type { PdfDocument, PdfPage, PdfText } from './pdf-library.ts';
import { mostLettersOfElement, readTags } from './tags.ts';

export type PageLimits = { readonly pages: number; readonly letters: number; readonly lettersOfPage: number };

/** A long book; more than that is no article, and costs more time than a thread is given. */
export const defaultPageLimits: PageLimits = { pages: 2_000, letters: 4_000_000, lettersOfPage: 400_000 };

export type ReadPages = {
  readonly pages: readonly Page[];
  /** Text that stands on its side beside the story. */
  readonly sideways: readonly string[];
  readonly warnings: readonly ExtractionWarning[];
};

/** Reads the text of every page with its places, up to the limits; a page that cannot be read is reported. */
export async function readPages(document: PdfDocument, limits: PageLimits = defaultPageLimits): Promise<ReadPages> {
  const pages: Page[] = [];
  const sideways: string[] = [];
  const unread: number[] = [];
  const faces = createFaces();
  const last = Math.min(document.numPages, limits.pages);
  let letters = 0;
  let number = 1;
  for (; number <= last && letters < limits.letters; number += 1) {
    const read = await readPage(document, number, faces, limits.lettersOfPage).catch((error: unknown) => error);
    if (!isPageRead(read)) {
      if (unread.length === 0 && pages.length === 0 && number >= Math.min(last, 5)) throw brokenPdf(read);
      unread.push(number);
      // A tree of pages that leads nowhere answers each of ten thousand numbers in this way.
      if (unread.length >= 50 && pages.length === 0) break;
      continue;
    }
    pages.push(read.page);
    for (const line of read.sideways) sideways.push(line);
    letters += read.letters;
  }
  if (pages.length === 0) throw brokenPdf(undefined);
  return { pages, sideways, warnings: warningsOf(document.numPages, number - 1, unread) };
}

type PageRead = { readonly page: Page; readonly sideways: readonly string[]; readonly letters: number };

function isPageRead(read: unknown): read is PageRead {
  return typeof read === 'object' && read !== null && 'letters' in read;
}

/** A warning names no more pages than these. */
const mostNamed = 20;

function warningsOf(pageCount: number, lastRead: number, unread: readonly number[]): ExtractionWarning[] {
  const warnings: ExtractionWarning[] = [];
  if (unread.length > 0)
    warnings.push({ kind: 'pages-unread', pages: unread.slice(0, mostNamed), areMore: unread.length > mostNamed });
  if (lastRead < pageCount) warnings.push({ kind: 'document-cut', pages: pageCount, read: lastRead });
  return warnings;
}

async function readPage(document: PdfDocument, number: number, faces: Faces, mostLetters: number): Promise<PageRead> {
  const page = await document.getPage(number);
  try {
    const items = await readItems(page, mostLetters);
    await faces.learn(page, new Set(items.map((item) => item.fontName)));
    const { width, height, transform } = page.getViewport({ scale: 1 });
    const links = await readLinks(page, transform);
    const placed = placeItems(items, transform, faces, await tagsOf(page, items)).flatMap((one) => linkRun(one, links));
    const upright = turnUpright(placed, width, height);
    const runs = withoutShadows(upright.runs);
    const letters = items.reduce((sum, item) => sum + item.str.length, 0);
    return {
      page: { number, width: upright.width, height: upright.height, runs },
      sideways: upright.sideways,
      letters,
    };
  } finally {
    page.cleanup();
  }
}

/** A stretch of text, and the mark around it. */
type MarkedText = PdfText & { readonly mark: string | null };

async function readItems(page: PdfPage, mostLetters: number): Promise<MarkedText[]> {
  const items: MarkedText[] = [];
  const marks: (string | null)[] = [];
  const reader = page.streamTextContent({ includeMarkedContent: true }).getReader();
  let letters = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return items;
    for (const item of value.items) {
      if ('str' in item) items.push({ ...item, mark: marks.findLast((mark) => mark !== null) ?? null });
      else if (item.type === 'endMarkedContent') marks.pop();
      else if (marks.length < deepestMarks) marks.push(item.id ?? null);
      letters += 'str' in item ? item.str.length + 1 : 0;
    }
    if (letters > mostLetters) {
      await reader.cancel('long enough');
      return items;
    }
  }
}

/** Marks within marks: more is an attack. */
const deepestMarks = 1_000;

/** Tags of items, without those of an element that is the whole page. */
async function tagsOf(page: PdfPage, items: readonly MarkedText[]): Promise<(item: MarkedText) => Tag | null> {
  if (!items.some(({ mark }) => mark !== null)) return () => null;
  const tags = await readTags(page);
  const letters = new Map<string, number>();
  for (const { mark, str } of items) {
    const element = tags.get(mark ?? '')?.element;
    if (element !== undefined) letters.set(element, (letters.get(element) ?? 0) + str.length);
  }
  return ({ mark }) => {
    const tag = tags.get(mark ?? '') ?? null;
    return tag === null || (letters.get(tag.element) ?? 0) > mostLettersOfElement ? null : tag;
  };
}

/** Stretches to runs; white space becomes a mark on the run after it. */
function placeItems(
  items: readonly MarkedText[],
  viewport: readonly number[],
  faces: Faces,
  tagOf: (item: MarkedText) => Tag | null,
): Placed[] {
  const placed: Placed[] = [];
  let isSpaced = false;
  for (const item of items) {
    const text = item.str.trim();
    if (text === '') {
      isSpaced ||= item.str !== '' || item.hasEOL;
      continue;
    }
    placed.push({
      ...placeOf(item, viewport),
      run: {
        text,
        size: sizeOf(item),
        face: faces.of(item.fontName),
        isSpaced: isSpaced || /^\s/u.test(item.str),
        isLeftward: item.dir === 'rtl',
        link: null,
        tag: tagOf(item),
      },
    });
    isSpaced = item.hasEOL || /\s$/u.test(item.str);
  }
  return placed;
}

function placeOf({ transform, width }: PdfText, viewport: readonly number[]): Omit<Placed, 'run'> {
  const [a = 0, b = 0, , , e = 0, f = 0] = transform;
  const start = moved(e, f, viewport);
  const ahead = moved(e + a, f + b, viewport);
  return { ...start, length: width, direction: directionOf(ahead.x - start.x, ahead.y - start.y) };
}

/** In points, to a tenth: programs differ in the digits after that. */
function sizeOf({ transform, height }: PdfText): number {
  const [, , c = 0, d = 0] = transform;
  return Math.round((Math.hypot(c, d) || height) * 10) / 10;
}

/** Some programs print letters twice, a hair apart, to make them look bold. */
function withoutShadows(runs: readonly Run[]): Run[] {
  const seen = new Map<string, Run>();
  return runs.filter((run) => {
    const before = seen.get(run.text);
    seen.set(run.text, run);
    if (before === undefined) return true;
    const slack = run.size * 0.12;
    return Math.abs(before.left - run.left) > slack || Math.abs(before.baseline - run.baseline) > slack;
  });
}
