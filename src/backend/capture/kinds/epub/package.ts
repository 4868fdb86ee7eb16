import { posix } from 'node:path';
import { unreadable } from '../byte-source.ts';
import type { ZipFile } from '../zip/zip-file.ts';
import { type XmlElement, xmlElements } from './markup.ts';

export type Book = {
  readonly title: string | null;
  readonly authors: readonly string[];
  readonly publisher: string | null;
  readonly language: string | null;
  readonly rights: string | null;
  readonly description: string | null;
  /** As printed in the package: a year, a day, an instant. */
  readonly date: string | null;
  readonly modified: string | null;
  /** Web addresses among source and identifiers. */
  readonly addresses: readonly string[];
  readonly subjects: readonly string[];
  /** Kinds that makers of newspapers for readers write down. */
  readonly isPeriodical: boolean;
  /** Paths in the zip of the chapters, in reading order. */
  readonly spine: readonly string[];
  /** Titles of the table of contents, by path in the zip. */
  readonly titles: ReadonlyMap<string, string>;
};

const longestXmlBytes = 10_000_000;
const mostChapters = 2000;

/**
 * What a book says of itself: `META-INF/container.xml` names the package, the package names title,
 * authors and the order of reading, and the table of contents names the chapters.
 */
export async function readBook(zip: ZipFile): Promise<Book> {
  const container = await readXml(zip, 'META-INF/container.xml');
  const packagePath = container.find(({ name }) => name === 'rootfile')?.attributes['full-path'];
  if (packagePath === undefined) throw unreadable(zip.label, 'it is an EPUB book that does not say where its text is');
  const elements = await readXml(zip, packagePath);
  const items = manifestOf(elements, packagePath);
  const spine = elements
    .filter(({ name, attributes }) => name === 'itemref' && attributes['linear'] !== 'no')
    .flatMap(({ attributes }) => items.get(attributes['idref'] ?? '') ?? [])
    .filter(({ mediaType }) => /xhtml|html|xml$/.test(mediaType));
  const paths = [...new Set(spine.map(({ path }) => path))].slice(0, mostChapters);
  if (paths.length === 0) throw unreadable(zip.label, 'it is an EPUB book without any chapter');
  const toc = [...items.values()].find(({ isNav }) => isNav) ?? [...items.values()].find(({ isNcx }) => isNcx);
  return { ...describe(elements), spine: paths, titles: toc === undefined ? new Map() : await titlesOf(zip, toc.path) };
}

async function readXml(zip: ZipFile, path: string): Promise<XmlElement[]> {
  const bytes = await zip.read(path, longestXmlBytes);
  if (bytes === null) throw unreadable(zip.label, `it is an EPUB book without ${path}`);
  return xmlElements(bytes, zip.label);
}

type Item = { readonly path: string; readonly mediaType: string; readonly isNav: boolean; readonly isNcx: boolean };

function manifestOf(elements: readonly XmlElement[], packagePath: string): ReadonlyMap<string, Item> {
  const items = new Map<string, Item>();
  for (const { name, attributes } of elements) {
    const { id, href } = attributes;
    if (name !== 'item' || id === undefined || href === undefined) continue;
    const mediaType = attributes['media-type'] ?? '';
    const properties = (attributes['properties'] ?? '').split(/\s+/);
    const path = pathInZip(packagePath, href);
    items.set(id, { path, mediaType, isNav: properties.includes('nav'), isNcx: mediaType.includes('dtbncx') });
  }
  return items;
}

function describe(elements: readonly XmlElement[]): Omit<Book, 'spine' | 'titles'> {
  const all = (wanted: string) => elements.filter(({ name, text }) => name === wanted && text !== '');
  const first = (wanted: string) => all(wanted)[0]?.text ?? null;
  const meta = (property: string) => all('meta').find(({ attributes }) => attributes['property'] === property)?.text;
  const named = elements.filter(({ name }) => name === 'meta').map(({ attributes }) => attributes['content'] ?? '');
  const published = all('date').find(({ attributes }) => attributes['opf:event'] !== 'modification');
  return {
    title: first('title'),
    authors: all('creator')
      .filter(({ attributes }) => ['aut', undefined].includes(attributes['opf:role']))
      .map(({ text }) => text),
    publisher: first('publisher'),
    language: first('language'),
    rights: first('rights'),
    description: first('description')?.replaceAll(/<[^>]{0,300}>/g, '') ?? null,
    date: published?.text ?? null,
    modified: meta('dcterms:modified') ?? null,
    addresses: [...all('source'), ...all('identifier')].flatMap(({ text }) => /^https?:\/\/\S+$/.exec(text)?.[0] ?? []),
    subjects: all('subject').map(({ text }) => text),
    isPeriodical:
      named.some((content) => /^periodical:/i.test(content)) ||
      all('type').some(({ text }) => /periodical|magazine|newspaper/i.test(text)),
  };
}

/** Titles from a navigation page (`<a href>`), or from the older NCX (`<text>` before its `<content src>`). */
async function titlesOf(zip: ZipFile, tocPath: string): Promise<ReadonlyMap<string, string>> {
  const titles = new Map<string, string>();
  let label = '';
  const bytes = await zip.read(tocPath, longestXmlBytes);
  for (const { name, attributes, text } of bytes === null ? [] : xmlElements(bytes, zip.label)) {
    if (name === 'text') label = text;
    const target = name === 'a' ? attributes['href'] : name === 'content' ? attributes['src'] : undefined;
    const title = name === 'a' ? text : label;
    // Of the entries that point into one file, the first is the file's own.
    const path = target === undefined ? '' : pathInZip(tocPath, target);
    if (path !== '' && title !== '' && !titles.has(path)) titles.set(path, title);
  }
  return titles;
}

/** A reference of one file in the zip as a path from its top, without fragment. */
export function pathInZip(from: string, reference: string): string {
  const [bare = ''] = reference.split(/[?#]/, 1);
  return posix.normalize(posix.join(posix.dirname(from), decode(bare))).normalize();
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
