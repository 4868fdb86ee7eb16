import type { Draft, ExtractInput } from '#contract/draft.ts';
import { pageBlocks, removedBlocks } from './blocks/page-blocks.ts';
import { decode, type Decoded } from './decode/decode.ts';
import { extractHtml } from './extract-html.ts';
import { extractMarkdown } from './markdown/extract-markdown.ts';
import { extractPlainText } from './plain-text/extract-plain-text.ts';

export { applyRepairs, safeBlock, type Repaired } from './blocks/apply-repairs.ts';
export { keyOfWords } from './blocks/block-names.ts';
export { type BodyBlock, cutBlocks } from './blocks/body-blocks.ts';
export { decode } from './decode/decode.ts';
export { type DraftPage, followsOn, joinDrafts } from './pages/join-drafts.ts';
export { mayNameNextPage } from './pages/next-page.ts';
export { isFurtherPage, isSameAddress, readPageAddress } from './pages/page-address.ts';
export { sanitise } from './sanitise.ts';
export { placePictures } from './pictures/place-pictures.ts';
export { showPictures } from './pictures/show-pictures.ts';
export { captionsOf, htmlToText, searchableText } from './words/html-to-text.ts';
export { htmlToMarkdown } from './words/html-to-markdown.ts';
export { wordCount } from './words/word-count.ts';
export { canonicalAddress } from './metadata/canonical-address.ts';

/** Changes when the same input may give another draft; kept with every snapshot. */
export const extractorVersion = '4';

/**
 * Proposes a draft for what was captured. Pure and synchronous: no clock, no network, no file.
 *
 * Throws `empty-input`, `binary-input`, `broken-charset` or `no-article`.
 */
export function extract(input: ExtractInput): Draft {
  if (input.kind === 'pdf') throw new Error('A PDF is read by extractAny: its reader is asynchronous.');
  const decoded = decode(input);
  const draft = extractDecoded(input, decoded);
  return input.listsBlocks === true ? { ...draft, blocks: pageBlocks(input, decoded, draft.removals) } : draft;
}

function extractDecoded(input: ExtractInput, decoded: Decoded): Draft {
  if (input.kind === 'html') return extractHtml(input, decoded);
  return input.kind === 'markdown' ? extractMarkdown(input, decoded) : extractPlainText(input, decoded);
}

/** The same for every kind; what reads a PDF is loaded with the first one. */
export async function extractAny(input: ExtractInput): Promise<Draft> {
  if (input.kind !== 'pdf') return extract(input);
  const { extractPdf } = await import('./pdf/extract-pdf.ts');
  const draft = await extractPdf(input);
  return input.listsBlocks === true ? { ...draft, blocks: removedBlocks(draft.removals) } : draft;
}
