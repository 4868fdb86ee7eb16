import type { Draft, Picture, SafeHtml } from '#contract/draft.ts';
import type { MissingPicture } from '#contract/pictures.ts';
import type { AddedPicture } from '../archive/archive.ts';
import type { FetchedPictures } from '../capture/capture.ts';
import { placePictures } from '../extract/extract.ts';

/** A draft whose pictures stand where they will lie in its folder. */
export type PlacedDraft = {
  /** With its lead picture by the name of its file. */
  readonly draft: Draft;
  readonly html: SafeHtml;
  readonly pictures: AddedPicture[];
  readonly missingPictures: MissingPicture[];
};

/** Puts the pictures that could be had in the body of a draft, and notes those of the body that could not. */
export function withPictures(draft: Draft, fetched: FetchedPictures): PlacedDraft {
  const pictures = nameForFolder(draft, fetched.pictures);
  return {
    draft: { ...draft, metadata: { ...draft.metadata, leadImage: leadImageOf(draft, pictures) } },
    html: placeInBody(draft, pictures),
    pictures: filesOf(draft, pictures),
    missingPictures: missingOf(draft, fetched.missing),
  };
}

type NamedPicture = Picture & { readonly fileName: string };

const extensions: Record<Picture['mediaType'], string> = {
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/gif': 'gif',
  'image/webp': 'webp',
  'image/avif': 'avif',
  'image/svg+xml': 'svg',
};

/**
 * Pictures get plain names in the order of the article, so that the folder reads well: `images/01.jpg`.
 * A picture that the page shows twice (equal bytes, brought as one) is one file.
 */
function nameForFolder(draft: Draft, pictures: readonly Picture[]): Map<string, NamedPicture> {
  const order = new Map(draft.images.map((image, index) => [image.key, index]));
  const files = new Map<Uint8Array, NamedPicture>();
  const byKey = new Map<string, NamedPicture>();
  for (const picture of [...pictures].sort((a, b) => (order.get(a.key) ?? 0) - (order.get(b.key) ?? 0))) {
    const number = String(files.size + 1).padStart(2, '0');
    const fileName = `images/${number}.${extensions[picture.mediaType]}`;
    const file = files.get(picture.bytes) ?? { ...picture, fileName };
    files.set(picture.bytes, file);
    byKey.set(picture.key, file);
  }
  return byKey;
}

/** A longer reference is no address that a page could be asked by. */
const longestReference = 4096;

function isName(reference: string): boolean {
  return reference.length <= longestReference && !/^\s*data:/i.test(reference);
}

/** Each file once, with everything by which the page names it; not the `data:` that it may have been itself. */
function filesOf(draft: Draft, pictures: ReadonlyMap<string, NamedPicture>): AddedPicture[] {
  return [...new Set(pictures.values())].map((file) => ({
    ...file,
    from: draft.images.flatMap(({ key, reference }) =>
      pictures.get(key) === file && isName(reference) ? [reference] : [],
    ),
  }));
}

/** What the body had and lost. A lead picture that stands only in metadata is no loss to the story. */
function missingOf({ html, images }: Draft, missing: FetchedPictures['missing']): MissingPicture[] {
  const reasons = new Map(missing.map(({ key, reason }) => [key, reason]));
  return images.flatMap(({ key, reference, alt }) => {
    const reason = reasons.get(key);
    if (reason === undefined || !html.includes(`"image:${key}"`)) return [];
    return [{ from: isName(reference) ? reference : null, alt, reason }];
  });
}

function placeInBody(draft: Draft, pictures: ReadonlyMap<string, NamedPicture>): SafeHtml {
  return placePictures(draft.html, new Map(draft.images.map(({ key }) => [key, pictures.get(key)?.fileName ?? null])));
}

/** The lead picture by the name its file got; the page's own claim when it is among what was kept. */
function leadImageOf(draft: Draft, pictures: ReadonlyMap<string, NamedPicture>): string | null {
  const lead = draft.images.find((image) => image.lead);
  return (lead === undefined ? undefined : pictures.get(lead.key)?.fileName) ?? draft.metadata.leadImage;
}
