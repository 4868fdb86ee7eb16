/** The header of a message or of one of its parts: values by lower-case name, in the order given. */
export type Header = ReadonlyMap<string, readonly string[]>;

/** A value with parameters: `text/html; charset="utf-8"`. */
export type Parameterised = { readonly value: string; readonly parameters: ReadonlyMap<string, string> };

/** Reads header lines, of which each may go on over the next ones. Bytes as Latin-1. */
export function parseHeader(block: string): Header {
  const header = new Map<string, string[]>();
  for (const line of block.replace(/\r?\n[ \t]+/g, ' ').split(/\r?\n/)) {
    const colon = line.indexOf(':');
    if (colon <= 0) continue;
    const name = line.slice(0, colon).trim().toLowerCase();
    const values = header.get(name) ?? [];
    values.push(line.slice(colon + 1).trim());
    header.set(name, values);
  }
  return header;
}

export function first(header: Header, name: string): string | undefined {
  return header.get(name)?.[0];
}

/** Longer than any honest field: a pattern must not be led through megabytes. */
const longestField = 8192;

/** Reads a value and its parameters, quoted or not, also those cut in pieces (RFC 2231: `name*0=`). */
export function parseParameters(field: string): Parameterised {
  const text = field.slice(0, longestField);
  const [value = ''] = text.split(';', 1);
  const parameters = new Map<string, string>();
  const pattern = /;\s*([^\s=;*]+)(\*\d+)?\*?\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^;\s]*))/g;
  for (const [, name = '', piece, quoted, bare] of text.slice(value.length).matchAll(pattern)) {
    const key = name.toLowerCase();
    const said = quoted === undefined ? (bare ?? '') : quoted.replace(/\\(.)/g, '$1');
    if (piece !== undefined) parameters.set(key, (parameters.get(key) ?? '') + said);
    else if (!parameters.has(key)) parameters.set(key, said);
  }
  return { value: value.trim().toLowerCase(), parameters };
}

/** A header's text with its encoded words undone (RFC 2047: `=?utf-8?Q?caf=C3=A9?=`), and raw UTF-8 as UTF-8. */
export function decodeText(field: string): string {
  const value = field.slice(0, longestField);
  // White space between two encoded words belongs to neither.
  const joined = value.replace(/(\?=)\s+(?==\?)/g, '$1');
  const isRaw = /[\x80-\xff]/.test(joined);
  const text = isRaw ? decodeBytes(Buffer.from(joined, 'latin1'), 'utf-8') : joined;
  return joinedWords(text).trim();
}

/** Words that stand side by side are decoded as one: mailers cut them in the middle of a character. */
function joinedWords(text: string): string {
  return text.replace(/(?:=\?[^?\s]+\?[bq]\?[^?\s]*\?=)+/gi, (run) => {
    const words = [...run.matchAll(/=\?([^?\s]+)\?([bq])\?([^?\s]*)\?=/gi)];
    let decoded = '';
    for (let at = 0; at < words.length;) {
      const charset = (words[at]?.[1] ?? '').replace(/\*.*$/, '');
      const pieces: Buffer[] = [];
      while (at < words.length && (words[at]?.[1] ?? '').replace(/\*.*$/, '') === charset) {
        pieces.push(wordBytes(words[at]?.[2] ?? '', words[at]?.[3] ?? ''));
        at += 1;
      }
      decoded += decodeBytes(Buffer.concat(pieces), charset);
    }
    return decoded;
  });
}

function wordBytes(encoding: string, text: string): Buffer {
  if (encoding.toLowerCase() === 'b') return Buffer.from(text, 'base64');
  const plain = text
    .replaceAll('_', ' ')
    .replace(/=([0-9a-f]{2})/gi, (_whole, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(plain, 'latin1');
}

function decodeBytes(bytes: Uint8Array, charset: string): string {
  try {
    return new TextDecoder(charset).decode(bytes);
  } catch {
    // An encoding nobody knows: its ASCII letters can still be read.
    return new TextDecoder('windows-1252').decode(bytes);
  }
}
