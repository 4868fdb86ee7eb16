import fc from 'fast-check';
import { expect, test } from 'vitest';
import { arrange } from './arrange.ts';
import type { Page, Run } from './runs.ts';

const word = fc.stringMatching(/^[a-zA-Zäöß0-9]{1,9}$/u);
const run: fc.Arbitrary<Run> = fc
  .record({
    text: fc.array(word, { minLength: 1, maxLength: 4 }).map((words) => words.join(' ')),
    left: fc.integer({ min: -20, max: 600 }),
    right: fc.integer({ min: 1, max: 300 }),
    baseline: fc.integer({ min: -20, max: 860 }),
    size: fc.constantFrom(6, 8, 10, 10, 10, 12, 24),
    face: fc.record({ isBold: fc.boolean(), isItalic: fc.boolean(), isMono: fc.boolean() }),
    isSpaced: fc.boolean(),
    isLeftward: fc.boolean(),
    link: fc.constantFrom(null, null, 'https://post.example/'),
    tag: fc.option(
      fc.record({
        element: fc.constantFrom('1', '2', '3'),
        role: fc.constantFrom('heading', 'item', 'quote', 'text'),
        level: fc.integer({ min: 0, max: 6 }),
      }),
    ),
  })
  .map((one) => ({ ...one, right: one.left + one.right }));

const pages: fc.Arbitrary<Page[]> = fc
  .array(fc.array(run, { maxLength: 40 }), { minLength: 1, maxLength: 4 })
  .map((all) => all.map((runs, at) => ({ number: at + 1, width: 595, height: 842, runs })));

/** Letters in any order: words that touch may be joined, none may vanish or double. */
function lettersIn(texts: readonly string[]): string {
  return texts.join('').replaceAll(/\s/gu, '').split('').toSorted().join('');
}

test('no letter of any page is lost or doubled, wherever it stands', () => {
  fc.assert(
    fc.property(pages, (all) => {
      const { paragraphs, notes, removals } = arrange(all);
      const out = [...paragraphs, ...notes].map(({ text }) => text);
      const went = removals.map(({ sample }) => sample);
      expect(lettersIn([...out, ...went])).toBe(lettersIn(all.flatMap(({ runs }) => runs.map(({ text }) => text))));
    }),
    { numRuns: 300 },
  );
});

/** Words whose lines fill a column, in two columns on each page. */
const prose = fc.array(fc.stringMatching(/^[a-z]{2,8}$/), { minLength: 40, maxLength: 300 });

test('words in columns come out in the order in which they were set', () => {
  fc.assert(
    fc.property(prose, fc.integer({ min: 1, max: 3 }), fc.integer({ min: 3, max: 12 }), (words, columns, rows) => {
      const out = arrange(setInColumns(words, columns, rows)).paragraphs.map(({ text }) => text);
      expect(out.join(' ').split(/\s+/u)).toEqual(words);
    }),
    { numRuns: 200 },
  );
});

/** Sets words as a printer would: down one column, then the next, then the next page. */
function setInColumns(words: readonly string[], columns: number, rows: number): Page[] {
  const width = (495 - (columns - 1) * 15) / columns;
  const lines: string[] = [];
  for (const one of words) {
    const last = lines.at(-1);
    if (last === undefined || (last.length + one.length + 1) * 5 > width) lines.push(one);
    else lines[lines.length - 1] = `${last} ${one}`;
  }
  const sheets: Run[][] = [];
  for (const [at, text] of lines.entries()) {
    const [sheet, place] = [Math.floor(at / (rows * columns)), at % (rows * columns)];
    const left = 50 + Math.floor(place / rows) * (width + 15);
    const isLast = at === lines.length - 1;
    (sheets[sheet] ??= []).push({
      text,
      left,
      right: isLast ? left + text.length * 5 : left + width,
      baseline: 200 + (place % rows) * 12,
      size: 10,
      face: { isBold: false, isItalic: false, isMono: false },
      isSpaced: true,
      isLeftward: false,
      link: null,
      tag: null,
    });
  }
  return sheets.map((runs, at) => ({ number: at + 1, width: 595, height: 842, runs }));
}
