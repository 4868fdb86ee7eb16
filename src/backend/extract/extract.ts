import type { Draft, ExtractInput } from '#contract/draft.ts';
import { decode } from './decode/decode.ts';
import { extractHtml } from './extract-html.ts';
import { extractMarkdown } from './markdown/extract-markdown.ts';
import { extractPlainText } from './plain-text/extract-plain-text.ts';

export { decode } from './decode/decode.ts';
export { sanitise } from './sanitise.ts';
export { placePictures } from './pictures/place-pictures.ts';
export { captionsOf, htmlToText, searchableText } from './words/html-to-text.ts';
export { htmlToMarkdown } from './words/html-to-markdown.ts';
export { wordCount } from './words/word-count.ts';
export { canonicalAddress } from './metadata/canonical-address.ts';

/** Changes when the same input may give another draft; kept with every snapshot. */
export const extractorVersion = '3';

/**
 * Proposes a draft for what was captured. Pure and synchronous: no clock, no network, no file.
 *
 * Throws `empty-input`, `binary-input`, `broken-charset` or `no-article`.
 */
export function extract(input: ExtractInput): Draft {
  if (input.kind === 'pdf') throw new Error('A PDF is read by extractAny: its reader is asynchronous.');
  const decoded = decode(input);
  switch (input.kind) {
    case 'html':
      return extractHtml(input, decoded);
    case 'text':
      return extractPlainText(input, decoded);
    case 'markdown':
      return extractMarkdown(input, decoded);
  }
}

/** The same for every kind; what reads a PDF is loaded with the first one. */
export async function extractAny(input: ExtractInput): Promise<Draft> {
  if (input.kind !== 'pdf') return extract(input);
  const { extractPdf } = await import('./pdf/extract-pdf.ts');
  return extractPdf(input);
}
