/** How a story stands to its dek: many pages print the dek above the story, and it opens the text there is to read. */
export type DekPlace = 'above' | 'opening' | 'inside';

/**
 * Where a reader meets the dek: `above` the text, in the head; as the text's `opening` paragraph; or `inside`
 * that paragraph, which goes on. It is shown once, so only the first belongs into the head.
 */
export function placeOfDek({ dek, text }: { readonly dek: string | null; readonly text: string }): DekPlace {
  const wanted = plain(dek ?? '');
  if (wanted === '') return 'above';
  const [first = ''] = text.split('\n\n', 1);
  const opening = plain(first);
  if (opening === wanted) return 'opening';
  return opening.startsWith(wanted) ? 'inside' : 'above';
}

function plain(text: string): string {
  return text.normalize('NFC').replaceAll(/\s+/g, ' ').replaceAll(/[’‘]/g, "'").replaceAll(/[“”]/g, '"').trim();
}
