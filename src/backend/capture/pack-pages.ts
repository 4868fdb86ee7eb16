import type { Original } from '#contract/draft.ts';
import type { Captured } from './captured.ts';
import { recogniseHead } from './kinds/recognise.ts';

type PageFacts = Pick<Captured, 'bytes' | 'original' | 'address' | 'requestedAddress' | 'charset' | 'capturedAt'>;

const headBytes = 32_768;

/**
 * The pages of one article as one original: a web archive (WARC 1.1, ISO 28500) with a record for each, in their
 * order. Their bytes are untouched: those of the page as it came, of a page saved as one message (MHTML) the message,
 * and of a web archive's page its record.
 */
export function packPages(pages: readonly PageFacts[]): Original {
  return { kind: 'warc', bytes: new Uint8Array(Buffer.concat(pages.flatMap(recordOf))) };
}

/** Whether a page can lie in one original with others: a page packed as a zip opens only as a file of its own. */
export function canBePacked({ kind, original }: Pick<Captured, 'kind' | 'original'>): boolean {
  if (kind !== 'html') return false;
  if (original === null || original.kind === 'warc' || original.kind === 'mhtml') return true;
  return original.kind === 'html' && recogniseHead(original.bytes.subarray(0, headBytes)) !== 'page-with-zip';
}

function recordOf(page: PageFacts): Buffer[] {
  const { bytes, original, charset } = page;
  if (original?.kind === 'warc') return [Buffer.from(original.bytes), Buffer.from('\r\n\r\n')];
  if (original?.kind === 'mhtml')
    return newRecord(page, 'resource', 'multipart/related', [Buffer.from(original.bytes)]);
  const type = `text/html${charset === null ? '' : `; charset=${charset.replaceAll(/[^\w.:-]/g, '')}`}`;
  const answer = Buffer.from(`HTTP/1.1 200 OK\r\nContent-Type: ${type}\r\n\r\n`);
  const content = [answer, Buffer.from(original?.bytes ?? bytes)];
  return newRecord(page, 'response', 'application/http; msgtype=response', content);
}

function newRecord(
  { address, requestedAddress, capturedAt }: PageFacts,
  recordType: 'response' | 'resource',
  mediaType: string,
  content: readonly Buffer[],
): Buffer[] {
  const fields = [
    'WARC/1.1',
    `WARC-Type: ${recordType}`,
    `WARC-Record-ID: <urn:uuid:${crypto.randomUUID()}>`,
    `WARC-Date: ${capturedAt}`,
    `WARC-Target-URI: ${address ?? requestedAddress ?? ''}`,
    `Content-Type: ${mediaType}`,
    `Content-Length: ${content.reduce((sum, part) => sum + part.length, 0)}`,
  ];
  return [Buffer.from(`${fields.join('\r\n')}\r\n\r\n`), ...content, Buffer.from('\r\n\r\n')];
}
