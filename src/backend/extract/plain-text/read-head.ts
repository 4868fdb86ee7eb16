import type { Removal } from '#contract/removal.ts';
import { collectFindings, type Findings, type FindingsBuilder } from '../metadata/findings.ts';
import { isFullName, looksLikeNames, readCredit } from '../metadata/people.ts';
import { readWrittenDate } from '../metadata/dates.ts';
import { readDateline } from './dateline.ts';
import { readHeadLine, type HeadLine } from './head-line.ts';
import { languageNamed } from './language-names.ts';
import { isCorrection } from './correction.ts';
import type { Line, Standing, Unit } from './lines.ts';

export type Head = {
  readonly findings: Findings;
  /** Where the body starts: the index of its first unit. */
  readonly bodyStart: number;
  /** Units above the body that are no field: they open the body. */
  readonly unplaced: readonly Unit[];
  readonly removals: readonly Removal[];
};

/** No head is longer than this many lines. */
const longestHead = 24;
const longestHeadline = 220;
const longestDek = 420;
/** A line set in this far stands in the middle of the page. */
const centredIndent = 10;

type Reading = {
  readonly fields: FindingsBuilder;
  readonly removals: Removal[];
  /** Lines not recognised by their form: section, headline and dek by their place. */
  readonly open: { readonly unit: Unit; readonly index: number }[];
  /** Parts of a byline that goes on over several lines; `null` when none was met. */
  byline: string[] | null;
  /** The last line of the byline. */
  bylineIndex: number;
  /** The last line known to belong to the head. */
  lastIndex: number;
};

/**
 * Reads what stands above a story.
 *
 * Lines with a form of their own (byline, date, label, breadcrumb, address) are taken first. What is
 * left between and above them is known by its place: a section, a headline, a dek. The head ends
 * where a dateline opens the story, or with the last line of a known form that comes before two
 * lines of unknown form or a long paragraph.
 */
export function readHead(units: readonly Unit[]): Head {
  const reading: Reading = {
    fields: collectFindings('text'),
    removals: [],
    open: [],
    byline: null,
    bylineIndex: -1,
    lastIndex: -1,
  };
  let index = 0;
  for (; index < Math.min(units.length, longestHead); index += 1) {
    const unit = units[index];
    if (unit === undefined || opensStory(reading, units, index)) break;
    if (!takeLine(reading, units, index) && !waits(reading, unit, index)) break;
  }
  return place(reading, units);
}

/**
 * A dateline ends the head for good, once something above it can be the headline.
 *
 * A dek may begin with a place too; it is one when lines of the head follow it.
 */
function opensStory({ open, fields, bylineIndex }: Reading, units: readonly Unit[], index: number): boolean {
  if (open.length === 0 && !fields.has('headline')) return false;
  const text = units[index]?.text ?? '';
  // Below a byline stands the story; only above it could a sentence be a dek.
  const isBelowByline = bylineIndex >= 0 && open.length > 0 && text.length > 80 && /[.!?"”»]$/u.test(text);
  if (!isBelowByline && readDateline(text) === null) return false;
  return !units.slice(index + 1, index + 3).some((unit) => headForms.has(readHeadLine(unit.text)?.kind ?? ''));
}

const headForms: ReadonlySet<string> = new Set(['posted', 'byline', 'breadcrumb']);

function takeLine(reading: Reading, units: readonly Unit[], index: number): boolean {
  const unit = units[index];
  if (unit === undefined) return false;
  if (reading.bylineIndex === index - 1 && continuesByline(reading, unit)) {
    reading.byline?.push(unit.text);
    reading.bylineIndex = index;
    reading.lastIndex = index;
    return true;
  }
  if (isCentredSource(reading, units, index)) {
    reading.fields.add('source', unit.text, 0.8, 'centred line above the date');
    reading.lastIndex = index;
    return true;
  }
  const form = readHeadLine(unit.text) ?? bareNames(reading, units, index);
  if (form === null) return false;
  takeForm(reading, form, units, index);
  // Furniture may stand anywhere; it does not make what is above it a head.
  if (form.kind !== 'furniture') reading.lastIndex = index;
  return true;
}

function continuesByline({ byline }: Reading, unit: Unit): boolean {
  const last = byline?.at(-1);
  if (last === undefined || unit.text.length > 160) return false;
  if (/^(?:and|&|und|et|y|with)$/iu.test(unit.text)) return true;
  const isOpen = last === '' || /(?:,|&|\b(?:and|und|et|y|with))$/iu.test(last);
  if (isOpen) return !/[.!?]$/u.test(unit.text) || looksLikeNames(unit.text);
  if (/^(?:and|&|und|et|y)\s+\p{Lu}/u.test(unit.text)) return looksLikeNames(unit.text);
  return !unit.startsBlock && looksLikeNames(unit.text) && unit.text.length < 80;
}

function isCentredSource({ fields, open }: Reading, units: readonly Unit[], index: number): boolean {
  const [unit, next] = [units[index], units[index + 1]];
  if (unit === undefined || next === undefined || fields.has('source') || open.length > 0) return false;
  return (
    unit.indent >= centredIndent &&
    next.indent >= centredIndent &&
    readHeadLine(next.text)?.kind === 'posted' &&
    readHeadLine(unit.text) === null
  );
}

/** Names alone on a line are a byline where a date stands beside them. */
function bareNames({ open, byline }: Reading, units: readonly Unit[], index: number): HeadLine | null {
  const unit = units[index];
  if (
    unit === undefined ||
    open.length === 0 ||
    byline !== null ||
    unit.text.length > 120 ||
    !looksLikeNames(unit.text)
  )
    return null;
  const isDated = [units[index - 1], units[index + 1]].some(
    (beside) => beside !== undefined && readHeadLine(beside.text)?.kind === 'posted',
  );
  return isDated ? { kind: 'byline', value: unit.text, published: null } : null;
}

function takeForm(reading: Reading, form: HeadLine, units: readonly Unit[], index: number): void {
  const { fields, removals } = reading;
  const unit = units[index];
  if (unit === undefined) return;
  switch (form.kind) {
    case 'label':
      takeLabel(reading, form.name, form.value, unit, index);
      break;
    case 'posted':
      takeDates(fields, form, units[index - 1]);
      removals.push({ step: 'plain-text', reason: { rule: 'date-line' }, sample: unit.text });
      break;
    case 'byline':
      fields.add('publishedAt', form.published, 0.85, 'date beside the byline');
      if (reading.byline === null) openByline(reading, form.value, index);
      else removals.push({ step: 'plain-text', reason: { rule: 'second-byline' }, sample: unit.text });
      break;
    case 'breadcrumb':
      fields.add('section', form.section, 0.9, 'breadcrumb above the headline');
      removals.push({ step: 'plain-text', reason: { rule: 'breadcrumb' }, sample: unit.text });
      break;
    case 'address':
      fields.add('url', form.url, 0.8, 'address line above the story');
      break;
    case 'copyright':
      fields.add('copyright', unit.text, 0.9, 'copyright line');
      break;
    case 'furniture':
      removals.push({ step: 'plain-text', reason: { rule: 'page-furniture' }, sample: unit.text });
      break;
  }
}

function openByline(reading: Reading, value: string, index: number): void {
  reading.byline = [value];
  reading.bylineIndex = index;
}

/** A date below a line that only says "Updated" belongs to that line. */
function takeDates(
  fields: FindingsBuilder,
  form: HeadLine & { readonly kind: 'posted' },
  above: Unit | undefined,
): void {
  const isUpdate = above !== undefined && /^(?:last\s+)?updated:?$/iu.test(above.text);
  fields.add(isUpdate ? 'updatedAt' : 'publishedAt', form.published, 0.85, 'date line above the story');
  fields.add('updatedAt', form.updated, 0.85, 'date line above the story');
}

/** Labelled lines of database printouts: `SECTION: WORLD NEWS; Pg. 39`. */
function takeLabel(reading: Reading, name: string, value: string, unit: Unit, index: number): void {
  const { fields, removals } = reading;
  removals.push({ step: 'plain-text', reason: { rule: 'line-labelled', of: name }, sample: unit.text });
  if (value === '') return;
  switch (name) {
    case 'byline':
    case 'author':
    case 'authors':
    case 'autor':
      if (reading.byline === null) openByline(reading, value.replace(/^by\s+/i, ''), index);
      break;
    case 'section':
    case 'ressort':
      takeSection(fields, value);
      break;
    case 'headline':
    case 'title':
      fields.add('headline', value, 0.95, `label ${name}`);
      break;
    case 'highlight':
      fields.add('dek', value, 0.8, `label ${name}`);
      break;
    case 'dateline':
      fields.add('dateline', value, 0.95, `label ${name}`);
      break;
    case 'source':
    case 'publication':
    case 'quelle':
      fields.add('source', value, 0.9, `label ${name}`);
      break;
    case 'url':
    case 'link':
      fields.add('url', /^https?:\/\/\S+$/.test(value) ? value : null, 0.9, `label ${name}`);
      break;
    case 'date':
    case 'datum':
    case 'published':
    case 'publication date':
    case 'load-date':
      fields.add('publishedAt', readWrittenDate(value), name === 'load-date' ? 0.6 : 0.9, `label ${name}`);
      break;
    case 'copyright':
      fields.add('copyright', value, 0.9, `label ${name}`);
      break;
    case 'edition':
      fields.add('edition', value, 0.9, `label ${name}`);
      break;
    case 'page':
      fields.add('page', value, 0.9, `label ${name}`);
      break;
    case 'correction':
      fields.add('correction', value, 0.9, `label ${name}`);
      break;
    case 'language':
      fields.add('language', languageNamed(value), 0.9, `label ${name}`);
      break;
    default:
      break;
  }
}

/** `NEWS; Pg. 12`: the section, and the page behind it. */
export function takeSection(fields: FindingsBuilder, value: string): void {
  const [section, ...rest] = value.split(/\s*;\s*/u);
  fields.add('section', section, 0.95, 'label section');
  fields.add('page', /^(?:pg?\.?|page|s\.|seite)\s*(\S+)/iu.exec(rest.join(' '))?.[1], 0.9, 'label section');
}

/** Keeps a line of unknown form in mind; false when the head is certainly over. */
function waits(reading: Reading, unit: Unit, index: number): boolean {
  const after = reading.open.filter((entry) => entry.index > reading.lastIndex).length;
  const isLong = unit.text.length > longestDek;
  if (isLong && reading.open.length > 0) return false;
  reading.open.push({ unit, index });
  return !isLong && after < 3 && reading.open.length <= 5;
}

/** Gives the open lines above the last known one their places: section, headline, dek. */
function place(reading: Reading, units: readonly Unit[]): Head {
  const { fields, removals } = reading;
  let above = reading.open.filter((entry) => entry.index < reading.lastIndex).map((entry) => entry.unit);
  const note = above.find((unit) => isCorrection(unit.text));
  if (note !== undefined) {
    fields.add('correction', note.text, 0.8, 'note above the story');
    above = above.filter((unit) => unit !== note);
  }
  let bodyStart = reading.lastIndex + 1;
  if (above.length === 0 && !fields.has('headline')) {
    const waiting = reading.open.filter((entry) => entry.index > reading.lastIndex);
    above = headlineFirst(
      waiting.map((entry) => entry.unit),
      units,
    );
    const lastTaken = waiting[above.length - 1];
    if (lastTaken !== undefined) bodyStart = lastTaken.index + 1;
  }
  const rest = [...above];
  if (rest.length > 1 && isSectionLine(rest[0], rest[1]) && !fields.has('section'))
    fields.add('section', lastCrumb(rest.shift()?.text ?? ''), 0.8, 'short line above the headline');
  if (!fields.has('headline') && rest[0] !== undefined && rest[0].text.length <= longestHeadline)
    fields.add('headline', rest.shift()?.text, 0.9, 'first line of the text');
  if (rest.length === 1 && isDek(rest[0]))
    fields.add('dek', rest.shift()?.text, 0.85, 'line between headline and byline');
  takeByline(reading);
  return { findings: fields.findings, bodyStart, unplaced: rest, removals };
}

/** In a text with no line of known form: the headline, and a section line above it. */
function headlineFirst(waiting: readonly Unit[], units: readonly Unit[]): Unit[] {
  const [first, second, third] = waiting;
  if (first === undefined) return [];
  if (second !== undefined && isSectionLine(first, second) && isHeadline(second) && (third ?? units[2]) !== undefined)
    return [first, second];
  return isHeadline(first) && units.length > 1 ? [first] : [];
}

function isHeadline(unit: Unit): boolean {
  return unit.text.length <= longestHeadline && !/[.,;:]$/u.test(unit.text) && !/^[-•*]\s/u.test(unit.text);
}

/** A short line with nothing but a name in it (or a path of names), above a longer one. */
function isSectionLine(unit: Unit | undefined, next: Unit | undefined): boolean {
  if (unit === undefined || next === undefined) return false;
  const crumbs = unit.text.split(crumbSigns);
  const isShort =
    crumbs.every((crumb) => crumb.split(/\s+/u).length <= 4 && crumb !== '') &&
    unit.text.length <= 30 * crumbs.length + 10;
  return isShort && crumbs.length <= 4 && !/[!?,;:"”\d]|\.$/u.test(unit.text) && next.text.length > unit.text.length;
}

const crumbSigns = /\s*[|>›»/]\s*/u;

function lastCrumb(text: string): string {
  return text.split(crumbSigns).at(-1) ?? text;
}

function isDek(unit: Unit | undefined): boolean {
  return unit !== undefined && unit.text.length <= longestDek && unit.text.length >= 15;
}

function takeByline({ byline, fields }: Reading): void {
  if (byline === null) return;
  const line = byline.join(' ').replaceAll(/\s+/g, ' ').trim();
  // "A. Name | The Paper": what follows the bar is the house, unless it is another full name.
  const [names = '', house] = /^([^|]+)\|([^|]+)$/u
    .exec(line)
    ?.slice(1)
    .map((part) => part.trim()) ?? [line];
  const isHouse = house !== undefined && !house.split(/\s*(?:,|&|\band\b)\s*/u).every(isFullName);
  const credit = readCredit(isHouse ? names : line);
  fields.add('byline', line, 0.9, 'byline above the story');
  fields.add('authors', [...credit.authors], credit.authors.every(isFullName) ? 0.9 : 0.7, 'byline above the story');
  fields.add('agency', credit.agency, 0.85, 'byline above the story');
  if (isHouse) fields.add('source', house, 0.6, 'byline above the story');
}

/**
 * How a line near the top of cut text stands: lines of a known form are alone, a dateline begins.
 *
 * Told without a tree of cases: names only count right below a byline's opening.
 */
export function headStanding(lines: readonly Line[]): (line: Line, index: number) => Standing {
  return (line, index) => {
    if (index >= longestHead) return 'continues';
    if (readDateline(line.text) !== null && (line.startsBlock || line.indent >= 2 || isHeadAbove(lines, index)))
      return 'begins';
    const form = readHeadLine(line.text);
    if (
      form !== null &&
      form.kind !== 'furniture' &&
      (line.startsBlock || line.indent >= 2 || isHeadAbove(lines, index) || index === 1)
    )
      return 'alone';
    return isHeadAbove(lines, index) && looksLikeNames(line.text) && line.text.length < 80 ? 'alone' : 'continues';
  };
}

function isHeadAbove(lines: readonly Line[], index: number): boolean {
  const above = lines[index - 1];
  if (above === undefined) return false;
  return (
    readHeadLine(above.text) !== null ||
    /^(?:and|&|und)$/iu.test(above.text) ||
    (above.text.length < 80 && looksLikeNames(above.text))
  );
}
