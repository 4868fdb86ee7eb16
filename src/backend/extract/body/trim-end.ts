import type { RemovalReason } from '#contract/removal.ts';
import { textOf, type PageElement } from '../parse/page-tree.ts';
import { blockNames, proseBefore, type Measures } from './measure.ts';

/** Headings that end a story: what follows them is about other stories, the site or its readers. */
const closing =
  /^(?:(?:other|latest|further|related|similar|recommended|popular|trending|top) (?:news|stories|articles|posts|reads?|reading|content|links|topics|videos)|related|recommended|trending|read (?:next|more|this next|also)|up next|what to read next|(?:you )?(?:may|might) (?:also )?(?:like|be interested).*|you(?:'|’)ll also like.*|more (?:from .{2,40}|stories|news|articles|great .{2,40}|like this)|more (?:stories|news|articles) .*|more \p{Lu}\S+|don(?:'|’)t (?:miss|forget).{0,20}|keep reading|see also|(?:top rated )?comments?(?: \(\d+\))?|(?:post|leave|add|join).{0,20}(?:comments?|reply|conversation|discussion).*|\d+ (?:comments?|responses?|replies)|about the (?:author|writer|company|journalist)s?|author(?: bio)?|share this.*|follow us.*|subscribe.*|sign up.*|get (?:the|our) .{0,40}newsletter.*|newsletter|stay (?:connected|informed|up to date).*|tags?|categories|filed under|our sources|sponsored.*|most (?:read|popular|viewed).*|editors?(?:'|’)?s? (?:picks?|recommendations?|choice)|in this topic|like what you(?:'|’)re reading.*|discuss .{0,20}(?:forum|comments).*|nutrition facts.*|weitere (?:artikel|themen|meldungen|beiträge).*|mehr (?:zum thema|themen|aus|von|über|artikel).*|das könnte (?:sie|dich|ihnen) auch.*|auch (?:interessant|lesen).*|schon gelesen.*|(?:einen )?kommentar (?:verfassen|schreiben|hinterlassen).*|kategorien|verwandte beiträge|vorheriges|(?:te|le) puede interesar.*|tambi[eé]n te puede.*|lesen sie auch.*|ähnliche (?:artikel|beiträge).*|verwandte (?:artikel|themen).*|zum thema|lesen sie mehr.*|weitere informationen|kommentare?.*|schlagw(?:ö|o)rte?r?|schreibe? einen kommentar.*|über den autor.*|zur person|à lire (?:aussi|également).*|sur le même sujet|articles? (?:similaires|liés)|commentaires?.*|te puede interesar.*|noticias relacionadas|artículos relacionados|más (?:sobre|noticias).*|comentarios?.*|leggi anche.*|potrebbe interessarti.*|lees ook.*|les også.*|læs også.*|läs också.*|czytaj (?:też|także).*|zobacz (?:też|także).*|leia (?:também|mais).*|veja (?:também|mais).*|читайте также.*|関連記事.*|相关(?:阅读|新闻).*)[:.!…]?$/iu;

/** Last lines of a story that speak of who made it or how to reach them. */
const closingLines =
  /(?:\b(?:can|may) be reached (?:at|on|by|via)\b|\bfollow (?:him|her|them|me|us|[\p{L} ]{3,40}) (?:on|at) (?:twitter|x|instagram|facebook|threads|bluesky|mastodon|linkedin|snapchat|tiktok|youtube|telegram|whatsapp)\b|^includes (?:information|reporting) from\b|\bcontributed (?:reporting )?to this (?:report|story|article)\b|\bhave a (?:news )?tip\b|^(?:additional |with )?(?:reporting|writing|editing|compiled|produced) by\b|^contributing:|^(?:quelle|source|fuente|fonte)s?: .{2,80}$|ohne gewähr\.?$|\bredakteur(?:in)? (?:in|der|bei|des)\b|\b(?:may|might) (?:earn|receive) (?:an? )?(?:small )?(?:affiliate )?(?:commission|compensation)|^(?:(?:facebook|twitter|x|e-?mail|whatsapp|linkedin|print|share|copy link|reddit|flipboard|pinterest)\b[\s|,]*)+$|\bwrites about\b|^\(?(?:this (?:article|story|post) (?:was |has been )?(?:originally |first )?(?:published|appeared)|originally (?:published|posted))|^(?:the post|this article) .{3,200}(?:appeared first|originally appeared) on\b|^our standards:|^©|^copyright\b|^photo credits?:|^(?:sign up|subscribe) (?:for|to)\b|^\[?(?:image|photo|featured image|gallery)s? (?:credits?|via|by|courtesy)\b|^(?:click|tap) here\b|^originally published as\b|^(?:dieser|der) (?:artikel|beitrag|text) (?:ist|wurde|erschien)\b.{0,40}(?:zuerst|ursprünglich|zunächst)|^dieses thema im programm\b|^journal information:|\bwherever you get (?:your )?podcasts\b|^(?:the )?(?:full )?interview with .{3,60} produced by\b|\bis for informational purposes only\b|\b(?:submit|send) (?:us )?(?:your )?(?:feedback|letters?|comments) .{0,60}\S+@\S+|\bsenden sie uns ihr feedback\b|\bschreiben sie uns\b.{0,80}@|^(?:for more|read more) .{0,60}(?:news|stories|click|visit|here)|^(?:contact|e-?mail|reach) (?:the (?:author|reporter|writer)|[\p{L}.’' ]{3,40} at)\b|^\[?related:|^more:|^the-?cnn-?wire|^e-?mail:? \S+@\S+$|^\S+@\S+\.\w+$|\bis an? (?:[\p{L}-]+ ){0,4}(?:reporter|writer|editor|journalist|correspondent|columnist|contributor|producer|freelancer)\b.{0,200}$)/iu;

/** No ending is cut that holds more than this share of the body's prose. */
const mostShare = 0.3;
const longestHeading = 80;
const longestLastLine = 420;
const mostLastLines = 6;

/**
 * Finds what follows the story inside its own part of the page.
 *
 * From the first heading that announces other things to the end of the part it stands in, unless
 * that is a good share of the whole: then it is a section of the story. And from the very end
 * upwards the lines on who wrote it, how to reach them and where else it appeared.
 */
export function trimEnd(
  body: PageElement,
  measures: Measures,
  isRemoved: (element: PageElement) => boolean,
): Map<PageElement, RemovalReason> {
  const removed = new Map<PageElement, RemovalReason>();
  const whole = measures.get(body)?.prose ?? 0;
  cutBelowHeadings(body);
  cutLastLines();
  return removed;

  function cutBelowHeadings(parent: PageElement): void {
    const children = parent.children.filter((child) => child.kind === 'element');
    for (const [at, child] of children.entries()) {
      if (isRemoved(child)) continue;
      if (isClosing(child)) {
        const rest = children.slice(at);
        if (proseOf(rest) <= whole * mostShare && proseBefore(child, body, measures) >= whole * (1 - mostShare)) {
          for (const part of rest) if (!isRemoved(part)) removed.set(part, { rule: 'below-the-end-of-the-story' });
          return;
        }
      }
      cutBelowHeadings(child);
    }
  }

  function isClosing(element: PageElement): boolean {
    const length = measures.get(element)?.text ?? 0;
    if (length === 0 || length > longestHeading || !/^(?:h[1-6]|p|div|strong|header|span)$/.test(element.name))
      return false;
    return closing.test(textOf(element));
  }

  function proseOf(elements: readonly PageElement[]): number {
    return elements.reduce((sum, element) => sum + (measures.get(element)?.prose ?? 0), 0);
  }

  function cutLastLines(): void {
    const last = lastBlocks(body, (element) => isRemoved(element) || removed.has(element));
    for (const element of last) {
      const text = textOf(element);
      if (text.length > longestLastLine || !closingLines.test(text)) return;
      removed.set(element, { rule: 'closing-line-on-the-story-or-its-makers' });
    }
  }
}

/** The last blocks of words, from the end. */
function lastBlocks(body: PageElement, isRemoved: (element: PageElement) => boolean): PageElement[] {
  const found: PageElement[] = [];
  visit(body);
  return found;

  function visit(element: PageElement): boolean {
    let hasBlocks = false;
    for (const child of element.children.toReversed()) {
      if (found.length >= mostLastLines) return true;
      if (child.kind !== 'element' || isRemoved(child)) continue;
      if (visit(child) || blockNames.has(child.name)) hasBlocks = true;
    }
    if (!hasBlocks && element !== body && blockNames.has(element.name) && textOf(element) !== '') found.push(element);
    return hasBlocks;
  }
}
