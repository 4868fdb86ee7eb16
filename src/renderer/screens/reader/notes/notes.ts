/** Where a link within an article leads: to a note that can be read at its mark, or to a place one goes to. */
export type Inside =
  | { readonly kind: 'note'; readonly mark: HTMLAnchorElement; readonly label: string; readonly note: HTMLElement }
  | { readonly kind: 'place'; readonly place: HTMLElement };

/** The blocks that a note may be. */
const blocks = 'li,dd,dt,p,aside,td,blockquote,div';
const headings = 'h1,h2,h3,h4,h5,h6';
/** The mark of a note is a number, a sign or a letter or two: [12], *, iv. */
const longestMark = 6;

/** What a link of the article means; `undefined` when it leads out of it. */
export function insideOf(link: HTMLAnchorElement, body: HTMLElement): Inside | undefined {
  const address = link.getAttribute('href') ?? '';
  if (!address.startsWith('#')) return undefined;
  const place = body.querySelector<HTMLElement>(`#${CSS.escape(address.slice(1))}`);
  if (place === null) return undefined;
  const note = place.closest<HTMLElement>(blocks);
  const label = (link.textContent ?? '').trim();
  const isMark = label.length > 0 && label.length <= longestMark;
  if (!isMark || note === null || !body.contains(note) || !isBehind(link, note) || place.closest(headings) !== null) {
    return { kind: 'place', place };
  }
  return { kind: 'note', mark: link, label: label.replaceAll(/^[[(]|[\])]$/g, ''), note: wholeNote(note) };
}

/**
 * The words of a note as they are shown at its mark: without its number, its way back and the names of its places, of
 * which there may be only one.
 */
export function contentOf(note: HTMLElement): DocumentFragment {
  const copy = note.cloneNode(true) as HTMLElement;
  for (const named of copy.querySelectorAll('[id]')) named.removeAttribute('id');
  for (const link of copy.querySelectorAll<HTMLAnchorElement>('a[href^="#"]')) removeWithHolder(link);
  const content = document.createDocumentFragment();
  content.append(...copy.childNodes);
  trimEnd(content);
  return content;
}

/** A term's note is what explains it. */
function wholeNote(note: HTMLElement): HTMLElement {
  const next = note.nextElementSibling;
  return note.tagName === 'DT' && next instanceof HTMLElement && next.tagName === 'DD' ? next : note;
}

function isBehind(link: HTMLElement, note: HTMLElement): boolean {
  return (link.compareDocumentPosition(note) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0 && !note.contains(link);
}

/** The way back, and the `sup` or brackets around it that would stand empty. */
function removeWithHolder(link: HTMLElement): void {
  const holder = link.parentElement;
  link.remove();
  if (holder?.tagName === 'SUP' && (holder.textContent ?? '').trim() === '') holder.remove();
}

function trimEnd(content: DocumentFragment): void {
  for (let last = content.lastChild; last !== null; last = content.lastChild) {
    const isEmpty = (last.textContent ?? '').trim() === '' && !(last instanceof Element && last.querySelector('img'));
    if (!isEmpty) return;
    last.remove();
  }
}
