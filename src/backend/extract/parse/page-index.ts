import { elementsIn, type PageElement } from './page-tree.ts';

/** What metadata is read from, found in one walk over the page. */
export type PageIndex = {
  readonly root: PageElement;
  /** `<meta>` contents by lower-case `name`, `property`, `itemprop` or `http-equiv`, in order. */
  readonly meta: ReadonlyMap<string, readonly string[]>;
  readonly structuredData: readonly PageElement[];
  readonly title: PageElement | null;
  readonly headings: readonly PageElement[];
  readonly times: readonly PageElement[];
  /** Elements with an `itemprop`, `<meta>` left out. */
  readonly properties: readonly PageElement[];
  /** Elements that name an author or a byline by `rel`, class or id. */
  readonly credits: readonly PageElement[];
  /** Elements that name a date by class or id. */
  readonly dates: readonly PageElement[];
  readonly links: readonly PageElement[];
  /** Short stretches of text with a year in them: a date may be among them. */
  readonly datedTexts: readonly { readonly element: PageElement; readonly text: string }[];
  /** The first element that is marked as the body of a story. */
  readonly storyBody: PageElement | null;
  /** The first paragraph of prose after a heading of the first rank. */
  readonly firstProse: PageElement | null;
  readonly language: string | null;
};

const creditNames =
  /(?:^|[\s_-])(?:by-?line|author|vcard|writer|reporter|contributor|autor|auteur|verfasser|signature|firma)/i;
const dateNames =
  /(?:^|[\s_-])(?:date|time|datum|publi|posted|datetime|timestamp|dateline|fecha|data-pub|post-?meta|entry-?meta|article-?meta)/i;

const storyNames =
  /(?:^|\s)(?:hentry|h-entry|(?:article|story|post|entry)[_-]{1,2}(?:body|content|text)|articlebody)(?:$|\s)/i;

/** A year of four figures, or a day with one of two: `2.11.22`. */
const yearInText = /(?<!\d)(?:19|20)\d{2}(?!\d)|\d\.\s?\d{1,2}\.\d{2}(?!\d)/;

export function indexPage(root: PageElement): PageIndex {
  const meta = new Map<string, string[]>();
  const index = {
    structuredData: [] as PageElement[],
    headings: [] as PageElement[],
    times: [] as PageElement[],
    properties: [] as PageElement[],
    credits: [] as PageElement[],
    dates: [] as PageElement[],
    links: [] as PageElement[],
    datedTexts: [] as { element: PageElement; text: string }[],
  };
  let title: PageElement | null = null;
  let language: string | null = null;
  let storyBody: PageElement | null = null;
  let firstProse: PageElement | null = null;
  for (const element of elementsIn(root)) {
    const { attributes } = element;
    switch (element.name) {
      case 'meta':
        addMeta(meta, attributes);
        continue;
      case 'link':
        if (attributes['rel'] !== undefined) index.links.push(element);
        continue;
      case 'script':
        if (/ld\+json/i.test(attributes['type'] ?? '')) index.structuredData.push(element);
        continue;
      case 'title':
        if (title === null && element.parent?.name !== 'svg') title = element;
        continue;
      case 'html':
        language ??= attributes['lang'] ?? attributes['xml:lang'] ?? null;
        break;
      case 'h1':
      case 'h2':
        index.headings.push(element);
        break;
      case 'p':
        if (firstProse === null && index.headings.some(isTop) && opensWithProse(element)) firstProse = element;
        break;
      case 'time':
        index.times.push(element);
        break;
    }
    for (const child of element.children) {
      if (child.kind === 'text' && child.text.length < 160 && yearInText.test(child.text))
        index.datedTexts.push({ element, text: child.text });
    }
    if (attributes['itemprop'] !== undefined || attributes['property'] !== undefined) index.properties.push(element);
    const names =
      attributes['class'] === undefined && attributes['id'] === undefined
        ? ''
        : `${attributes['class'] ?? ''} ${attributes['id'] ?? ''}`;
    if (
      /\bauthor\b/.test(attributes['rel'] ?? '') ||
      creditNames.test(names) ||
      attributes['data-testid']?.toLowerCase().includes('byline') === true
    )
      index.credits.push(element);
    else if (opensByline(element) || leadsToAuthor(element)) index.credits.push(element);
    if (dateNames.test(names)) index.dates.push(element);
    if (storyBody === null && (storyNames.test(names) || /\barticlebody\b/i.test(attributes['itemprop'] ?? '')))
      storyBody = element;
  }
  return { root, meta, title, storyBody, firstProse, language, ...index };
}

function isTop({ name }: PageElement): boolean {
  return name === 'h1';
}

function opensWithProse({ children }: PageElement): boolean {
  return children.some((child) => child.kind === 'text' && child.text.trim().length > 60);
}

/** The address of an author's own page. */
export const authorAddress =
  /\/(?:authors?|autor(?:en|es)?|auteurs?|redakteure?|profiles?|people|staff|by|contributors?)\/[^/?#]+/i;

function leadsToAuthor({ name, attributes }: PageElement): boolean {
  return name === 'a' && authorAddress.test(attributes['href'] ?? '');
}

/** The first words of a printed byline. */
export const bylineOpening =
  /^\s*(?:(?:(?:written|posted|published|story|words?|text|beitrag|gastbeitrag|geschrieben|verfasst|erstellt|veröffentlicht|escrito|scritto|écrit)\s+)?(?:by|von|par|por|door|av|af|di|da)(?:\s*:|\s|$)|(?:autor(?:in|en)?|author|texte?|auteur)\s*:)/i;

/** An element whose first words are "By …" or its like. */
function opensByline({ children }: PageElement): boolean {
  const first = children[0];
  return first?.kind === 'text' && first.text.length < 120 && children.length < 8 && bylineOpening.test(first.text);
}

function addMeta(meta: Map<string, string[]>, attributes: Readonly<Record<string, string>>): void {
  const content = attributes['content']?.trim() ?? '';
  if (content === '') return;
  for (const key of new Set([
    attributes['property'],
    attributes['name'],
    attributes['itemprop'],
    attributes['http-equiv'],
  ])) {
    if (key === undefined) continue;
    // Some pages give several names in one attribute, as RDFa allows.
    for (const name of key.toLowerCase().split(/\s+/)) {
      const values = meta.get(name);
      if (values === undefined) meta.set(name, [content]);
      else values.push(content);
    }
  }
}
