import { moved, type Placed } from './placed.ts';
import type { PdfPage } from './pdf-library.ts';

/** A place on the page that leads somewhere. */
export type Link = {
  readonly url: string;
  readonly box: readonly [left: number, top: number, right: number, bottom: number];
};

const mostLinks = 2_000;
/** A longer run is no line of an article; looking for its words would cost their square. */
const longestLinkedRun = 2_000;

export async function readLinks(page: PdfPage, transform: readonly number[]): Promise<Link[]> {
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

/** A stretch of text may hold a link and what stands beside it: it is cut where the link begins and ends. */
export function linkRun(placed: Placed, links: readonly Link[]): Placed[] {
  const { length, run } = placed;
  if (run.text.length > longestLinkedRun) return [placed];
  const start = startOf(placed);
  for (const link of links) {
    const [from, to] = stretchOf(link, placed) ?? [0, 0];
    const shared = Math.min(to, start + length) - Math.max(from, start);
    if (shared <= 0 || (shared < run.size * 0.4 && shared < length * 0.5)) continue;
    return cutAt(placed, (from - start) / length, (to - start) / length, link.url, links);
  }
  return [placed];
}

/** Where a run starts, along the way it is written. */
function startOf({ x, y, direction }: Placed): number {
  return [x, y, -x, -y][direction] ?? x;
}

/** Where a link begins and ends along a run that it lies on; nothing when it lies beside it. */
function stretchOf(
  { box: [left, top, right, bottom] }: Link,
  { x, y, direction, run }: Placed,
): readonly [number, number] | null {
  const rise = run.size * 0.3;
  const across = [y - rise, x + rise, y + rise, x - rise][direction] ?? y;
  const isUpright = direction % 2 === 0;
  const isOn = isUpright ? across >= top && across <= bottom : across >= left && across <= right;
  if (!isOn) return null;
  const [first, last] = isUpright ? [left, right] : [top, bottom];
  return direction < 2 ? [first, last] : [-last, -first];
}

function cutAt(placed: Placed, from: number, to: number, url: string, links: readonly Link[]): Placed[] {
  const { text } = placed.run;
  const [first, last] = [wordAt(text, from), wordAt(text, to)];
  if (first >= last) return [placed];
  const before = pieceOf(placed, 0, first);
  const inside = pieceOf(placed, first, last).map((piece) => ({ ...piece, run: { ...piece.run, link: url } }));
  return [...before, ...inside, ...pieceOf(placed, last, text.length).flatMap((piece) => linkRun(piece, links))];
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
