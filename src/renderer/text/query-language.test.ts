import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { queryLanguage } from './query-language.ts';

const page = path.resolve(import.meta.dirname, '../../../docs/search.md');

test('the help of the window says what the page of the documentation says', () => {
  const text = readFileSync(page, 'utf8');
  const part = text.slice(text.indexOf('## What you can type'), text.indexOf('### Languages'));
  const lines = part.split('\n');
  const rows = lines.flatMap((line) => /^\| (.*) \| (.*) \|$/.exec(line) ?? []).filter((_, at) => at % 3 !== 0);
  const [, , ...cells] = rows;
  const typed = cells.filter((_, at) => at % 2 === 0);
  const means = cells.filter((_, at) => at % 2 === 1);
  expect(queryLanguage.rows).toEqual(typed.map((cell, at) => ({ typed: cell, means: means[at] })));
  expect(queryLanguage.notes).toEqual(lines.filter((line) => line.startsWith('- ')).map((line) => line.slice(2)));
});
