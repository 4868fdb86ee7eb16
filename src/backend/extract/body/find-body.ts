import type { Metadata } from '#contract/article.ts';
import type { DraftImage } from '#contract/draft.ts';
import type { ExtractionWarning } from '#contract/extraction-warning.ts';
import type { Removal, RemovalReason } from '#contract/removal.ts';
import { parsePage, textOf, type PageElement } from '../parse/page-tree.ts';
import { escapeText } from '../sanitise/serialise.ts';
import { findPictureParts, pictureNames } from './captions.ts';
import { chooseBody } from './choose.ts';
import { findCorrection, type Correction } from './find-correction.ts';
import { findLead } from './find-lead.ts';
import { findNotes } from './find-notes.ts';
import { coverage, squeeze } from './judge.ts';
import { proseLeftInside } from './left-inside.ts';
import { measurePage, type Measures } from './measure.ts';
import { pruneBy, toldRemovals } from './prune.ts';
import { readWithReadability } from './readability.ts';
import { findTeasers } from './teasers.ts';
import { trimByData } from './trim-by-data.ts';
import { trimEnd } from './trim-end.ts';
import { trimBody } from './trim.ts';
import { writeBody } from './write-body.ts';

export type FoundBody = {
  readonly html: string;
  readonly images: readonly DraftImage[];
  readonly method: string;
  readonly removals: readonly Removal[];
  /** A correction or editor's note that stood above or below the story. */
  readonly correction: string | null;
  readonly warnings: readonly ExtractionWarning[];
};

type Known = Pick<Metadata, 'headline' | 'dek' | 'authors' | 'section' | 'source' | 'publishedAt' | 'updatedAt'> & {
  /** The body as the page's structured data has it. */
  readonly articleBody: string | null;
};

type Candidate = Omit<FoundBody, 'warnings'> & {
  readonly text: string;
  /** Characters of prose. */
  readonly prose: number;
  /** Characters of prose that were left out in the midst of it. */
  readonly leftInside: number;
};

/** Less prose than this is hardly a story. */
const shortStory = 300;
/** Less than this is none, where another candidate has much more. */
const shortestStory = 200;
/** More prose than this, and than this share of the story, left out in its midst is worth a look. */
const muchInside = 300;
const muchInsideShare = 0.1;
/** A candidate that holds less than this of the page's own data looks incomplete. */
const enoughCoverage = 0.75;

/**
 * Finds the story's body in a page.
 *
 * Our own reading of the page's structure comes first: it is cheap and nearly always right. Only
 * where it looks incomplete (little prose; much less than the page shows; not what the structured
 * data says) are the others asked: the same without pruning by name, Readability, and the structured
 * data itself. The one that holds most of the known text wins, then the one with most prose.
 */
export function findBody(root: PageElement, html: string, known: Known): FoundBody | null {
  const unpruned = measurePage(root, () => false);
  const pruned = pruneBy(root, unpruned);
  const own = readStructure(root, pruned, known, 'article-element', unpruned);
  const visible = unpruned.get(root)?.prose ?? 0;
  if (looksComplete(own, visible, known)) return { ...own, warnings: insideWarning(own) };
  const candidates = [own, ...otherCandidates(root, html, known, unpruned.get(root)?.text ?? 0)].filter(
    (candidate) => candidate.text.trim() !== '',
  );
  const best = candidates.reduce<Candidate | undefined>(
    (left, right) => (left === undefined || isBetter(right, left, known) ? right : left),
    undefined,
  );
  return best === undefined ? null : { ...best, warnings: warningsFor(best, known) };
}

function readStructure(
  root: PageElement,
  pruned: ReadonlyMap<PageElement, RemovalReason>,
  known: Known,
  method: string,
  /** Of the page with all its parts: where it is at hand, what was left out of the story is measured. */
  unpruned: Measures | null = null,
): Candidate {
  const measures = measurePage(root, (element) => pruned.has(element));
  const body = chooseBody(root, measures, `${known.headline ?? ''} ${known.dek ?? ''}`);
  const trimmed = trimBody(body, measures, known);
  const isTold = (element: PageElement) => pruned.has(element) || trimmed.has(element);
  const teasers = findTeasers(body, measures, isTold);
  const isTrimmed = (element: PageElement) => isTold(element) || teasers.has(element);
  const ended = trimEnd(body, measures, isTrimmed);
  const isBeforeEnd = (element: PageElement) => isTrimmed(element) || ended.has(element);
  const unheld =
    known.articleBody === null
      ? new Map<PageElement, RemovalReason>()
      : trimByData(body, isBeforeEnd, known.articleBody);
  const correction = findCorrection(body, isBeforeEnd);
  const isRemoved = (element: PageElement) =>
    isBeforeEnd(element) || unheld.has(element) || element === correction?.element;
  const lead = findLead(root, body, known, pruned, measures);
  const written = writeBody(body, isRemoved, findPictureParts(body, measures));
  const { images } = written;
  const isNoWord = (element: PageElement) => isTold(element) || isPicture(element);
  const notes = findNotes(root, body).map((element) => `<section>${writeBody(element, isNoWord).html}</section>`);
  const story = lead.reduceRight((html, part) => withLead(part, html), written.html);
  const html = [story, ...notes].join('\n');
  const reasons = [pruned, trimmed, teasers, ended, unheld];
  const removals = [
    ...toldRemovals(pruned, body),
    ...[trimmed, teasers, ended, unheld, noted(correction)].flatMap((removed) => toldRemovals(removed, body)),
  ];
  return {
    html,
    images,
    method,
    removals,
    correction: correction?.text ?? null,
    text: known.articleBody === null ? 'body' : visibleText(html),
    prose: measures.get(body)?.prose ?? 0,
    leftInside: unpruned === null ? 0 : proseLeftInside(body, unpruned, isRemoved, reasons),
  };
}

function noted(correction: Correction | null): Map<PageElement, RemovalReason> {
  return new Map(correction === null ? [] : [[correction.element, { rule: 'note-kept-as-a-field' }]]);
}

/** Unless the body opens with the same words already. */
function withLead(lead: PageElement, html: string): string {
  const text = textOf(lead);
  const start = squeeze(visibleText(html)).slice(0, 3000);
  if (start.includes(squeeze(text).slice(0, 60))) return html;
  const isList = lead.name === 'ul' || lead.name === 'ol';
  return `${isList ? `<${lead.name}>${writeBody(lead, isPicture).html}</${lead.name}>` : `<p>${escapeText(text)}</p>`}\n${html}`;
}

function isPicture({ name }: PageElement): boolean {
  return pictureNames.has(name);
}

function visibleText(html: string): string {
  return html.replaceAll(/<[^>]*>/g, ' ');
}

function looksComplete(own: Candidate, visible: number, known: Known): boolean {
  if (own.prose < shortStory) return false;
  if (known.articleBody !== null && coverage(own.text, known.articleBody) < enoughCoverage) return false;
  return own.prose >= visible * 0.1;
}

/** A page with hardly any text gains nothing from a second opinion. */
function otherCandidates(root: PageElement, html: string, known: Known, visibleLength: number): Candidate[] {
  const candidates = [readStructure(root, new Map(), known, 'whole-page')];
  const second = visibleLength >= shortStory ? readWithReadability(html) : null;
  if (second !== null) candidates.push(readStructure(parsePage(second), new Map(), known, 'readability'));
  if (known.articleBody !== null && known.articleBody.length > shortStory)
    candidates.push(fromStructuredData(known.articleBody));
  return candidates;
}

function fromStructuredData(articleBody: string): Candidate {
  const isMarkup = /<\/?(?:p|br|div)\b/i.test(articleBody);
  const text = isMarkup ? textOf(parsePage(articleBody)) : articleBody;
  const html = isMarkup
    ? articleBody
    : articleBody
        .split(/\n+/)
        .map((paragraph) => paragraph.trim())
        .filter((paragraph) => paragraph !== '')
        .map((paragraph) => `<p>${escapeText(paragraph)}</p>`)
        .join('\n');
  return {
    html,
    images: [],
    method: 'json-ld',
    removals: [],
    correction: null,
    text,
    prose: text.length,
    leftInside: 0,
  };
}

function isBetter(right: Candidate, left: Candidate, { articleBody }: Known): boolean {
  if (articleBody !== null) {
    const [ofRight, ofLeft] = [coverage(right.text, articleBody), coverage(left.text, articleBody)];
    // The page itself is preferred to bare data: it has headings, links and pictures.
    if (Math.abs(ofRight - ofLeft) > 0.15) return ofRight > ofLeft;
    if (right.method === 'json-ld') return false;
  }
  // A longer text is not a better one, unless the other is hardly any.
  return right.prose > left.prose * (right.method === 'whole-page' ? 4 : 1.3) && left.prose < shortestStory;
}

function warningsFor(best: Candidate, { articleBody }: Known): ExtractionWarning[] {
  if (articleBody !== null && coverage(best.text, articleBody) < enoughCoverage) return [{ kind: 'data-holds-more' }];
  return best.prose < shortStory / 2 ? [{ kind: 'text-very-short' }] : insideWarning(best);
}

function insideWarning({ leftInside, prose }: Candidate): ExtractionWarning[] {
  const isMuch = leftInside > muchInside && leftInside > prose * muchInsideShare;
  return isMuch ? [{ kind: 'prose-left-out' }] : [];
}
