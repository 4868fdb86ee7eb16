import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { queryLanguage } from './query-language.ts';

const page = path.resolve(import.meta.dirname, '../../../../docs/search.md');

test('the help of the window says what the page of the documentation says', () => {
  const text = readFileSync(page, 'utf8');
  const part = text.slice(text.indexOf('## What you can type'), text.indexOf('## How it is built'));
  const [language = '', languages = ''] = part.split('\n### Languages\n');
  expect(queryLanguage).toEqual({
    rows: rowsOf(language),
    notes: linesOf(language)
      .filter((line) => line.startsWith('- '))
      .map((line) => line.slice(2)),
    languages: { intro: linesOf(languages)[0], rows: rowsOf(languages) },
  });
});

/** The rows of the table, without its head and the rule below; how wide its columns are written is all one. */
function rowsOf(markdown: string): { typed: string; means: string }[] {
  const rows = linesOf(markdown).flatMap((line) => {
    const [, typed, means] = /^\| (.*?) +\| (.*?) *\|$/.exec(line) ?? [];
    return typed === undefined || means === undefined ? [] : [{ typed, means }];
  });
  return rows.filter(({ typed }) => !/^-+$/.test(typed)).slice(1);
}

function linesOf(markdown: string): string[] {
  return markdown.split('\n').filter((line) => line.trim() !== '');
}
