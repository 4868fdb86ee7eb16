import { elementsIn, namesOf, type PageElement } from '../parse/page-tree.ts';

/** A picture as the page means it, whatever tricks it plays to load it late. */
export type FoundPicture = {
  readonly reference: string;
  readonly alt: string | null;
  readonly width: string | null;
  readonly height: string | null;
};

/** Wider than this serves no reader; among candidates the widest up to it is taken. */
const widestUsefulPx = 2_000;
const lazyAttributes = [
  'data-src',
  'data-lazy-src',
  'data-original',
  'data-original-src',
  'data-full-src',
  'data-hi-res-src',
  'data-image',
  'data-url',
  'data-lazy',
  'data-img-src',
  'data-large-file',
  'data-orig-file',
  'data-actualsrc',
  'nitro-lazy-src',
  'data-runner-src',
];
const lazySets = ['data-srcset', 'data-lazy-srcset', 'data-original-set', 'nitro-lazy-srcset', 'srcset'];
const notPicture =
  /(?:^|[\s/_.-])(?:avatar|gravatar|icon|icons|logo|spacer|pixel|blank|emoji|smil(?:ey|ies)|badge|sprite|transparent|1x1|loader|spinner|tracking)(?=$|[\s/_.-])/i;

/**
 * Finds what an `<img>` (or `<amp-img>`) really shows: the widest sensible candidate of its own
 * `srcset`, of the `<picture>` around it, or of the attributes that lazy loaders use; last its `src`.
 *
 * Answers `null` for placeholders, trackers and ornaments.
 */
export function findPicture(image: PageElement): FoundPicture | null {
  const { attributes } = image;
  if (isOrnament(image)) return null;
  const candidates = candidatesOf(image).filter(({ reference }) => isUsable(reference));
  const best = widest(candidates)?.reference;
  const late = lazyAttributes
    .map((name) => attributes[name])
    .find((value) => value !== undefined && isUsable(value) && looksLikeAddress(value));
  const own = attributes['src'];
  const reference = best ?? late ?? (own !== undefined && isUsable(own) ? own : undefined);
  if (reference === undefined) return null;
  const alt = (attributes['alt'] ?? '').replaceAll(/\s+/g, ' ').trim();
  return {
    reference: reference.trim(),
    alt: alt === '' ? null : alt,
    width: attributes['width'] ?? null,
    height: attributes['height'] ?? null,
  };
}

/** Every reference by which an image may be shown, whichever of them is chosen; its `src` last. */
export function namedPictures(image: PageElement): string[] {
  const { attributes } = image;
  const late = lazyAttributes.map((name) => attributes[name]);
  const named = [...candidatesOf(image).map(({ reference }) => reference), ...late, attributes['src']];
  return named.flatMap((reference) => (reference === undefined || reference.trim() === '' ? [] : [reference]));
}

function candidatesOf(image: PageElement): Candidate[] {
  const sets = [...sourcesOf(image), ...lazySets.map((name) => image.attributes[name])];
  return sets.flatMap((set) => (set === undefined ? [] : readSrcset(set)));
}

/** The picture inside a `<noscript>`, which lazy loaders leave for those without scripts. */
export function pictureInNoscript(element: PageElement): PageElement | undefined {
  for (const inner of elementsIn(element)) if (inner.name === 'img' || inner.name === 'amp-img') return inner;
  return undefined;
}

function sourcesOf(image: PageElement): string[] {
  if (image.parent?.name !== 'picture') return [];
  return image.parent.children.flatMap((child) => {
    if (child.kind !== 'element' || child.name !== 'source') return [];
    // A source for printing or for another text direction of design is not the picture itself.
    if (/print/.test(child.attributes['media'] ?? '')) return [];
    const set = child.attributes['srcset'] ?? child.attributes['data-srcset'] ?? child.attributes['data-lazy-srcset'];
    return set === undefined ? [] : [set];
  });
}

type Candidate = { readonly reference: string; readonly widthPx: number };

/** Reads a `srcset`; addresses in it may themselves hold commas. */
export function readSrcset(set: string): Candidate[] {
  const candidates: Candidate[] = [];
  for (const match of set.matchAll(/\s*([^\s,]\S*[^\s,]|[^\s,])(?:\s+([\d.]+)([wx])(?:\s+\d+h)?)?\s*(?:,|$)/g)) {
    const [, reference = '', size, unit] = match;
    const number = Number(size ?? '1');
    candidates.push({ reference, widthPx: unit === 'w' ? number : number * 600 });
  }
  return candidates;
}

function widest(candidates: readonly Candidate[]): Candidate | undefined {
  const useful = candidates.filter(({ widthPx }) => widthPx <= widestUsefulPx);
  const pool = useful.length > 0 ? useful : candidates;
  const prefersLarger = useful.length > 0;
  return pool.reduce<Candidate | undefined>((best, candidate) => {
    if (best === undefined) return candidate;
    return (prefersLarger ? candidate.widthPx > best.widthPx : candidate.widthPx < best.widthPx) ? candidate : best;
  }, undefined);
}

function looksLikeAddress(value: string): boolean {
  return /^(?:https?:)?\/\/|^\.{0,2}\/|\.(?:jpe?g|png|gif|webp|avif|svg)\b/i.test(value.trim());
}

/** Not a placeholder: a `data:` picture counts only when it is large enough to show something. */
function isUsable(reference: string): boolean {
  const trimmed = reference.trim();
  if (trimmed === '' || trimmed.startsWith('#') || /^(?:about|javascript|blob):/i.test(trimmed)) return false;
  if (/^data:/i.test(trimmed)) return /^data:image\/(?!svg)/i.test(trimmed) && trimmed.length > 1_500;
  return !/(?:spacer|blank|transparent|placeholder|grey|1x1|pixel)\.(?:gif|png|svg)/i.test(trimmed);
}

function isOrnament({ attributes, parent }: PageElement & { readonly kind: 'element' }): boolean {
  const [width, height] = [Number(attributes['width']), Number(attributes['height'])];
  if ((width > 0 && width <= 48) || (height > 0 && height <= 48)) return true;
  const file = (attributes['src'] ?? '').split(/[?#]/)[0]?.split('/').at(-1) ?? '';
  return (
    notPicture.test(attributes['class'] ?? '') ||
    notPicture.test(file) ||
    (parent !== null && /avatar|gravatar/i.test(namesOf(parent)))
  );
}
