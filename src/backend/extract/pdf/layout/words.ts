import { needsSpace, textOf, type Line } from './lines.ts';
import type { Block } from './blocks.ts';

/** A stretch of a paragraph in one look. */
export type Span = {
  readonly text: string;
  readonly isBold: boolean;
  readonly isItalic: boolean;
  /** A raised figure: the sign of a footnote. */
  readonly isRaised: boolean;
  readonly link: string | null;
};

/** Knows what to do with a hyphen at a line's end. */
export type Hyphens = { readonly isBreak: (before: string, after: string) => boolean };

const lastPart = /([\p{L}\p{M}’']+)[-\u2010]$/u;
const firstPart = /^([\p{Ll}\p{M}][\p{L}\p{M}’']*)/u;

/**
 * Learns from a document which hyphens at line ends its printer put there.
 *
 * The hyphen goes when the whole word stands unbroken elsewhere. Where it does not, it goes only in a
 * document that certainly breaks words, and only when the two halves are no words of the document
 * by themselves; "well-" and "known" stay hyphenated. In doubt the hyphen stays: a wrong one can
 * still be read and searched for, a wrong join cannot.
 */
export function learnHyphens(lines: readonly Line[]): Hyphens {
  const texts = lines.map(textOf);
  const words = new Set<string>();
  const compounds = new Set<string>();
  for (const text of texts) {
    const whole = text.replace(/\S*[-\u2010]$/u, '').toLowerCase();
    for (const [word] of whole.matchAll(/[\p{L}\p{M}’']+/gu)) words.add(word);
    for (const [compound] of whole.matchAll(/[\p{L}\p{M}]+(?:[-\u2010][\p{L}\p{M}]+)+/gu)) compounds.add(compound);
  }
  const ends = texts.flatMap((text, at) => {
    const before = lastPart.exec(text)?.[1]?.toLowerCase();
    const after = firstPart.exec(texts[at + 1] ?? '')?.[1]?.toLowerCase();
    return before === undefined || after === undefined ? [] : [{ before, after }];
  });
  const proven = ends.filter(({ before, after }) => words.has(before + after)).length;
  const breaksWords = proven >= 1 && ends.length >= texts.length * 0.01;
  // "well-known": a first half that is a word of some length is one by itself, whatever follows.
  const areWords = (first: string, second: string) => words.has(first) && (first.length > 3 || words.has(second));
  return {
    isBreak(before, after) {
      const first = lastPart.exec(before)?.[1]?.toLowerCase();
      const second = firstPart.exec(after)?.[1]?.toLowerCase();
      if (first === undefined || second === undefined) return false;
      if (compounds.has(`${first}-${second}`)) return false;
      if (words.has(first + second)) return true;
      return breaksWords && !areWords(first, second);
    },
  };
}

const withoutSpaces = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\uff00-\uffef]/u;

/** The lines of a block as one text in stretches of one look; code keeps its line ends. */
export function spansOf(block: Block, hyphens: Hyphens): Span[] {
  const spans: Span[] = [];
  for (const line of block.lines) appendLine(spans, line, block.kind === 'code' ? null : hyphens);
  return tidy(spans);
}

/** Adds a line to a text, taking back a break of a word. `null`: lines stay lines. */
function appendLine(spans: Span[], line: Line, hyphens: Hyphens | null): void {
  const joint = jointBetween(spans, line, hyphens);
  for (const [at, run] of line.runs.entries()) {
    const before = line.runs[at - 1];
    const space = before === undefined ? joint : needsSpace(before, run) ? ' ' : '';
    const isRaised =
      run.size < line.size * 0.85 &&
      line.baseline - run.baseline > 0.15 * line.size &&
      /^[\d,*†‡§¶]+$/u.test(run.text.trim());
    const { isBold, isItalic } = run.face;
    push(spans, { text: space + run.text, isBold, isItalic, isRaised, link: run.link });
  }
}

function jointBetween(spans: Span[], line: Line, hyphens: Hyphens | null): string {
  const last = spans.at(-1);
  if (last === undefined) return '';
  if (hyphens === null) return '\n';
  const before = spans
    .slice(-3)
    .map((span) => span.text)
    .join('')
    .trimEnd();
  const after = textOf(line);
  if (before.endsWith('\u00ad') || hyphens.isBreak(before, after)) {
    spans[spans.length - 1] = { ...last, text: last.text.trimEnd().replace(/[-\u2010\u00ad]$/u, '') };
    return '';
  }
  if (/[\p{L}\p{N}][-\u2010]$|[/\u2013\u2014]$/u.test(before) && /^[\p{L}\p{N}]/u.test(after)) return '';
  return withoutSpaces.test(before.slice(-1)) && withoutSpaces.test(after.slice(0, 1)) ? '' : ' ';
}

function push(spans: Span[], span: Span): void {
  const last = spans.at(-1);
  const isAlike =
    last !== undefined &&
    last.isBold === span.isBold &&
    last.isItalic === span.isItalic &&
    last.isRaised === span.isRaised &&
    last.link === span.link;
  if (isAlike) spans[spans.length - 1] = { ...last, text: last.text + span.text };
  else spans.push(span);
}

function tidy(spans: readonly Span[]): Span[] {
  return spans
    .map((span) => ({ ...span, text: span.text.replaceAll('\u00ad', '') }))
    .filter((span) => span.text !== '');
}

/** The plain words of stretches. */
export function textOfSpans(spans: readonly Span[]): string {
  return spans
    .map((span) => span.text)
    .join('')
    .trim();
}

/** Two halves of a paragraph that a column or a page had parted. */
export function joinSpans(first: readonly Span[], second: Block, hyphens: Hyphens): Span[] {
  const spans = [...first];
  for (const line of second.lines) appendLine(spans, line, hyphens);
  return tidy(spans);
}
