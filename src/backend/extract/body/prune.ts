import { reasonInEnglish, type Removal, type RemovalReason, type RemovalRule } from '#contract/removal.ts';
import { elementsIn, namesOf, textOf, type PageElement } from '../parse/page-tree.ts';
import { isNotes } from './find-notes.ts';
import type { Measures } from './measure.ts';

/** Why an element is not part of a story. */
export type Pruned = ReadonlyMap<PageElement, RemovalReason>;

const neverStory = new Set([
  'nav',
  'form',
  'button',
  'dialog',
  'menu',
  'select',
  'textarea',
  'input',
  'option',
  'svg',
  'canvas',
  'object',
  'embed',
  'applet',
  'template',
  'script',
  'style',
  'link',
  'meta',
  'head',
  'title',
]);
const roles = new Set([
  'navigation',
  'banner',
  'contentinfo',
  'complementary',
  'search',
  'dialog',
  'alertdialog',
  'menu',
  'menubar',
  'toolbar',
  'tablist',
  'form',
  'button',
  'tooltip',
  'alert',
]);

const start = String.raw`(?:^|[\s_-])`;
const end = String.raw`s?(?=$|[\s_\d-])`;
/** Class names and ids of page parts beside a story, with the rule told for each. */
const namedParts: readonly (readonly [RegExp, RemovalRule])[] = [
  part(
    'sharing-buttons',
    'shar(?:e|ing)(?:-?(?:bar|tools?|buttons?|links?|this|box|icons?|widget))?|social(?:-?(?:share|media|links?|bar|icons?|buttons?|tools?))?|addthis|sharedaddy|sharethis|follow-?us',
  ),
  part(
    'related-stories',
    'related(?:-?(?:posts?|articles?|stories|content|links?|news|topics?|items?|reads?))?|recommend(?:ed|ations?)?|recirc(?:ulation)?|read-?(?:more|next|also)|more-?(?:from|on|stories|news|articles|posts|like)|also-?(?:read|like)|see-?also|you-?may|next-?(?:article|post|up)|prev(?:ious)?-?(?:article|post)|outbrain|taboola|zergnet|most-?(?:read|popular|viewed|shared|recent)|trending|popular(?:-?(?:posts|articles))?|latest(?:-?(?:news|posts|stories))?|teaser|jp-relatedposts|yarpp\\S*|crp_related|onward',
  ),
  part(
    'comments',
    'comments?(?:-?(?:area|section|list|wrapper|form|container|respond|thread|box|count))?|disqus\\S*|respond|livefyre|coral|reply|replies|fb-comments|discussion',
  ),
  part(
    'newsletter-or-subscription-box',
    'newsletter(?:-?\\w+)?|subscri(?:be|ption)(?:-?\\w+)?|sign-?up(?:-?\\w+)?|mailchimp|mc_embed_signup|paywall-?(?:message|overlay|prompt|offer|promo|banner|barrier|modal|cta|form|notice|box)|regwall|membership|donat(?:e|ion)(?:-?\\w+)?|piano-?\\w*|cta(?:-?\\w+)?|call-?to-?action',
  ),
  part(
    'cookie-or-consent-notice',
    'cookies?(?:-?\\w+)?|consent(?:-?\\w+)?|gdpr(?:-?\\w+)?|onetrust\\S*|cmp-?box\\S*|cmp-?(?:banner|wrapper|modal|notice|overlay)|didomi\\S*|truste\\S*',
  ),
  part(
    'advertisement',
    'ad|ads|adv|advert(?:s|isement|ising|orial)?(?:-?\\w+)?|ad-?(?:slot|unit|container|wrapper|box|banner|block|label|break|placement|zone)\\S*|banner-?ads?|dfp\\S*|gpt-?ad\\S*|google-?ads?\\S*|adsbygoogle|sponsor(?:ed|ship)?(?:-?\\w+)?|promo(?:tion|ted|s)?(?:-?\\w+)?|affiliate(?:-?\\w+)?|partner-?content',
  ),
  part(
    'navigation',
    'nav(?:bar|igation|-?menu|-?links?)?|menu(?:-?\\w+)?|breadcrumbs?(?:-?\\w+)?|pagination|pager|page-?links?|post-?nav(?:igation)?|skip-?(?:link|nav|to-?content)|toc-?toggle|site-?(?:header|footer|nav)|masthead|topbar|toolbar|off-?canvas',
  ),
  part(
    'side-column',
    'sidebar(?:-?\\w+)?|side-?(?:bar|col(?:umn)?|rail)|right-?(?:rail|col(?:umn)?)|rail|widget(?:-?area)?',
  ),
  part('footer', 'footer(?:-?\\w+)?|site-?info|colophon|copyright(?:-?\\w+)?|legal|disclaimer'),
  part(
    'tags',
    'tags?(?:-?(?:list|links?|cloud|container|wrapper|box))?|tagcloud|keywords?|topics?(?:-?list)?|post-?tags|entry-?tags|article-?tags|cat-?links|hashtags?',
  ),
  part(
    'about-the-author',
    '(?:about-?(?:the-?)?)?author-?(?:bio|box|info|card|description|profile|details|about|section|block)|about-?(?:the-?)?author|bio(?:graphy)?|vcard|contributor-?bio',
  ),
  part(
    'overlay',
    'modal(?:-?\\w+)?|pop-?up(?:-?\\w+)?|overlay(?:-?\\w+)?|lightbox(?:-?\\w+)?|tooltip|toast|drawer|interstitial',
  ),
  part(
    'for-screen-readers-only',
    'screen-?reader(?:-?text)?|visually-?hidden|sr-only|assistive-?text|show-?for-?sr|visuallyhidden|a11y-?hidden',
  ),
  part(
    'player-or-slideshow-controls',
    'player-?controls?|video-?controls?|slick-?(?:dots|arrow)|carousel-?(?:control|nav)\\S*|audio-?player|listen(?:-?\\w+)?|text-?to-?speech|trinity\\S*|print-?only|print(?:-?(?:button|link|icon))?|rating(?:-?\\w+)?|poll(?:-?\\w+)?',
  ),
];

function part(rule: RemovalRule, names: string): readonly [RegExp, RemovalRule] {
  return [new RegExp(`${start}(?:${names})${end}`), rule];
}

/** One test for all of them first: most elements match none. */
const anyPart = new RegExp(namedParts.map(([pattern]) => pattern.source).join('|'));
/** Elements of running text: their class says how they look, not what they are. */
const prose = new Set(['p', 'em', 'strong', 'b', 'i', 'blockquote', 'pre', 'code', 'td', 'tr', 'tbody']);
const protectedNames = new Set(['body', 'html', '#page', 'main']);
const storyNames = /(?:article|story|post|entry|content|page)[_-]?(?:body|content|text|main|copy)|articlebody|hentry/i;

/**
 * Finds the parts of a page that are not its story: by element, role, being hidden, or by name.
 *
 * A name is only a hint: a part that holds a good share of the page's prose is kept whatever it is
 * called, because themes call whole layouts "has-sidebar" and "content-ad-free".
 */
export function pruneBy(root: PageElement, unpruned: Measures): Map<PageElement, RemovalReason> {
  const pruned = new Map<PageElement, RemovalReason>();
  const whole = unpruned.get(root)?.prose ?? 0;
  visit(root);
  forgive(pruned, unpruned, whole);
  return pruned;

  function visit(element: PageElement): void {
    for (const child of element.children) {
      if (child.kind !== 'element') continue;
      const reason = reasonAgainst(child, whole, unpruned);
      if (reason === null) visit(child);
      else pruned.set(child, reason);
    }
  }
}

/** Rules that can well apply to most of a page's words: long discussions, long lists of teasers. */
const sureRules = new Set<RemovalRule>([
  'comments',
  'related-stories',
  'cookie-or-consent-notice',
  'footer',
  'navigation',
  'column-beside-the-story',
]);

/** When one reason would take most of the page's prose away, it is the reason that is wrong: accordions, product boxes. */
function forgive(pruned: Map<PageElement, RemovalReason>, measures: Measures, whole: number): void {
  const taken = new Map<string, number>();
  for (const [element, reason] of pruned) {
    const name = reasonInEnglish(reason);
    taken.set(name, (taken.get(name) ?? 0) + (measures.get(element)?.prose ?? 0));
  }
  const isWrong = (reason: RemovalReason) => {
    const share = taken.get(reasonInEnglish(reason)) ?? 0;
    if (reason.rule === 'hidden') return hidesTheStory(whole - share, whole);
    return ('of' in reason || !sureRules.has(reason.rule)) && share > whole * 0.5;
  };
  for (const [element, reason] of pruned) {
    if (isWrong(reason) && (measures.get(element)?.prose ?? 0) > 0) pruned.delete(element);
  }
}

/** Where a page shows less than half, and less than these characters, or less than this share of its prose, a script shows the rest. */
const leastShown = 600;
const leastShareShown = 0.25;

function hidesTheStory(shown: number, whole: number): boolean {
  return (shown < leastShown && shown < whole / 2) || shown < whole * leastShareShown;
}

/** A part with more than this share of the page's prose is not thrown away for its name. */
const keptShare = 0.35;

/** Parts of a story that only subscribers see: a script hides them, a saved page holds them. */
const paidParts =
  /(?:^|[\s_-])(?:subscribers?-?(?:only|preview|content|premium)|(?:premium|paid|paywall(?:ed)?|member)-?content)(?:$|[\s_-])/;

function reasonAgainst(element: PageElement, whole: number, measures: Measures): RemovalReason | null {
  const { name, attributes } = element;
  if (protectedNames.has(name) || paidParts.test(attributes['class'] ?? '')) return null;
  const share = whole === 0 ? 0 : (measures.get(element)?.prose ?? 0) / whole;
  if (neverStory.has(name)) return name === 'form' && share > 0.2 ? null : { rule: 'element', of: name };
  if (isHidden(attributes))
    return hidesTheStory(whole * (1 - share), whole) || isFolded(element) ? null : { rule: 'hidden' };
  if (share > 0 && isConsentNotice(element)) return { rule: 'cookie-or-consent-notice' };
  // Footnotes belong to the story wherever they stand, in an `<aside>` or a `<footer>` too.
  if (isNotes(attributes)) return null;
  if (share > keptShare)
    return isBesideStory(element, whole * (1 - share)) ? { rule: 'column-beside-the-story' } : null;
  if (attributes['role'] !== undefined && roles.has(attributes['role']))
    return { rule: 'role', of: attributes['role'] };
  if (prose.has(name)) return null;
  if (name === 'aside' || (name === 'footer' && element.parent?.name !== 'blockquote'))
    return { rule: 'element', of: name };
  if (attributes['class'] === undefined && attributes['id'] === undefined) return null;
  const names = wordsOfNames(namesOf(element));
  if (isInSentence(element)) return forReaders.test(names) ? { rule: 'for-screen-readers-only' } : null;
  if (!anyPart.test(names) || (storyNames.test(names) && share > 0.1)) return null;
  const rule = namedParts.find(([pattern]) => pattern.test(names))?.[1];
  return rule === undefined || (rule === 'related-stories' && name === 'figure') ? null : { rule };
}

/** A column by its very id, which has no headline and leaves a whole story standing, is one however much is in it. */
function isBesideStory(element: PageElement, rest: number): boolean {
  return (
    sideColumn.test(element.attributes['id'] ?? '') &&
    rest >= wholeStory &&
    ![...elementsIn(element)].some(({ name }) => name === 'h1')
  );
}

const sideColumn = /^(?:(?:right|left)-?)?side-?(?:bar|col|column|rail)$/i;
const wholeStory = 600;

const forReaders = /(?:^|\s)(?:sr-only|screen-reader-text|visually-?hidden)(?:$|\s)/;
const inlineNames = new Set(['a', 'span', 'mark', 'abbr', 'font', 'u', 'small', 'ins']);

/** Words inside a sentence belong to it, whatever their link's class says: topics are marked as "tag" in running text. */
function isInSentence({ name, parent }: PageElement): boolean {
  if (!inlineNames.has(name) || parent === null) return false;
  return parent.children.some((child) => child.kind === 'text' && /\p{L}.{18,}\p{L}|[\p{Lo}]{6}/u.test(child.text));
}

/** A notice about cookies is one at any length; a story about cookies is not called a notice. */
const consentNames =
  /(?:^|[\s_-])(?:privacy|consent|cookies?|gdpr)-?(?:modal|notice|banner|overlay|dialog|popup|bar|box|preferences?)(?:$|[\s_-])/;

function isConsentNotice({ attributes, name }: PageElement): boolean {
  if (name === 'p' || (attributes['class'] === undefined && attributes['id'] === undefined)) return false;
  return consentNames.test(wordsOfNames(`${attributes['class'] ?? ''} ${attributes['id'] ?? ''}`));
}

/** `relatedPosts__list` → `related-posts__list`: one spelling for the patterns. */
function wordsOfNames(names: string): string {
  const words = names.replaceAll(/([a-z\d])([A-Z])/g, '$1-$2').toLowerCase();
  return isPost.test(words) ? words.replaceAll(/(?:^|\s)(?:tag|category|topic|keyword)-\S+/g, ' ') : words;
}

/** WordPress names a whole post after its tags and categories. */
const isPost = /(?:^|\s)(?:hentry|status-publish|type-post)(?:$|\s)/;

/** A class that hides, and none beside it that shows again on a wide screen (`hidden md:block`). */
const hidingClass = /(?:^|\s)(?:hidden|is-hidden|d-none|u-hidden)(?:$|\s)/;
const showingClass = /(?:^|\s)(?:\w+[:-](?:block|flex|grid|inline\S*|table\S*)|d-\w+-\w+)(?:$|\s)/;

function isHidden(attributes: Readonly<Record<string, string>>): boolean {
  if (attributes['hidden'] !== undefined && attributes['hidden'] !== 'until-found') return true;
  if (
    attributes['aria-hidden'] === 'true' &&
    !/\b(?:math|katex|mjx|image|img|photo|fallback)/i.test(attributes['class'] ?? '')
  )
    return true;
  const classes = attributes['class'] ?? '';
  if (hidingClass.test(classes) && !showingClass.test(classes)) return true;
  return /display\s*:\s*none|visibility\s*:\s*hidden/i.test(attributes['style'] ?? '');
}

/** Folded away under a line that opens it: questions and answers, chapters. */
function isFolded(element: PageElement): boolean {
  if (element.attributes['aria-labelledby'] !== undefined || element.attributes['role'] === 'tabpanel') return true;
  const siblings = element.parent?.children.filter((child) => child.kind === 'element') ?? [];
  const before = siblings[siblings.indexOf(element) - 1];
  return before !== undefined && [before, ...elementsIn(before)].slice(0, 12).some(opensAnother);
}

function opensAnother({ name, attributes }: PageElement): boolean {
  return (
    name === 'button' ||
    attributes['role'] === 'button' ||
    attributes['aria-expanded'] !== undefined ||
    attributes['aria-controls'] !== undefined
  );
}

/** Removals as the reader is told them: only those that held words. */
export function toldRemovals(pruned: Pruned, within: PageElement): Removal[] {
  const told: Removal[] = [];
  for (const [element, reason] of pruned) {
    if (told.length >= 100) break;
    if (!holds(within, element)) continue;
    const sample = textOf(element).slice(0, 300);
    if (sample !== '') told.push({ step: 'body', reason, sample });
  }
  return told;
}

function holds(outer: PageElement, inner: PageElement): boolean {
  for (let at: PageElement | null = inner; at !== null; at = at.parent) if (at === outer) return true;
  return false;
}
