import type { Original } from '#contract/draft.ts';
import type { Captured } from './captured.ts';

type PageFacts = Pick<Captured, 'bytes' | 'address' | 'requestedAddress' | 'charset' | 'capturedAt'>;

/**
 * The pages of one article as one original: a web archive (WARC 1.1, ISO 28500) with a record for each, in their
 * order. Their bytes are untouched.
 */
export function packPages(pages: readonly PageFacts[]): Original {
  return { kind: 'warc', bytes: new Uint8Array(Buffer.concat(pages.flatMap(recordOf))) };
}

function recordOf({ bytes, address, requestedAddress, charset, capturedAt }: PageFacts): Buffer[] {
  const type = `text/html${charset === null ? '' : `; charset=${charset.replaceAll(/[^\w.:-]/g, '')}`}`;
  const answer = Buffer.from(`HTTP/1.1 200 OK\r\nContent-Type: ${type}\r\n\r\n`);
  const fields = [
    'WARC/1.1',
    'WARC-Type: response',
    `WARC-Record-ID: <urn:uuid:${crypto.randomUUID()}>`,
    `WARC-Date: ${capturedAt}`,
    `WARC-Target-URI: ${address ?? requestedAddress ?? ''}`,
    'Content-Type: application/http; msgtype=response',
    `Content-Length: ${answer.length + bytes.length}`,
  ];
  return [Buffer.from(`${fields.join('\r\n')}\r\n\r\n`), answer, Buffer.from(bytes), Buffer.from('\r\n\r\n')];
}
