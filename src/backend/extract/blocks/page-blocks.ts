import type { ExtractInput, PageBlock, SafeHtml } from '#contract/draft.ts';
import type { Removal, RemovalReason } from '#contract/removal.ts';
import { writeBody } from '../body/write-body.ts';
import type { Decoded } from '../decode/decode.ts';
import { baseAddress } from '../extract-html.ts';
import { elementsIn, parsePage, textOf, type PageElement } from '../parse/page-tree.ts';
import { placePictures } from '../pictures/place-pictures.ts';
import { sanitise } from '../sanitise.ts';
import { escapeText } from '../sanitise/serialise.ts';
import { keyOfWords } from './block-names.ts';
import { type BodyBlock, cutBlocks } from './body-blocks.ts';

/** As much of a removed piece as its sample holds. */
const sampleCharacters = 300;
const mostBlocks = 5000;

/**
 * All that an original shows, cut into the same blocks as the clean body, in the order of the page.
 *
 * A page goes the way that a body goes, with nothing left out; so a paragraph that is kept and the same paragraph here
 * have the same words and the same safe HTML. Of each block that a rule removed the rule is told.
 */
export function pageBlocks(input: ExtractInput, decoded: Decoded, removals: readonly Removal[]): PageBlock[] {
  if (input.kind !== 'html') return textBlocks(decoded.text, removals);
  const root = parsePage(decoded.text);
  const reasons = reasonsIn(root, removals);
  return blocksIn(root, baseAddress(root, input.address))
    .slice(0, mostBlocks)
    .flatMap((block) => pageBlock(block, reasons.get(keyOfWords(block.words)) ?? null));
}

/** Where an original has no text to be read again here (a PDF): what was removed, as far as it was told whole. */
export function removedBlocks(removals: readonly Removal[]): PageBlock[] {
  return removals.flatMap(({ sample, reason }) =>
    sample.length >= sampleCharacters ? [] : [paragraph(sample, reason)],
  );
}

function textBlocks(text: string, removals: readonly Removal[]): PageBlock[] {
  const reasons = new Map(removals.map(({ sample, reason }) => [keyOfWords(sample), reason]));
  const paragraphs = text.split(/\n\s*\n/).map((words) => words.replaceAll(/\s+/g, ' ').trim());
  return paragraphs
    .filter((words) => words !== '')
    .slice(0, mostBlocks)
    .map((words) => paragraph(words, reasons.get(keyOfWords(words.slice(0, sampleCharacters))) ?? null));
}

function paragraph(words: string, reason: RemovalReason | null): PageBlock {
  return { kind: 'p', html: sanitise(`<p>${escapeText(words)}</p>`), words, linkShare: 0, reason };
}

function blocksIn(element: PageElement, address: string | null): BodyBlock[] {
  const { html } = writeBody(element, () => false);
  return cutBlocks(sanitise(html, { address }), { opensLayouts: true });
}

/** The reason for each block by its words; a removed piece is known by how it begins. */
function reasonsIn(root: PageElement, removals: readonly Removal[]): ReadonlyMap<string, RemovalReason> {
  const bySample = new Map(removals.map(({ sample, reason }) => [sample, reason]));
  const reasons = new Map<string, RemovalReason>();
  if (bySample.size === 0) return reasons;
  for (const element of elementsIn(root)) {
    const reason = bySample.get(textOf(element).slice(0, sampleCharacters));
    if (reason === undefined) continue;
    for (const { words } of blocksIn(element, null)) if (words !== '') reasons.set(keyOfWords(words), reason);
  }
  return reasons;
}

/** Without its picture, which is no file of the library; nothing when nothing is left of it. */
function pageBlock({ kind, html, words, linkShare, list }: BodyBlock, reason: RemovalReason | null): PageBlock[] {
  const whole = list === null ? html : `${list.open}${html}${list.close}`;
  const bare = placePictures(whole as SafeHtml, new Map());
  return words === '' || bare.trim() === '' ? [] : [{ kind, html: bare, words, linkShare, reason }];
}
