import { expect, test } from 'vitest';
import { searchWords } from './search-words.ts';

test('the forms that were found come first, each once, then what was typed', () => {
  const snippet = { text: 'He runs where she ran; Runs again', marks: [[3, 7], [18, 21], [23, 27]] as const }; // prettier-ignore
  expect(searchWords('running', [snippet])).toEqual(['runs', 'ran', 'running']);
});

test('filters, operators and what is left out are no words of the text', () => {
  expect(searchWords('harbour OR bridge -storm source:courier is:unread title:lamp "swing door" trade*', [])).toEqual([
    'harbour',
    'bridge',
    'lamp',
    'swing door',
    'trade',
  ]);
});

test('without a search there are none', () => {
  expect(searchWords('', [])).toEqual([]);
});
