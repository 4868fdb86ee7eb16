import { canonicalAddress } from '../metadata/canonical-address.ts';

/** An address read as one page of several: what all of them share, and the number of this one. */
export type Numbered = { readonly stem: string; readonly page: number };

const pageParameters = /^(?:p|pg|page|pagina|página|seite|pageno|page_?num(?:ber)?|page-number)$/i;
/** `/story/page/2`, `/story/page-2`, `/story/p2`: a part of the path of its own. */
const numberedPart = /^(.+)\/(?:(?:page|seite|pagina)[/-]|p)(\d{1,2})$/i;
/**
 * `/the-story/2`, `/news/1234567/2`: a bare number only after what names one article. After `/2024` it is a month,
 * after `/articles` an article of its own.
 */
const bareNumber = /^(.*\/(?:[^/]*\p{L}[^/]*[-_.][^/]*|[^/]{13,}|\d{5,}))\/(\d{1,2})$/iu;
/** `/story-2.html`, `/story_2.html`, `/story,page-2.html`: the number ends the file's name. */
const numberedFile = /^(.+?)[-_,](?:page-?|p|seite-?)?(\d{1,2})(\.[a-z]{3,5})$/i;

/**
 * Whether `to` is the address of the page after `from`: the same host and the same path, and a page number that is
 * one higher. An address without a number is that of the first page.
 */
export function isNextPage(from: string, to: string): boolean {
  const [one, other] = [plainUrl(from), plainUrl(to)];
  if (one === null || other === null || one.host !== other.host || one.pathname === '/') return false;
  const before = readingsOf(one);
  return readingsOf(other).some(
    ({ stem, page }) => page >= 2 && before.some((reading) => reading.stem === stem && reading.page === page - 1),
  );
}

/** An address as that of a page of several, by what their addresses share; one without a number is the first page's. */
export function readPageAddress(address: string): Numbered | null {
  const url = plainUrl(address);
  if (url === null) return null;
  return readingsOf(url).reduce((best, one) => (one.stem.length < best.stem.length ? one : best));
}

/** Whether `address` is that of a further page of the article whose first page is at `first`. */
export function isFurtherPage(address: string, first: string): boolean {
  const [one, other] = [plainUrl(address), plainUrl(first)];
  if (one === null || other === null || one.href === other.href) return false;
  const firsts = readingsOf(other).filter(({ page }) => page === 1);
  return readingsOf(one).some(({ stem, page }) => page >= 2 && firsts.some((reading) => reading.stem === stem));
}

/** Two addresses of one page, whatever trackers they bear. */
export function isSameAddress(one: string, other: string): boolean {
  const [first, second] = [plainUrl(one), plainUrl(other)];
  return first !== null && first.href === second?.href;
}

/** Without trackers and fragment, in one spelling of the path and order of the parameters. */
function plainUrl(address: string): URL | null {
  const canonical = canonicalAddress(address);
  if (canonical === null) return null;
  const url = new URL(canonical);
  url.protocol = 'https:';
  url.pathname = url.pathname.replace(/(?<=.)\/+$/, '');
  url.searchParams.sort();
  return url;
}

/** Every way to read an address as a page of several; as the first one of its own, always. */
function readingsOf(url: URL): Numbered[] {
  return [{ stem: url.href, page: 1 }, ...byParameter(url), ...byPath(url)];
}

function byParameter(url: URL): Numbered[] {
  return [...url.searchParams].flatMap(([name, value]) => {
    if (!pageParameters.test(name) || !/^\d{1,2}$/.test(value)) return [];
    const stem = new URL(url);
    stem.searchParams.delete(name);
    return [{ stem: stem.href, page: Number(value) }];
  });
}

function byPath(url: URL): Numbered[] {
  const inPart = numberedPart.exec(url.pathname) ?? bareNumber.exec(url.pathname);
  const inFile = numberedFile.exec(url.pathname);
  const readings: Numbered[] = [];
  if (inPart !== null) readings.push({ stem: withPath(url, inPart[1] ?? ''), page: Number(inPart[2]) });
  if (inFile !== null)
    readings.push({ stem: withPath(url, `${inFile[1] ?? ''}${inFile[3] ?? ''}`), page: Number(inFile[2]) });
  return readings;
}

function withPath(url: URL, pathname: string): string {
  const stem = new URL(url);
  stem.pathname = pathname;
  return stem.href;
}
