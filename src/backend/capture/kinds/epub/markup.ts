import { Parser } from 'htmlparser2';
import { unreadable } from '../byte-source.ts';

export type XmlElement = {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  /** Text of this element and of those inside, in order. */
  readonly text: string;
};

/** More than any honest package or table of contents has. */
const mostElements = 100_000;
/** A title is shorter, and an element with half a book inside has none. */
const longestText = 4000;
export const deepestMarkup = 1000;

/**
 * The elements of a small XML document, by their names without a prefix, in the order they end.
 *
 * The parser knows no document types: no entity of a file's own is expanded, none is fetched.
 */
export function xmlElements(bytes: Uint8Array, label: string): XmlElement[] {
  const elements: XmlElement[] = [];
  const open: { name: string; attributes: Record<string, string>; textStart: number }[] = [];
  let text = '';
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        if (open.length > deepestMarkup)
          throw unreadable(label, `its markup is nested more than ${deepestMarkup} deep`);
        open.push({ name: localName(name), attributes, textStart: text.length });
      },
      ontext(piece) {
        text += piece;
      },
      onclosetag() {
        const ended = open.pop();
        if (ended === undefined || elements.length >= mostElements) return;
        const inner = text
          .slice(ended.textStart, ended.textStart + longestText)
          .replaceAll(/\s+/g, ' ')
          .trim();
        elements.push({ name: ended.name, attributes: ended.attributes, text: inner });
      },
    },
    { xmlMode: true, decodeEntities: true },
  );
  parser.end(decodeXml(bytes));
  return elements;
}

/** A package or a chapter is UTF-8 or UTF-16; older makers wrote others and said so. */
export function decodeXml(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  const head = Buffer.from(bytes.subarray(0, 200)).toString('latin1');
  const named = /^\s*<\?xml[^>]*\sencoding=["']([\w-]+)["']/.exec(head)?.[1] ?? 'utf-8';
  try {
    return new TextDecoder(named).decode(bytes);
  } catch {
    return new TextDecoder().decode(bytes);
  }
}

export function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1).toLowerCase();
}
