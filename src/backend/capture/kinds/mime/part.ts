import type { ArchiveError } from '#contract/errors.ts';
import { unreadable } from '../byte-source.ts';
import { first, type Header, parseHeader, type Parameterised, parseParameters } from './header.ts';
import { decodeTransfer } from './transfer.ts';

/** One part of a message. Its content is decoded when asked for: most parts of a page never are. */
export type Part = {
  readonly header: Header;
  readonly type: Parameterised;
  /** The parts inside, for a `multipart/…`. */
  readonly parts: readonly Part[];
  readonly content: () => Uint8Array;
};

/** Newsletters nest three deep, mail programs six. */
const deepest = 12;
const mostParts = 20_000;
const longestHeaderBytes = 256 * 1024;

/**
 * Reads a message (RFC 5322, 2045) into its parts.
 *
 * Our own reader and no library's, because extraction needs the bytes and the charset of a part, not
 * text already decoded, and pictures are found by `Content-Location`, which mail libraries drop.
 * Each level looks through its bytes once, and nothing is copied but what is decoded.
 */
export function parseMessage(bytes: Uint8Array, label: string): Part {
  const budget = { parts: mostParts };
  return parsePart(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length), { label, depth: 0, budget });
}

type Place = { readonly label: string; readonly depth: number; readonly budget: { parts: number } };

function parsePart(bytes: Buffer, place: Place): Part {
  place.budget.parts -= 1;
  if (place.budget.parts < 0) throw tooMany(place.label);
  if (place.depth > deepest) throw unreadable(place.label, `its parts are nested more than ${deepest} deep`);
  const { header, bodyStart } = splitHeader(bytes);
  const type = parseParameters(first(header, 'content-type') ?? 'text/plain');
  const body = bytes.subarray(bodyStart);
  const boundary = type.parameters.get('boundary');
  const isMultipart = type.value.startsWith('multipart/') && boundary !== undefined && boundary !== '';
  const parts = isMultipart
    ? splitParts(body, boundary, place.label).map((part) => parsePart(part, { ...place, depth: place.depth + 1 }))
    : [];
  return { header, type, parts, content: () => decodeTransfer(body, first(header, 'content-transfer-encoding') ?? '') };
}

function tooMany(label: string): ArchiveError {
  return unreadable(label, `it has more than ${mostParts} parts, as only a trap does`);
}

/** The header ends at the first empty line; a part may have none at all. */
function splitHeader(bytes: Buffer): { readonly header: Header; readonly bodyStart: number } {
  const opening = /^\r?\n/.exec(bytes.toString('latin1', 0, 2));
  if (opening !== null) return { header: new Map(), bodyStart: opening[0].length };
  const ends = ['\r\n\r\n', '\n\n'].map((mark) => ({ at: bytes.indexOf(mark), length: mark.length }));
  const [end] = ends.filter(({ at }) => at >= 0).sort((one, other) => one.at - other.at);
  const headerEnd = Math.min(end?.at ?? bytes.length, longestHeaderBytes);
  return {
    header: parseHeader(bytes.toString('latin1', 0, headerEnd)),
    bodyStart: end === undefined ? bytes.length : end.at + end.length,
  };
}

/** What stands between the lines that begin with the boundary; a missing last one ends with the bytes. */
function splitParts(body: Buffer, boundary: string, label: string): Buffer[] {
  const mark = Buffer.from(`--${boundary}`, 'latin1');
  const parts: Buffer[] = [];
  let partStart = -1;
  for (let at = body.indexOf(mark); at >= 0; at = body.indexOf(mark, at + mark.length)) {
    const after = at + mark.length;
    if (!isBoundaryLine(body, at, after)) continue;
    if (parts.length > mostParts) throw tooMany(label);
    if (partStart >= 0) parts.push(body.subarray(partStart, lineEndBefore(body, at, partStart)));
    const lineEnd = body.indexOf(0x0a, after);
    partStart = lineEnd < 0 ? -1 : lineEnd + 1;
    if (body[after] === 0x2d && body[after + 1] === 0x2d) return parts;
    if (partStart < 0) return parts;
  }
  if (partStart >= 0) parts.push(body.subarray(partStart));
  return parts;
}

/** A boundary stands at the start of a line and has the line for itself: another may begin alike. */
function isBoundaryLine(body: Buffer, at: number, after: number): boolean {
  if (at > 0 && body[at - 1] !== 0x0a) return false;
  const rest = body.toString('latin1', after, after + 4);
  return rest.startsWith('--') || /^[ \t]*(\r?\n|\r?$)/.test(rest);
}

/** The line break before a boundary belongs to the boundary. */
function lineEndBefore(body: Buffer, at: number, partStart: number): number {
  const feed = at - 1;
  const end = body[feed - 1] === 0x0d ? feed - 1 : feed;
  return Math.max(partStart, end);
}

/** A part and all inside it, in the order of the message. */
export function* partsOf(part: Part): Iterable<Part> {
  yield part;
  for (const inner of part.parts) yield* partsOf(inner);
}
