import type { Removal, RemovalRule } from '#contract/removal.ts';
import { collectFindings, type Findings, type FindingsBuilder } from '../metadata/findings.ts';
import { fold } from '../metadata/headline.ts';
import { isFullName, looksLikeNames, readCredit } from '../metadata/people.ts';
import { readDateline } from '../plain-text/dateline.ts';
import { readHeadLine } from '../plain-text/head-line.ts';
import type { Arranged } from './layout/arrange.ts';
import type { Paragraph } from './layout/paragraphs.ts';

export type PdfHead = {
  readonly findings: Findings;
  /** The story without what became a field. */
  readonly body: readonly Paragraph[];
  readonly removals: readonly Removal[];
};

/** The headline stands within the first so many paragraphs. */
const headReach = 24;
/** After the headline, at most so many paragraphs are byline, date, dek. */
const longestHead = 10;
const longestHeadline = 260;
const longestDek = 420;
const headlineShare = 1.15;

/**
 * Reads what stands above the story on the first page.
 *
 * The headline is found first, by its size and by what the file calls itself; all the rest is known
 * by its place beside it. Above it stand a section or a menu, below it a dek, names and a date, and
 * the story begins with the first paragraph that is none of these.
 */
export function readPdfHead({ paragraphs, bodySize }: Arranged, title: string | null): PdfHead {
  const fields = collectFindings('text');
  const at = findHeadline(paragraphs, bodySize, title);
  const headline = paragraphs[at];
  if (headline === undefined) {
    fields.add('headline', title, 0.5, 'title of the file');
    return { ...readBelow(paragraphs, null, bodySize, fields), findings: fields.findings };
  }
  addHeadline(fields, headline, bodySize, title);
  const above = readAbove(paragraphs.slice(0, at), headline, fields);
  const below = readBelow(paragraphs.slice(at + 1), headline, bodySize, fields);
  return {
    findings: fields.findings,
    body: [...above.body, ...below.body],
    removals: [...above.removals, ...below.removals],
  };
}

/** The paragraph that the file's title names; else the largest near the top that is larger than the story. */
function findHeadline(paragraphs: readonly Paragraph[], bodySize: number, title: string | null): number {
  const first = paragraphs[0]?.first.page ?? 1;
  const candidates = paragraphs
    .slice(0, headReach)
    .map((one, at) => ({ one, at }))
    .filter(({ one }) => one.first.page <= first + 1 && isPossible(one));
  const named = candidates.map(({ one, at }) => ({ one, at, shared: sharedWithTitle(one.text, title) }));
  const longest = Math.max(0, ...named.map(({ shared }) => shared));
  const best =
    longest > 0
      ? named.filter(({ shared }) => shared === longest)
      : candidates.filter(({ one }) => isLarge(one, bodySize));
  const [largest] = best.toSorted((one, other) => other.one.size - one.one.size || one.at - other.at);
  return largest?.at ?? -1;
}

function isPossible({ text, kind, first }: Paragraph): boolean {
  return (
    kind !== 'code' &&
    kind !== 'note' &&
    text.length <= longestHeadline &&
    /\p{L}{2}/u.test(text) &&
    readHeadLine(text) === null &&
    first.size > 0
  );
}

function isLarge({ size, isBold, lineCount, text, tagged }: Paragraph, bodySize: number): boolean {
  if (tagged === 1) return true;
  return size >= bodySize * headlineShare || (isBold && lineCount <= 3 && text.length > 15 && size >= bodySize);
}

/**
 * How many letters of the file's title a printed line has: `Ferry sails again | The Paper` names both
 * "Ferry sails again" and "The Paper", and the longer is the headline. The line may say more.
 */
function sharedWithTitle(text: string, title: string | null): number {
  const printed = fold(text);
  const shared = (title === null ? [] : [title, ...partsOf(title)]).map((part) => {
    const named = fold(part);
    const isNamed =
      printed === named || (named.length >= 12 && printed.startsWith(`${named} `)) || named.startsWith(`${printed} `);
    return isNamed && printed.length >= 4 && named.length >= 4 ? Math.min(printed.length, named.length) : 0;
  });
  return Math.max(0, ...shared);
}

function partsOf(title: string): string[] {
  return title.split(/\s+[|·•»«›‹–—-]{1,2}\s+|\s*\|\s*/u).filter((part) => part.trim() !== '');
}

function addHeadline(fields: FindingsBuilder, headline: Paragraph, bodySize: number, title: string | null): void {
  const isNamed = sharedWithTitle(headline.text, title) > 0;
  const certainty = isNamed ? 0.95 : headline.size >= bodySize * 1.4 ? 0.8 : 0.6;
  fields.add(
    'headline',
    headline.text,
    certainty,
    isNamed ? 'heading that the file is named after' : 'largest letters on the first page',
  );
  const parts = isNamed ? partsOf(title ?? '') : [];
  const house = parts.at(-1)?.trim();
  if (parts.length > 1 && house !== undefined && house.length <= 60 && sharedWithTitle(headline.text, house) === 0)
    fields.add('source', house, 0.5, 'title of the file, beside the headline');
}

type Part = { readonly body: readonly Paragraph[]; readonly removals: readonly Removal[] };

/** Above the headline stand the name of the paper, a section, a date, a menu. A sentence there stays. */
function readAbove(paragraphs: readonly Paragraph[], headline: Paragraph, fields: FindingsBuilder): Part {
  const removals: Removal[] = [];
  const body = paragraphs.filter((one, at) => {
    const form = readHeadLine(one.text);
    if (form?.kind === 'posted') {
      fields.add('publishedAt', form.published, 0.75, 'date above the headline');
      fields.add('updatedAt', form.updated, 0.75, 'date above the headline');
    } else if (form?.kind === 'breadcrumb') fields.add('section', form.section, 0.85, 'path above the headline');
    else if (form === null && isSentence(one)) return true;
    else if (form === null && at === paragraphs.length - 1 && isKicker(one, headline))
      fields.add('kicker', one.text, 0.6, 'line right above the headline');
    removals.push({ step: 'pdf', reason: { rule: 'above-the-headline' }, sample: one.text });
    return false;
  });
  return { body, removals };
}

function isSentence({ text, lineCount }: Paragraph): boolean {
  return text.length > 140 || (lineCount > 1 && /[.!?]$/u.test(text));
}

function isKicker({ text, first, lineCount, spans }: Paragraph, headline: Paragraph): boolean {
  const distance = headline.first.top - first.bottom;
  const isLinked = spans.every((span) => span.link !== null) && spans.length > 2;
  return (
    lineCount === 1 &&
    text.length <= 60 &&
    !isLinked &&
    first.page === headline.first.page &&
    distance < headline.size * 2
  );
}

type Below = {
  readonly paragraphs: readonly Paragraph[];
  readonly headline: Paragraph | null;
  readonly bodySize: number;
  readonly fields: FindingsBuilder;
  /** Lines of a byline, in order. */
  readonly names: string[];
};

/** Below the headline: dek, byline, date, until the story begins. */
function readBelow(
  paragraphs: readonly Paragraph[],
  headline: Paragraph | null,
  bodySize: number,
  fields: FindingsBuilder,
): Part {
  const below: Below = { paragraphs, headline, bodySize, fields, names: [] };
  const removals: Removal[] = [];
  const kept: Paragraph[] = [];
  let at = 0;
  for (; at < Math.min(paragraphs.length, longestHead); at += 1) {
    const one = paragraphs[at];
    if (one === undefined) break;
    const rule = takeForm(below, one.text) ?? takeByPlace(below, one, at) ?? takeLineByLine(below, one);
    if (rule !== null) removals.push({ step: 'pdf', reason: { rule }, sample: one.text });
    else if (isStory(one, bodySize)) break;
    else kept.push(one);
  }
  addAuthors(fields, below.names);
  const body = [...kept, ...paragraphs.slice(at)];
  addDateline(fields, body);
  return { body, removals };
}

/** Lines that are known by their form: dates, bylines, share bars. */
function takeForm({ fields, names }: Below, text: string): RemovalRule | null {
  const form = readHeadLine(withoutSigns(text));
  if (form?.kind === 'posted') {
    fields.add('publishedAt', form.published, 0.8, 'date line below the headline');
    fields.add('updatedAt', form.updated, 0.8, 'date line below the headline');
    return 'date-line';
  }
  if (form?.kind === 'byline') {
    fields.add('publishedAt', form.published, 0.8, 'date beside the byline');
    names.push(form.value);
    return 'byline';
  }
  return form?.kind === 'furniture' ? 'page-furniture' : null;
}

/** Lines that are known by their place: names and a dek. */
function takeByPlace(
  { paragraphs, headline, bodySize, fields, names }: Below,
  one: Paragraph,
  at: number,
): RemovalRule | null {
  if (headline === null) return null;
  const text = withoutSigns(one.text);
  if (text.length < 200 && one.lineCount <= 3 && looksLikeNames(text) && !affiliation.test(text)) {
    names.push(text);
    return 'byline';
  }
  if (at > 2 || fields.has('dek') || !isDek(one, paragraphs[at + 1], bodySize)) return null;
  fields.add('dek', one.text, 0.75, 'line below the headline');
  return 'dek';
}

const affiliation =
  /@|\b(?:universi|institut|college|school|department|faculty|laborator|academ|hochschule|fakultät|université|center|centre)/iu;

/** Names, a house and a date that are set below each other as one; every line must be one of them, and one a name or date. */
function takeLineByLine(below: Below, { lineTexts, lineCount, text }: Paragraph): RemovalRule | null {
  const { names, headline } = below;
  if (headline === null || lineCount < 2 || lineCount > lineTexts.length || /[.!?]$/u.test(text)) return null;
  const lines = lineTexts.map(withoutSigns);
  const forms = lines.map((line) => {
    if (line.length > 80) return null;
    if (affiliation.test(line)) return 'house';
    if (looksLikeNames(line)) return 'names';
    return readHeadLine(line)?.kind === 'posted' ? 'posted' : null;
  });
  if (forms.includes(null) || !forms.some((form) => form === 'names' || form === 'posted')) return null;
  for (const [at, line] of lines.entries())
    if (forms[at] === 'names') names.push(line);
    else if (forms[at] === 'posted') takeForm(below, line);
  return 'names-and-date-below-the-headline';
}

/** `Ada Fenwick1,2` → `Ada Fenwick`: figures behind a name lead to a footnote. */
function withoutSigns(text: string): string {
  return text.replaceAll(/(?<=\p{L})[\d*†‡§¶]+(?:,[\d*†‡§¶]+)*(?=[\s,;]|$)/gu, '');
}

/** Right below the headline, and not set like the story; or followed by a byline or a date. */
function isDek(one: Paragraph, next: Paragraph | undefined, bodySize: number): boolean {
  const { text, kind, size, isItalic, isBold } = one;
  if (text.length > longestDek || text.length < 20 || kind === 'item') return false;
  if (['byline', 'posted'].includes(readHeadLine(next?.text ?? '')?.kind ?? '')) return true;
  const isSetApart = size > bodySize * 1.04 || isItalic;
  return text.length > 60 ? isSetApart || isBold : isSetApart && kind === 'paragraph';
}

/** The story has begun: a heading, or a paragraph of more than a line in its own size. */
function isStory({ kind, text, lineCount, size }: Paragraph, bodySize: number): boolean {
  if (kind === 'heading' || kind === 'item' || kind === 'code') return true;
  return size >= bodySize * 0.9 && (lineCount > 1 || text.length > 70) && /[.!?:”"»]|\p{Ll}/u.test(text.slice(-1));
}

function addAuthors(fields: FindingsBuilder, names: readonly string[]): void {
  const line = names.filter((name) => name !== '').join(', ');
  if (line === '') return;
  const credit = readCredit(line);
  fields.add('byline', line, 0.85, 'byline below the headline');
  fields.add(
    'authors',
    [...credit.authors],
    credit.authors.every(isFullName) ? 0.85 : 0.6,
    'byline below the headline',
  );
  fields.add('agency', credit.agency, 0.8, 'byline below the headline');
}

function addDateline(fields: FindingsBuilder, story: readonly Paragraph[]): void {
  const opening = story.find((one) => one.kind === 'paragraph');
  const dateline = opening === undefined ? null : readDateline(opening.text);
  fields.add('dateline', dateline?.place, 0.85, 'opening of the story');
  fields.add('agency', dateline?.agency, 0.85, 'opening of the story');
}
