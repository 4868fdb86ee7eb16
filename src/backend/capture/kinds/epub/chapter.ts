import { Parser } from 'htmlparser2';
import { unreadable } from '../byte-source.ts';
import { decodeXml, deepestMarkup } from './markup.ts';
import { pathInZip } from './package.ts';

/** A chapter as a browser would have it: HTML, pictures named by their path in the book. */
export type Chapter = {
  readonly path: string;
  readonly raw: Uint8Array;
  /** What stands inside `<body>`. */
  readonly body: string;
  /** The page's title, or its first heading. */
  readonly title: string | null;
  readonly heading: string | null;
  /** Where the chapter was taken from, when it says so. */
  readonly address: string | null;
  readonly words: number;
};

/** A chapter without its text: enough to decide, and light enough to keep for all of them. */
export type Outline = Pick<Chapter, 'path' | 'title' | 'heading' | 'words' | 'address'>;

const emptyElements = new Set('area base br col embed hr img input link meta source track wbr'.split(' '));
/** In a page of HTML these would swallow everything behind them when they are written `<a/>`. */
const leftOut = new Set(['script', 'style', 'iframe', 'object', 'template', 'noscript']);
const headings = new Set(['h1', 'h2', 'h3']);

type Attributes = Readonly<Record<string, string>>;

type Reading = {
  readonly path: string;
  body: string;
  depth: number;
  inBody: boolean;
  /** Depth inside something that is left out. */
  skipping: number;
  capturing: { name: string; text: string } | null;
  title: string | null;
  heading: string | null;
  address: string | null;
  words: number;
};

/**
 * Reads XHTML and writes HTML, in one pass.
 *
 * Entities are passed through as they stand, so that those of HTML keep their meaning; everything
 * else is passed through too, and is made safe by the sanitiser as every page is.
 */
export function readChapter(path: string, raw: Uint8Array): Chapter {
  const reading: Reading = {
    path,
    body: '',
    depth: 0,
    inBody: false,
    skipping: 0,
    capturing: null,
    title: null,
    heading: null,
    address: null,
    words: 0,
  };
  const parser = new Parser(
    {
      onopentag: (name, attributes) => openElement(reading, name.toLowerCase(), attributes),
      onclosetag: (name) => closeElement(reading, name.toLowerCase()),
      ontext: (text) => addText(reading, text),
    },
    { xmlMode: true, decodeEntities: false, recognizeCDATA: true },
  );
  parser.end(decodeXml(raw));
  const { body, title, heading, address, words } = reading;
  return { path, raw, body, title: tidy(title), heading: tidy(heading), address, words };
}

function openElement(reading: Reading, name: string, attributes: Attributes): void {
  reading.depth += 1;
  if (reading.depth > deepestMarkup) throw unreadable(reading.path, 'its markup is nested without end');
  noteHead(reading, name, attributes);
  if (leftOut.has(name)) reading.skipping += 1;
  if (name === 'body') reading.inBody = true;
  else if (reading.inBody && reading.skipping === 0) {
    const tag = name === 'svg:image' || name === 'image' ? 'img' : name;
    reading.body += `<${tag}${attributesOf(reading.path, tag, attributes)}>`;
  }
}

/** What a chapter says of itself: its title, its first heading, where it is from. */
function noteHead(reading: Reading, name: string, attributes: Attributes): void {
  if (name === 'link' && attributes['rel'] === 'canonical') reading.address = attributes['href'] ?? null;
  const isHeading = headings.has(name) && reading.heading === null;
  if (name === 'title' || isHeading) reading.capturing ??= { name, text: '' };
}

function closeElement(reading: Reading, name: string): void {
  const { capturing } = reading;
  reading.depth -= 1;
  if (capturing?.name === name) {
    if (name === 'title') reading.title ??= capturing.text;
    else reading.heading ??= capturing.text;
    reading.capturing = null;
  }
  if (leftOut.has(name)) reading.skipping = Math.max(0, reading.skipping - 1);
  else if (name === 'body') reading.inBody = false;
  else if (reading.inBody && reading.skipping === 0 && !emptyElements.has(name) && !name.endsWith('image')) {
    reading.body += `</${name}>`;
  }
}

function addText(reading: Reading, text: string): void {
  if (reading.capturing !== null) reading.capturing.text += text;
  if (!reading.inBody || reading.skipping > 0) return;
  // A CDATA section may hold what looks like markup; elsewhere "<" cannot stand in text.
  reading.body += text.replaceAll('<', '&lt;');
  reading.words += text.split(/\s+/).filter((word) => word !== '').length;
}

function attributesOf(path: string, tag: string, attributes: Attributes): string {
  let written = '';
  for (const [name, value] of Object.entries(attributes)) {
    const bare = name.replace(/^xlink:/, '');
    const isSource = tag === 'img' && (bare === 'src' || bare === 'href');
    if (tag === 'img' && bare === 'srcset') continue;
    // A link inside the book leads nowhere in a single article.
    if (tag === 'a' && bare === 'href' && !/^(https?|mailto):/i.test(value)) continue;
    const said = isSource && !/^[a-z]+:/i.test(value) ? encodeURI(pathInZip(path, plain(value))) : value;
    written += ` ${isSource ? 'src' : bare}="${said.replaceAll('"', '&quot;').replaceAll('<', '&lt;')}"`;
  }
  return written;
}

/** Text of a title: the five entities of XML undone, markup and line breaks gone. */
function tidy(text: string | null): string | null {
  const bare = plain(text ?? '')
    .replaceAll(/\s+/g, ' ')
    .trim();
  return bare === '' ? null : bare;
}

function plain(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll(/&(apos|#39|#x27);/g, "'")
    .replaceAll(/&#(?:x0*a0|160);|&nbsp;/gi, ' ')
    .replaceAll('&amp;', '&');
}
