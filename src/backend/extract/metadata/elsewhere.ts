import { isEmbeddedPost } from '../parse/embedded-post.ts';
import type { PageIndex } from '../parse/page-index.ts';
import { isInside, namesOf, type PageElement } from '../parse/page-tree.ts';

/** Names of parts beside a story. "Widget" only as a word's beginning: page builders call every block "…-widget". */
const besideNames =
  /(?:^|[\s_-])(?:comments?|related|recommend\w*|sidebar|footer|nav(?:bar|igation)?|menu|promo|teaser|popular|trending|most-?read|newsletter|more-?(?:news|stories|from)|latest|carousel|disqus|reply|respond)(?:$|[\s_-])|(?:^|\s)widget(?:$|[\s_-])/i;
/** What belongs to the story by name, though a `footer` or an `aside` by element. */
const storyLines =
  /(?:^|[\s_-])(?:(?:entry|post|node|article)[_-]{0,2}(?:meta|footer)|meta|by-?line|dateline)(?:$|[\s_-])/i;

/** Elements after the headline, and before the first prose, among which its date and byline stand. */
const headlineZone = 20;
const farNames =
  /(?:^|[\s_-])(?:comments?|related|recommend\w*|nav(?:bar|igation)?|menu|newsletter|disqus|reply)(?:$|[\s_-])/i;

/**
 * Says which elements stand beside the story of a page: in its comments, teasers, menus, and posts from elsewhere.
 *
 * Whatever holds the headline or the story's body is never beside it: themes name whole layouts after
 * the sidebar they have, and put the story itself into a "widget".
 */
export function elsewhereIn({ headings, storyBody, firstProse }: PageIndex): (element: PageElement) => boolean {
  const holders = new Set<PageElement>();
  const headline = headings.find((heading) => heading.name === 'h1' && !isInside(heading, isFurniture));
  for (const held of [headline, storyBody])
    for (let at = held?.parent ?? null; at !== null; at = at.parent) holders.add(at);
  const known = new Map<PageElement, boolean>();
  return (element) => {
    if (isEmbeddedPost(element) || isInside(element, isEmbeddedPost)) return true;
    return isInside(element, isFollowing(element) ? isFarFromStory : isBeside);
  };

  /** What comes right after the headline is the story's, even in a part that is named after teasers. */
  function isFollowing({ order }: PageElement): boolean {
    return (
      headline !== undefined &&
      order > headline.order &&
      order <= Math.min(headline.order + headlineZone, firstProse?.order ?? Number.POSITIVE_INFINITY)
    );
  }

  function isFarFromStory(element: PageElement): boolean {
    return !holders.has(element) && (element.name === 'nav' || farNames.test(namesOf(element)));
  }

  /** A part named "footer" right beside the story's body is the story's own. */
  function isStoryFoot(element: PageElement): boolean {
    const { parent } = element;
    if (storyBody === null || parent === null || parent.name === 'body') return false;
    return (
      /(?:^|\s)footer(?:\s|$)/i.test(namesOf(element)) &&
      (parent === storyBody.parent || parent === storyBody.parent?.parent)
    );
  }

  function isBeside(element: PageElement): boolean {
    const before = known.get(element);
    if (before !== undefined) return before;
    const is = !holders.has(element) && !isStoryFoot(element) && standsBeside(element);
    known.set(element, is);
    return is;
  }
}

function isFurniture({ name }: PageElement): boolean {
  return name === 'nav' || name === 'aside' || name === 'footer';
}

function standsBeside(element: PageElement): boolean {
  if (element.name === 'body' || element.name === 'html') return false;
  if (element.name === 'nav') return true;
  const names = namesOf(element);
  if (isFurniture(element)) return !storyLines.test(names) || /comment|teaser|related/i.test(names);
  return besideNames.test(names) && !/(?:^|[\s_-])(?:entry|post|node|article)[_-]{0,2}footer/i.test(names);
}
