import { agencyNamed } from '../metadata/agencies.ts';
import { monthNumber } from '../metadata/dates.ts';

/** The words that open a story before it begins. */
export type Dateline = {
  /** As printed. */
  readonly marker: string;
  readonly place: string | null;
  readonly agency: string | null;
  /** The story without the marker. */
  readonly rest: string;
};

const dash = String.raw`\s*(?:--|[-–—:])\s*`;
const agencyOnly = new RegExp(
  String.raw`^[([](?<agency>[\p{L}][\p{L}.\- ]{1,28})[)\]](?:${dash}|\s*(?=[\p{Lu}\p{N}"“”'‘«„]))`,
  'u',
);
const capitalPlace = String.raw`\p{Lu}[\p{Lu}.'’\-]+(?:[ /]\p{Lu}[\p{Lu}.'’\-]*){0,4}`;
const namedPlace = String.raw`\p{Lu}[\p{L}.'’\-]+(?:[ /](?:\p{Lu}[\p{L}.'’\-]*|de|del|la|am|an der|upon|sur)){0,3}`;
const region = String.raw`(?:,\s+\p{Lu}[\p{L}.'’\-]*(?:\s+(?:of\s+)?\p{Lu}[\p{L}.'’\-]*){0,2})`;
const date = String.raw`(?:(?:,|(?<=\.))\s*(?<month>\p{L}{3,9})\.?\s+(?<day>\d{1,2})(?:,?\s+\d{4})?|,\s*(?<dayFirst>\d{1,2})\.?\s+(?<monthAfter>\p{L}{3,9})(?:\s+\d{4})?)`;
const credit = String.raw`(?:\s*[([](?<agency>[\p{L}][\p{L}.\- /]{1,38})[)\]]|,\s*(?:Reuters?|AP|AFP|UPI))`;
/** What a wire puts before the dateline of a story that it sends again: `RPT --LUDWIGSHAFEN, March 30 -`. */
const wireMark = '(?:RPT|REPEAT|CORRECTED|REFILE|WRAPUP|UPDATE)';
const again = String.raw`(?:${wireMark}(?:\s\d)?\s*(?:--|[-–—])\s*)?(?!${wireMark}\b)`;
const full = new RegExp(
  String.raw`^${again}(?<place>(?:${capitalPlace}|${namedPlace})${region}{0,2}?)${date}?${credit}?\.?${dash}(?=\S|$)`,
  'u',
);
/** `des moines, april 7 - `: old wires in small letters throughout; only a day and a dash beside it make it a place. */
const smallPlace = new RegExp(
  String.raw`^${again}(?<place>\p{Ll}[\p{Ll}.'’\-]+(?: \p{Ll}[\p{Ll}.'’\-]+){0,2}),\s(?<month>\p{Ll}{3,9})\.?\s\d{1,2}\s*(?:--|[-–—])\s+(?=\p{Ll})`,
  'u',
);

/**
 * Recognises the dateline that opens a story: `(CNN) — `, `QINGDAO, China (Reuters) - `,
 * `LONDON, March 3 — `.
 *
 * A place in small letters counts only with a date or an agency beside it, so that a sentence with a
 * dash near its start stays whole. A date here has no year: it is kept in the marker, and nothing is
 * made of it.
 */
export function readDateline(text: string): Dateline | null {
  const opening = agencyOnly.exec(text);
  if (opening !== null) {
    const agency = agencyNamed(opening.groups?.['agency'] ?? '');
    if (agency !== null) return { marker: opening[0].trim(), place: null, agency, rest: text.slice(opening[0].length) };
  }
  const match = full.exec(text) ?? smallPlace.exec(text);
  if (match === null) return null;
  const { place = '', month, monthAfter, agency } = match.groups ?? {};
  const monthName = month ?? monthAfter;
  if (monthName !== undefined && monthNumber(monthName) === 0) return null;
  const isCapital = /^[\p{Lu}.'’\- /]{3,}(?:,|$)/u.test(place);
  const knownAgency = agency === undefined ? null : agencyIn(agency);
  if (!isCapital && monthName === undefined && knownAgency === null) return null;
  if (isCapital && monthName === undefined && knownAgency === null && !/\s(?:--|[-–—])\s*$/u.test(match[0]))
    return null;
  return { marker: match[0].trim(), place, agency: knownAgency, rest: text.slice(match[0].length) };
}

/** `Reuters`, `AP/dpa`: the first that signs. */
function agencyIn(credit: string): string | null {
  for (const part of credit.split('/')) {
    const agency = agencyNamed(part);
    if (agency !== null) return agency;
  }
  return null;
}
