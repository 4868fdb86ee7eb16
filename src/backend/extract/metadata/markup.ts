import { isInside, namesOf, textOf, type PageElement } from '../parse/page-tree.ts';
import { bylineOpening, type PageIndex } from '../parse/page-index.ts';
import { findWrittenDate, readMachineDate, readWrittenDate } from './dates.ts';
import { elsewhereIn } from './elsewhere.ts';
import { collectFindings, type Findings } from './findings.ts';
import { languageTag } from './language.ts';
import { tidyLine, tidyProse } from './tidy.ts';

/** Lines that name authors. Sure: the page marks them as exactly that. */
export type Credits = { readonly lines: readonly string[]; readonly isSure: boolean };

export type Markup = {
  readonly microdata: Findings;
  readonly printed: Findings;
  /** Credit lines, the most trustworthy kind first: one list for each kind of mark. */
  readonly microdataAuthors: readonly string[];
  readonly printedCredits: readonly Credits[];
  readonly title: string | null;
  /** Every `h1` with text, in order. */
  readonly headings: readonly string[];
  /** The first `h2`s: evidence for what of the title is the headline. */
  readonly subheadings: readonly string[];
};

type IsElsewhere = (element: PageElement) => boolean;

/** Reads what the page prints: microdata, headings, bylines, times. Nothing from its sidebars, comments or teasers. */
export function readMarkup(index: PageIndex): Markup {
  const printed = collectFindings('markup');
  const isElsewhere = elsewhereIn(index);
  const headings = index.headings
    .filter((heading) => heading.name === 'h1' && !isElsewhere(heading) && !isHomeLink(heading))
    .flatMap((heading) => tidyLine(textOf(heading)) ?? []);
  printed.add('headline', headings.length === 1 ? headings[0] : null, 0.75, 'h1');
  readTimes(index, isElsewhere, printed);
  readNearestDate(index, isElsewhere, printed);
  readCanonical(index, printed);
  printed.add('language', languageTag(index.language), 0.7, 'html lang');
  return {
    microdata: readMicrodata(index, isElsewhere),
    printed: printed.findings,
    microdataAuthors: authorsOfMicrodata(index, isElsewhere),
    printedCredits: creditLines(index, isElsewhere),
    title: index.title === null ? null : tidyLine(textOf(index.title)),
    headings,
    subheadings: index.headings
      .filter((heading) => heading.name === 'h2')
      .slice(0, 5)
      .flatMap((heading) => tidyLine(textOf(heading)) ?? []),
  };
}

/** A heading that leads to the front page is the site's name. */
function isHomeLink(heading: PageElement): boolean {
  return heading.children.some(
    (child) =>
      child.kind === 'element' &&
      child.name === 'a' &&
      /^(?:https?:\/\/[^/]+)?\/?(?:index\.\w+)?$/.test(child.attributes['href'] ?? 'x'),
  );
}

function readMicrodata({ properties }: PageIndex, isElsewhere: IsElsewhere): Findings {
  const fields = collectFindings('microdata');
  for (const element of properties) {
    if (isElsewhere(element)) continue;
    for (const name of propertyNames(element)) {
      if (name === 'headline') fields.add('headline', tidyLine(valueOf(element)), 0.8, 'itemprop headline');
      else if (name === 'datepublished' || name === 'datecreated' || name === 'created')
        fields.add('publishedAt', readMachineDate(valueOf(element)), 0.85, 'itemprop datePublished');
      else if (name === 'datemodified')
        fields.add('updatedAt', readMachineDate(valueOf(element)), 0.85, 'itemprop dateModified');
      else if (name === 'articlesection')
        fields.add('section', tidyLine(valueOf(element)), 0.8, 'itemprop articleSection');
      else if (name === 'alternativeheadline')
        fields.add('dek', tidyProse(valueOf(element)), 0.6, 'itemprop alternativeHeadline');
    }
  }
  return fields.findings;
}

/** Names of microdata and of RDFa (`schema:dateCreated`), without their vocabulary. */
function propertyNames({ attributes }: PageElement): string[] {
  return `${attributes['itemprop'] ?? ''} ${attributes['property'] ?? ''}`
    .toLowerCase()
    .split(/\s+/)
    .map((name) => name.replace(/^\w+:/, ''));
}

function valueOf(element: PageElement): string {
  const { attributes } = element;
  return attributes['content'] ?? attributes['datetime'] ?? textOf(element);
}

function authorsOfMicrodata({ properties }: PageIndex, isElsewhere: IsElsewhere): string[] {
  const found: string[] = [];
  for (const element of properties) {
    if (!/\b(?:author|creator)\b/i.test(element.attributes['itemprop'] ?? '') || isElsewhere(element)) continue;
    const name = properties.find(
      (inner) =>
        /\bname\b/i.test(inner.attributes['itemprop'] ?? '') && isInside(inner, (ancestor) => ancestor === element),
    );
    const line = tidyLine(valueOf(name ?? element));
    if (line !== null && line.length < 120) found.push(line);
  }
  return [...new Set(found)];
}

/** Kinds of printed credits, the surest first. */
const creditKinds: readonly ((element: PageElement) => boolean)[] = [
  (element) => /\bauthor\b/.test(element.attributes['rel'] ?? ''),
  (element) => /(?:^|[\s_-])(?:author|byline|writer)s?[_-]{0,2}name/i.test(namesOf(element)),
  (element) => isAuthorCard(element) || isAuthorLink(element),
  (element) => /(?:^|[\s_-])by-?lines?(?:$|[\s_-])/i.test(namesOf(element)),
  (element) => /(?:^|[\s_-])(?:author|reporter|writer|autor|auteur|contributor)s?(?:$|[\s_-])/i.test(namesOf(element)),
  (element) => bylineOpening.test(firstWords(element)),
];

/** So many kinds of marks, from the first, name an author and nothing else. */
const sureKinds = 3;

/** The microformats `vcard` and `hcard`, as blog themes sign: `<span class="author vcard"><a class="fn">`. */
function isAuthorCard(element: PageElement): boolean {
  const names = ` ${namesOf(element)} `;
  return / (?:author|byline|post-author) /.test(names) && / (?:vcard|h-card) /.test(names);
}

/** A link to the page of an author inside something named after authors. */
function isAuthorLink(element: PageElement): boolean {
  return (
    element.name === 'a' &&
    /\/(?:authors?|autor(?:en|es)?|auteurs?|redakteure?|profiles?|people|staff|by)\/[^/?#]+/i.test(
      element.attributes['href'] ?? '',
    ) &&
    /author|byline|autor/i.test(namesOf(element))
  );
}

function firstWords(element: PageElement): string {
  const first = element.children[0];
  return first?.kind === 'text' ? first.text : '';
}

function creditLines({ credits }: PageIndex, isElsewhere: IsElsewhere): Credits[] {
  const usable = credits
    // A commenter's card is named after comments itself.
    .filter((element) => !isElsewhere(element) && !/comment/i.test(namesOf(element)))
    .flatMap((element) => {
      const line = tidyLine(textOf(element));
      return line !== null && line.length <= 160 ? [{ element, line }] : [];
    });
  return creditKinds
    .map((isKind, at) => ({
      lines: [...new Set(usable.filter(({ element }) => isKind(element)).map(({ line }) => line))],
      isSure: at < sureKinds,
    }))
    .filter(({ lines }) => lines.length > 0);
}

const updateNames = /(?:updat|modif|aktualisiert|maj|revis)/i;

function readTimes(
  { times, dates }: PageIndex,
  isElsewhere: IsElsewhere,
  fields: ReturnType<typeof collectFindings>,
): void {
  for (const element of times) {
    if (isElsewhere(element)) continue;
    const moment = readMachineDate(element.attributes['datetime'] ?? '') ?? readWrittenDate(textOf(element));
    if (moment === null) continue;
    const words = `${namesOf(element)} ${element.parent === null ? '' : `${namesOf(element.parent)} ${textOf(element.parent).slice(0, 80)}`}`;
    fields.add(
      updateNames.test(words) && !/publi|posted|created|veröffentlicht/i.test(words) ? 'updatedAt' : 'publishedAt',
      moment,
      0.7,
      'time element',
    );
  }
  for (const element of dates) {
    if (isElsewhere(element)) continue;
    const words = textOf(element);
    if (words.length > 200) continue;
    // Old blog software keeps the exact moment in a title: `<abbr class="published" title="2016-05-04T…">`.
    const moment = readMachineDate(element.attributes['title'] ?? '') ?? readWrittenDate(words);
    if (moment !== null)
      fields.add(
        updateNames.test(`${namesOf(element)} ${words.slice(0, 20)}`) ? 'updatedAt' : 'publishedAt',
        moment,
        0.55,
        'date printed beside the story',
      );
  }
}

/** Elements between headline and date, at the most. */
const nearby = 80;

/** A date that stands for itself on a short line near the headline. */
function readNearestDate(
  { datedTexts, headings }: PageIndex,
  isElsewhere: IsElsewhere,
  fields: ReturnType<typeof collectFindings>,
): void {
  if (fields.has('publishedAt')) return;
  const heading =
    headings.find((candidate) => candidate.name === 'h1' && !isElsewhere(candidate)) ??
    headings.find((candidate) => !isElsewhere(candidate));
  let nearest: { date: string; distance: number; isUpdate: boolean } | undefined;
  for (const { element, text } of datedTexts) {
    const found = isElsewhere(element) ? null : findWrittenDate(text);
    if (found === null || /copyright|©|\(c\)/i.test(text)) continue;
    // A date inside a sentence is the story's own; beside labels, names and hours it is the story's date.
    const rest = `${text.slice(0, found.start)} ${text.slice(found.end)}`;
    if (
      rest
        .replaceAll(/[^\p{L}]+/gu, ' ')
        .trim()
        .split(' ').length > 9
    )
      continue;
    const distance =
      heading === undefined
        ? element.order
        : Math.abs(element.order - heading.order) * (element.order < heading.order ? 2 : 1);
    if (heading !== undefined && distance > nearby) continue;
    if (nearest === undefined || distance < nearest.distance)
      nearest = { date: found.date, distance, isUpdate: updateNames.test(text.slice(0, 30)) };
  }
  if (nearest !== undefined)
    fields.add(nearest.isUpdate ? 'updatedAt' : 'publishedAt', nearest.date, 0.5, 'date printed near the headline');
}

function readCanonical({ links }: PageIndex, fields: ReturnType<typeof collectFindings>): void {
  const canonical = links.find((link) =>
    (link.attributes['rel'] ?? '').toLowerCase().split(/\s+/).includes('canonical'),
  );
  fields.add('canonicalUrl', canonical?.attributes['href'], 0.95, 'link canonical');
}
