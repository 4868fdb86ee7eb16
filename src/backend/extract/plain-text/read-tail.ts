import type { Removal } from '#contract/removal.ts';
import { collectFindings, type Findings } from '../metadata/findings.ts';
import { readCredit } from '../metadata/people.ts';
import { readWrittenDate } from '../metadata/dates.ts';
import { isCorrection } from './correction.ts';
import { isCopyright, readHeadLine } from './head-line.ts';
import type { Unit } from './lines.ts';
import { languageNamed } from './language-names.ts';

export type Tail = {
  readonly findings: Findings;
  /** Where the body ends: the index after its last unit. */
  readonly bodyEnd: number;
  /** The last unit without a wire's sign-off, when it had one. */
  readonly removals: readonly Removal[];
};

/** A wire's sign-off on a line of its own. */
const signOff =
  /^(?:[-–—#* ]*(?:reuters?|end|ends|ende|more|30|###)[-–—#* ]*|#{2,}|the-[\w-]+-wire|\(?(?:ap|dpa|afp|upi)\)?)\.?$/iu;
const reporting = /^\(?\s*(?:additional\s+)?(?:reporting|writing|reported|berichterstattung)\s+(?:by|von)\b[^]*\)?$/iu;
/** No tail is longer than this many lines. */
const longestTail = 14;

/** Reads what stands below a story, from the last line upwards: rights, sign-off, credits, labels, a correction. */
export function readTail(units: readonly Unit[], bodyStart: number): Tail {
  const fields = collectFindings('text');
  const removals: Removal[] = [];
  const rights: string[] = [];
  let end = units.length;
  while (end > bodyStart && units.length - end < longestTail) {
    const unit = units[end - 1];
    if (unit === undefined || !takeTailLine(unit.text)) break;
    end -= 1;
  }
  fields.add('copyright', rights.join(' '), 0.9, 'copyright line below the story');
  return { findings: fields.findings, bodyEnd: end, removals };

  function takeTailLine(text: string): boolean {
    if (isCopyright(text)) rights.unshift(text);
    else if (signOff.test(text))
      removals.push({ step: 'plain-text', reason: { rule: 'sign-off-of-a-wire' }, sample: text });
    else if (reporting.test(text) && text.length < 300) takeReporting(text);
    else if (isCorrection(text)) fields.add('correction', text, 0.8, 'note below the story');
    else return takeLabel(text);
    return true;
  }

  function takeReporting(text: string): void {
    removals.push({ step: 'plain-text', reason: { rule: 'reporting-credit' }, sample: text });
    const writers =
      text
        .split(/;/u)[0]
        ?.replaceAll(/^\(?\s*(?:additional\s+)?\p{L}+\s+(?:by|von)\s+/giu, '')
        .replace(/\)$/u, '') ?? '';
    const { authors } = readCredit(writers);
    // What the byline says wins: this credit is asked only where there is none.
    if (!/^\(?\s*additional/iu.test(text)) fields.add('authors', [...authors], 0.7, 'reporting credit below the story');
  }

  function takeLabel(text: string): boolean {
    const form = readHeadLine(text);
    if (form?.kind !== 'label' || !/^[\p{Lu}-]{3,}:/u.test(text)) return false;
    removals.push({ step: 'plain-text', reason: { rule: 'line-labelled', of: form.name }, sample: text });
    if (form.name === 'load-date') fields.add('publishedAt', readWrittenDate(form.value), 0.6, 'label load-date');
    if (form.name === 'language') fields.add('language', languageNamed(form.value), 0.9, 'label language');
    return true;
  }
}

/** Takes a wire's sign-off from the end of the last paragraph: `… less highly. REUTER`. */
export function withoutSignOff(text: string): { readonly text: string; readonly sign: string | null } {
  const match = /^([^]*[.!?"”])\s+(REUTERS?|Reuter|ENDS?|-30-|###)\s*$/u.exec(text);
  return match === null ? { text, sign: null } : { text: match[1] ?? text, sign: match[2] ?? null };
}
