import type { CaptureKind } from '#contract/draft.ts';

/** What Pressmark takes in, for sentences that say so. */
export const supportedKinds =
  'web pages (HTML, SingleFile, MHTML), mails, EPUB books, web archives (WARC, WACZ), zips of these, PDF, Markdown and plain text';

/** Kinds by the ending of a file's name. A new kind of input begins with a line here. */
const kindsByExtension: ReadonlyMap<string, CaptureKind> = new Map([
  ['html', 'html'],
  ['htm', 'html'],
  ['xhtml', 'html'],
  ['xht', 'html'],
  ['shtml', 'html'],
  ['txt', 'text'],
  ['text', 'text'],
  ['asc', 'text'],
  ['md', 'markdown'],
  ['markdown', 'markdown'],
  ['mdown', 'markdown'],
  ['mkd', 'markdown'],
]);

/** Kinds by the media type a server names. */
const kindsByMediaType: ReadonlyMap<string, CaptureKind> = new Map([
  ['application/pdf', 'pdf'],
  ['text/html', 'html'],
  ['application/xhtml+xml', 'html'],
  ['text/plain', 'text'],
  ['text/markdown', 'markdown'],
  ['text/x-markdown', 'markdown'],
]);

/**
 * What is no article, by the ending of its name, when its bytes do not say: read as prose, a table
 * or a program would fill a library with noise.
 */
const foreignNames: ReadonlyMap<string, string> = new Map([
  ['csv', 'a table (CSV)'],
  ['tsv', 'a table (TSV)'],
  ['json', 'data (JSON)'],
  ['jsonl', 'data (JSON lines)'],
  ['xml', 'data (XML)'],
  ['yaml', 'data (YAML)'],
  ['yml', 'data (YAML)'],
  ['rss', 'a feed'],
  ['atom', 'a feed'],
  ['opml', 'a list of feeds (OPML)'],
  ['webarchive', 'a web archive (Safari)'],
  ['ics', 'a calendar'],
  ['vcf', 'a list of contacts'],
  ['rtf', 'a Rich Text document'],
  ['pdf', 'no PDF document, whatever its name says'],
  ['doc', 'a Word document'],
  ['docx', 'a Word document'],
  ['odt', 'an OpenDocument file'],
  ['py', 'a program'],
  ['sh', 'a program'],
  ['ts', 'a program'],
]);

/** What a page is furnished with: never an article by itself. */
const furnitureExtensions: ReadonlySet<string> = new Set(
  (
    'png jpg jpeg jpe jfif gif webp avif svg svgz ico bmp tif tiff apng cur heic jxl ' +
    'css js mjs map woff woff2 ttf otf eot ' +
    'mp3 m4a ogg oga opus wav flac aac mp4 m4v webm mov avi mkv ogv vtt swf'
  ).split(' '),
);

/** Names that systems leave in folders. */
const systemNames: ReadonlySet<string> = new Set(['thumbs.db', 'desktop.ini', 'ehthumbs.db', 'icon\r']);

/** What servers call the files that hold articles, and what they call everything they do not know. */
const wrappingMediaTypes: readonly string[] = [
  'application/epub+zip',
  'multipart/related',
  'application/x-mimearchive',
  'message/rfc822',
  'application/mbox',
  'application/warc',
  'application/x-warc',
  'application/wacz',
  'application/zip',
  'application/x-zip-compressed',
  'application/gzip',
  'application/x-gzip',
  'application/octet-stream',
  'binary/octet-stream',
];

/** Media types that may hold an article, which the bytes have to confirm. */
export const servedMediaTypes: ReadonlySet<string> = new Set([...kindsByMediaType.keys(), ...wrappingMediaTypes]);

/** Those of them that are longer than a page. */
export const longDocumentTypes: ReadonlySet<string> = new Set(['application/pdf', ...wrappingMediaTypes]);

export function kindByName(name: string): CaptureKind | undefined {
  return kindsByExtension.get(extensionOf(name));
}

export function kindByMediaType(mediaType: string): CaptureKind | undefined {
  return kindsByMediaType.get(mediaType);
}

/** What a file is when its name says that it is no article. */
export function foreignByName(name: string): string | undefined {
  return foreignNames.get(extensionOf(name)) ?? (isFurniture(name) ? 'a piece of a page, not a page' : undefined);
}

/** True for a picture, style, script, font or sound. */
export function isFurniture(name: string): boolean {
  return furnitureExtensions.has(extensionOf(name));
}

/** True for names that a person does not see in a folder. */
export function isHidden(name: string): boolean {
  return name.startsWith('.') || name.startsWith('~$') || systemNames.has(name.toLowerCase());
}

/** The ending of a name in lower case, without its dot; empty when there is none. */
export function extensionOf(name: string): string {
  const dot = name.lastIndexOf('.');
  return dot <= 0 ? '' : name.slice(dot + 1).toLowerCase();
}

/** The name without its ending. */
export function stemOf(name: string): string {
  const dot = name.lastIndexOf('.');
  return dot <= 0 ? name : name.slice(0, dot);
}
