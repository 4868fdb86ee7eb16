import { TextDecoder } from '@exodus/bytes/encoding.js';

/** How many bytes a guess looks at. */
const sampleSizeBytes = 64 * 1024;

/**
 * Says whether bytes are UTF-8.
 *
 * Tolerant: a few broken sequences (a cut character, one pasted line) are forgiven when the rest
 * holds many sound ones. Text that is ASCII throughout is UTF-8 too.
 */
export function isUtf8(bytes: Uint8Array, { tolerant }: { readonly tolerant: boolean }): boolean {
  const { sound, broken } = countSequences(bytes);
  return broken === 0 || (tolerant && broken <= sound * 0.05);
}

function countSequences(bytes: Uint8Array): { sound: number; broken: number } {
  let sound = 0;
  let broken = 0;
  for (let at = 0; at < bytes.length;) {
    const lead = bytes[at] ?? 0;
    const length =
      lead < 0x80
        ? 1
        : lead >= 0xc2 && lead < 0xe0
          ? 2
          : lead >= 0xe0 && lead < 0xf0
            ? 3
            : lead >= 0xf0 && lead < 0xf5
              ? 4
              : 0;
    if (length === 1) {
      at += 1;
      continue;
    }
    const whole = length > 1 && hasContinuations(bytes, at, length);
    if (whole) sound += 1;
    // A sequence cut off by the end of the bytes is no fault of a text that holds others.
    else if (!(sound > 0 && length > 1 && at + length > bytes.length)) broken += 1;
    at += whole ? length : 1;
  }
  return { sound, broken };
}

function hasContinuations(bytes: Uint8Array, at: number, length: number): boolean {
  for (let next = at + 1; next < at + length; next += 1) if (((bytes[next] ?? 0) & 0xc0) !== 0x80) return false;
  return true;
}

/** Letters that a wrong reading would not produce so often, by encoding. */
const candidates: readonly { readonly encoding: string; readonly letters: RegExp }[] = [
  { encoding: 'windows-1251', letters: /[а-яё]/g },
  { encoding: 'koi8-r', letters: /[а-яё]/g },
  { encoding: 'shift_jis', letters: /[\u3041-\u30fa]/g },
  { encoding: 'euc-jp', letters: /[\u3041-\u30fa]/g },
  { encoding: 'euc-kr', letters: /[\uac00-\ud7a3]/g },
  { encoding: 'big5', letters: /[\u4e00-\u9fa5]/g },
  { encoding: 'gb18030', letters: /[\u4e00-\u9fa5]/g },
];

/**
 * Guesses the encoding of bytes that say nothing of it.
 *
 * Valid UTF-8 is UTF-8 (other encodings hardly ever look so). Else each candidate reads a sample and
 * is believed when nearly all of what is not ASCII becomes common letters of its script and nothing
 * breaks. Western text, where accents are few, ends as windows-1252: the standard's own fallback.
 */
export function guessEncoding(bytes: Uint8Array): string {
  const sample = bytes.subarray(0, sampleSizeBytes);
  const foreign = sample.reduce((sum, byte) => sum + (byte >= 0x80 ? 1 : 0), 0);
  if (foreign < sample.length * 0.1) return 'windows-1252';
  const scored = candidates.map(({ encoding, letters }) => ({ encoding, score: scoreAs(sample, encoding, letters) }));
  const best = scored.reduce((left, right) => (right.score > left.score ? right : left));
  return best.score > 0.6 ? best.encoding : 'windows-1252';
}

function scoreAs(sample: Uint8Array, encoding: string, letters: RegExp): number {
  const text = new TextDecoder(encoding).decode(sample);
  const foreign = text.match(/[^\u0000-\u007f\u3000-\u3002\uff00-\uff60]/g)?.length ?? 0;
  const broken = text.match(/[\ufffd\ue000-\uf8ff]/g)?.length ?? 0;
  if (foreign === 0) return 0;
  return ((text.match(letters)?.length ?? 0) - 10 * broken) / foreign;
}
