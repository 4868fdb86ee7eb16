/**
 * Month names by their first letters, in the languages news is mostly written in, accents folded.
 * Longer beginnings come before shorter ones that they contain.
 */
const months: readonly (readonly [RegExp, number])[] = [
  [/^(?:jan|jän|gen|ene|янв|led|sty)/, 1],
  [/^(?:feb|fev|fév|фев|lut|úno|uno)/, 2],
  [/^(?:mar|mär|mrz|maa|март|мар|bře|bre)/, 3],
  [/^(?:apr|avr|abr|апр|kwi|dub)/, 4],
  [/^(?:may|mai|mag|mei|maj|мая|май|kvě|kve)/, 5],
  [/^(?:jun|juin|giu|июн|cze|čvn|cvn)/, 6],
  [/^(?:jul|juil|lug|июл|lip|čvc|cvc)/, 7],
  [/^(?:aug|aoû|aou|ago|авг|sie|srp)/, 8],
  [/^(?:sep|set|сен|wrz|zář|zar)/, 9],
  [/^(?:oct|okt|ott|out|окт|paź|paz|říj|rij)/, 10],
  [/^(?:nov|ноя|lis)/, 11],
  [/^(?:dec|dez|déc|dic|дек|gru|pro)/, 12],
];

const month = String.raw`(?<month>\p{L}{3,10})\.?`;
const day = String.raw`(?<day>\d{1,2})(?:st|nd|rd|th|er|\.|º)?`;
const year = String.raw`(?<year>(?:1[6-9]|20)\d{2})`;
const written: readonly RegExp[] = [
  // 2018-06-10, 2018/06/10, 2018.06.10
  new RegExp(String.raw`(?<!\d)${year}[-/.](?<monthNumber>\d{1,2})[-/.](?<day>\d{1,2})(?!\d)`, 'u'),
  // June 10, 2018 · Jun. 10th 2018
  new RegExp(String.raw`(?<!\p{L})${month}\s+${day},?\s+${year}(?!\d)`, 'u'),
  // 10 June 2018 · 10. Juni 2018 · 10 de junio de 2018
  new RegExp(String.raw`(?<!\d)${day}\s*(?:de\s+|of\s+)?${month},?\s*(?:de\s+|del\s+)?${year}(?!\d)`, 'u'),
  // 10.06.2018: with dots the day is first everywhere
  new RegExp(String.raw`(?<!\d)(?<day>\d{1,2})\.\s?(?<monthNumber>\d{1,2})\.\s?${year}(?!\d)`, 'u'),
  // 2018年6月10日
  new RegExp(String.raw`${year}\s*[年년]\s*(?<monthNumber>\d{1,2})\s*[月월]\s*(?<day>\d{1,2})\s*[日일]`, 'u'),
  // 10-Jun-2018
  new RegExp(String.raw`(?<!\d)(?<day>\d{1,2})-${month}-${year}(?!\d)`, 'u'),
];
/** 06/10/2018: only when one of the two cannot be a month is it clear which is the day. */
const slashed = new RegExp(String.raw`(?<!\d)(?<first>\d{1,2})[/-](?<second>\d{1,2})[/-]${year}(?!\d)`, 'u');

const instant = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?)\s*(Z|[+-]\d{2}:?\d{2}|[+-]\d{2})?$/i;

/**
 * Reads a machine's date (JSON-LD, meta, `<time datetime>`) as a moment, or `null`.
 *
 * What is printed is kept: the offset stays, a day stays a day. A time without an offset is a time
 * nowhere, so only its day is kept. The dates machines write for "none" (1970, year 1) are none.
 */
export function readMachineDate(value: string): string | null {
  const trimmed = value.trim();
  const exact = instant.exec(trimmed);
  if (exact !== null) {
    const [, date = '', time = '', offset] = exact;
    if (!isRealDay(date)) return null;
    return offset === undefined ? date : `${date}T${time}${normalOffset(offset)}`;
  }
  if (/^\d{10}$|^\d{13}$/.test(trimmed)) return fromEpoch(Number(trimmed) * (trimmed.length === 10 ? 1000 : 1));
  const compact = /^(\d{4})(\d{2})(\d{2})(?:T?(\d{2})(\d{2})(\d{2})?(Z|[+-]\d{4})?)?$/.exec(trimmed);
  if (compact !== null) {
    const date = `${compact[1]}-${compact[2]}-${compact[3]}`;
    return isRealDay(date) ? date : null;
  }
  return fromRfc2822(trimmed) ?? readWrittenDate(trimmed);
}

function normalOffset(offset: string): string {
  if (/^z$/i.test(offset)) return 'Z';
  const digits = offset.slice(1).replace(':', '').padEnd(4, '0');
  return `${offset[0]}${digits.slice(0, 2)}:${digits.slice(2)}`;
}

function fromEpoch(milliseconds: number): string | null {
  const date = new Date(milliseconds);
  if (Number.isNaN(date.getTime()) || date.getUTCFullYear() < 1980) return null;
  return date.toISOString().replace('.000Z', 'Z');
}

/** `Sun, 10 Jun 2018 08:30:00 +0200`, also without the weekday. */
function fromRfc2822(value: string): string | null {
  const match =
    /^(?:\w{3},?\s+)?(\d{1,2})\s+(\w{3})\w*\s+(\d{4})\s+(\d{2}:\d{2}(?::\d{2})?)\s*(GMT|UTC|Z|[+-]\d{4})$/i.exec(value);
  if (match === null) return null;
  const [, dayText = '', monthName = '', yearText = '', time = '', zone = ''] = match;
  const date = dayOf(yearText, monthNumber(monthName), Number(dayText));
  return date === null ? null : `${date}T${time}${/^[+-]/.test(zone) ? normalOffset(zone) : 'Z'}`;
}

/** Reads the first date written in a line of prose as a day, or `null`. */
export function readWrittenDate(text: string): string | null {
  return findWrittenDate(text)?.date ?? null;
}

/** A day found in a text, and the stretch that names it. */
export type WrittenDate = { readonly date: string; readonly start: number; readonly end: number };

/**
 * The first day written in a text. `03/04/2019` may be either of two days: it is one only where the
 * page's language says which part comes first (the month in American English).
 */
export function findWrittenDate(text: string, language: string | null = null): WrittenDate | null {
  let first: WrittenDate | null = null;
  for (const pattern of written) {
    const match = pattern.exec(text);
    const date = match === null ? null : (fromGroups(match.groups ?? {}) ?? monthBeforeDot(match[0]));
    if (match !== null && date !== null && (first === null || match.index < first.start)) {
      first = { date, start: match.index, end: match.index + match[0].length };
    }
  }
  return first ?? findSlashed(text, language);
}

/**
 * `2.11.22`, `31.10.23`: a day with a year of two figures, for lines where a date is expected. Anywhere
 * else it may be a version, and so it is when more figures follow or a word for one stands before it.
 */
export function findShortDate(text: string): WrittenDate | null {
  const match = /(?<![\d.])(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{2})(?!\d|\.\d)/.exec(text);
  if (match === null || /\bv(?:ersion|er)?\.?\s*$/i.test(text.slice(0, match.index))) return null;
  const [, day = '', month = '', year = ''] = match;
  const date = dayOf(`${Number(year) < 70 ? 20 : 19}${year}`, Number(month), Number(day));
  return date === null ? null : { date, start: match.index, end: match.index + match[0].length };
}

function fromGroups(groups: Readonly<Record<string, string | undefined>>): string | null {
  const number =
    groups['monthNumber'] === undefined ? monthNumber(groups['month'] ?? '') : Number(groups['monthNumber']);
  return dayOf(groups['year'] ?? '', number, Number(groups['day']));
}

/** `12.16.2025`: the rare writer who puts the month before a dot, told by the day that no month is. */
function monthBeforeDot(written: string): string | null {
  const [, month = '', day = '', year = ''] = /^(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})$/.exec(written) ?? [];
  return Number(month) <= 12 && Number(day) > 12 ? dayOf(year, Number(month), Number(day)) : null;
}

function findSlashed(text: string, language: string | null): WrittenDate | null {
  const match = slashed.exec(text);
  if (match === null) return null;
  const [, first = '', second = '', yearText = ''] = /^(\d+)\D(\d+)\D(\d+)$/.exec(match[0]) ?? [];
  const isDayFirst = dayComesFirst(Number(first), Number(second), language);
  if (isDayFirst === null) return null;
  const date = isDayFirst
    ? dayOf(yearText, Number(second), Number(first))
    : dayOf(yearText, Number(first), Number(second));
  return date === null ? null : { date, start: match.index, end: match.index + match[0].length };
}

/** Told by the figure that no month has, else by the language: the month comes first in American English. */
function dayComesFirst(first: number, second: number, language: string | null): boolean | null {
  if (first > 12 || second > 12 || first === second) return first > 12;
  return language === null ? null : !/^en(?:[-_]us)?$/i.test(language);
}

/** 1 to 12, or 0 for a word that is no month. */
export function monthNumber(name: string): number {
  const lower = name.toLowerCase();
  return months.find(([pattern]) => pattern.test(lower))?.[1] ?? 0;
}

function dayOf(yearText: string, monthOfYear: number, dayOfMonth: number): string | null {
  const date = `${yearText}-${String(monthOfYear).padStart(2, '0')}-${String(dayOfMonth).padStart(2, '0')}`;
  return isRealDay(date) ? date : null;
}

/** A day that exists and that a publication could mean: not before printing, not a machine's zero. */
function isRealDay(date: string): boolean {
  const [yearOfDate = 0, monthOfYear = 0, dayOfMonth = 0] = date.split('-').map(Number);
  if (yearOfDate < 1605 || yearOfDate > 2200 || date === '1970-01-01' || date === '1900-01-01') return false;
  const check = new Date(Date.UTC(yearOfDate, monthOfYear - 1, dayOfMonth));
  return check.getUTCMonth() === monthOfYear - 1 && check.getUTCDate() === dayOfMonth;
}
