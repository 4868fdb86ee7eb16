import { gzipSync } from 'node:zlib';

export type WarcRecord = {
  readonly type?: 'warcinfo' | 'response' | 'request' | 'resource' | 'revisit';
  readonly address?: string;
  readonly date?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly block: Uint8Array | string;
};

/** A web archive, each record packed on its own when asked, as the format wants it. */
export function makeWarc(records: readonly WarcRecord[], { gzip = false } = {}): Buffer {
  return Buffer.concat(records.map((record) => (gzip ? gzipSync(recordBytes(record)) : recordBytes(record))));
}

export function recordBytes({
  type = 'response',
  address,
  date = '2019-03-04T05:06:07Z',
  headers = {},
  block,
}: WarcRecord) {
  const content = Buffer.from(block as Uint8Array);
  const fields = {
    'WARC-Type': type,
    'WARC-Record-ID': '<urn:uuid:00000000-0000-4000-8000-000000000000>',
    'WARC-Date': date,
    ...(address === undefined ? {} : { 'WARC-Target-URI': address }),
    'Content-Type': type === 'request' ? 'application/http; msgtype=request' : 'application/http; msgtype=response',
    ...headers,
    'Content-Length': String(content.length),
  };
  const lines = Object.entries(fields).map(([name, value]) => `${name}: ${value}\r\n`);
  return Buffer.concat([Buffer.from(`WARC/1.1\r\n${lines.join('')}\r\n`), content, Buffer.from('\r\n\r\n')]);
}

/** What a server answers, as it comes over the wire. */
export function answer(
  body: Uint8Array | string,
  headers: Readonly<Record<string, string>> = { 'Content-Type': 'text/html; charset=utf-8' },
  status = '200 OK',
): Buffer {
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  return Buffer.concat([Buffer.from(`HTTP/1.1 ${status}\r\n${lines.join('')}\r\n`), Buffer.from(body as Uint8Array)]);
}

/** A body in chunks of a few bytes. */
export function chunked(body: Uint8Array, size = 100): Buffer {
  const pieces: Buffer[] = [];
  for (let at = 0; at < body.length; at += size) {
    const piece = body.subarray(at, at + size);
    pieces.push(Buffer.from(`${piece.length.toString(16)}\r\n`), Buffer.from(piece), Buffer.from('\r\n'));
  }
  return Buffer.concat([...pieces, Buffer.from('0\r\n\r\n')]);
}
