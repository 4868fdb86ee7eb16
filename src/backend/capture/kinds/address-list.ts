import { rootElement } from './recognise.ts';

const mostAddresses = 10_000;
const longestAddress = 9000;

/**
 * The addresses of a file that holds nothing else: a list, or the shortcut of a browser (`.url`,
 * `.webloc`, `.desktop`). `null` when it holds anything else.
 *
 * With `isHead`, the bytes are only the beginning of the file, whose last line may be cut.
 */
export function addressesOf(bytes: Uint8Array, isHead: boolean): readonly string[] | null {
  const text = asText(bytes);
  if (/^(bplist00|\s*\[(InternetShortcut|Desktop Entry)\])/i.test(text)) return shortcut(text);
  if (rootElement(text) === 'plist') return shortcut(text);
  const found = onlyAddresses(isHead ? text.slice(0, text.lastIndexOf('\n')) : text);
  return found.length === 0 ? null : found;
}

/** Almost no text does: the others need not be looked through. */
const beginsLikeList = /^[\s"'<]*(#|https?:\/\/|(url|link|address|href)(s|es)?\b)/i;

/**
 * The addresses of a text that holds nothing else; none when it holds anything else.
 *
 * A heading of one word ("url"), quotation marks and lines that begin with `#` are what tables and
 * lists put around them.
 */
export function onlyAddresses(text: string): string[] {
  if (!beginsLikeList.test(text)) return [];
  const words = text
    .split(/\r?\n|\r/)
    .filter((line) => !line.startsWith('#'))
    .flatMap((line) => line.split(/\s+/))
    .flatMap((word) => word.split(/[,;](?=["'<]?https?:)/));
  if (words.some((word) => word.length > longestAddress)) return [];
  const listed = words.map((word) => word.replace(/^["'<]+|["'>,;]+$/g, '')).filter((word) => word !== '');
  const [heading = '', ...others] = listed;
  const addresses = /^(url|urls|link|links|address|addresses|href)$/i.test(heading) ? others : listed;
  if (addresses.length === 0 || addresses.length > mostAddresses) return [];
  return addresses.every(isWebAddress) ? [...new Set(addresses)] : [];
}

function isWebAddress(word: string): boolean {
  return /^https?:\/\/[^\s/]+\S*$/i.test(word) && URL.canParse(word);
}

/** The address a shortcut points to; in a binary property list its length stands before it. */
function shortcut(text: string): readonly string[] | null {
  const found = text.startsWith('bplist00')
    ? binaryAddress(text)
    : /(?:^[ \t]*URL[ \t]*=[ \t]*|<key>URL<\/key>[ \t\r\n]{0,99}<string>)(https?:\/\/[^\s<]+)/im
        .exec(text)?.[1]
        ?.replaceAll('&amp;', '&');
  return found !== undefined && isWebAddress(found) ? [found] : null;
}

/** `5n text` for up to 14 characters, `5f 10 length(1) text` or `5f 11 length(2) text` for more. */
function binaryAddress(text: string): string | undefined {
  const at = text.indexOf('http');
  if (at < 3) return undefined;
  const [long, shorter, short] = [-4, -3, -1].map((step) => text.slice(at + step, at));
  const length = long?.startsWith('_\x11')
    ? text.charCodeAt(at - 2) * 256 + text.charCodeAt(at - 1)
    : shorter?.startsWith('_\x10')
      ? text.charCodeAt(at - 1)
      : (short ?? '').charCodeAt(0) - 0x50;
  return length > 0 && length < 9000 ? text.slice(at, at + length) : undefined;
}

function asText(bytes: Uint8Array): string {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  if (view[0] === 0xff && view[1] === 0xfe) return view.toString('utf16le').slice(1);
  return view.toString('latin1').replace(/^\xef\xbb\xbf/, '');
}
