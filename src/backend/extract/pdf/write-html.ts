import { escapeText } from '../sanitise/serialise.ts';
import { withoutLabel, type Paragraph } from './layout/paragraphs.ts';
import type { Span } from './layout/words.ts';

/** The story as HTML, its notes below it. */
export function writeHtml(body: readonly Paragraph[], notes: readonly Paragraph[]): string {
  const parts: string[] = [];
  const levels = levelsIn(body);
  for (let at = 0; at < body.length; at += 1) {
    const items = itemsFrom(body, at);
    if (items.length > 0) {
      parts.push(writeList(items));
      at += items.length - 1;
    } else {
      const paragraph = body[at];
      if (paragraph !== undefined) parts.push(writeParagraph(paragraph, levels));
    }
  }
  if (notes.length > 0)
    parts.push('<hr>', ...notes.map((note) => `<p><small>${writeSpans(note.spans, null)}</small></p>`));
  return parts.join('\n');
}

function itemsFrom(body: readonly Paragraph[], from: number): Paragraph[] {
  const items: Paragraph[] = [];
  const isNumbered = (one: Paragraph) => /^[([]?[\da-z]/iu.test(one.text);
  for (let at = from; at < body.length; at += 1) {
    const [first] = items;
    const paragraph = body[at];
    if (paragraph?.kind !== 'item' || (first !== undefined && isNumbered(first) !== isNumbered(paragraph))) break;
    items.push(paragraph);
  }
  return items;
}

const counted = /^\(?(\d{1,3})[.)]$/u;

/** Bullets and figures that count are made by the list; any other label stays where it was printed. */
function writeList(items: readonly Paragraph[]): string {
  const parted = items.map((item) => ({ whole: item.spans, ...withoutLabel(item.spans) }));
  const numbers = parted.map(({ label }) => Number(counted.exec(label)?.[1] ?? Number.NaN));
  const [first = Number.NaN] = numbers;
  if (numbers.every((number, at) => number === first + at))
    return `<ol${first === 1 ? '' : ` start="${first}"`}>${parted.map(({ spans }) => `<li>${writeSpans(spans, null)}</li>`).join('')}</ol>`;
  const isBulleted = parted.every(({ label }) => !/[\p{L}\p{N}]/u.test(label));
  return `<ul>${parted.map(({ whole, spans }) => `<li>${writeSpans(isBulleted ? spans : whole, null)}</li>`).join('')}</ul>`;
}

/** The levels of heading that a story has: the highest becomes `h2`, whatever stood above it. */
function levelsIn(body: readonly Paragraph[]): number[] {
  const levels = new Set(body.filter(({ kind }) => kind === 'heading').map(({ level }) => level));
  return [...levels].toSorted((one, other) => one - other);
}

function writeParagraph(paragraph: Paragraph, levels: readonly number[]): string {
  if (paragraph.kind === 'code') return `<pre>${escapeText(paragraph.spans.map((span) => span.text).join(''))}</pre>`;
  const html = writeSpans(paragraph.spans, paragraph);
  if (paragraph.kind === 'quote') return `<blockquote><p>${html}</p></blockquote>`;
  if (paragraph.kind !== 'heading') return `<p>${html}</p>`;
  const name = `h${Math.min(4, 2 + levels.indexOf(paragraph.level))}`;
  return `<${name}>${html}</${name}>`;
}

/** A look that a whole paragraph has is how it is set, not what it says. */
function writeSpans(spans: readonly Span[], whole: Pick<Paragraph, 'isBold' | 'isItalic'> | null): string {
  return spans
    .map((span, at) => writeSpan(at === 0 ? { ...span, text: span.text.trimStart() } : span, whole))
    .join('')
    .trim();
}

function writeSpan(
  { text, isBold, isItalic, isRaised, link }: Span,
  whole: Pick<Paragraph, 'isBold' | 'isItalic'> | null,
): string {
  const words = text.trim();
  if (words === '') return ' ';
  let html = escapeText(words);
  if (isRaised) html = `<sup>${html}</sup>`;
  if (isItalic && whole?.isItalic !== true) html = `<em>${html}</em>`;
  if (isBold && whole?.isBold !== true) html = `<strong>${html}</strong>`;
  if (link !== null) html = `<a href="${escapeText(link).replaceAll('"', '&quot;')}">${html}</a>`;
  return `${/^\s/u.test(text) ? ' ' : ''}${html}${/\s$/u.test(text) ? ' ' : ''}`;
}
