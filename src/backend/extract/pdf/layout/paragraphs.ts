import { isLabelled, isSameSize, roundHalf, type Block } from './blocks.ts';
import type { Flow } from './flow.ts';
import { textOf, type Line } from './lines.ts';
import { joinSpans, spansOf, textOfSpans, type Hyphens, type Span } from './words.ts';

/** A part of the story, as it is written out. */
export type Paragraph = {
  readonly kind: 'paragraph' | 'heading' | 'item' | 'quote' | 'code' | 'note';
  /** Of a heading: 1 is the highest below the headline. */
  readonly level: number;
  /** The level of heading that the file itself gives it. */
  readonly tagged: number | null;
  readonly spans: readonly Span[];
  readonly text: string;
  /** Where it begins. */
  readonly first: Line;
  readonly size: number;
  readonly lineCount: number;
  /** Its first lines, each for itself: what stands under a headline may be set as one. */
  readonly lineTexts: readonly string[];
  readonly isBold: boolean;
  readonly isItalic: boolean;
  readonly isCentred: boolean;
};

/** Letters larger than the story's by this make a heading. */
const headingShare = 1.12;
const longestHeading = 200;
const mostHeadingLines = 4;
const levels = 3;
const mostLineTexts = 6;

/** The size that most letters of a document have: its story's. */
export function bodySizeOf(lines: readonly Line[]): number {
  const letters = new Map<number, number>();
  for (const line of lines)
    for (const { size, text } of line.runs)
      letters.set(roundHalf(size), (letters.get(roundHalf(size)) ?? 0) + text.length);
  const [most] = [...letters].toSorted(([, few], [, many]) => many - few);
  return most?.[0] ?? 0;
}

/**
 * Flows as paragraphs, headings, items and code.
 *
 * A heading is told by larger letters, or by bold ones where the story is not bold; how many levels
 * there are, by how many sizes such lines have.
 */
export function toParagraphs(flows: readonly Flow[], bodySize: number, hyphens: Hyphens): Paragraph[] {
  const paragraphs = flows.map((flow) => paragraphOf(flow, hyphens));
  const isBodyBold = lettersIn(paragraphs.filter((one) => one.isBold)) * 2 > lettersIn(paragraphs);
  const isHeading = (one: Paragraph) => looksLikeHeading(one, bodySize, isBodyBold);
  const headings = paragraphs.filter(isHeading);
  const ranks = headings.every((one) => one.tagged !== null) ? byTag : rankSizes(headings);
  return paragraphs.map((one) => (isHeading(one) ? { ...one, kind: 'heading', level: ranks(one) } : one));
}

/** Footnotes as paragraphs of their own kind. */
export function toNotes(blocks: readonly Block[], hyphens: Hyphens): Paragraph[] {
  const notes: Paragraph[] = [];
  for (const block of blocks) {
    const note: Paragraph = { ...paragraphOf([block], hyphens), kind: 'note' };
    const last = notes.at(-1);
    // A note that a page cuts goes on without a sign.
    if (last !== undefined && /^\p{Ll}/u.test(note.text) && !/[.!?]$/u.test(last.text)) {
      const spans = joinSpans(last.spans, block, hyphens);
      notes[notes.length - 1] = { ...last, spans, text: textOfSpans(spans) };
    } else notes.push(note);
  }
  return notes;
}

function paragraphOf(flow: Flow, hyphens: Hyphens): Paragraph {
  const [first, ...others] = flow;
  let spans = spansOf(first, hyphens);
  for (const block of others) spans = joinSpans(spans, block, hyphens);
  const lines = flow.flatMap((block) => block.lines);
  const [line] = first.lines;
  if (line === undefined) throw new Error('A block has at least one line.');
  return {
    kind: first.kind !== 'text' ? first.kind : first.tag?.role === 'quote' ? 'quote' : 'paragraph',
    level: 0,
    tagged: first.tag?.role === 'heading' ? first.tag.level : null,
    spans,
    text: textOfSpans(spans),
    first: line,
    size: first.size,
    lineCount: lines.length,
    lineTexts: lines.slice(0, mostLineTexts).map(textOf),
    isBold: flow.every((block) => block.isBold),
    isItalic: flow.every((block) => block.isItalic),
    isCentred: lines.every((one) => Math.abs(one.left - first.columnLeft - (first.columnRight - one.right)) < one.size),
  };
}

function lettersIn(paragraphs: readonly Paragraph[]): number {
  return paragraphs.reduce((sum, { text }) => sum + text.length, 0);
}

function looksLikeHeading(one: Paragraph, bodySize: number, isBodyBold: boolean): boolean {
  if (one.kind === 'code' || one.kind === 'note' || one.lineCount > mostHeadingLines) return false;
  if (one.text.length > longestHeading) return false;
  if (one.tagged !== null) return true;
  if (!/\p{L}{2}/u.test(one.text) || /[,;]$/u.test(one.text)) return false;
  return one.size >= bodySize * headingShare || (!isBodyBold && isBoldHeading(one, bodySize));
}

const numbered = /^\d{1,2}(?:\.\d{1,2})*\.?\s/u;

function isBoldHeading({ kind, text, isBold, lineCount, size }: Paragraph, bodySize: number): boolean {
  if (!isBold || lineCount > 2 || size < bodySize * 0.94) return false;
  return (kind !== 'item' || numbered.test(text)) && !/[.:]$/u.test(text);
}

function byTag({ tagged }: Paragraph): number {
  return tagged ?? 1;
}

/** The larger, the higher; sizes that are nearly the same are one. */
function rankSizes(headings: readonly Paragraph[]): (one: Paragraph) => number {
  const sizes: number[] = [];
  for (const { size } of headings.toSorted((one, other) => other.size - one.size))
    if (!sizes.some((known) => isSameSize(known, size))) sizes.push(size);
  return (one) =>
    Math.min(
      levels,
      1 +
        Math.max(
          0,
          sizes.findIndex((size) => isSameSize(size, one.size)),
        ),
    );
}

/** The label that opens an item, and the rest. */
export function withoutLabel(spans: readonly Span[]): { readonly label: string; readonly spans: readonly Span[] } {
  const text = textOfSpans(spans);
  const label = isLabelled(text) ? (/^\S+\s+/u.exec(text)?.[0] ?? '') : '';
  let left = label.length;
  const rest = spans.flatMap((span, at) => {
    const shown = at === 0 ? span.text.trimStart() : span.text;
    const cut = Math.min(left, shown.length);
    left -= cut;
    return shown.length === cut ? [] : [{ ...span, text: shown.slice(cut) }];
  });
  return { label: label.trim(), spans: rest };
}
