/** Undoes what a part's bytes were packed in for their travel; `7bit`, `8bit` and `binary` are the bytes. */
export function decodeTransfer(body: Buffer, encoding: string): Uint8Array {
  switch (encoding.trim().toLowerCase()) {
    case 'base64':
      return Buffer.from(body.toString('latin1'), 'base64');
    case 'quoted-printable':
      return decodeQuotedPrintable(body);
    default:
      return body;
  }
}

/**
 * `=C3=A9` to bytes; `=` at the end of a line joins it to the next; what is no escape stays as it is.
 *
 * White space before a line's end was added on the way and goes (RFC 2045, 6.7).
 */
export function decodeQuotedPrintable(body: Uint8Array): Uint8Array {
  const out = Buffer.allocUnsafe(body.length);
  let length = 0;
  for (let at = 0; at < body.length;) {
    const byte = body[at] ?? 0;
    if (byte === 0x3d) {
      const escaped = escapeAt(body, at);
      if (escaped.byte !== undefined) out[length++] = escaped.byte;
      at += escaped.length;
    } else {
      if (byte === 0x0a) length = withoutTrailingSpace(out, length);
      out[length++] = byte;
      at += 1;
    }
  }
  return out.subarray(0, length);
}

type Escape = { readonly byte: number | undefined; readonly length: number };

function escapeAt(body: Uint8Array, at: number): Escape {
  const high = hexDigit(body[at + 1]);
  const low = hexDigit(body[at + 2]);
  if (high !== undefined && low !== undefined) return { byte: high * 16 + low, length: 3 };
  let end = at + 1;
  while (body[end] === 0x20 || body[end] === 0x09) end += 1;
  if (body[end] === 0x0a) return { byte: undefined, length: end + 1 - at };
  if (body[end] === 0x0d && body[end + 1] === 0x0a) return { byte: undefined, length: end + 2 - at };
  if (end >= body.length) return { byte: undefined, length: end - at };
  return { byte: 0x3d, length: 1 };
}

function hexDigit(byte: number | undefined): number | undefined {
  if (byte === undefined) return undefined;
  if (byte >= 0x30 && byte <= 0x39) return byte - 0x30;
  const lower = byte | 0x20;
  return lower >= 0x61 && lower <= 0x66 ? lower - 0x57 : undefined;
}

/** `length` after the blanks before a line's end are dropped; its carriage return stays. */
function withoutTrailingSpace(out: Buffer, length: number): number {
  const hasReturn = out[length - 1] === 0x0d;
  const lineEnd = hasReturn ? length - 1 : length;
  let end = lineEnd;
  while (out[end - 1] === 0x20 || out[end - 1] === 0x09) end -= 1;
  if (end === lineEnd) return length;
  if (hasReturn) out[end] = 0x0d;
  return hasReturn ? end + 1 : end;
}
