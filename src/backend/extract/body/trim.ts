import { findWrittenDate } from '../metadata/dates.ts';
import { fold } from '../metadata/headline.ts';
import type { Metadata } from '#contract/article.ts';
import type { RemovalReason, RemovalRule } from '#contract/removal.ts';
import { type HeadLine, isCopyright, readHeadLine } from '../plain-text/head-line.ts';
import { textOf, type PageElement } from '../parse/page-tree.ts';
import { blockNames, type Measures } from './measure.ts';

const prose = new Set(['p', 'blockquote', 'pre']);
const invitations =
  /^(?:read (?:more|also|next|full|the full)|also:|more ?:|watch ?[|:]|\[?related:?|related|recommended|more (?:on|from|about|stories|coverage)|see (?:also|more)|also (?:read|see|on)|you (?:may|might) (?:also )?like|watch(?: (?:more|now|also|the video|below))?|listen|up next|don['’]t miss|trending|most read|keep reading|continue reading|click here|sign up|subscribe|follow (?:us|me|\w+ on)|get (?:the|our) |join (?:us|our)|download (?:the|our)|support (?:us|our)|share (?:this|on|via)|print|advertisement|sponsored|lesen sie(?: auch| mehr)?|mehr (?:zum thema|dazu)|auch interessant|siehe auch|lire aussi|à lire|voir aussi|lea (?:también|además)|lee (?:también|además)|vea (?:también|además)|mire:|(?:te|le) puede interesar|auch lesen|schon gelesen|weiterlesen|dowiedz się|więcej|leggi anche|lees ook|przeczytaj|læs også|les også|läs också|читайте также)\b/i;
const furniture =
  /^(?:share|tweet|pin(?: it)?|email|print|save|copy link|facebook|twitter|whatsapp|linkedin|reddit|advertisement|advertising|anzeige|werbung|publicité|publicidad|loading\S*|close|menu|\d+\s*(?:shares?|comments?|likes?|views?)|comments?|leave a (?:comment|reply)|skip (?:ad|advertisement)|view (?:gallery|comments)|photo gallery|show (?:more|less|comments)|hide|play(?: video)?|pause|mute|fullscreen|enlarge(?: (?:image|this image))?|toggle caption|hide caption|image \d+ of \d+|\d+\s*\/\s*\d+|tags?:?|topics?:?|filed under:?.*|source:?|(?:table of )?contents:?|inhalt(?:sverzeichnis)?:?|jump to(?: section)?:?|in this (?:article|guide|story):?|zurück(?: zur (?:startseite|übersicht))?|•?\s*last updated .{2,30}?\s*•?|(?:reading time:?\s*)?\d+\s*-?min(?:ute)?s?\.? read|reading time:? .{1,15}|lesezeit:? .{1,15}|lesedauer:? .{1,15}|temps de lecture:? .{1,15}|tempo de leitura:? .{1,15}|tiempo de lectura:? .{1,15}|authors? of the (?:article|post):?|check price|(?:buy|get) (?:your )?tickets(?: (?:here|now))?|(?:register|sign up|log in) ?\/ ?(?:sign in|log in|register|sign up)\b.*|weiterführende[rs]? links?:?|show caption)$/i;

/** Words with a colon behind them that announce another story, whether it is linked or not. */
const announcements =
  /^(?:puedes ver|vea (?:también|además)|lea (?:también|además)|lee (?:también|además)|(?:te|le) puede interesar|te recomendamos|(?:also read|read also|read more|see also|related)|lesen sie (?:auch|mehr)|mehr (?:zum thema|dazu)|lire aussi|à lire aussi|leggi anche|leia (?:também|mais)|veja (?:também|mais)|zobacz (?:też|także)|czytaj (?:też|także|więcej)|przeczytaj (?:też|także)|dowiedz się więcej|lees ook|les også|läs också)\s*:/i;
/** In capitals only: as a name, Mira says something in a dialogue. */
const announcementsInCapitals = /^(?:MIRA|MIRE|VEA|LEA|MÁS)\s*:/;

/** Short blocks that sell or explain the site; whole ones only, and only by their first words. */
const appeals =
  /^(?:sign up (?:for|to) (?:our|the|receive|get)|subscribe (?:to our|now|today)|subscribe to (?:read|unlock)|get (?:(?:all )?the latest|our|the best|unlimited) .{0,80}(?:inbox|newsletter|e-?mail|whatsapp|phone|app\b)|thanks for (?:signing up|subscribing)|your subscription has been|this newsletter may contain|by (?:signing up|subscribing|submitting|clicking (?:the|sign|submit))\b|this (?:content|article|story) is (?:reserved|exclusive|only available|available only) (?:for|to)\b|want (?:more|great) .{0,60}(?:inbox|newsletter)|\[want great stories|please (?:note|understand) that comments|comments are moderated|you can save this article by (?:registering|signing)|our journalism (?:needs|depends on|relies on) your support|(?:listen|subscribe) (?:and subscribe )?wherever you get your podcasts|create an account or sign in to|abonnieren sie|jetzt (?:abonnieren|anmelden|newsletter)|melden sie sich .{0,60}newsletter|inscrivez-vous|abonnez-vous|suscríbete|suscríbase|regístrate|iscriviti|zapisz się|our community members are treated to)/i;

/**
 * Finds what lies inside the story's part of the page and is still not the story.
 *
 * Above its first paragraph: the headline, byline, date and dek, which are fields already. Between
 * paragraphs: lists and lines that consist of links to other stories, and invitations to subscribe.
 * Each find has its rule; prose with links in it is never touched.
 */
export function trimBody(
  body: PageElement,
  measures: Measures,
  known: Pick<Metadata, 'headline' | 'dek' | 'authors' | 'section' | 'source' | 'publishedAt' | 'updatedAt'>,
): Map<PageElement, RemovalReason> {
  const removed = new Map<PageElement, RemovalReason>();
  const headline = known.headline === null ? '' : fold(known.headline);
  const dek = known.dek === null ? '' : fold(known.dek);
  const authors = known.authors.map(fold);
  const [section, source] = [fold(known.section ?? ''), fold(known.source ?? '')];
  let paragraphsSeen = 0;
  visit(body);
  return removed;

  function visit(element: PageElement): void {
    for (const child of element.children) {
      if (child.kind !== 'element') continue;
      if (!blockNames.has(child.name)) {
        const words = paragraphsSeen > 0 || child.name === 'img' ? '' : textOf(child);
        const above = words.length < 8 ? null : ruleAbove(words, fold(words), false);
        if (above === null) visit(child);
        else removed.set(child, { rule: above });
        continue;
      }
      const before = paragraphsSeen;
      const rule = ruleAgainst(child);
      if (rule !== null) removed.set(child, { rule });
      else if (!prose.has(child.name)) visit(child);
      if (paragraphsSeen === before && (measures.get(child)?.prose ?? 0) > 0 && rule === null) paragraphsSeen += 1;
    }
  }

  function ruleAgainst(element: PageElement): RemovalRule | null {
    const measure = measures.get(element);
    if (measure === undefined || measure.text === 0) return null;
    if (measure.text > 600 && measure.link < measure.text * 0.5) return null;
    const text = measure.text <= 600 ? textOf(element) : '';
    const folded = text.length > 0 && text.length < 500 ? fold(text) : '';
    if (folded !== '' && folded === headline && /^(?:h[1-3]|header|div|hgroup|p)$/.test(element.name))
      return 'the-headline-again';
    const above = ruleNearTop(text, folded, measure.prose > 0);
    if (above !== null) return above;
    if (text.length < 60 && furniture.test(text)) return 'page-furniture';
    if (text.length < 250 && (announcements.test(text) || announcementsInCapitals.test(text)))
      return 'invitation-to-read-something-else';
    if (text.length < 400 && appeals.test(text)) return 'newsletter-or-subscription-box';
    if (text.length < 400 && isCopyright(text)) return 'copyright-line';
    return ruleOfLinks(element, measure, text);
  }

  /** Below a first paragraph, which may be the lead, a byline or a date is still no line of the story. */
  function ruleNearTop(text: string, folded: string, isProse: boolean): RemovalRule | null {
    if (paragraphsSeen > 1) return null;
    const rule = ruleAbove(text, folded, isProse);
    const isSure = rule === 'byline-above-the-story' || rule === 'date-above-the-story';
    return paragraphsSeen === 0 || isSure ? rule : null;
  }

  /** Above the first paragraph stands what was read as fields. */
  function ruleAbove(text: string, folded: string, isProse: boolean): RemovalRule | null {
    if (folded === '') return null;
    if (dek.length > 20 && folded === dek && !isProse) return 'the-dek-again';
    if (text.length > 200) return null;
    if (folded === section || folded === source) return 'section-or-source-above-the-story';
    const form = readHeadLine(text);
    if (form !== null && form.kind !== 'label') return headLineRules[form.kind];
    if (isDateOf(known, text)) return 'date-above-the-story';
    const rest = authors
      .reduce((left, author) => left.replace(author, ' '), folded)
      .replaceAll(/\b(?:by|von|par|and|und|et|y|written|published|updated|posted|on|at|min|read|\d+|[ap]m)\b/g, ' ')
      .trim();
    const isSigned = authors.some((author) => author !== '' && folded.includes(author));
    if (isSigned && rest.length < 25) return 'byline-above-the-story';
    return null;
  }

  function ruleOfLinks(
    element: PageElement,
    { text, link, prose: proseLength }: { text: number; link: number; prose: number },
    words: string,
  ): RemovalRule | null {
    const share = link / text;
    if (share > 0.5 && words !== '' && invitations.test(words)) return 'invitation-to-read-something-else';
    if (proseLength > 0) return null;
    const isList = element.name === 'ul' || element.name === 'ol' || element.name === 'dl';
    if (isList && share > 0.75 && element.children.length > 1) return 'list-of-links';
    if (/^(?:div|section|table|header|aside|footer)$/.test(element.name) && share > 0.6 && text > 25)
      return 'block-of-links';
    if (
      element.name === 'p' &&
      share > 0.9 &&
      text > 25 &&
      element.children.filter((child) => child.kind === 'element').length === 1
    )
      return 'link-to-another-story';
    return null;
  }
}

/** What lines of a known form are left out as. */
const headLineRules: Readonly<Record<Exclude<HeadLine['kind'], 'label'>, RemovalRule>> = {
  posted: 'date-above-the-story',
  byline: 'byline-above-the-story',
  breadcrumb: 'breadcrumb',
  address: 'address-above-the-story',
  copyright: 'copyright-line',
  furniture: 'page-furniture',
};

const mostWordsBesideDate = 4;

/** `Friday, 22 October 2010 at 20:13`: nothing but the day that the article has, whatever the language. */
function isDateOf({ publishedAt, updatedAt }: Pick<Metadata, 'publishedAt' | 'updatedAt'>, text: string): boolean {
  if (text.length > 80) return false;
  const written = findWrittenDate(text);
  if (written === null || ![publishedAt, updatedAt].some((day) => day?.startsWith(written.date))) return false;
  const beside = `${text.slice(0, written.start)} ${text.slice(written.end)}`;
  return (beside.match(/\p{L}+/gu) ?? []).length <= mostWordsBesideDate;
}
