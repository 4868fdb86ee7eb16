import type { Tag } from './layout/runs.ts';
import type { PdfPage, PdfTagNode } from './pdf-library.ts';

/** A hostile tree is not walked further than this. */
const mostNodes = 100_000;
/** A single element that holds more letters than this was put there by a program that tags nothing. */
export const mostLettersOfElement = 6_000;

/**
 * Reads what the file says its parts are, for people who have it read out: by the mark that stands
 * around them in the page's own text.
 *
 * Browsers and word processors write such tags; they know what no geometry tells, for example that
 * lines under dots that are drawn are items. What has no tag, or none that says anything, is told by
 * its place as ever.
 */
export async function readTags(page: PdfPage): Promise<ReadonlyMap<string, Tag>> {
  const tags = new Map<string, Tag>();
  // A broken tree says nothing; the page itself can still be read.
  const root = await page.getStructTree().catch(() => null);
  const open: { readonly node: PdfTagNode; readonly tag: Tag | null }[] =
    root === null ? [] : [{ node: root, tag: null }];
  for (let seen = 0; open.length > 0 && seen < mostNodes; seen += 1) {
    const { node, tag } = open.pop() ?? { node: {}, tag: null };
    if (node.type === 'content' && node.id !== undefined && tag !== null) tags.set(node.id, tag);
    const inside = tagFor(node.role ?? '', tag, String(seen));
    for (const child of node.children ?? []) open.push({ node: child, tag: inside });
  }
  return tags;
}

/** The tag for what stands in an element: its own, or that around it when it says nothing of a block. */
function tagFor(role: string, around: Tag | null, element: string): Tag | null {
  const heading = /^H([1-6]?)$/.exec(role);
  if (heading !== null) return { element, role: 'heading', level: Number(heading[1] ?? 1) || 1 };
  if (role === 'LI') return { element, role: 'item', level: 0 };
  if (role === 'BlockQuote') return { element, role: 'quote', level: 0 };
  if (!['P', 'TD', 'TH', 'Caption', 'Code', 'Note', 'TOCI'].includes(role)) return around;
  if (around?.role === 'item') return around;
  return { element, role: around?.role === 'quote' ? 'quote' : 'text', level: 0 };
}
