import type { Draft, DraftImage } from '#contract/draft.ts';
import type { ExtractionWarning } from '#contract/extraction-warning.ts';
import type { Removal } from '#contract/removal.ts';
import { keyOfWords } from '../blocks/block-names.ts';
import { type BodyBlock, cutBlocks, joinBlocks } from '../blocks/body-blocks.ts';
import { sanitise } from '../sanitise.ts';
import { htmlToText } from '../words/html-to-text.ts';
import { wordCount } from '../words/word-count.ts';

/** One page of an article of several, and where it was taken from. */
export type DraftPage = { readonly draft: Draft; readonly address: string | null };

/** Words shorter than this may well be said twice in one story. */
const tellingCharacters = 16;
/** A page of which so much was on the pages before is no further page: comments are turned, not the story. */
const repeatedShare = 0.5;

/**
 * The pages of one article as one draft, in their order.
 *
 * The fields are those of the first page. What a page repeats of those before it (headline, lead, byline, captions,
 * pictures) is told as left out. A single page is given back as it is.
 */
export function joinDrafts(pages: readonly [DraftPage, ...DraftPage[]]): Draft {
  const [{ draft: first }] = pages;
  if (pages.length === 1) return first;
  const seen = seenIn(first);
  const parts = pages.map((page, at) => (at === 0 ? firstPart(first) : laterPart(page, at + 1, seen)));
  // Every block was made by the sanitiser; the whole must pass it like any other.
  const html = sanitise(joinBlocks(parts.flatMap(({ blocks }) => blocks)));
  const text = htmlToText(html);
  const { nextPage: _, ...fields } = first;
  return {
    ...fields,
    html,
    text,
    wordCount: wordCount(text, first.metadata.language),
    images: parts.flatMap(({ images }) => images),
    removals: [...pages.flatMap(({ draft }) => draft.removals), ...parts.flatMap(({ removals }) => removals)],
    warnings: warningsOf(pages),
    pages: pages.length,
    ...(first.blocks === undefined ? {} : { blocks: pages.flatMap(({ draft }) => draft.blocks ?? []) }),
  };
}

/**
 * Whether a page goes on where those before it end: `other` when it is another article by its headline, `repeats`
 * when most of it stood there already.
 */
export function followsOn(before: readonly [Draft, ...Draft[]], next: Draft): 'follows' | 'other' | 'repeats' {
  const [first] = before;
  if (!isOneArticle(first.metadata, next.metadata)) return 'other';
  const known = new Set(before.flatMap(({ html }) => cutBlocks(html).map(({ words }) => keyOfWords(words))));
  const lengths = { all: 0, repeated: 0 };
  for (const { words } of cutBlocks(next.html)) {
    lengths.all += words.length;
    if (known.has(keyOfWords(words))) lengths.repeated += words.length;
  }
  return lengths.repeated >= lengths.all * repeatedShare ? 'repeats' : 'follows';
}

/** By what both call canonical, else by the headline; a further page may add to it ("… (page 2)"). */
function isOneArticle(first: Draft['metadata'], next: Draft['metadata']): boolean {
  if (first.canonicalUrl !== null && first.canonicalUrl === next.canonicalUrl) return true;
  if (first.headline === null || next.headline === null) return true;
  const [one, other] = [keyOfWords(first.headline), keyOfWords(next.headline)];
  return one.startsWith(other) || other.includes(one);
}

type Part = {
  readonly blocks: readonly BodyBlock[];
  readonly images: readonly DraftImage[];
  readonly removals: readonly Removal[];
};

/** What the pages so far hold. */
type Seen = { readonly words: Set<string>; readonly pictures: Set<string> };

function seenIn({ html, images, metadata }: Draft): Seen {
  const { headline, dek, byline } = metadata;
  const words = [headline, dek, byline, ...cutBlocks(html).map((block) => block.words)];
  return {
    words: new Set(words.flatMap((one) => (one === null || one === '' ? [] : keyOfWords(one)))),
    pictures: new Set(images.map(({ reference }) => reference)),
  };
}

function firstPart({ html, images }: Draft): Part {
  return { blocks: cutBlocks(html), images, removals: [] };
}

/** What a further page adds; `seen` learns it. */
function laterPart({ draft, address }: DraftPage, number: number, seen: Seen): Part {
  const images = draft.images.map((image) => ({
    key: keyOn(number, image.key),
    reference: URL.parse(image.reference, address ?? undefined)?.href ?? image.reference,
    alt: image.alt,
    lead: false,
  }));
  const blocks = cutBlocks(withOwnNames(draft.html, number));
  const isNew = newBlocks(blocks, images, seen);
  const kept = blocks.filter((_, at) => isNew[at]);
  for (const { words } of kept) if (words !== '') seen.words.add(keyOfWords(words));
  for (const { reference } of images) seen.pictures.add(reference);
  const removals = blocks.flatMap(({ words }, at) =>
    isNew[at] === true || words === '' ? [] : removal(words, number),
  );
  const html = kept.map((block) => block.html).join('');
  return { blocks: kept, images: images.filter(({ key }) => html.includes(`"image:${key}"`)), removals };
}

/**
 * Which blocks say something new. A few words that stood there before count as a repetition only at the page's top
 * and at its end, where furniture is; in the midst a story may say them again.
 */
function newBlocks(blocks: readonly BodyBlock[], images: readonly DraftImage[], seen: Seen): boolean[] {
  const repeats = blocks.map((block) => isRepeated(block, images, seen));
  const firstNew = repeats.indexOf(false);
  const lastNew = repeats.lastIndexOf(false);
  return blocks.map(
    ({ kind, words }, at) =>
      repeats[at] === false ||
      (at > firstNew && at < lastNew && kind !== 'figure' && words !== '' && words.length < tellingCharacters),
  );
}

function isRepeated(
  { html, words }: BodyBlock,
  images: readonly DraftImage[],
  { words: known, pictures }: Seen,
): boolean {
  if (words !== '') return known.has(keyOfWords(words));
  const shown = images.filter(({ key }) => html.includes(`"image:${key}"`));
  return shown.length > 0 && shown.every(({ reference }) => pictures.has(reference));
}

/** Places and pictures of a further page get names of their own. Our own output: a tag holds no bare `>`. */
function withOwnNames(html: string, number: number): string {
  return html.replaceAll(/<[a-z][^>]*>/g, (tag) =>
    tag
      .replace(/ id="place-/, ` id="place-page${number}-`)
      .replace(/ href="#place-/, ` href="#place-page${number}-`)
      .replace(/ src="image:([^"]*)"/, (_, key: string) => ` src="image:${keyOn(number, key)}"`),
  );
}

function keyOn(number: number, key: string): string {
  return `page${number}-${key}`;
}

function removal(words: string, number: number): Removal {
  const sample = words.length <= 300 ? words : `${words.slice(0, 299)}…`;
  return { step: 'pages', reason: { rule: 'repeated-on-page', of: String(number) }, sample };
}

/** That one page of several is short says nothing of the whole. */
function warningsOf(pages: readonly DraftPage[]): ExtractionWarning[] {
  const warnings = pages.flatMap(({ draft }) => draft.warnings).filter(({ kind }) => kind !== 'text-very-short');
  // Told once, however many pages have it.
  return [...new Map(warnings.map((warning) => [JSON.stringify(warning), warning])).values()];
}
