import { articleId } from '#contract/article.ts';
import type { KeptOriginal } from '../archive/archive.ts';
import { decode, showPictures } from '../extract/extract.ts';
import type { CaptureRooms } from './capture-rooms.ts';
import { originalInput } from './original-input.ts';

/** What a page's original is served as: only with this very type may it be shown as a page, and sealed. */
export const sealedPageType = 'text/html; charset=utf-8';

export type OriginalView = { readonly bytes: Uint8Array; readonly mediaType: string };

/** `<article id>/original`: how the window asks for it. */
const viewPath = /^([0-9a-z]{8,16})\/original$/;

/**
 * An article's original as a page that can be looked at, by its path; `undefined` for another path, and
 * for a kind that is no page (a PDF).
 *
 * It is served under a policy by which it can run and reach nothing; see `withoutReach` for what a policy
 * does not stop.
 */
export async function originalView(
  rooms: Pick<CaptureRooms, 'archive' | 'capture'>,
  path: string,
): Promise<OriginalView | undefined> {
  const [, written = ''] = viewPath.exec(path) ?? [];
  const id = articleId.safeParse(written);
  if (!id.success) return undefined;
  const original = await rooms.archive.keptOriginal(id.data);
  const input = await originalInput(original, rooms.capture, new AbortController().signal);
  if (input.kind === 'pdf') return undefined;
  const { text } = decode(input);
  const page = input.kind === 'html' ? await sealedPage(rooms.archive, id.data, original, text) : textPage(text);
  return { bytes: new TextEncoder().encode(page), mediaType: sealedPageType };
}

/** The page's own pictures are shown where they were kept, written into it: nothing is fetched for a look. */
async function sealedPage(
  archive: CaptureRooms['archive'],
  id: string,
  { address, pictures, snapshot }: KeptOriginal,
  text: string,
): Promise<string> {
  const dataOf = new Map<string, string>();
  for (const { file, from } of pictures) {
    const asset = from === null || from.length === 0 ? undefined : await archive.readAsset(`${id}/${snapshot}/${file}`);
    if (asset === undefined) continue;
    const data = `data:${asset.mediaType};base64,${Buffer.from(asset.bytes).toString('base64')}`;
    for (const reference of from ?? []) dataOf.set(reference, data);
  }
  return withoutReach(showPictures(text, address, dataOf));
}

/**
 * The page with those elements renamed that make a browser connect before it asks any policy: links that
 * connect ahead, frames, a refresh, and a link that is pressed.
 *
 * By the name alone, so that nothing can hide between two ways of reading a page: `<a ` begins an element
 * wherever a browser could take it for one, and elsewhere the change does no harm.
 */
export function withoutReach(html: string): string {
  return html.replaceAll(/<(\/?)(a|area|base|embed|frame|iframe|link|meta|object)(?=[\s/>])/gi, '<$1x-$2');
}

/** Text as it was taken in, in lines as wide as the window. */
function textPage(text: string): string {
  const escaped = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  const style =
    'body{margin:2rem}pre{max-width:48rem;margin:auto;font:15px/1.6 ui-monospace,monospace;white-space:pre-wrap}';
  return `<!doctype html><style>${style}</style><pre>${escaped}</pre>`;
}
