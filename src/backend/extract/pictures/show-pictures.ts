import { Parser } from 'htmlparser2';
import { namedPictures } from './find-picture.ts';
import type { PageElement } from '../parse/page-tree.ts';

/** More characters of pictures than this are not written into one page: it may name one picture a thousand times. */
const mostPictureCharacters = 96 * 1024 * 1024;

/**
 * A page with the pictures that are at hand shown in place of the addresses it names; all else stays as
 * it is, character by character.
 *
 * `dataOf` holds `data:` addresses by the reference that each picture was had from (`reference` of a
 * `DraftImage`); `address` is what the page's own references count from.
 */
export function showPictures(html: string, address: string | null, dataOf: ReadonlyMap<string, string>): string {
  if (dataOf.size === 0) return html;
  const insertions = insertionsOf(html, address, dataOf).sort((a, b) => a.at - b.at);
  let shown = '';
  let from = 0;
  for (const { at, attributes } of insertions) {
    shown += html.slice(from, at) + attributes;
    from = at;
  }
  return shown + html.slice(from);
}

type Insertion = { readonly at: number; readonly attributes: string };

/** Of two attributes of one name the first counts, so what is put behind a tag's name overrules the page's own. */
function insertionsOf(html: string, address: string | null, dataOf: ReadonlyMap<string, string>): Insertion[] {
  const insertions: Insertion[] = [];
  let base = address;
  let data = byAddress(dataOf, base);
  let left = mostPictureCharacters;
  /** Where the other choices stand that the picture element has given for its image. */
  let choices: number[] = [];
  let picture: PageElement | null = null;

  function rebase(href: string): void {
    base = URL.parse(href, address ?? undefined)?.href ?? base;
    data = byAddress(dataOf, base);
  }

  function show(image: PageElement, at: number): void {
    const found = namedPictures(image).flatMap((reference) => data.get(keyOf(reference, base)) ?? [])[0];
    if (found === undefined || found.length > left) return;
    left -= found.length;
    insertions.push({ at, attributes: ` src="${found}" srcset="" loading="eager"` });
    for (const choice of choices) insertions.push({ at: choice, attributes: ' srcset=""' });
    choices = [];
  }

  const parser = new Parser(
    {
      onopentag(name, attributes) {
        const element: PageElement = { kind: 'element', name, attributes, parent: picture, children: [], order: 0 };
        const behindName = parser.startIndex + 1 + name.length;
        if (name === 'base' && attributes['href'] !== undefined) rebase(attributes['href']);
        else if (name === 'picture') picture = element;
        else if (name === 'source' && picture !== null) {
          picture.children.push(element);
          choices.push(behindName);
        } else if (name === 'img') show(element, behindName);
      },
      onclosetag(name) {
        if (name !== 'picture') return;
        picture = null;
        choices = [];
      },
    },
    { decodeEntities: true, lowerCaseAttributeNames: true },
  );
  parser.end(html);
  return insertions;
}

function byAddress(dataOf: ReadonlyMap<string, string>, base: string | null): Map<string, string> {
  return new Map([...dataOf].map(([reference, data]) => [keyOf(reference, base), data]));
}

/** One picture may be named in several ways: relative to the page, without a scheme, in full. */
function keyOf(reference: string, base: string | null): string {
  const trimmed = reference.trim();
  const withScheme = trimmed.startsWith('//') ? `https:${trimmed}` : trimmed;
  return URL.parse(withScheme, base ?? undefined)?.href ?? withScheme;
}
