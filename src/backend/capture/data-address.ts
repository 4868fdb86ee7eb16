import { longestAssetBytes } from './read-beside.ts';

/** The bytes a `data:` address carries; `null` when it is torn or longer than an asset may be. */
export function decodeDataAddress(address: string): Uint8Array | null {
  const trimmed = address.trim();
  const comma = trimmed.indexOf(',');
  if (!/^data:/i.test(trimmed) || comma < 0) return null;
  const isBase64 = /;\s*base64\s*$/i.test(trimmed.slice(0, comma).slice(-64));
  const payload = trimmed.slice(comma + 1);
  if (payload.length > longestAssetBytes * (isBase64 ? 1.4 : 3)) return null;
  const bytes = isBase64 ? Buffer.from(decodeEscapes(payload).toString('latin1'), 'base64') : decodeEscapes(payload);
  return bytes.length === 0 || bytes.length > longestAssetBytes ? null : bytes;
}

/** Undoes percent escapes byte by byte; a bare `%` stays what it is. */
function decodeEscapes(text: string): Buffer {
  if (!text.includes('%')) return Buffer.from(text, 'utf8');
  const escaped = Buffer.from(text, 'utf8').toString('latin1');
  const plain = escaped.replace(/%([0-9a-f]{2})/gi, (_whole, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
  return Buffer.from(plain, 'latin1');
}
