import { isInside, namesOf, textOf, type PageElement } from '../parse/page-tree.ts';
import { authorAddress, bylineOpening, type PageIndex } from '../parse/page-index.ts';
import { readMachineDate } from './dates.ts';
import { elsewhereIn } from './elsewhere.ts';
import { collectFindings, type Findings } from './findings.ts';
import { languageTag } from './language.ts';
import { printedDates, type PrintedDate } from './printed-dates.ts';
import { isCopyright } from '../plain-text/head-line.ts';
import { tidyLine, tidyProse } from './tidy.ts';

/** Lines that name authors. Sure: the page marks them as exactly that. */
export type Credits = { readonly lines: readonly string[]; readonly isSure: boolean };

export type Markup = {
  readonly microdata: Findings;
  readonly printed: Findings;
  /** Credit lines, the most trustworthy kind first: one list for each kind of mark. */
  readonly microdataAuthors: readonly string[];
  readonly printedCredits: readonly Credits[];
  readonly printedDates: readonly PrintedDate[];
  readonly title: string | null;
  /** Every `h1` with text, in order. */
  readonly headings: readonly string[];
  /** Those that hold a kicker or a subtitle, without it. */
  readonly bareHeadings: readonly string[];
  /** The first `h2`s: evidence for what of the title is the headline. */
  readonly subheadings: readonly string[];
};

type IsElsewhere = (element: PageElement) => boolean;

/** Reads what the page prints: microdata, headings, bylines, times. Nothing from its sidebars, comments or teasers. */
export function readMarkup(index: PageIndex): Markup {
  const printed = collectFindings('markup');
  const isElsewhere = elsewhereIn(index);
  const headlines = index.headings.filter(
    (heading) => heading.name === 'h1' && !isElsewhere(heading) && !isHomeLink(heading),
  );
  const headings = headlines.flatMap((heading) => tidyLine(textOf(heading)) ?? []);
  printed.add('headline', headings.length === 1 ? headings[0] : null, 0.75, 'h1');
  readCanonical(index, printed);
  printed.add('language', languageTag(index.language), 0.7, 'html lang');
  printed.add('copyright', printedCopyright(index), 0.5, 'last copyright line of the page');
  return {
    microdata: readMicrodata(index, isElsewhere),
    printed: printed.findings,
    microdataAuthors: authorsOfMicrodata(index, isElsewhere),
    printedCredits: creditLines(index, isElsewhere),
    printedDates: printedDates(index, isElsewhere),
    title: index.title === null ? null : tidyLine(textOf(index.title)),
    headings,
    bareHeadings: headlines.flatMap((heading) => tidyLine(withoutKicker(heading)) ?? []),
    subheadings: index.headings
      .filter((heading) => heading.name === 'h2')
      .slice(0, 5)
      .flatMap((heading) => tidyLine(textOf(heading)) ?? []),
  };
}

/** The last line with a year that claims a right: below the story, or at the foot of the page. */
function printedCopyright({ datedTexts }: PageIndex): string | null {
  for (const { element, text } of datedTexts.toReversed()) {
    if (!/©|\(c\)|copyright|rights|rechte|droits|derechos/i.test(text) && element.children.length < 2) continue;
    // Behind bars stand links to terms and privacy.
    const line = tidyLine(textOf(element).split(' | ')[0] ?? '');
    if (line !== null && line.length <= longestRights && isCopyright(line)) return line;
  }
  return null;
}

const longestRights = 200;

const kickerNames =
  /(?:^|[\s_-])(?:kicker|over-?line|top-?line|roof-?line|roofline|eyebrow|spitzmarke|dachzeile|ober(?:zeile|titel)|sub-?(?:line|title)|(?:h-)?off-?screen|visually-?hidden|sr-only)(?:$|[\s_-])/i;

/** The words of a headline that holds a kicker or a subtitle, without it; nothing for others. */
function withoutKicker(heading: PageElement): string {
  const rest = heading.children.filter((child) => child.kind === 'text' || !kickerNames.test(namesOf(child)));
  return rest.length === heading.children.length
    ? ''
    : textOf({ ...heading, children: rest }).replace(/^[\s|:–—-]+|[\s|:–—-]+$/gu, '');
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
      if (name === 'headline')
        fields.add(
          'headline',
          tidyLine(withoutKicker(element)) ?? tidyLine(valueOf(element)),
          0.8,
          'itemprop headline',
        );
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
const sureKinds = 4;

/** The microformats `vcard` and `hcard`, as blog themes sign: `<span class="author vcard"><a class="fn">`. */
function isAuthorCard(element: PageElement): boolean {
  const names = ` ${namesOf(element)} `;
  return / (?:author|byline|post-author) /.test(names) && / (?:vcard|h-card) /.test(names);
}

/** A link to the page of an author inside something named after authors. */
function isAuthorLink(element: PageElement): boolean {
  return (
    element.name === 'a' &&
    authorAddress.test(element.attributes['href'] ?? '') &&
    /author|byline|autor/i.test(namesOf(element))
  );
}

/** Elements from the headline to a link that leads to its author. */
const bylineZone = 60;

/** A link to an author's page right below the headline, whatever it is named. */
function isNearAuthorLink(element: PageElement, headline: PageElement | undefined): boolean {
  const distance = element.order - (headline?.order ?? Number.POSITIVE_INFINITY);
  return (
    element.name === 'a' &&
    distance > -10 &&
    distance < bylineZone &&
    authorAddress.test(element.attributes['href'] ?? '')
  );
}

function firstWords(element: PageElement): string {
  const first = element.children[0];
  return first?.kind === 'text' ? first.text : '';
}

function creditLines({ credits, headings }: PageIndex, isElsewhere: IsElsewhere): Credits[] {
  const headline = headings.find((heading) => heading.name === 'h1' && !isElsewhere(heading));
  const usable = credits
    // A commenter's card is named after comments itself.
    .filter((element) => !isElsewhere(element) && !/comment/i.test(namesOf(element)))
    .flatMap((element) => {
      // Behind bars stand links to terms and privacy.
      const line = tidyLine(textOf(element).split(' | ')[0] ?? '');
      return line !== null && line.length <= 160 ? [{ element, line }] : [];
    });
  const kinds = [
    ...creditKinds.slice(0, sureKinds - 1),
    (element: PageElement) => isNearAuthorLink(element, headline),
    ...creditKinds.slice(sureKinds - 1),
  ];
  return kinds
    .map((isKind, at) => ({
      lines: [...new Set(usable.filter(({ element }) => isKind(element)).map(({ line }) => line))],
      isSure: at < sureKinds,
    }))
    .filter(({ lines }) => lines.length > 0);
}

function readCanonical({ links }: PageIndex, fields: ReturnType<typeof collectFindings>): void {
  const canonical = links.find((link) =>
    (link.attributes['rel'] ?? '').toLowerCase().split(/\s+/).includes('canonical'),
  );
  fields.add('canonicalUrl', canonical?.attributes['href'], 0.95, 'link canonical');
}
