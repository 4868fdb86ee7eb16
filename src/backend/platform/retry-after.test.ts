import { expect, test } from 'vitest';
import { parseRetryAfter } from './network.ts';

const now = Date.UTC(2026, 10, 24, 12, 0, 0);

test.each([
  ['120', 120_000],
  [' 0 ', 0],
  ['Tue, 24 Nov 2026 12:05:00 GMT', 300_000],
  ['Tue, 24 Nov 2026 11:00:00 GMT', 0],
  ['soon', null],
  ['-5', null],
  ['99999999999999', null],
  ['', null],
  [null, null],
])('Retry-After %j asks for %j ms', (header, ms) => {
  expect(parseRetryAfter(header, now)).toBe(ms);
});
