import { isInside, namesOf, textOf, type PageElement } from '../parse/page-tree.ts';
import type { PageIndex } from '../parse/page-index.ts';
import { findShortDate, findWrittenDate, readMachineDate, type WrittenDate } from './dates.ts';

/** What the words or the name beside a printed date say it is. */
type Label = 'published' | 'updated' | null;

/** A date that the page prints on a line of its own. */
export type PrintedDate = {
  /** The day, as the page shows it to its readers. */
  readonly day: string;
  /** The moment, where the element tells one for machines; else the day. */
  readonly moment: string;
  /** The hour that is printed with it, as minutes of the day. */
  readonly minutes: number | null;
  readonly label: Label;
  /** Elements after the headline; negative before it. */
  readonly distance: number;
  /** A `<time>` element, one that is named after a date, just text, or the day that a story opens with. */
  readonly mark: 'time' | 'named' | 'none' | 'opening';
  /** `03/04/2019`, read by what is usual in the page's language, or `2.11.22`. */
  readonly isAmbiguous: boolean;
};

const updateWords =
  /(?:updat|modif|edited|revis|aktualisiert|editiert|geändert|bearbeitet|letzte änderung|mis à jour|màj|actualiz|aggiornat|bijgewerkt|gewijzigd|oppdatert|opdateret|uppdaterad|päivitetty|zaktualiz|atualizado|обновлен|更新|last reviewed)/iu;
const publishWords =
  /(?:publi[sc]|posted|released|created|first (?:seen|on)|veröffentlicht|erschienen|erstellt|(?:mitteilung|meldung) vom|publié|pubblicat|gepubliceerd|geplaatst|opublikowan|publisert|udgivet|julkaistu|опубликован|掲載|发布)/iu;

/** Words besides the date that a line may hold: labels, names and hours, no sentence. In a plain paragraph fewer. */
const mostWordsBeside = 9;
const mostWordsInParagraph = 4;
const longestLine = 160;

/**
 * Every date that stands for itself on a short line of the page, in the page's order.
 *
 * A date inside a sentence is the story's own and is left out, and so are copyright lines.
 */
export function printedDates(
  { times, dates, datedTexts, headings, firstProse, language }: PageIndex,
  isElsewhere: (element: PageElement) => boolean,
): PrintedDate[] {
  const headline =
    headings.find((heading) => heading.name === 'h1' && !isElsewhere(heading)) ??
    headings.find((heading) => !isElsewhere(heading));
  const start = headline?.order ?? 0;
  const seen = new Set<PageElement>();
  const found: PrintedDate[] = [];
  for (const element of times) add(element, textOf(element));
  for (const { element, text } of datedTexts) add(element, text);
  for (const element of dates) add(element, textOf(element));
  const opening = firstProse === null || isElsewhere(firstProse) ? null : openingDay(firstProse);
  if (firstProse !== null && opening !== null) found.push({ ...opening, distance: firstProse.order - start });
  return found.sort((left, right) => left.distance - right.distance);

  function add(element: PageElement, text: string): void {
    if (seen.has(element) || isElsewhere(element) || isOfPicture(element)) return;
    const read = readDate(element, text, language);
    if (read === null) return;
    seen.add(element);
    found.push({ ...read, distance: element.order - start });
  }
}

function readDate(element: PageElement, text: string, language: string | null): Omit<PrintedDate, 'distance'> | null {
  const mark = element.name === 'time' ? 'time' : dateName.test(namesOf(element)) ? 'named' : 'none';
  const told = momentOf(element);
  const clear = findWrittenDate(text);
  const written = clear ?? findWrittenDate(text, language) ?? findShortDate(text);
  const isAlone = written !== null && standsAlone(element, text, written, mark);
  const day = isAlone ? written.date : told?.slice(0, 10);
  if (day === undefined) return null;
  return {
    day,
    moment: told?.startsWith(day) === true ? told : day,
    minutes: clockIn(text.slice(written?.end ?? 0)) ?? clockIn(text),
    label: labelOf(element, text.slice(0, written?.start ?? 0)),
    mark,
    isAmbiguous: clear === null && told === null,
  };
}

/** `27.1.2022 - The council met`, `(21 November 2022) The council met`: the day before a story's first word. */
function openingDay(paragraph: PageElement): Omit<PrintedDate, 'distance'> | null {
  const start = textOf(paragraph).trim().slice(0, 60);
  const written = findWrittenDate(start);
  if (written === null) return null;
  const [before, after] = [start.slice(0, written.start), start.slice(written.end)];
  const isApart = (before === '' && /^\s*(?:--|[-–—|])\s/u.test(after)) || (before === '(' && after.startsWith(')'));
  if (!isApart) return null;
  return {
    day: written.date,
    moment: written.date,
    minutes: null,
    label: null,
    mark: 'opening',
    isAmbiguous: false,
  };
}

/** What an element tells machines: `datetime`, or the `title` that old blog software keeps the moment in. */
function momentOf({ attributes }: PageElement): string | null {
  return readMachineDate(attributes['datetime'] ?? '') ?? readMachineDate(attributes['title'] ?? '');
}

/** Captions hold the dates of pictures, headlines those of what they tell of; but a `<time>` in one is the page's. */
function isOfPicture(element: PageElement): boolean {
  return element.name !== 'time' && (element.name === 'figcaption' || isInside(element, holdsNoDate));
}

/** A date inside a sentence is the story's own; beside labels, names and hours it is the story's date. */
function standsAlone(element: PageElement, text: string, date: WrittenDate, mark: PrintedDate['mark']): boolean {
  if (text.length > longestLine || /copyright|©|\(c\)/i.test(text)) return false;
  const beside = `${text.slice(0, date.start)} ${text.slice(date.end)}`.replaceAll(/[^\p{L}]+/gu, ' ').trim();
  const words = beside === '' ? 0 : beside.split(' ').length;
  if (words > mostWordsBeside) return false;
  if (mark !== 'none' || labelIn(text.slice(0, date.start)) !== null) return true;
  // A piece of a longer paragraph, cut off by a link or emphasis, is a piece of a sentence.
  const line = inlineNames.has(element.name) && element.parent !== null ? element.parent : element;
  if (line.name !== 'p' && line.name !== 'li') return true;
  return words <= mostWordsInParagraph && textOf(line).length <= longestLine;
}

const inlineNames = new Set(['a', 'em', 'strong', 'b', 'i', 'u']);

const dateName = /date|time|publi|posted|datum|fecha/i;

function holdsNoDate(element: PageElement): boolean {
  return (
    element.name === 'h1' ||
    element.name === 'figcaption' ||
    (element.name !== 'body' && /(?:^|[\s_-])caption(?:$|[\s_-])/i.test(namesOf(element)))
  );
}

/** From the words before it on its line, else from those before it in the element around, else from its name. */
function labelOf(element: PageElement, before: string): Label {
  const names = namesOf(element);
  const isNamedPublished = /publi|posted|created|entry-?date|post-?date|module-?date/i.test(
    `${names} ${element.parent === null ? '' : namesOf(element.parent)}`,
  );
  const around = element.parent === null || /\p{L}{3}/u.test(before) ? '' : wordsBefore(element, element.parent);
  const said = labelIn(before.slice(-40)) ?? labelIn(around.slice(-40));
  // A place that is named after publication shows the last change in it: it is the only date there is.
  if (said === 'updated') return isNamedPublished && !/updat/i.test(names) ? null : 'updated';
  if (said === 'published') return 'published';
  return /updat|modif/i.test(names) && !isNamedPublished ? 'updated' : null;
}

/** The last of the words counts: "Published in May, updated". */
function labelIn(words: string): Label {
  const updated = lastIndex(words, updateWords);
  const published = lastIndex(words, publishWords);
  if (updated === -1 && published === -1) return null;
  return updated > published ? 'updated' : 'published';
}

function lastIndex(words: string, pattern: RegExp): number {
  let last = -1;
  for (const match of words.matchAll(new RegExp(pattern.source, 'giu'))) last = match.index;
  return last;
}

function wordsBefore(element: PageElement, parent: PageElement): string {
  let words = '';
  for (const child of parent.children) {
    if (child === element) return words;
    words = child.kind === 'text' ? `${words} ${child.text}` : `${words} ${textOf(child)}`;
    // A date between parts the label from this one.
    if (child.kind === 'element' && findWrittenDate(words) !== null) words = '';
    words = words.replaceAll(/\s+/g, ' ').slice(-80);
  }
  return '';
}

/** `10:22 PM`, `21.44 Uhr`, `9:03AM` as minutes of the day. */
function clockIn(text: string): number | null {
  const match = /(?<![\d.])(\d{1,2})[:.h](\d{2})(?::\d{2})?\s*([ap])?\.?\s?m?(?![\d.])/i.exec(text);
  if (match === null) return null;
  const [, hours = '', minutes = '', half] = match;
  const hour = half === undefined ? Number(hours) : (Number(hours) % 12) + (half.toLowerCase() === 'p' ? 12 : 0);
  return hour < 24 && Number(minutes) < 60 ? hour * 60 + Number(minutes) : null;
}
