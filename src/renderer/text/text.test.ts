import { expect, test } from 'vitest';
import { ArchiveError, errorCodes } from '#contract/errors.ts';
import { errorSentence } from './errors.ts';
import { formatAddress, formatBytes, formatDayHeading, formatMoment, formatShortDay } from './format.ts';
import { formatKeys } from './keys.ts';

test('every way to fail has a sentence of its own words, and none shows a code', () => {
  for (const code of errorCodes) {
    const sentence = errorSentence(new ArchiveError(code, 'for the log'));
    expect(sentence, code).toMatch(/^["A-Z].*[.?!]$/);
    expect(sentence, code).not.toContain(code.includes('-') ? code : 'for the log');
  }
});

test('a page that is gone is told apart from one that is closed', () => {
  const status = (number: number) =>
    errorSentence(new ArchiveError('address-status', '', { details: { status: number } }));
  expect(status(404)).toContain('404');
  expect(status(403)).toContain('drop the file here');
  expect(status(500)).toContain('500');
});

test('an error nobody foresaw does not show what it says', () => {
  expect(errorSentence(new Error('secret path'))).not.toContain('secret');
});

test('a day without an hour stays a day in every time zone', () => {
  expect(formatMoment('2018-06-10')).toMatch(/10/);
  expect(formatMoment('2018-06-10')).not.toMatch(/:/);
  expect(formatShortDay('2018-06-10T23:30:00-11:00', new Date('2026-01-01'))).toMatch(/10/);
});

test('the year stands in a row only where it is another', () => {
  expect(formatShortDay('2026-03-04', new Date('2026-11-24'))).not.toContain('2026');
  expect(formatShortDay('2018-03-04', new Date('2026-11-24'))).toContain('2018');
});

test('the heading of a day says today and yesterday in words, any other day with its weekday', () => {
  const now = new Date(2026, 10, 24, 0, 30);
  expect(formatDayHeading('2026-11-24', now)).toBe('Today');
  expect(formatDayHeading('2026-11-23', now)).toBe('Yesterday');
  expect(formatDayHeading('2026-11-25', now)).toContain('Wednesday');
  expect(formatDayHeading('2018-06-10', now)).toMatch(/Sunday.*2018/);
});

test('a size is told in the unit that suits it', () => {
  expect(formatBytes(0)).toBe('0 bytes');
  expect(formatBytes(999)).toBe('999 bytes');
  expect(formatBytes(1500)).toBe('1.5 kB');
  expect(formatBytes(2_340_000_000)).toBe('2.3 GB');
});

test('an address shows without what says nothing', () => {
  expect(formatAddress('https://www.example.org/story/')).toBe('example.org/story');
  expect(formatAddress(`https://example.org/${'a'.repeat(90)}`)).toHaveLength(64);
});

test('keys are named as the keyboard names them', () => {
  expect(formatKeys('mod+shift+p', false)).toBe('Ctrl+Shift+P');
  expect(formatKeys('mod+k', true)).toBe('⌘K');
  expect(formatKeys('shift+ ', false)).toBe('Shift+Space');
});
