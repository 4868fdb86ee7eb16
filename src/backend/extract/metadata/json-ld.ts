import { parseFragment } from 'parse5';
import { rawText } from '../parse/page-tree.ts';
import type { PageIndex } from '../parse/page-index.ts';
import { readMachineDate } from './dates.ts';
import { collectFindings, type Findings } from './findings.ts';
import { languageTag } from './language.ts';
import { tidyLine, tidyProse } from './tidy.ts';

/** What a page's JSON-LD says of its article. */
export type StructuredData = {
  readonly findings: Findings;
  /** Names as given, before they are taken apart. */
  readonly authors: readonly string[];
  readonly articleBody: string | null;
  readonly images: readonly string[];
  readonly publisher: string | null;
};

type Thing = { readonly [key: string]: unknown };

const articleTypes =
  /^(?:\w+:)?(?:https?:\/\/schema\.org\/)?(?:News|Analysis|Background|Opinion|Reportage|Review|Ask|Satirical|Advertiser|Tech|Scholarly|Medical)?(?:NewsArticle|Article|BlogPosting|LiveBlogPosting|SocialMediaPosting|DiscussionForumPosting|Report|WebPage|CreativeWork|Recipe|HowTo|ItemPage|QAPage)$/;
const weakTypes = /WebPage|CreativeWork|ItemPage|QAPage/;
const mostThings = 5_000;

/**
 * Reads every JSON-LD block of a page: graphs, lists and nested things, the damaged ones too.
 *
 * The article is the first thing of an article's type; a mere `WebPage` counts only when there is
 * none. Authors may be text, a thing, a list or a reference to a thing elsewhere in the page.
 */
export function readJsonLd({ structuredData }: PageIndex): StructuredData {
  const things = structuredData.flatMap((script) => flatten(parseLoosely(rawText(script))));
  const byId = new Map(
    things.flatMap((thing) =>
      typeof thing['@id'] === 'string' && Object.keys(thing).length > 1 ? [[thing['@id'], thing] as const] : [],
    ),
  );
  const article = chooseArticle(things);
  if (article === undefined)
    return { findings: {}, authors: [], articleBody: null, images: [], publisher: publisherOfSite(things) };
  const resolve = (value: unknown) => resolveReference(value, byId);
  const fields = collectFindings('json-ld');
  const isWeak = weakTypes.test(typesOf(article).join(' '));
  const sure = isWeak ? 0.6 : 0.9;
  fields.add('headline', tidyLine(firstText(article['headline']) ?? firstText(article['name'])), sure, 'headline');
  fields.add('dek', tidyProse(firstText(article['description'])), sure * 0.7, 'description');
  fields.add('kicker', tidyLine(firstText(article['alternativeHeadline'])), 0.3, 'alternativeHeadline');
  fields.add(
    'publishedAt',
    readMachineDate(firstText(article['datePublished']) ?? firstText(article['dateCreated']) ?? ''),
    sure,
    'datePublished',
  );
  fields.add('updatedAt', readMachineDate(firstText(article['dateModified']) ?? ''), sure, 'dateModified');
  fields.add('section', sectionOf(article['articleSection']), 0.9, 'articleSection');
  fields.add('language', languageTag(nameOf(article['inLanguage'], resolve)), 0.8, 'inLanguage');
  fields.add('copyright', tidyLine(firstText(article['copyrightNotice'])), 0.8, 'copyrightNotice');
  fields.add('edition', tidyLine(firstText(article['printEdition'])), 0.8, 'printEdition');
  fields.add('page', tidyLine(firstText(article['printPage'])), 0.8, 'printPage');
  fields.add('dateline', tidyLine(firstText(article['dateline'])), 0.9, 'dateline');
  fields.add('correction', tidyProse(firstText(article['correction'])), 0.8, 'correction');
  fields.add('canonicalUrl', addressOf(article), 0.8, 'url');
  const publisher = tidyLine(nameOf(article['publisher'], resolve)) ?? publisherOfSite(things);
  fields.add('source', publisher, 0.85, 'publisher');
  const authors = listOf(article['author'] ?? article['creator']).flatMap((author) => namesOfAuthor(author, resolve));
  return {
    findings: fields.findings,
    authors,
    articleBody: tidyBody(firstText(article['articleBody'])),
    images: imagesOf(article['image'], resolve),
    publisher,
  };
}

function parseLoosely(text: string): unknown {
  const bare = text
    .trim()
    .replace(/^\/\*<!\[CDATA\[\*\/|^<!--|^\/\/<!\[CDATA\[/, '')
    .replace(/\/\*\]\]>\*\/$|-->$|\/\/\]\]>$/, '')
    .trim()
    .replace(/;$/, '');
  for (const attempt of [bare, repaired(bare)]) {
    try {
      return JSON.parse(attempt) as unknown;
    } catch {
      // Damaged JSON-LD is common; the repaired text is tried, and then the block counts for nothing.
    }
  }
  return null;
}

/** Line breaks inside strings and commas before a closing bracket: the two usual faults. */
function repaired(text: string): string {
  return text
    .replaceAll(/[\u0000-\u001f]+/g, ' ')
    .replaceAll(/,\s*([}\]])/g, '$1')
    .replaceAll(/\\(?!["\\/bfnrtu])/g, '\\\\');
}

/** All things in a block, nested ones after those that hold them. Walks without recursion and to a limit. */
function flatten(data: unknown): Thing[] {
  const things: Thing[] = [];
  const queue: unknown[] = [data];
  for (let at = 0; at < queue.length && things.length < mostThings; at += 1) {
    const value = queue[at];
    if (Array.isArray(value)) queue.push(...(value as unknown[]).slice(0, mostThings));
    else if (isThing(value)) {
      if (value['@type'] !== undefined || value['@id'] !== undefined) things.push(value);
      for (const key of [
        '@graph',
        'mainEntity',
        'mainEntityOfPage',
        'itemListElement',
        'item',
        'hasPart',
        'author',
        'publisher',
      ])
        if (typeof value[key] === 'object') queue.push(value[key]);
    }
  }
  return things;
}

function isThing(value: unknown): value is Thing {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function typesOf(thing: Thing): string[] {
  return listOf(thing['@type']).filter((type) => typeof type === 'string');
}

function chooseArticle(things: readonly Thing[]): Thing | undefined {
  const articles = things.filter((thing) => typesOf(thing).some((type) => articleTypes.test(type)));
  const strong = articles.filter((thing) => !weakTypes.test(typesOf(thing).join(' ')));
  const told = (thing: Thing) =>
    ['headline', 'datePublished', 'author', 'articleBody'].filter((key) => thing[key] !== undefined).length;
  // The first that tells anything: later ones are mostly the teasers of other stories.
  return (
    strong.find((thing) => told(thing) >= 2) ??
    strong.find((thing) => told(thing) >= 1) ??
    articles.find((thing) => told(thing) >= 1)
  );
}

function resolveReference(value: unknown, byId: ReadonlyMap<string, Thing>): unknown {
  if (!isThing(value) || typeof value['@id'] !== 'string' || value['name'] !== undefined) return value;
  return byId.get(value['@id']) ?? value;
}

function listOf(value: unknown): unknown[] {
  return value === undefined || value === null ? [] : Array.isArray(value) ? (value as unknown[]) : [value];
}

function firstText(value: unknown): string | null {
  for (const item of listOf(value)) {
    if (typeof item === 'string' && item.trim() !== '') return item;
    if (typeof item === 'number') return String(item);
    if (isThing(item) && typeof item['@value'] === 'string') return item['@value'];
  }
  return null;
}

function nameOf(value: unknown, resolve: (value: unknown) => unknown): string | null {
  for (const item of listOf(value)) {
    if (typeof item === 'string') return item;
    const thing = resolve(item);
    if (isThing(thing)) return firstText(thing['name']) ?? firstText(thing['alternateName']);
  }
  return null;
}

function namesOfAuthor(author: unknown, resolve: (value: unknown) => unknown): string[] {
  if (typeof author === 'string') return [author];
  const thing = resolve(author);
  if (!isThing(thing) || typesOf(thing).some((type) => type.endsWith('Organization'))) return [];
  const names = listOf(thing['name']).filter((name) => typeof name === 'string');
  if (names.length > 0) return names;
  const given = [firstText(thing['givenName']), firstText(thing['familyName'])].filter((part) => part !== null);
  return given.length > 0 ? [given.join(' ')] : [];
}

function sectionOf(value: unknown): string | null {
  const sections = listOf(value).filter((section) => typeof section === 'string');
  return tidyLine(sections[0] ?? null);
}

function addressOf(article: Thing): string | null {
  const page = article['mainEntityOfPage'];
  const address =
    firstText(article['url']) ?? (typeof page === 'string' ? page : isThing(page) ? firstText(page['@id']) : null);
  return address !== null && /^https?:\/\//.test(address) ? address : null;
}

function imagesOf(value: unknown, resolve: (value: unknown) => unknown): string[] {
  return listOf(value).flatMap((item) => {
    if (typeof item === 'string') return [item];
    const thing = resolve(item);
    const address = isThing(thing) ? (firstText(thing['url']) ?? firstText(thing['contentUrl'])) : null;
    return address === null ? [] : [address];
  });
}

function publisherOfSite(things: readonly Thing[]): string | null {
  const site = things.find((thing) => typesOf(thing).some((type) => /WebSite|NewsMediaOrganization/.test(type)));
  return site === undefined ? null : tidyLine(firstText(site['name']));
}

function tidyBody(body: string | null): string | null {
  if (body === null || body.trim().length < 100) return null;
  let decoded = body;
  // Content systems encode the body once, twice or three times, and leave their own marks in it.
  for (let pass = 0; pass < 3 && /&(?:[a-z]{2,8}|#\d{2,6}|#x[\da-f]{2,6});/i.test(decoded); pass += 1)
    decoded = decodeEntities(decoded);
  return decoded
    .replaceAll(/<!--.*?-->/gs, ' ')
    .replaceAll(/\[\/?[a-z][\w-]*(?:\s[^\]]*=[^\]]*)?\](?!\()/g, (mark) => (/[=/_-]/.test(mark) ? ' ' : mark));
}

/** Entities to characters; real markup in the text stays markup. */
function decodeEntities(text: string): string {
  return text.replaceAll(/&(?:[a-z]{2,8}|#\d{2,6}|#x[\da-f]{2,6});/gi, (entity) => {
    const node = parseFragment(entity).childNodes[0];
    return node !== undefined && 'value' in node ? node.value : entity;
  });
}
