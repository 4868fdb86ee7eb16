import DOMPurify from 'dompurify';
import { text } from '../../text/text.ts';

/** The button that a picture of an article is. */
export const pictureClass = 'picture';

/** What a clean article is made of. Whatever is not named here does not reach the window. */
const tags = words(`
  p br hr div span section h1 h2 h3 h4 h5 h6 a wbr
  em i strong b u s del ins mark small sub sup abbr cite q dfn time bdi bdo ruby rt rp
  code kbd samp var pre blockquote ul ol li dl dt dd aside details summary
  figure figcaption img table caption thead tbody tfoot tr th td colgroup col
`);

const attributes = words(`
  id href src alt title width height cite datetime lang dir
  colspan rowspan scope start reversed value open
`);

/** Links lead to the web, to a mailbox or to a place of the same article, pictures to the library and nowhere else. */
const addresses = /^(?:https?:|mailto:|\/library\/|#place-)/i;
/** Names that the sanitiser gives to places; nothing of the window's own is named so. */
const placeName = /^place-/;
const libraryPath = /^\/library\//;

/**
 * The only way for an article's HTML into the window: cleaned once more, by the browser's own parser.
 *
 * Whatever extraction or an older version let through stops here. The content policy of the window stands
 * behind it as a second wall.
 */
export function safeFragment(html: string): DocumentFragment {
  const fragment = DOMPurify.sanitize(html, {
    ALLOWED_TAGS: tags,
    ALLOWED_ATTR: attributes,
    ALLOW_DATA_ATTR: false,
    ALLOW_ARIA_ATTR: false,
    ALLOWED_URI_REGEXP: addresses,
    RETURN_DOM_FRAGMENT: true,
  });
  for (const named of fragment.querySelectorAll('[id]')) if (!placeName.test(named.id)) named.removeAttribute('id');
  for (const picture of fragment.querySelectorAll('img')) settlePicture(picture);
  for (const link of fragment.querySelectorAll('a')) settleLink(link, fragment);
  for (const picture of fragment.querySelectorAll('img')) letOpen(picture);
  for (const table of fragment.querySelectorAll('table')) letScroll(table);
  for (const block of fragment.querySelectorAll('pre')) block.tabIndex = 0;
  return fragment;
}

/** A page shows a picture no finer than it can be seen there; the viewer shows the picture itself. */
function settlePicture(picture: HTMLImageElement): void {
  const source = picture.getAttribute('src') ?? '';
  if (!libraryPath.test(source)) {
    picture.remove();
    return;
  }
  picture.loading = 'lazy';
  picture.decoding = 'async';
  picture.src = source.replace('/images/', '/reading/');
  picture.alt ||= '';
}

function settleLink(link: HTMLAnchorElement, fragment: DocumentFragment): void {
  const address = link.getAttribute('href');
  if (address?.startsWith('#') && fragment.getElementById(address.slice(1)) !== null) return;
  if (address === null || libraryPath.test(address) || address.startsWith('#')) {
    link.replaceWith(...link.childNodes);
    return;
  }
  link.target = '_blank';
  link.rel = 'noopener noreferrer';
}

/**
 * A picture is a button that shows it large. What a link around it led to is kept for the viewer: a link of a picture
 * mostly leads to the same picture.
 */
function letOpen(picture: HTMLImageElement): void {
  const link = picture.closest('a');
  const isAlone = link !== null && (link.textContent ?? '').trim() === '' && link.querySelectorAll('img').length === 1;
  if (link !== null && !isAlone) return;
  const button = document.createElement('button');
  button.type = 'button';
  button.className = pictureClass;
  button.setAttribute('aria-label', text.pictures.open(picture.alt));
  if (link !== null) button.dataset['link'] = link.href;
  (link ?? picture).replaceWith(button);
  button.append(picture);
}

/** A wide table scrolls by itself, with the keyboard too, and the page stays where it is. */
function letScroll(table: HTMLTableElement): void {
  const frame = document.createElement('div');
  frame.className = 'table-frame';
  frame.tabIndex = 0;
  table.replaceWith(frame);
  frame.append(table);
}

function words(list: string): string[] {
  return list.trim().split(/\s+/);
}
