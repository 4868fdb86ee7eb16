export type MailPart = {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Uint8Array | readonly MailPart[];
};

/** A message or a part of one, lines ended as mail ends them. A list of parts needs a boundary in the type. */
export function makeMail({ headers, body }: MailPart): Buffer {
  const head = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  const start = Buffer.from(`${head.join('')}\r\n`, 'utf8');
  if (typeof body === 'string') return Buffer.concat([start, Buffer.from(body, 'utf8')]);
  if (body instanceof Uint8Array) return Buffer.concat([start, body]);
  const boundary = /boundary="([^"]+)"/.exec(headers['Content-Type'] ?? '')?.[1] ?? 'b';
  const parts = body.flatMap((part) => [Buffer.from(`--${boundary}\r\n`), makeMail(part), Buffer.from('\r\n')]);
  return Buffer.concat([
    start,
    Buffer.from('This is a message in parts.\r\n'),
    ...parts,
    Buffer.from(`--${boundary}--\r\n`),
  ]);
}

/** A picture as a part, in lines of base 64. */
export function picturePart(bytes: Uint8Array, headers: Readonly<Record<string, string>>): MailPart {
  const lines =
    Buffer.from(bytes)
      .toString('base64')
      .match(/.{1,76}/g) ?? [];
  return {
    headers: { 'Content-Type': 'image/png', 'Content-Transfer-Encoding': 'base64', ...headers },
    body: lines.join('\r\n'),
  };
}

/** Every byte that is not a plain letter as `=XX`, in lines of 76. */
export function quotedPrintable(bytes: Uint8Array): string {
  let line = '';
  let text = '';
  for (const byte of bytes) {
    const isPlain = (byte >= 33 && byte <= 126 && byte !== 61) || byte === 32;
    const piece = isPlain ? String.fromCharCode(byte) : `=${byte.toString(16).toUpperCase().padStart(2, '0')}`;
    if (line.length + piece.length > 75) {
      text += `${line}=\r\n`;
      line = '';
    }
    line += piece;
  }
  return text + line;
}
