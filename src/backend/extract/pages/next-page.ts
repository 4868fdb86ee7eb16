import { elementsIn, isInside, namesOf, type PageElement, textOf } from '../parse/page-tree.ts';
import { isNextPage } from './page-address.ts';

const pagerNames =
  /(?:^|[\s_-])(?:pag(?:er|es|ing|inat\w*)|(?:page|post|article|story)-?(?:links?|nav\w*|numbers?))(?:$|[\s_-])/i;
/** Their pages are not the story's. */
const otherNames =
  /(?:^|[\s_-])(?:comments?|respond|disqus|replies|related|recommend\w*|gallery|slideshow)(?:$|[\s_-])/i;
const nextWords =
  /^\W*(?:next(?: page)?|continue(?: reading)?|page \d+|(?:nächste )?seite(?: \d+)?|weiter(?:lesen)?|(?:page )?suivante?|(?:página )?siguiente|pagina successiva|volgende(?: pagina)?|следующая(?: страница)?|下一页|次へ|次のページ)\W*$/iu;

/** A number where the number of a page can stand. Most links have none, and are passed over for it. */
const numberInAddress = /[/=_,a-z-]\d{1,2}(?:\.[a-z]{3,5})?\/?(?:[?&#]|$)/i;
/** A page with so many stories, each with a linked heading of its own, lists stories and is none. */
const fewestOfList = 3;
const levelsAround = 3;

/**
 * The address of the next page of the same article; `null` when there is none.
 *
 * Two things must agree. The page marks a link as the way on: `rel=next`, a place in a pager, the number of the
 * page, or a word for it. And the address is this one's with the page number one higher: a link to the next *article*
 * is marked in the same ways, and only the address tells them apart.
 */
export function findNextPage(root: PageElement, address: string | null, base: string | null): string | null {
  if (address === null) return null;
  for (const element of elementsIn(root)) {
    if (!leadsOn(element)) continue;
    const target = URL.parse(element.attributes['href'] ?? '', base ?? address);
    if (target === null || !isNextPage(address, target.href)) continue;
    if (listsStories(root, element)) return null;
    target.hash = '';
    return target.href;
  }
  return null;
}

const hrefs = /\bhref\s*=\s*(?:"([^"]{1,2000})"|'([^']{1,2000})'|([^\s"'>]{1,2000}))/gi;

/**
 * Whether a page may name a next page: it links to where one would be. Whether that is one, only `findNextPage` says;
 * this reads no tree and is cheap.
 */
export function mayNameNextPage(bytes: Uint8Array, address: string): boolean {
  const markup = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1');
  for (const [, double, single, bare] of markup.matchAll(hrefs)) {
    const href = (double ?? single ?? bare ?? '').replaceAll('&amp;', '&');
    if (!numberInAddress.test(href)) continue;
    const target = URL.parse(href, address);
    if (target !== null && isNextPage(address, target.href)) return true;
  }
  return false;
}

/** Whether what is paged is a list of stories; those below the pager are cards of other stories. */
function listsStories(root: PageElement, link: PageElement): boolean {
  const isPaged = ({ order }: PageElement) => link.name === 'link' || order < link.order;
  return [...elementsIn(root)].filter((one) => isPaged(one) && isStoryOfList(one)).length >= fewestOfList;
}

function leadsOn(element: PageElement): boolean {
  const { name, attributes } = element;
  if ((name !== 'a' && name !== 'link') || !numberInAddress.test(attributes['href'] ?? '')) return false;
  const isMarked = /(?:^|\s)next(?:$|\s)/i.test(attributes['rel'] ?? '');
  if (name === 'link') return isMarked;
  if (!isMarked && !isInPager(element) && !isWayOn(textOf(element))) return false;
  return !isInside(element, (around) => otherNames.test(namesOf(around)));
}

function isInPager(element: PageElement): boolean {
  let around: PageElement | null = element;
  for (let level = 0; level <= levelsAround && around !== null && around.name !== 'body'; level += 1) {
    if (pagerNames.test(namesOf(around))) return true;
    around = around.parent;
  }
  return false;
}

function isWayOn(words: string): boolean {
  return words.length < 40 && (/^\W*\d{1,2}\W*$/.test(words) || nextWords.test(words));
}

function isStoryOfList(element: PageElement): boolean {
  if (element.name !== 'article' && !/(?:^|\s)hentry(?:$|\s)/.test(namesOf(element))) return false;
  for (const heading of elementsIn(element)) {
    if (!/^h[1-4]$/.test(heading.name)) continue;
    const isLink = (inner: PageElement) => inner.name === 'a' && inner.attributes['href'] !== undefined;
    return isInside(heading, isLink) || [...elementsIn(heading)].some(isLink);
  }
  return false;
}
