import { findWrittenDate } from '../metadata/dates.ts';

/** What a line above the story is, told from the line alone. */
export type HeadLine =
  | { readonly kind: 'label'; readonly name: string; readonly value: string }
  | { readonly kind: 'posted'; readonly published: string | null; readonly updated: string | null }
  | { readonly kind: 'byline'; readonly value: string; readonly published: string | null }
  | { readonly kind: 'breadcrumb'; readonly section: string }
  | { readonly kind: 'address'; readonly url: string }
  | { readonly kind: 'copyright' }
  | { readonly kind: 'furniture' };

const labels =
  /^(BYLINE|SECTION|LENGTH|DATELINE|HEADLINE|TITLE|DATE|SOURCE|PUBLICATION|COPYRIGHT|LANGUAGE|LOAD-DATE|PUBLICATION-TYPE|PUB-TYPE|GRAPHIC|AUTHORS?|URL|LINK|HIGHLIGHT|EDITION|PAGE|COLUMN|SUBJECT|DOCUMENT-TYPE|JOURNAL-CODE|CORRECTION-DATE|CORRECTION|SERIES|KEYWORDS?|Byline|Section|Length|Dateline|Headline|Title|Date|Source|Publication|Authors?|Url|URL|Link|Published|Publication date|Edition|Page|Ressort|Autor|Quelle|Datum):\s*(.*)$/u;
const furniture =
  /^(?:share|tweet|print|e-?mail|save|comments?|\d+ comments?|advertisement|anzeige|publicité|publicidad|read more|read aloud|listen|\d+\s*min(?:ute)?s?(?: read)?|subscribe|sign up|log in|facebook|twitter|whatsapp|linkedin|copy link|skip to (?:main )?content|menu|search|[*_=–—-]{3,}|[-\d]+ of \d+)$/iu;
const postedWords =
  /^(?:first\s+)?(?:posted|published|veröffentlicht|publié|publicado|pubblicato|created|erstellt|stand|last\s+updated|updated|modified|aktualisiert|mis à jour|actualizado)\b/iu;
const updatedWords = /(?:last\s+)?(?:updated|modified|aktualisiert|mis à jour|actualizado|aggiornato)\b/iu;

export function readHeadLine(text: string): HeadLine | null {
  const label = labels.exec(text);
  if (label !== null) return { kind: 'label', name: (label[1] ?? '').toLowerCase(), value: (label[2] ?? '').trim() };
  if (/^https?:\/\/\S+$/.test(text)) return { kind: 'address', url: text };
  if (furniture.test(text)) return { kind: 'furniture' };
  if (isCopyright(text)) return { kind: 'copyright' };
  const posted = readPosted(text);
  if (posted !== null) return posted;
  const byline = readBylineStart(text);
  if (byline !== null) return byline;
  const crumbs = breadcrumb(text);
  return crumbs === null ? null : { kind: 'breadcrumb', section: crumbs };
}

/** `Posted Updated`, `Published 10:32 PM EST, October 9, 2023`, or a date that stands for itself. */
function readPosted(text: string): HeadLine | null {
  if (text.length > 120) return null;
  if (!postedWords.test(text)) return readBareDate(text);
  const at = updatedWords.exec(text)?.index ?? text.length;
  const published = findWrittenDate(text.slice(0, at))?.date ?? null;
  const updated = findWrittenDate(text.slice(at))?.date ?? null;
  // Words beyond the labels, dates and hours make it a sentence ("Published accounts differ …").
  const left = withoutDates(text)
    .replaceAll(new RegExp(postedWords.source, 'giu'), ' ')
    .replaceAll(new RegExp(updatedWords.source, 'giu'), ' ');
  return /\p{L}{4}/u.test(withoutClock(left)) ? null : { kind: 'posted', published, updated };
}

function readBareDate(text: string): HeadLine | null {
  const found = findWrittenDate(text);
  if (found === null) return null;
  const left = withoutClock(withoutDates(text));
  return /\p{L}{3}/u.test(left) ? null : { kind: 'posted', published: found.date, updated: null };
}

function withoutDates(text: string): string {
  let rest = text;
  for (let found = findWrittenDate(rest); found !== null; found = findWrittenDate(rest))
    rest = `${rest.slice(0, found.start)} ${rest.slice(found.end)}`;
  return rest;
}

/** Takes out hours, zones, weekdays and reading times. */
function withoutClock(text: string): string {
  return text
    .replaceAll(/\d{1,2}[:.h]\d{2}(?:[:.]\d{2})?/gu, ' ')
    .replaceAll(
      /\b(?:[ap]\.?m\.?|uhr|[A-Z]{2,4}T|utc|gmt|z|at|on|um|à|the|am|\d+ ?min(?:ute)?s?(?: read)?|read)\b/giu,
      ' ',
    )
    .replaceAll(
      /\b(?:mon|tues?|wednes|thurs?|fri|satur|sun)(?:day)?\b|\b(?:montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag)\b|\b(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)\b/giu,
      ' ',
    );
}

const bylineWord =
  /^(?:(?:written|posted|reported|words|story|text|analysis)\s+)?(?:by|von|par|por|door|di|av|af)\b:?(?=\s|$)(.*)$/iu;

/** `Autor: A. Name`, `Автор: …`, `作者：…`: a word for who wrote, which without its colon is a word like any other. */
const bylineLabel =
  /^(?:author|autor(?:in|en|a|es)?|auteure?s?|autore|авторы?|作者|撰文|文|記者|记者|기자)s?\s*[:：]\s*(\S.*)$/iu;

/** A line that begins a byline: `By`, `By A. Name`, `von A. Name | 3. Mai 2024`. An empty rest: names follow below. */
function readBylineStart(text: string): HeadLine | null {
  const match = (bylineWord.exec(text) ?? bylineLabel.exec(text))?.[1];
  if (match === undefined || text.length > 160) return null;
  const whole = match.trim();
  const found = findWrittenDate(whole);
  const rest =
    found === null
      ? whole
      : withoutClock(withoutDates(whole))
          .replaceAll(/[\s,|·•–—-]+$/gu, '')
          .trim();
  // "By noon the square was full." is a sentence; a byline has capitals and no full stop.
  if (
    rest !== '' &&
    (!/^[\p{Lu}\p{Lo}([]/u.test(rest) || (/[.!?]$/u.test(rest) && !/\b(?:Jr|Sr|\p{Lu})\.$/u.test(rest)))
  )
    return null;
  if (rest !== '' && wordsInSmallLetters(rest) > 3) return null;
  return { kind: 'byline', value: rest, published: found?.date ?? null };
}

function wordsInSmallLetters(text: string): number {
  return text
    .split(/\s+/u)
    .filter(
      (word) =>
        /^\p{Ll}/u.test(word) &&
        !/^(?:and|und|et|y|de|la|van|von|der|with|for|in|the|of|al|bin|special|to)$/iu.test(word),
    ).length;
}

function breadcrumb(text: string): string | null {
  const parts = text.split(/\s*(?:>|›|»|→)\s*|\s+\/\s+/u).map((part) => part.trim());
  if (parts.length < 2 || text.length > 120 || parts.some((part) => part === '' || part.split(/\s+/u).length > 4))
    return null;
  return /^(?:home|start|startseite|accueil|inicio|news|front page)$/iu.test(parts[0] ?? '')
    ? (parts.at(-1) ?? null)
    : null;
}

/** A line that claims rights, and does nothing else. */
export function isCopyright(text: string): boolean {
  if (text.length > 400) return false;
  return /^(?:copyright\b|\(c\)\s*\d{4}|©|™ ?(?:&|and) ?©|all rights reserved|alle rechte vorbehalten|tous droits réservés|todos los derechos reservados)/iu.test(
    text,
  );
}
