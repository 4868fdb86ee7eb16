import { type ByteSource, partOf } from '../byte-source.ts';

const endRecordBytes = 22;
const longestCommentBytes = 65_535;

/**
 * The stretch of a source that is a zip; `undefined` when none ends there.
 *
 * SingleFile puts a page's markup before and after its zip, so that the file opens by itself in a
 * browser. What follows the end record is cut off; what stands before the first entry is, too, when
 * the offsets do not count it.
 *
 * ```
 * markup │ entries … │ directory │ end record: … size(4) offset(4) │ markup
 * ```
 */
export async function zipExtent(source: ByteSource): Promise<ByteSource | undefined> {
  const tailStart = Math.max(0, source.sizeBytes - endRecordBytes - longestCommentBytes);
  const tail = Buffer.from(await source.read(tailStart, source.sizeBytes - tailStart));
  for (let at = tail.lastIndexOf('PK\x05\x06', undefined, 'latin1'); at >= 0;) {
    const extent = tail.length - at < endRecordBytes ? undefined : await extentAt(source, tail, at, tailStart);
    if (extent !== undefined) return extent;
    at = at === 0 ? -1 : tail.lastIndexOf('PK\x05\x06', at - 1, 'latin1');
  }
  return undefined;
}

async function extentAt(
  source: ByteSource,
  tail: Buffer,
  at: number,
  tailStart: number,
): Promise<ByteSource | undefined> {
  const recordStart = tailStart + at;
  const directoryBytes = tail.readUInt32LE(at + 12);
  const directoryOffset = tail.readUInt32LE(at + 16);
  const recordEnd = recordStart + endRecordBytes;
  const commentBytes = tail.readUInt16LE(at + 20);
  // The reader of the directory wants the comment to be as long as it is said to be.
  const end = recordEnd + commentBytes <= source.sizeBytes ? recordEnd + commentBytes : recordEnd;
  if (commentBytes > 0 && end === recordEnd) return undefined;
  const isLarge = directoryOffset === 0xff_ff_ff_ff || directoryBytes === 0xff_ff_ff_ff;
  if (isLarge) return partOf(source, 0, end);
  const start = recordStart - directoryBytes - directoryOffset;
  if (start < 0) return undefined;
  const opening = Buffer.from(await source.read(start + directoryOffset, 4)).toString('latin1');
  const isDirectory = opening === 'PK\x01\x02' || (directoryBytes === 0 && opening === 'PK\x05\x06');
  return isDirectory ? partOf(source, start, end) : undefined;
}
