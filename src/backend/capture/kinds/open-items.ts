import { ArchiveError } from '#contract/errors.ts';
import type { CaptureItem } from '../capture-item.ts';
import { addressesOf } from './address-list.ts';
import { type ByteSource, readWhole } from './byte-source.ts';
import { epubItems } from './epub/epub.ts';
import { fileNameOfLabel } from './labels.ts';
import { mailboxItems } from './mailbox.ts';
import type { Opening } from './opening.ts';
import { articlesOfPrintout, printoutItems } from './printout.ts';
import { type FileKind, recogniseHead } from './recognise.ts';
import { isPackedPage, unwrapSingleFileZip } from './singlefile-zip.ts';
import { unwrapSingle } from './unwrap-single.ts';
import { toCaptured, type Unwrapped } from './unwrapped.ts';
import { waczItems } from './warc/wacz.ts';
import { warcItems } from './warc/warc.ts';
import { zipItems } from './zip/zip-items.ts';
import { openZip, type ZipFile } from './zip/zip-file.ts';

/** Enough to know a file by: mails can have a long way of relays above what matters. */
const headBytes = 32_768;
const longestListBytes = 2_000_000;
/** The longest by far are pages saved with their films in base 64. */
const longestMessageBytes = 60_000_000;
const longestDocumentBytes = 100_000_000;
const longestPageBytes = 30_000_000;

/**
 * Everything a file holds, lazily: most hold one article, themselves; a container is looked through
 * and its articles are read one by one.
 *
 * Throws what is wrong with the container; what is wrong with one article, its own capture throws.
 */
export async function* openItems(source: ByteSource, opening: Opening): AsyncIterable<CaptureItem> {
  opening.signal.throwIfAborted();
  const head = await source.read(0, Math.min(headBytes, source.sizeBytes));
  const kind = recogniseHead(head);
  if (kind === 'warc') yield* warcItems(source, opening);
  else if (kind === 'mailbox') yield* mailboxItems(source, (mail) => oneOf(mail, 'mail', longestMessageBytes, opening));
  else if (kind === 'zip') yield* openZipItems(await openZip(source), source, opening);
  else yield* openSingle(source, head, kind, opening);
}

async function* openZipItems(zip: ZipFile, source: ByteSource, opening: Opening): AsyncIterable<CaptureItem> {
  const names = new Set(zip.names);
  if (names.has('META-INF/container.xml')) yield* epubItems(zip, source, opening);
  else if (names.has('datapackage.json') && zip.names.some((name) => name.startsWith('archive/'))) {
    yield* waczItems(zip, opening);
  } else if (await isPackedPage(zip)) {
    yield singleItem(source.label, opening, async () => unwrapSingleFileZip(zip, source, 'zip'));
  } else {
    refuseOffice(names, source.label);
    if (opening.depth > 0) throw nestedZip(source.label);
    yield* zipItems(zip, opening, (inner, deeper) => openItems(inner, deeper));
  }
}

async function* openSingle(
  source: ByteSource,
  head: Uint8Array,
  kind: FileKind,
  opening: Opening,
): AsyncIterable<CaptureItem> {
  if (kind === 'page-with-zip') {
    const zip = await openZip(source).catch(noZip);
    if (zip !== null && zip.names.includes('index.html')) {
      yield singleItem(source.label, opening, async () => unwrapSingleFileZip(zip, source, 'html'));
      return;
    }
  }
  const addresses = source.sizeBytes <= longestListBytes ? await addressesIn(source, head) : [];
  if (addresses.length > 0) {
    for (const address of addresses) yield { kind: 'address', address };
    return;
  }
  const articles = kind === 'other' ? await articlesOfPrintout(source, head) : [];
  if (articles.length > 0)
    yield* printoutItems(source, articles, (text) => oneOf(text, kind, longestPageBytes, opening));
  else yield oneOf(source, kind, longestOf(kind, head), opening);
}

/** A file, or a part of one, that is one article. */
function oneOf(source: ByteSource, kind: FileKind, maxBytes: number, opening: Opening): CaptureItem {
  const { label } = source;
  const unwrap = async () => unwrapSingle(await readWhole(source, maxBytes), { label, kind, beside: opening.beside });
  return singleItem(label, opening, unwrap);
}

function singleItem(label: string, opening: Opening, unwrap: () => Promise<Unwrapped>): CaptureItem {
  const { origin, now } = opening;
  return {
    kind: 'article',
    label,
    async capture(signal) {
      signal.throwIfAborted();
      return toCaptured(await unwrap(), { origin, takenInAt: now(), fileName: fileNameOfLabel(label) });
    },
  };
}

function longestOf(kind: FileKind, head: Uint8Array): number {
  if (kind === 'mhtml' || kind === 'mail') return longestMessageBytes;
  const isPdf = Buffer.from(head.subarray(0, 5)).toString('latin1') === '%PDF-';
  return isPdf ? longestDocumentBytes : longestPageBytes;
}

/** Only what begins like a list is read whole to see whether it is one. */
async function addressesIn(source: ByteSource, head: Uint8Array): Promise<readonly string[]> {
  return addressesOf(head, source.sizeBytes > head.length) === null
    ? []
    : (addressesOf(await source.read(0, source.sizeBytes), false) ?? []);
}

/** An article about SingleFile is a page like any other. */
function noZip(error: unknown): null {
  if (error instanceof ArchiveError && !/encrypted/.test(error.message)) return null;
  throw error;
}

const officeMarks: readonly (readonly [mark: string, found: string])[] = [
  ['word/document.xml', 'a Word document'],
  ['xl/workbook.xml', 'an Excel table'],
  ['ppt/presentation.xml', 'a PowerPoint presentation'],
  ['mimetype content.xml', 'an OpenDocument file'],
  ['AndroidManifest.xml', 'an Android app'],
  ['META-INF/MANIFEST.MF', 'a Java program'],
];

function refuseOffice(names: ReadonlySet<string>, label: string): void {
  const found = officeMarks.find(([mark]) => mark.split(' ').every((name) => names.has(name)))?.[1];
  if (found === undefined) return;
  throw new ArchiveError('unsupported-kind', `cannot take in ${label}: it is ${found}`, { details: { found } });
}

function nestedZip(label: string): ArchiveError {
  const message = `cannot take in ${label}: it is a zip inside a zip; unpack the outer one first`;
  return new ArchiveError('unsupported-kind', message, { details: { found: 'a zip inside a zip' } });
}
