import { afterAll, describe, expect, test } from 'vitest';
import type { CaptureJob } from '#contract/capture.ts';
import { ArchiveError, errorCodes } from '#contract/errors.ts';
import type { ExtractionWarning } from '#contract/extraction-warning.ts';
import { namedRemovalRule, removalRule } from '#contract/removal.ts';
import type { QueryProblem, QueryRemark } from '#contract/search.ts';
import { english } from './en/english.ts';
import { errorSentence } from './errors.ts';
import { windowLanguages } from './languages.ts';
import { speak, text } from './text.ts';

/**
 * Every sentence in every language: that it is there, that it is not English left standing, and that what is put
 * into it comes out again. The compiler already demands the same keys of each.
 */

const others = windowLanguages.map(({ code }) => code).filter((code) => code !== 'en');

/** What is the same word in several languages, or no word at all. */
const sameEverywhere = new Set(['Pressmark', 'Filter', 'Archive', 'Name', 'Alt', 'Esc', 'Ctrl', 'Shift', 'Enter']);

type Leaf = { readonly path: string; readonly value: unknown };

function leavesOf(value: unknown, path = ''): Leaf[] {
  if (typeof value !== 'object' || value === null) return [{ path, value }];
  return Object.entries(value).flatMap(([key, inner]) => leavesOf(inner, path === '' ? key : `${path}.${key}`));
}

/** With what comes late. */
async function leavesOfAll(dictionary: typeof text): Promise<Leaf[]> {
  const late = Object.entries(dictionary.late).map(async ([name, topic]) => leavesOf(await topic(), `late.${name}`));
  return [...leavesOf(dictionary), ...(await Promise.all(late)).flat()];
}

afterAll(() => speak({ language: 'en', locale: 'en' }));

describe.each(others)('in %s', (code) => {
  test('every sentence is there, and none was left in English', async () => {
    const inEnglish = new Map((await leavesOfAll(english)).map(({ path, value }) => [path, value]));
    await speak({ language: code, locale: code });
    const left: string[] = [];
    for (const { path, value } of await leavesOfAll(text)) {
      if (typeof value !== 'string') continue;
      expect(value.trim(), path).not.toBe('');
      const isSentence = /\p{L}{3,} \p{L}{2,}/u.test(value) && !path.endsWith('.typed');
      if (isSentence && value === inEnglish.get(path)) left.push(`${path}: ${value}`);
    }
    expect(left).toEqual([]);
  });

  test('single words were not left in English either, but for those that are the same', async () => {
    const inEnglish = new Map((await leavesOfAll(english)).map(({ path, value }) => [path, value]));
    await speak({ language: code, locale: code });
    const same = (await leavesOfAll(text)).filter(
      ({ path, value }) =>
        typeof value === 'string' &&
        value === inEnglish.get(path) &&
        /^\p{L}{4,}$/u.test(value) &&
        !sameEverywhere.has(value),
    );
    // Words that two languages share ("Source", "System", "Text") are few.
    expect(same.length, same.map(({ path }) => path).join(' ')).toBeLessThan(30);
  });

  test('the query language is explained row by row as in English, with the same examples', async () => {
    await speak({ language: code, locale: code });
    const typed = (rows: typeof english.queryLanguage.rows) => rows.map((row) => row.typed);
    expect(typed(text.queryLanguage.rows)).toEqual(typed(english.queryLanguage.rows));
    expect(typed(text.queryLanguage.languages.rows)).toEqual(typed(english.queryLanguage.languages.rows));
    expect(text.queryLanguage.notes).toHaveLength(english.queryLanguage.notes.length);
    for (const [at, row] of text.queryLanguage.rows.entries()) {
      const marks = (means: string) => (means.match(/`[^`]+`/g) ?? []).filter((mark) => mark.includes(':')).sort();
      expect(marks(row.means), row.typed).toEqual(marks(english.queryLanguage.rows[at]!.means));
    }
  });

  test('every way to fail has a sentence of its own words', async () => {
    await speak({ language: code, locale: code });
    for (const failure of errorCodes) {
      const sentence = errorSentence(new ArchiveError(failure, 'for the log'));
      expect(sentence, failure).toMatch(/^\P{Ll}.*[.?!。？]$/u);
      expect(sentence, failure).not.toContain('for the log');
      expect(sentence, failure).not.toBe(english.errors(failure, {}));
    }
    expect(errorSentence(new ArchiveError('address-status', '', { details: { status: 404 } }))).toContain('404');
  });

  test('every remark on a query is said, with what it speaks of', async () => {
    await speak({ language: code, locale: code });
    for (const remark of remarks) {
      const problem: QueryProblem = { message: 'in English', remarks: [remark], start: 0, end: 1, readAs: '' };
      const said = text.search.problem(problem);
      expect(said, remark.kind).not.toMatch(/in English|undefined|\[object/);
      expect(said.trim(), remark.kind).not.toBe('');
      if ('name' in remark) expect(said).toContain(remark.name);
      if ('most' in remark) expect(said).toContain(String(remark.most));
      if (remark.kind === 'words-unknown' || remark.kind === 'words-apart') expect(said).toContain('zeppelin');
    }
  });

  test('what extraction says of itself is said, each rule and each warning in words of its own', async () => {
    await speak({ language: code, locale: code });
    const { rules, namedRules, warning } = await text.late.extraction();
    const inEnglish = await english.late.extraction();
    expect(new Set(Object.values(rules)).size).toBe(removalRule.options.length);
    for (const rule of namedRemovalRule.options) {
      expect(namedRules[rule]('7')).toContain('7');
      expect(namedRules[rule]('7')).not.toBe(inEnglish.namedRules[rule]('7'));
    }
    for (const told of warnings) {
      const said = warning(told);
      expect(said, told.kind).toMatch(/^\p{L}.*[.。]$/u);
      expect(said, told.kind).not.toBe(inEnglish.warning(told));
      for (const number of Object.values(told).filter((value) => typeof value === 'number'))
        expect(said, told.kind).toContain(String(number));
    }
    expect(new Set(warnings.map(warning)).size).toBe(warnings.length);
  });

  test('what counts keeps the number, in every form that the language has', async () => {
    await speak({ language: code, locale: code });
    for (const number of [1, 2, 3, 5, 11, 21, 22, 101]) {
      for (const counted of [
        text.acts.trashed(number + 1),
        text.search.summary(number, 3),
        text.capture.leftOut(number),
        text.bulk.chosen(number),
        text.highlights.panelCount(number),
      ]) {
        expect(counted).toMatch(new RegExp(`(?<!\\d)(${number}|${number + 1})(?!\\d)`));
        expect(counted).not.toContain('undefined');
      }
    }
  });

  test('a job tells how it went in words of its own', async () => {
    await speak({ language: code, locale: code });
    for (const job of jobs) {
      expect(text.capture.jobTitle(job), JSON.stringify(job)).not.toBe(english.capture.jobTitle(job));
      expect(text.capture.jobTitle(job)).not.toContain('undefined');
    }
  });

  test('nothing is given in a placeholder that was forgotten', async () => {
    await speak({ language: code, locale: code });
    for (const { path, value } of await leavesOfAll(text)) {
      if (typeof value !== 'function' || value.length === 0 || byHand.has(path)) continue;
      const given: unknown[] = Array.from({ length: value.length }, () => 7);
      if (path in firstGiven) given[0] = firstGiven[path];
      const said = (value as (...all: unknown[]) => unknown)(...given);
      if (typeof said === 'string') expect(said, path).not.toMatch(/undefined|NaN|\[object|\$\{/);
    }
  });
});

/** What a sentence is given first, where that is neither a name nor a number. */
const firstGiven: Readonly<Record<string, unknown>> = {
  'health.sound': '2026-01-02',
  'health.unsound': '2026-01-02',
  'waiting.next': '2026-01-02',
  'waiting.nextToday': '2026-01-02T10:00:00Z',
  'rules.deed.tags': ['ports', 'ferries'],
  'acts.tagged': ['ports', 'ferries'],
  'acts.untagged': ['ports', 'ferries'],
};

/** What takes more than names and numbers is asked above. */
const byHand = new Set([
  'errors',
  'search.problem',
  'saved.problem',
  'capture.jobTitle',
  'capture.counts',
  'opening.count',
  'explain.lead',
  'correct.origin',
]);

const warnings: readonly ExtractionWarning[] = [
  { kind: 'data-holds-more' },
  { kind: 'prose-left-out' },
  { kind: 'text-very-short' },
  { kind: 'pages-unread', pages: [2, 5], areMore: false },
  { kind: 'pages-unread', pages: [2, 5], areMore: true },
  { kind: 'document-cut', pages: 900, read: 20 },
  { kind: 'pages-cut', pages: 12 },
  { kind: 'page-too-large', page: 5 },
  { kind: 'page-of-another-article', page: 5 },
  { kind: 'page-missing', page: 5, message: 'for the log' },
];

const remarks: readonly QueryRemark[] = [
  ...(
    [
      'words-too-common',
      'bracket-not-closed',
      'bracket-not-opened',
      'quotation-not-closed',
      'nothing-before',
      'nothing-after',
      'near-alone',
      'or-alone',
      'range-reversed',
      'distance-missing',
      'weight-missing',
      'read-as-words',
    ] as const
  ).map((kind): QueryRemark => ({ kind })),
  ...(
    [
      'query-too-long',
      'brackets-too-deep',
      'too-many-words',
      'too-many-letters-with-star',
      'too-many-patterns',
      'too-many-stars',
      'distance-too-far',
    ] as const
  ).map((kind): QueryRemark => ({ kind, most: 64 })),
  { kind: 'field-unknown', name: 'titel' },
  { kind: 'field-empty', name: 'title' },
  { kind: 'value-wrong', name: 'published', values: [] },
  { kind: 'value-wrong', name: 'age', values: [] },
  { kind: 'value-wrong', name: 'words', values: [] },
  { kind: 'value-wrong', name: 'is', values: ['unread', 'archived'] },
  { kind: 'words-unknown', words: ['zeppelin'], instead: 'respelled' },
  { kind: 'words-unknown', words: ['zeppelin'], instead: 'other-words' },
  { kind: 'words-unknown', words: ['zeppelin', 'sumit'], instead: 'nothing' },
  { kind: 'words-apart', words: ['zeppelin'] },
  ...[0, 1, 3].flatMap((holdingAll) =>
    [true, false].flatMap((comeFirst) =>
      [2, 3].map((words): QueryRemark => ({
        kind: 'some-words',
        words,
        least: words - 1,
        holdingAll,
        comeFirst,
        areOthers: comeFirst,
      })),
    ),
  ),
];

const job: CaptureJob = {
  id: 'j',
  phase: 'done',
  total: 5,
  added: 5,
  snapshotsAdded: 0,
  duplicates: 0,
  waiting: 0,
  failed: 0,
  current: null,
  startedAt: '2026-01-01T00:00:00Z',
};
const jobs: readonly CaptureJob[] = [
  job,
  { ...job, phase: 'running', added: 2 },
  { ...job, phase: 'running', total: 1, added: 0 },
  { ...job, phase: 'cancelled', added: 2 },
  { ...job, added: 3, failed: 2 },
  { ...job, added: 0, failed: 5 },
  { ...job, total: 1, added: 1 },
  { ...job, total: 1, added: 0, failed: 1 },
  { ...job, total: 1, added: 0, duplicates: 1 },
  { ...job, total: 1, added: 0, snapshotsAdded: 1 },
  { ...job, total: 1, added: 0, waiting: 1 },
  { ...job, added: 0, waiting: 5 },
];
