import type { Removal, RemovalReason } from '#contract/removal.ts';
import { findWrittenDate } from '../metadata/dates.ts';
import { collectFindings, type Findings, type FindingsBuilder } from '../metadata/findings.ts';
import { isFullName, readCredit } from '../metadata/people.ts';
import type { Line } from './lines.ts';
import { isCopyright } from './head-line.ts';
import { languageNamed } from './language-names.ts';
import { takeSection } from './read-head.ts';

/** An article as a database printed it: its fields are known by their place or code, and the story is the rest. */
export type DatabaseArticle = {
  readonly findings: Findings;
  readonly story: readonly Line[];
  readonly removals: readonly Removal[];
};

/**
 * Reads an article as Factiva or Nexis Uni print it; `null` for any other text.
 *
 * Factiva has two shapes: a code of two or three letters before each field (`HD  …`, `WC  412 words`), or
 * only their order: section, headline, byline, words, day, hour, source, its code, edition and page,
 * language, rights, then the story. The length in words and the day below it give the second one away.
 * Nexis Uni puts headline, source, day and rights above labels (`Length: 88 words`), and the story between
 * a line `Body` and `Load-Date:`.
 */
export function readDatabaseArticle(lines: readonly Line[]): DatabaseArticle | null {
  return readCoded(lines) ?? readOrdered(lines) ?? readLabelled(lines);
}

const codes = 'CLM|SE|HD|BY|CR|WC|PD|ET|SN|SC|ED|PG|VOL|LA|CY|LP|TD|CT|RF|ART|CO|IN|NS|RE|IPC|IPD|PUB|AN';
const codedLine = new RegExp(String.raw`^(${codes})(?:\s+(.*))?$`, 'u');
/** Both must stand there: two capital letters may begin a line of any text. */
const certainCodes = ['HD', 'SN', 'PD'];

function readCoded(lines: readonly Line[]): DatabaseArticle | null {
  const fields = new Map<string, Line[]>();
  let current: Line[] | undefined;
  for (const line of lines) {
    const [, code, rest = ''] = line.indent === 0 ? (codedLine.exec(line.text) ?? []) : [];
    if (code !== undefined && !fields.has(code)) {
      current = rest === '' ? [] : [{ ...line, text: rest, startsBlock: true }];
      fields.set(code, current);
    } else if (current === undefined) return null;
    else current.push({ ...line, indent: 0 });
  }
  if (!certainCodes.every((code) => fields.has(code))) return null;
  return fromCodes(fields);
}

function fromCodes(fields: ReadonlyMap<string, readonly Line[]>): DatabaseArticle {
  const text = (code: string): string => (fields.get(code) ?? []).map((line) => line.text).join(' ');
  const found = collectFindings('text');
  found.add('headline', text('HD'), 0.95, 'code HD');
  found.add('section', text('SE') || text('CLM'), 0.9, 'code SE');
  found.add('publishedAt', dayOf(text('PD')), 0.95, 'code PD');
  found.add('source', text('SN'), 0.95, 'code SN');
  found.add('edition', text('ED'), 0.9, 'code ED');
  found.add('page', text('PG'), 0.9, 'code PG');
  found.add('language', languageNamed(text('LA')), 0.9, 'code LA');
  found.add('copyright', text('CY'), 0.9, 'code CY');
  addByline(found, text('BY'), 'code BY');
  const story = [...(fields.get('LP') ?? []), ...(fields.get('TD') ?? [])];
  const shown = new Set(['HD', 'SE', 'PD', 'SN', 'ED', 'PG', 'CY', 'BY', 'LP', 'TD']);
  const left = [...fields].filter(([code, value]) => !shown.has(code) && value.length > 0);
  return {
    findings: found.findings,
    story,
    removals: left.map(([code]) => removal({ rule: 'field-coded', of: code }, text(code))),
  };
}

/** No head of a printed article is longer. */
const longestHead = 16;
const lengthLine = /^[\d.,]+ (?:words|Wörter|mots|palabras|parole)$/iu;
const hourLine = /^\d{1,2}:\d{2}(?:\s*[ap]m)?$/iu;
const sourceCode = /^[A-Z][A-Z0-9]{1,7}$/;
const numberLine = /^Document [A-Z]{2,8}0*(?:19|20)\d{6}[a-z0-9]{4,}$/;

function readOrdered(lines: readonly Line[]): DatabaseArticle | null {
  const at = lines.slice(0, longestHead).findIndex((line) => lengthLine.test(line.text));
  const day = dayOf(lines[at + 1]?.text ?? '');
  if (at < 1 || day === null) return null;
  const found = collectFindings('text');
  found.add('publishedAt', day, 0.95, 'line below the length');
  const removals = [removal({ rule: 'length-in-words' }, lines[at]?.text ?? '')];
  readAbove(found, lines.slice(0, at));
  const end = lines.findIndex((line, index) => index > at && numberLine.test(line.text));
  if (end > 0) removals.push(removal({ rule: 'number-in-the-database' }, lines[end]?.text ?? ''));
  const storyStart = readBelow(found, removals, lines, at + 2);
  return { findings: found.findings, story: lines.slice(storyStart, end > 0 ? end : lines.length), removals };
}

/** Above the length: the headline, over several lines too, a byline last, a section in one line of its own first. */
function readAbove(found: FindingsBuilder, above: readonly Line[]): void {
  const head = [...above];
  const last = head.at(-1)?.text ?? '';
  if (head.length > 1 && isByline(last)) {
    addByline(found, last, 'line above the length');
    head.pop();
  }
  const [first, second] = head;
  // A headline is printed in one line, so a few words above a longer line are the section.
  const isShort = first !== undefined && first.text.split(/\s+/).length <= 4 && !/[.,:;!?\d]/.test(first.text);
  if (isShort && second !== undefined && second.text.length > first.text.length)
    found.add('section', head.shift()?.text, 0.7, 'short line above the headline');
  found.add('headline', head.map((line) => line.text).join(' '), 0.95, 'lines above the length');
}

function isByline(text: string): boolean {
  if (/^(?:by|von|par|por|di)\s+\p{Lu}/iu.test(text)) return true;
  const { authors } = readCredit(text);
  return text.length < 100 && authors.length > 0 && authors.every(isFullName);
}

/** Below the day: hour, source, code, edition and page, language, rights; answers where the story starts. */
function readBelow(found: FindingsBuilder, removals: Removal[], lines: readonly Line[], from: number): number {
  let at = from;
  for (; at < Math.min(lines.length, from + 8); at += 1) {
    const text = lines[at]?.text ?? '';
    if (hourLine.test(text)) removals.push(removal({ rule: 'hour' }, text));
    else if (!found.has('source')) found.add('source', text, 0.9, 'line below the day');
    else if (isCopyright(text)) {
      found.add('copyright', text, 0.9, 'line above the story');
      return at + 1;
    } else if (languageNamed(text) !== null) found.add('language', languageNamed(text), 0.9, 'line above the story');
    else if (/^[A-Z]?\d{1,3}$/.test(text)) found.add('page', text, 0.8, 'line above the story');
    else if (sourceCode.test(text) || text.length < 30) removals.push(removal({ rule: 'line-of-the-database' }, text));
    else break;
  }
  return at;
}

const longestLabelledHead = 40;
const labelledLine = /^(Section|Length|Byline|Highlight|Dateline|Series|Graphic|Load-Date|Correction):\s*(.*)$/u;
const storyEnd = /^(?:Load-Date:|End of Document$|Graphic$|Classification$)/u;

function readLabelled(lines: readonly Line[]): DatabaseArticle | null {
  const head = lines.slice(0, longestLabelledHead);
  const body = head.findIndex((line) => line.text === 'Body');
  const firstLabel = head.findIndex((line) => labelledLine.test(line.text));
  const day = head.slice(0, Math.max(0, firstLabel)).findIndex((line) => dayOf(line.text) !== null);
  if (day < 2 || body < firstLabel || !head.slice(0, body).some((line) => line.text.startsWith('Length:'))) return null;
  const found = collectFindings('text');
  found.add('publishedAt', dayOf(lines[day]?.text ?? ''), 0.95, 'line below the source');
  found.add('source', lines[day - 1]?.text, 0.9, 'line above the day');
  const headline = lines.slice(0, day - 1).map((line) => line.text);
  found.add('headline', headline.join(' '), 0.95, 'lines above the source');
  const ends = lines.findIndex((line, index) => index > body && storyEnd.test(line.text));
  const end = ends < 0 ? lines.length : ends;
  const removals = [...lines.slice(day + 1, body), ...lines.slice(end)].flatMap(({ text }) =>
    takeLabelled(found, text),
  );
  return { findings: found.findings, story: lines.slice(body + 1, end), removals };
}

/** Takes a line that is no story; answers it where it is no field either. */
function takeLabelled(found: FindingsBuilder, text: string): Removal[] {
  const [, label = '', value = ''] = labelledLine.exec(text) ?? [];
  if (label === 'Byline') addByline(found, value, 'label Byline');
  else if (label === 'Highlight') found.add('dek', value, 0.9, 'label Highlight');
  else if (label === 'Dateline') found.add('dateline', value, 0.95, 'label Dateline');
  else if (label === 'Correction') found.add('correction', value, 0.9, 'label Correction');
  else if (label === 'Section') takeSection(found, value);
  else if (isCopyright(text)) found.add('copyright', text, 0.9, 'line above the story');
  else return [removal({ rule: 'line-of-the-database' }, text)];
  return [];
}

function addByline(found: FindingsBuilder, line: string, detail: string): void {
  const byline = line.replace(/^(?:by|von|par|por|di)\s+/iu, '');
  if (byline === '') return;
  const credit = readCredit(byline);
  found.add('byline', byline, 0.9, detail);
  found.add('authors', [...credit.authors], 0.9, detail);
  found.add('agency', credit.agency, 0.85, detail);
}

/** A line that is a day, with the name of the weekday at most. */
function dayOf(text: string): string | null {
  const day = text.length > 40 ? null : findWrittenDate(text);
  const around = day === null ? text : text.slice(0, day.start) + text.slice(day.end);
  return day !== null && /^[\s,]*(?:\p{L}+day)?[\s,]*$/u.test(around) ? day.date : null;
}

function removal(reason: RemovalReason, sample: string): Removal {
  return { step: 'plain-text', reason, sample };
}
