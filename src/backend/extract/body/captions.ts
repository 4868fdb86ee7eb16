import { isEmbeddedPost } from '../parse/embedded-post.ts';
import { elementsIn, namesOf, textOf, type PageElement } from '../parse/page-tree.ts';
import { blockNames, type Measures } from './measure.ts';

/** How a part of the body is written that shows a picture or tells of one. */
export type PictureParts = {
  /** Boxes of one picture or more and the words beside them: each becomes a figure. */
  readonly figures: ReadonlySet<PageElement>;
  /** Words of a picture that stands elsewhere, and embedded posts: each becomes a caption of its own. */
  readonly captions: ReadonlySet<PageElement>;
};

const captionNames =
  /(?:^|[\s_-])(?:(?:wp-)?captions?(?:-?(?:text|full|truncated|wrapper|container|content|body))?|legende|bildunterschrift|bildtext|bildnachweis|(?:photo|image|img|media|picture)-?(?:credits?|caption|copyright|byline|legend|description))(?:$|[\s_-])/i;
const boxNames =
  /(?:^|[\s_-])(?:image|images|img|photo|picture|bild|absatzbild|figure|foto|media|thumbnail|newsitem-image|detail-img|inline-image|article-image|image-?(?:box|wrapper|container|block)|(?:embed|asset)-image)(?:$|[\s_-])/i;
/** What a figure may hold beside a picture, and is then no figure of a picture. */
const otherMatter = new Set([
  'table',
  'pre',
  'blockquote',
  'ul',
  'ol',
  'dl',
  'h1',
  'h2',
  'h3',
  'h4',
  'iframe',
  'figure',
  'video',
]);
/** Longer words beside a picture are a part of the story. */
const longestCaption = 500;

/**
 * Finds pictures with their words, whatever elements a page makes them of.
 *
 * A caption in a plain `div` would be read as a paragraph of the story. Told by the names that pages
 * give to captions and to boxes of pictures, and by what is in the box: pictures and few words.
 */
export function findPictureParts(body: PageElement, measures: Measures): PictureParts {
  const figures = new Set<PageElement>();
  const captions = new Set<PageElement>();
  const contents = contentsIn(body);
  // What is set in italics below the first picture is more often the lead than a caption.
  let hasBegun = false;
  visit(body);
  return { figures, captions };

  function visit(parent: PageElement): void {
    let isBelowPicture = false;
    for (const element of parent.children) {
      if (element.kind !== 'element') continue;
      const content = contents.get(element) ?? nothing;
      const length = measures.get(element)?.text ?? 0;
      const part: 'figure' | 'caption' | null =
        partOf(element, content, length) ??
        (isBelowPicture && hasBegun && !content.hasPicture && !content.isOther && isSetApart(element, length)
          ? 'caption'
          : null);
      if (part === 'figure') figures.add(element);
      else if (part === 'caption') captions.add(element);
      else visit(element);
      if (length > 0 || content.hasPicture || pictureNames.has(element.name))
        isBelowPicture = length === 0 || part === 'figure';
      if (part === null && (measures.get(element)?.prose ?? 0) > 0) hasBegun = true;
    }
  }
}

function partOf(element: PageElement, { hasPicture, isOther }: Contents, length: number): 'figure' | 'caption' | null {
  if (length === 0) return null;
  // A post from elsewhere illustrates a story as a picture does.
  if (isEmbeddedPost(element)) return 'caption';
  if (length > longestCaption || isOther) return null;
  if (hasPicture) return element.name === 'figure' || isBox(element) ? 'figure' : null;
  return isCaption(element) ? 'caption' : null;
}

/** Right below a picture, a short paragraph that is set in italics is its caption. */
function isSetApart(element: PageElement, length: number): boolean {
  if (length > longestSetApart || !/^(?:p|div|em|i|small)$/.test(element.name)) return false;
  if (/^(?:em|i|small)$/.test(element.name)) return true;
  const shown = element.children.filter((child) => child.kind === 'element' || child.text.trim() !== '');
  return shown.length > 0 && shown.every((child) => child.kind === 'element' && isSlanted(child));
}

function isSlanted({ name, children }: PageElement): boolean {
  if (name === 'em' || name === 'i' || name === 'small' || name === 'br') return true;
  return (
    name === 'span' && children.length > 0 && children.every((child) => child.kind === 'element' && isSlanted(child))
  );
}

const longestSetApart = 350;

function isBox(element: PageElement): boolean {
  return /^(?:div|section|span|aside|li|a)$/.test(element.name) && boxNames.test(wordsOf(element));
}

function isCaption(element: PageElement): boolean {
  if (!/^(?:div|p|span|section|small|em|aside|cite|figure|figcaption)$/.test(element.name)) return false;
  if (element.name === 'figure' || element.name === 'figcaption' || captionNames.test(wordsOf(element))) return true;
  const text = blockNames.has(element.name) && isShort(element) ? textOf(element) : '';
  return text !== '' && text.length <= longestCredit && credit.test(text);
}

/** A line that only says whose picture it is. */
const credit =
  /^(?:(?:photo|image|picture|fotos?|bild(?:er)?|illustration|graphic|screenshot)s?(?: (?:credits?|by|courtesy(?: of)?|via|von))?\s*[:/]|photo(?:graph)?s? by )|(?:getty images|shutterstock(?:\.com)?|istock(?:photo)?|ap photo|\/ ?ap|via ap|\/ ?afp|\/ ?reuters|imago(?: images)?|picture alliance|keystone|alamy|unsplash|pexels)[\s).\]]*$/iu;
const longestCredit = 140;

function isShort(element: PageElement): boolean {
  return element.children.length < 8;
}

function wordsOf(element: PageElement): string {
  return namesOf(element).replaceAll(/([a-z\d])([A-Z])/g, '$1-$2');
}

type Contents = { readonly hasPicture: boolean; readonly isOther: boolean };
const nothing: Contents = { hasPicture: false, isOther: false };

/** For every element what is inside it, in one walk from the leaves up. */
function contentsIn(body: PageElement): ReadonlyMap<PageElement, Contents> {
  const contents = new Map<PageElement, Contents>();
  const all = [...elementsIn(body)];
  for (const element of all.toReversed()) {
    const inside = { hasPicture: false, isOther: false };
    for (const child of element.children) {
      if (child.kind !== 'element') continue;
      const below = contents.get(child) ?? nothing;
      inside.hasPicture ||= pictureNames.has(child.name) || below.hasPicture;
      inside.isOther ||= otherMatter.has(child.name) || below.isOther;
    }
    contents.set(element, inside);
  }
  return contents;
}

export const pictureNames: ReadonlySet<string> = new Set(['img', 'picture', 'amp-img']);
