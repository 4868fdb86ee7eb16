import type { Draft, DraftImage, ExtractInput } from '#contract/draft.ts';
import { ArchiveError } from '#contract/errors.ts';
import { findBody } from './body/find-body.ts';
import type { Decoded } from './decode/decode.ts';
import { finishDraft } from './finish-draft.ts';
import { settle, type Findings } from './metadata/findings.ts';
import { withHints } from './metadata/hints.ts';
import { readMetadata } from './metadata/read-metadata.ts';
import { readStoryFields } from './metadata/story-fields.ts';
import { findNextPage } from './pages/next-page.ts';
import { indexPage } from './parse/page-index.ts';
import { elementsIn, parsePage, type PageElement } from './parse/page-tree.ts';

/**
 * A page to a draft.
 *
 * Metadata comes before the body, because the body's head is recognised by what the metadata says;
 * pictures are found while the body is written, because only there is it known which are wanted; the
 * sanitiser comes last, because whatever the earlier steps let through must still pass it.
 */
export function extractHtml(input: ExtractInput, decoded: Decoded): Draft {
  const root = parsePage(decoded.text);
  const index = indexPage(root);
  const base = baseAddress(root, input.address);
  const { findings: inPage, articleBody, leadImages } = readMetadata(index, input.address ?? base);
  const findings = withHints(inPage, input.hints);
  const { metadata } = settle(findings);
  const body = findBody(root, decoded.text, { ...metadata, articleBody });
  if (body === null) throw new ArchiveError('no-article', 'There is no text in this page that could be an article.');
  const draft = finishDraft({
    input,
    base,
    encoding: decoded.encoding,
    method: body.method,
    findings: withCorrection(findings, body.correction),
    fromText: readStoryFields,
    html: body.html,
    images: withLead(
      body.images.map((image) => absolute(image, root, base)),
      leadImages,
      base,
    ),
    removals: body.removals,
    warnings: body.warnings,
  });
  const nextPage = findNextPage(root, input.address, base);
  return nextPage === null ? draft : { ...draft, nextPage };
}

/** The page's own data names a correction more surely than the place where one stands. */
function withCorrection(findings: Findings, correction: string | null): Findings {
  if (correction === null || findings.correction !== undefined) return findings;
  return {
    ...findings,
    correction: { value: correction, confidence: 0.8, origin: 'text', detail: 'note at the edge of the story' },
  };
}

/** The address that relative links count from: the page's `<base>`, else its own. */
export function baseAddress(root: PageElement, address: string | null): string | null {
  const href = baseElement(root)?.attributes['href'];
  const url = href === undefined ? null : URL.parse(href, address ?? undefined);
  return url !== null && /^https?:$/.test(url.protocol) ? url.href : address;
}

function baseElement(root: PageElement): PageElement | undefined {
  for (const element of elementsIn(root)) {
    if (element.name === 'base') return element;
    if (element.name === 'body') return undefined;
  }
  return undefined;
}

/** Only a page with a `<base>` has its pictures made absolute here: beside a saved page, relative ones name files. */
function absolute(image: DraftImage, root: PageElement, base: string | null): DraftImage {
  if (image.reference.startsWith('//')) return { ...image, reference: `https:${image.reference}` };
  if (base === null || baseElement(root) === undefined) return image;
  return { ...image, reference: URL.parse(image.reference, base)?.href ?? image.reference };
}

/** Marks the lead picture in the body, or adds it when the body does not have it. */
function withLead(images: readonly DraftImage[], leadImages: readonly string[], base: string | null): DraftImage[] {
  const lead = leadImages
    .flatMap((address) => URL.parse(address, base ?? undefined)?.href ?? [])
    .find((address) => /^https?:/.test(address));
  if (lead === undefined) return [...images];
  const same = images.findIndex((image) => samePicture(image.reference, lead, base));
  if (same !== -1) return images.map((image, at) => (at === same ? { ...image, lead: true } : image));
  return [...images, { key: 'lead', reference: lead, alt: null, lead: true }];
}

/** Two addresses of one picture: the same file, whatever size the address asks for. */
function samePicture(reference: string, lead: string, base: string | null): boolean {
  return fileOf(URL.parse(reference, base ?? undefined)?.href ?? reference) === fileOf(lead);
}

function fileOf(address: string): string {
  const path = address.split(/[?#]/)[0] ?? '';
  return (path.split('/').at(-1) ?? '').replace(/-\d{2,4}x\d{2,4}(?=\.)|[-_]\d{3,4}w?(?=\.)|-scaled(?=\.)/, '');
}
