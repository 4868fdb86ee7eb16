import { expect, test } from 'vitest';
import { mailMoment } from './mail-moment.ts';

test.each([
  ['Sun, 10 Jun 2018 08:30:00 +0200', '2018-06-10T08:30:00+02:00'],
  ['10 Jun 2018 08:30 GMT', '2018-06-10T08:30:00+00:00'],
  ['Sun, 3 Jun 18 8:30:05 EDT', '2018-06-03T08:30:05-04:00'],
  ['Sun, 10 Jun 2018 08:30:00 -0000', '2018-06-10T08:30:00+00:00'],
  ['Sunday, 10-Jun-2018 08:30:00 UTC (noon)', '2018-06-10T08:30:00+00:00'],
  ['31 Foo 2018 08:30:00 +0000', null],
  ['45 Jun 2018 08:30:00 +0000', null],
  ['', null],
])('%s is %s', (date, moment) => {
  expect(mailMoment(date)).toBe(moment);
});
