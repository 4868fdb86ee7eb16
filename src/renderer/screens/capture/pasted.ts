import type { CaptureInput } from '#contract/capture.ts';

/** What a paste or a drop of text means: addresses when it is nothing but addresses, else the text itself. */
export function inputsOfText(plain: string, html: string): readonly CaptureInput[] {
  const words = plain
    .trim()
    .split(/\s+/)
    .filter((word) => word !== '');
  if (words.length > 0 && words.every(isAddress)) {
    return [...new Set(words)].map((address) => ({ kind: 'address', address }));
  }
  if (plain.trim() === '' && html.trim() === '') return [];
  return [{ kind: 'text', text: plain, origin: 'paste', ...(html.trim() === '' ? {} : { html }) }];
}

/** An address typed by hand may lack its scheme; a name with a dot and no spaces is taken for one. */
export function addressOf(typed: string): string | null {
  const address = typed.trim();
  if (isAddress(address)) return address;
  return /^[^\s/:@]+\.[^\s/:@]{2,}(\/\S*)?$/.test(address) ? `https://${address}` : null;
}

function isAddress(word: string): boolean {
  if (!/^https?:\/\//i.test(word)) return false;
  return URL.canParse(word);
}
