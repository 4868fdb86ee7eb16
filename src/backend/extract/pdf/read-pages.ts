import { brokenPdf } from './open-pdf.ts';
import { createFaces, type Faces } from './faces.ts';
import type { Page, Run, Tag } from './layout/runs.ts';
import type { PdfDocument, PdfPage, PdfText } from './pdf-library.ts';
import { mostLettersOfElement, readTags } from './tags.ts';

export type PageLimits = { readonly pages: number; readonly letters: number; readonly lettersOfPage: number };

/** A long book; more than that is no article, and costs more time than a thread is given. */
export const defaultPageLimits: PageLimits = { pages: 2_000, letters: 4_000_000, lettersOfPage: 400_000 };

export type ReadPages = {
  readonly pages: readonly Page[];
  /** Text that stands on its side beside the story. */
  readonly sideways: readonly string[];
  readonly warnings: readonly string[];
};

type Link = { readonly url: string; readonly box: readonly [left: number, top: number, right: number, bottom: number] };

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
    sideways.push(...read.sideways);
    letters += read.letters;
  }
  if (pages.length === 0) throw brokenPdf(undefined);
  return { pages, sideways, warnings: warningsOf(document.numPages, number - 1, unread) };
}

type PageRead = { readonly page: Page; readonly sideways: readonly string[]; readonly letters: number };

function isPageRead(read: unknown): read is PageRead {
  return typeof read === 'object' && read !== null && 'letters' in read;
}

function warningsOf(pageCount: number, lastRead: number, unread: readonly number[]): string[] {
  const warnings: string[] = [];
  if (unread.length > 0)
    warnings.push(`These pages could not be read: ${unread.slice(0, 20).join(', ')}${unread.length > 20 ? ' …' : ''}.`);
  if (lastRead < pageCount) warnings.push(`The document has ${pageCount} pages; the first ${lastRead} were taken in.`);
  return warnings;
}

async function readPage(document: PdfDocument, number: number, faces: Faces, mostLetters: number): Promise<PageRead> {
  const page = await document.getPage(number);
  try {
    const items = await readItems(page, mostLetters);
    await faces.learn(page, new Set(items.map((item) => item.fontName)));
    const { width, height, transform } = page.getViewport({ scale: 1 });
    const links = await readLinks(page, transform);
    const placed = placeItems(items, transform, faces, await tagsOf(page, items)).flatMap((one) => linked(one, links));
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

const mostLinks = 2_000;

async function readLinks(page: PdfPage, transform: readonly number[]): Promise<Link[]> {
  // Links are worth having, and not worth a page.
  const annotations = await page.getAnnotations().catch(() => []);
  const links: Link[] = [];
  for (const { subtype, url, rect } of annotations.slice(0, mostLinks)) {
    if (subtype !== 'Link' || url === undefined || rect === undefined || !/^https?:|^mailto:/i.test(url)) continue;
    const [left = 0, bottom = 0, right = 0, top = 0] = rect;
    const [one, other] = [moved(left, bottom, transform), moved(right, top, transform)];
    links.push({
      url,
      box: [Math.min(one.x, other.x), Math.min(one.y, other.y), Math.max(one.x, other.x), Math.max(one.y, other.y)],
    });
  }
  return links;
}

function moved(
  x: number,
  y: number,
  [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0]: readonly number[],
): { x: number; y: number } {
  return { x: a * x + c * y + e, y: b * x + d * y + f };
}

/** A run before it is known which way up its page is: `x` and `y` are where it starts. */
type Placed = {
  readonly x: number;
  readonly y: number;
  readonly length: number;
  /** To the right, down, to the left, up. */
  readonly direction: 0 | 1 | 2 | 3;
  readonly run: Omit<Run, 'left' | 'right' | 'baseline'>;
};

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
    const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = item.transform;
    const start = moved(e, f, viewport);
    const ahead = moved(e + a, f + b, viewport);
    placed.push({
      ...start,
      length: item.width,
      direction: directionOf(ahead.x - start.x, ahead.y - start.y),
      run: {
        text,
        size: Math.round((Math.hypot(c, d) || item.height) * 10) / 10,
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

function directionOf(x: number, y: number): Placed['direction'] {
  if (Math.abs(x) >= Math.abs(y)) return x >= 0 ? 0 : 2;
  return y >= 0 ? 1 : 3;
}

type Upright = { readonly runs: Run[]; readonly sideways: string[]; readonly width: number; readonly height: number };

/** Turns a page so that most of its text stands upright; what then lies on its side is set apart. */
function turnUpright(placed: readonly Placed[], width: number, height: number): Upright {
  const letters = [0, 0, 0, 0];
  for (const { run, direction } of placed) letters[direction] = (letters[direction] ?? 0) + run.text.length;
  const main = letters.indexOf(Math.max(...letters));
  const sideways = placed.filter(({ direction }) => direction !== main).map(({ run }) => run.text);
  const runs = placed.filter(({ direction }) => direction === main).map((one) => turned(one, width, height));
  const isSwapped = main % 2 === 1;
  return { runs, sideways, width: isSwapped ? height : width, height: isSwapped ? width : height };
}

function turned({ x, y, length, direction, run }: Placed, width: number, height: number): Run {
  const left = [x, y, width - x, height - y][direction] ?? x;
  const baseline = [y, width - x, height - y, x][direction] ?? y;
  return { ...run, left, right: left + length, baseline };
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

/** A stretch of text may hold a link and what stands beside it: it is cut where the link begins and ends. */
function linked(placed: Placed, links: readonly Link[]): Placed[] {
  const { x, y, length, direction, run } = placed;
  const rise = run.size * 0.3;
  const across = [y - rise, x + rise, y + rise, x - rise][direction] ?? y;
  const start = [x, y, -x, -y][direction] ?? x;
  for (const { url, box } of links) {
    const [left, top, right, bottom] = box;
    const isUpright = direction % 2 === 0;
    if (isUpright ? across < top || across > bottom : across < left || across > right) continue;
    const ends = isUpright ? [left, right] : [top, bottom];
    const [from = 0, to = 0] = direction < 2 ? ends : [-(ends[1] ?? 0), -(ends[0] ?? 0)];
    const shared = Math.min(to, start + length) - Math.max(from, start);
    if (shared < run.size * 0.4 && shared < length * 0.5) continue;
    return cutAt(placed, (from - start) / length, (to - start) / length, url, links);
  }
  return [placed];
}

function cutAt(placed: Placed, from: number, to: number, url: string, links: readonly Link[]): Placed[] {
  const { text } = placed.run;
  const [first, last] = [wordAt(text, from), wordAt(text, to)];
  if (first >= last) return [placed];
  const before = pieceOf(placed, 0, first);
  const inside = pieceOf(placed, first, last).map((piece) => ({ ...piece, run: { ...piece.run, link: url } }));
  return [...before, ...inside, ...pieceOf(placed, last, text.length).flatMap((piece) => linked(piece, links))];
}

function pieceOf(placed: Placed, from: number, to: number): Placed[] {
  const { run, x, y, direction } = placed;
  const piece = run.text.slice(from, to);
  const text = piece.trim();
  if (text === '') return [];
  const lead = from + (piece.length - piece.trimStart().length);
  const [before, width] = [widthOf(run.text.slice(0, lead)), widthOf(text)];
  const scale = placed.length / Math.max(widthOf(run.text), 0.1);
  const step = before * scale;
  return [
    {
      ...placed,
      x: x + ([step, 0, -step, 0][direction] ?? 0),
      y: y + ([0, step, 0, -step][direction] ?? 0),
      length: width * scale,
      run: { ...run, text, isSpaced: lead === 0 ? run.isSpaced : /\s/u.test(run.text.charAt(lead - 1)) },
    },
  ];
}

/** The place in a text nearest to a share of its width where a word begins or ends. */
function wordAt(text: string, share: number): number {
  const whole = Math.max(widthOf(text), 0.1);
  let best = share <= 0 ? 0 : text.length;
  let nearest = Math.abs((share <= 0 ? 0 : 1) - share);
  if (share <= 0 || share >= 1) return best;
  for (const { index } of text.matchAll(/\b|(?<=\S)(?=\s|$)|(?<=\s|^)(?=\S)/gu)) {
    const distance = Math.abs(widthOf(text.slice(0, index)) / whole - share);
    if (distance < nearest) [best, nearest] = [index, distance];
  }
  return best;
}

/** How wide letters are beside each other, in a typeface nobody has told. */
function widthOf(text: string): number {
  let width = 0;
  for (const letter of text)
    width += /[iljtfrI.,;:'’!|()\s[\]-]/u.test(letter)
      ? 0.55
      : /[mwMW—@%]/u.test(letter)
        ? 1.5
        : /\p{Lu}/u.test(letter)
          ? 1.25
          : 1;
  return width;
}
