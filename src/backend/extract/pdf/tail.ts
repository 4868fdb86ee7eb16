import type { Removal, RemovalRule } from '#contract/removal.ts';
import { collectFindings, type Findings } from '../metadata/findings.ts';
import { isCopyright, readHeadLine } from '../plain-text/head-line.ts';
import type { Paragraph } from './layout/paragraphs.ts';

export type PdfTail = {
  readonly findings: Findings;
  readonly body: readonly Paragraph[];
  readonly removals: readonly Removal[];
};

/** No tail is longer than this many paragraphs. */
const longestTail = 40;

/**
 * Takes off what a printed page has below its story: rights, share bars, lists of links.
 *
 * Read from the last paragraph upwards, and only as far as there is nothing else. A list that
 * consists of links and stands at the very end is a menu; inside the story it stays.
 */
export function readPdfTail(paragraphs: readonly Paragraph[]): PdfTail {
  const fields = collectFindings('text');
  const rules = new Map<Paragraph, RemovalRule>();
  let end = paragraphs.length;
  for (let at = paragraphs.length - 1; at > 0 && paragraphs.length - at <= longestTail; at -= 1) {
    const one = paragraphs[at];
    // Headings belong to what stands below them, and go with it.
    const rule = one === undefined ? null : one.kind === 'heading' ? headsTail : ruleToTake(one);
    if (one === undefined || rule === null) break;
    if (rule === 'copyright-line') fields.add('copyright', one.text, 0.85, 'line below the story');
    rules.set(one, rule);
    end = at;
  }
  const taken = paragraphs.slice(end);
  // Nothing but headings: then they are the story's own.
  if (taken.every(({ kind }) => kind === 'heading')) return { findings: {}, body: paragraphs, removals: [] };
  const removals = taken.map((one) => ({
    step: 'pdf',
    reason: { rule: rules.get(one) ?? headsTail },
    sample: one.text,
  }));
  return { findings: fields.findings, body: paragraphs.slice(0, end), removals };
}

const headsTail: RemovalRule = 'heading-of-what-was-left-out';

function ruleToTake(one: Paragraph): RemovalRule | null {
  if (isCopyright(one.text)) return 'copyright-line';
  if (readHeadLine(one.text)?.kind === 'furniture') return 'page-furniture';
  return isOnlyLinks(one) ? 'links-below-the-story' : null;
}

/** Nothing but links, and no sentence. */
function isOnlyLinks({ spans, text }: Paragraph): boolean {
  return (
    text.length < 160 &&
    !/[.!?]$/u.test(text) &&
    spans.every((span) => span.link !== null || !/[\p{L}\p{N}]/u.test(span.text))
  );
}
