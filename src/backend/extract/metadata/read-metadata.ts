import type { PageIndex } from '../parse/page-index.ts';
import { readAddress } from './address.ts';
import { canonicalAddress } from './canonical-address.ts';
import type { Findings, Found } from './findings.ts';
import { fold, withoutLastPart, withoutSiteName } from './headline.ts';
import { readJsonLd, type StructuredData } from './json-ld.ts';
import { readMarkup, type Markup } from './markup.ts';
import { readMetaTags, type MetaTags } from './meta-tags.ts';
import { isFullName, readCredit, readSignature, type Credit } from './people.ts';
import { settleDates } from './settle-dates.ts';

export type PageMetadata = {
  readonly findings: Findings;
  readonly articleBody: string | null;
  /** Addresses of the lead picture, best first. */
  readonly leadImages: readonly string[];
};

type Sources = {
  readonly jsonLd: StructuredData;
  readonly meta: MetaTags;
  readonly markup: Markup;
  readonly address: Findings;
  readonly pageAddress: string | null;
};

/**
 * Reads a page's metadata from five sources and settles their conflicts.
 *
 * The rules, field by field:
 * - Machine data about the article (JSON-LD, then meta, then microdata) is believed before what is
 *   printed, and that before the address: the printed page mixes several stories.
 * - Headline: what the page prints as its one `h1`, when machine data agrees with it in most words;
 *   else machine data. Site names are taken off.
 * - Authors: the first source that names a person; one that names only the site is no answer.
 * - Dates: published and updated never stand in for each other. A date from the address fills a gap.
 * - Source: the site's own name for itself, before the publisher's company.
 * - Two sources that agree raise the confidence.
 */
export function readMetadata(index: PageIndex, pageAddress: string | null): PageMetadata {
  const sources: Sources = {
    jsonLd: readJsonLd(index),
    meta: readMetaTags(index),
    markup: readMarkup(index),
    address: readAddress(pageAddress),
    pageAddress,
  };
  const ordered = [
    sources.jsonLd.findings,
    sources.meta.findings,
    sources.markup.microdata,
    sources.markup.printed,
    sources.address,
  ];
  const source = settleSource(sources);
  const sites = siteNames(sources, source);
  const { authors, agency, byline } = settleAuthors(sources, sites);
  const settled: Findings = {
    ...pick(ordered, [
      'kicker',
      'section',
      'language',
      'copyright',
      'edition',
      'page',
      'dateline',
      'correction',
      'dek',
    ]),
    ...settleDates({
      machine: [sources.jsonLd.findings, sources.meta.findings, sources.markup.microdata],
      printed: sources.markup.printedDates,
      address: sources.address,
    }),
    ...some('headline', settleHeadline(sources, sites)),
    ...some('source', source),
    ...some('authors', authors),
    ...some('agency', agency),
    ...some('byline', byline),
    ...some('canonicalUrl', settleCanonical(sources)),
  };
  return {
    findings: settled,
    articleBody: sources.jsonLd.articleBody,
    leadImages: [...sources.jsonLd.images, ...sources.meta.images],
  };
}

function some<K extends keyof Findings>(field: K, found: Findings[K] | undefined): Findings {
  return found === undefined ? {} : ({ [field]: found } as Findings);
}

/** For each field the first source that has it; agreement of a second one raises the confidence. */
function pick(ordered: readonly Findings[], fields: readonly (keyof Findings)[]): Findings {
  const picked: Record<string, unknown> = {};
  for (const field of fields) {
    const proposals = ordered.flatMap((findings) => findings[field] ?? []) as Found<string>[];
    const [first, ...others] = proposals;
    if (first === undefined) continue;
    const agreed = others.some((other) => agrees(first.value, other.value));
    picked[field] = agreed ? { ...first, confidence: Math.min(0.98, first.confidence + 0.07) } : first;
  }
  return picked as Findings;
}

function agrees(left: string, right: string): boolean {
  return left.slice(0, 10) === right.slice(0, 10) || fold(left) === fold(right);
}

function settleSource({ jsonLd, meta, pageAddress }: Sources): Found<string> | undefined {
  const named = [meta.findings.source, jsonLd.findings.source].filter(
    (found) => found !== undefined && !/^https?:/.test(found.value),
  );
  const site =
    named.find((found) => found?.detail === 'og:site_name') ??
    named.find((found) => found?.origin === 'json-ld') ??
    named[0];
  if (site !== undefined) return { ...site, value: site.value.replace(/^@/, '') };
  const host =
    pageAddress === null ? undefined : URL.parse(pageAddress)?.hostname.replace(/^(?:www|m|amp|mobile)\./, '');
  return host === undefined || host === ''
    ? undefined
    : { value: host, confidence: 0.3, origin: 'address', detail: 'host of the address' };
}

function siteNames({ jsonLd, meta, pageAddress }: Sources, source: Found<string> | undefined): string[] {
  const host =
    pageAddress === null ? '' : (URL.parse(pageAddress)?.hostname.replace(/^(?:www|m|amp|mobile)\./, '') ?? '');
  const domain = host.split('.').length > 1 ? (host.split('.').at(-2) ?? '') : '';
  return [source?.value, meta.findings.source?.value, jsonLd.publisher, host, domain.length > 3 ? domain : ''].filter(
    (name): name is string => name !== undefined && name !== null && name !== '',
  );
}

function settleHeadline({ jsonLd, meta, markup }: Sources, sites: readonly string[]): Found<string> | undefined {
  const folded = sites.map(fold);
  const headings = markup.headings.filter((heading) => !folded.includes(fold(heading)));
  const evidence = [...headings, ...markup.subheadings];
  const raw = [jsonLd.findings.headline, meta.findings.headline].filter((found) => found !== undefined);
  const machine = [jsonLd.findings.headline, meta.findings.headline, markup.microdata.headline].flatMap((found) =>
    found === undefined || folded.includes(fold(found.value)) ? [] : [cleaned(found)],
  );
  const title =
    markup.title === null
      ? undefined
      : cleaned({ value: markup.title, confidence: 0.6, origin: 'markup', detail: 'title' });
  const told = [...machine, ...(title === undefined ? [] : [title])];
  const printed = bestHeading([...markup.bareHeadings, ...headings], told, raw) ?? onlyHeading(headings, told);
  if (printed !== undefined) return { ...printed, value: withoutSiteName(printed.value, sites, []) };
  if (machine[0] !== undefined) return whole(machine[0], told);
  if (headings.length === 1 && headings[0] !== undefined)
    return { value: headings[0], confidence: 0.7, origin: 'markup', detail: 'the only h1' };
  return title === undefined ? undefined : { ...title, value: withoutLastPart(title.value), confidence: 0.5 };

  function cleaned(found: Found<string>): Found<string> {
    return { ...found, value: withoutSiteName(found.value, sites, evidence) };
  }
}

/** Structured data may cut a long headline; another source then has it whole. */
function whole(cut: Found<string>, told: readonly Found<string>[]): Found<string> {
  const start = cut.value.replace(/\s*(?:…|\.\.\.)$/u, '');
  if (start.length < 100 && start === cut.value) return cut;
  return told.find(({ value }) => value.startsWith(start) && /^\s*\p{L}/u.test(value.slice(start.length))) ?? cut;
}

/** The printed heading that is most like what machine data says; where that is only its end, the rest is a kicker. */
function bestHeading(
  headings: readonly string[],
  told: readonly Found<string>[],
  raw: readonly Found<string>[],
): Found<string> | undefined {
  let best: { heading: string; found: Found<string>; likeness: number } | undefined;
  for (const heading of headings) {
    for (const found of told) {
      const alike = likeness(found.value, heading);
      if (alike > 0.5 && (best === undefined || alike > best.likeness)) best = { heading, found, likeness: alike };
    }
  }
  if (best === undefined) return undefined;
  const { heading, found } = best;
  if (opensWithKicker(heading, found.value)) return { ...found, confidence: 0.9 };
  const longer = withPrintedKicker(heading, raw);
  if (longer !== undefined) return longer;
  return {
    value: heading,
    confidence: best.likeness > 0.9 ? 0.97 : 0.85,
    origin: 'markup',
    detail: 'h1, as machine data has it',
  };
}

/** `Harbour news Ferry gets an engine`, where data has only the second part; a lone word before it ("The") is none. */
function opensWithKicker(heading: string, told: string): boolean {
  const [long, short] = [fold(heading), fold(told)];
  if (!long.endsWith(` ${short}`)) return false;
  return long.slice(0, -short.length).trim().includes(' ') || /^\S+\s*[|:–—]/u.test(heading);
}

/** `Harbour: Ferry gets an engine`, where all machine data has both parts and the page prints them apart. */
function withPrintedKicker(heading: string, told: readonly Found<string>[]): Found<string> | undefined {
  const [first, second] = told;
  if (first === undefined || second === undefined || fold(first.value) !== fold(second.value)) return undefined;
  return first.value.endsWith(`: ${heading}`) ? { ...first, confidence: 0.9 } : undefined;
}

/** The one heading of the page is its headline though it is worded differently, if it speaks of the same. */
function onlyHeading(headings: readonly string[], told: readonly Found<string>[]): Found<string> | undefined {
  const [heading] = headings;
  // A ticker changes its heading with each report: "Ferry adrift +++ Tug on its way".
  if (heading === undefined || !heading.includes(' ') || heading.includes('+++')) return undefined;
  if (headings.some((other) => fold(other) !== fold(heading))) return undefined;
  const words = new Set(longWords(heading));
  const isSame = told.some(({ value }) => longWords(value).some((word) => words.has(word)));
  return isSame ? { value: heading, confidence: 0.75, origin: 'markup', detail: 'the only h1' } : undefined;
}

function longWords(text: string): string[] {
  return fold(text)
    .split(' ')
    .filter((word) => word.length > 3);
}

/** Share of words that two headlines have in common (Dice). */
function likeness(left: string, right: string): number {
  const [a, b] = [new Set(fold(left).split(' ')), new Set(fold(right).split(' '))];
  let shared = 0;
  for (const word of a) if (b.has(word)) shared += 1;
  return (2 * shared) / (a.size + b.size);
}

type Authorship = {
  readonly authors: Found<string[]> | undefined;
  readonly agency: Found<string> | undefined;
  readonly byline: Found<string> | undefined;
};

type Offer = {
  readonly lines: readonly string[];
  readonly confidence: number;
  readonly origin: Found<string>['origin'];
  readonly detail: string;
  /** False for what only looks like a byline: there only full names are believed, and few of them. */
  readonly isSure: boolean;
};

function offersOf({ jsonLd, meta, markup }: Sources): Offer[] {
  return [
    { lines: jsonLd.authors, confidence: 0.92, origin: 'json-ld', detail: 'author', isSure: true },
    { lines: meta.authors, confidence: 0.85, origin: 'meta', detail: 'author', isSure: true },
    { lines: markup.microdataAuthors, confidence: 0.85, origin: 'microdata', detail: 'itemprop author', isSure: true },
    ...markup.printedCredits.map(({ lines, isSure }) => ({
      lines: withoutLonger(lines),
      confidence: isSure ? 0.75 : 0.6,
      origin: 'markup' as const,
      detail: isSure ? 'marked author' : 'printed byline',
      isSure,
    })),
  ];
}

/**
 * The first source that names people; one that names the mere account of one (`jlint`) waits for a
 * better. Where no person signs at all, the office or house that does, with little confidence.
 */
function settleAuthors(sources: Sources, sites: readonly string[]): Authorship {
  const offers = offersOf(sources);
  let agency: Found<string> | undefined;
  let authors: Found<string[]> | undefined;
  for (const { lines, isSure, ...note } of offers) {
    const credit = merged(lines.map((line) => readCredit(line, sites)));
    if (credit.agency !== null) agency ??= { ...note, value: credit.agency };
    const people = believed(credit, isSure, note.origin);
    if (people.length === 0) continue;
    const isNamed = !people.every(isAccount);
    if (isNamed || authors === undefined) authors = { ...note, value: [...people] };
    if (isNamed) break;
  }
  authors ??= agency === undefined ? signature(offers) : undefined;
  if (authors === undefined) return { authors, agency, byline: undefined };
  const { value: people, ...note } = authors;
  const byline = bylineOf(sources.markup, people) ?? {
    ...note,
    value: people.join(', '),
    confidence: note.confidence * 0.7,
  };
  return { authors, agency, byline };
}

/** A page prints names in many places: there only full ones are believed, and not many. */
function believed({ authors }: Credit, isSure: boolean, origin: Found<string>['origin']): readonly string[] {
  const people = isSure ? authors : authors.filter(isFullName);
  return people.length > (origin === 'markup' ? 5 : 16) ? [] : people;
}

/** `jlint`, `ada.lint`, `AdaL`: what a system calls its user. */
function isAccount(name: string): boolean {
  return !name.includes(' ') && /^\p{Ll}|[\d._]|\p{Ll}\p{Lu}/u.test(name);
}

function signature(offers: readonly Offer[]): Found<string[]> | undefined {
  for (const { lines, isSure, ...note } of offers) {
    const names = isSure && lines.length < 4 ? lines.flatMap((line) => readSignature(line) ?? []) : [];
    if (names.length > 0) return { ...note, value: names.slice(0, 1), confidence: 0.4 };
  }
  return undefined;
}

/** Of `Ada Lint` and `Ada Lint Harbour writer`, in one another, the first says who it is. */
function withoutLonger(lines: readonly string[]): string[] {
  return lines.filter((line) => !lines.some((other) => other !== line && isFullName(other) && line.includes(other)));
}

function merged(credits: readonly Credit[]): Credit {
  const authors = new Map<string, string>();
  for (const name of credits.flatMap((credit) => credit.authors))
    if (!authors.has(fold(name))) authors.set(fold(name), name);
  return { authors: [...authors.values()], agency: credits.find((credit) => credit.agency !== null)?.agency ?? null };
}

/** The printed credit that names everyone, without its "By". */
function bylineOf({ printedCredits }: Markup, people: readonly string[]): Found<string> | undefined {
  const line = printedCredits
    .flatMap(({ lines }) => lines)
    .find((candidate) => people.every((name) => fold(candidate).includes(fold(name))));
  return line === undefined
    ? undefined
    : {
        value: line.replace(/^(?:by|von|par|por)\b:?\s*/i, ''),
        confidence: 0.8,
        origin: 'markup',
        detail: 'printed byline',
      };
}

function settleCanonical({ jsonLd, meta, markup, pageAddress }: Sources): Found<string> | undefined {
  for (const found of [markup.printed.canonicalUrl, meta.findings.canonicalUrl, jsonLd.findings.canonicalUrl]) {
    const absolute = found === undefined ? null : URL.parse(found.value, pageAddress ?? undefined);
    const canonical = absolute === null ? null : canonicalAddress(absolute.href);
    // A canonical address that names only the site's front page is a fault of the page.
    if (
      found !== undefined &&
      canonical !== null &&
      (URL.parse(canonical)?.pathname !== '/' || pageAddress === null || URL.parse(pageAddress)?.pathname === '/')
    )
      return { ...found, value: canonical };
  }
  return undefined;
}
