import { expect, test } from 'vitest';
import { findWrittenDate, readMachineDate, readWrittenDate } from './dates.ts';

test.each([
  ['2018-06-10', '2018-06-10'],
  ['2018-06-10T08:30:00+02:00', '2018-06-10T08:30:00+02:00'],
  ['2018-06-10T08:30:00+0200', '2018-06-10T08:30:00+02:00'],
  ['2018-06-10 08:30:00Z', '2018-06-10T08:30:00Z'],
  ['2018-06-10T08:30:00', '2018-06-10'],
  ['20180610', '2018-06-10'],
  ['Sun, 10 Jun 2018 08:30:00 GMT', '2018-06-10T08:30:00Z'],
  ['1528619400', '2018-06-10T08:30:00Z'],
  ['1528619400000', '2018-06-10T08:30:00Z'],
  ['June 10, 2018', '2018-06-10'],
])('a machine writes %s and means %s', (written, meant) => {
  expect(readMachineDate(written)).toBe(meant);
});

test.each([
  '1970-01-01T00:00:00Z',
  '0',
  '0001-01-01',
  '2018-02-30',
  '2018-13-01',
  '1900-01-01',
  'yesterday',
  '',
  '9999-12-31',
])('a machine writes %j and means nothing', (written) => {
  expect(readMachineDate(written)).toBeNull();
});

test.each([
  ['Posted October 18, 2023 at noon', '2023-10-18'],
  ['Sept. 3rd 2020', '2020-09-03'],
  ['10. Juni 2018', '2018-06-10'],
  ['1er février 2021', '2021-02-01'],
  ['3 de mayo de 2024', '2024-05-03'],
  ['10 marca 2022', '2022-03-10'],
  ['3 августа 2019', '2019-08-03'],
  ['2018年6月10日', '2018-06-10'],
  ['10.06.2018, 08:30 Uhr', '2018-06-10'],
  ['25/12/2019', '2019-12-25'],
  ['12/25/2019', '2019-12-25'],
])('%s is written and %s is meant', (written, meant) => {
  expect(readWrittenDate(written)).toBe(meant);
});

test.each(['03/04/2019', 'in 1953', 'May 2020', 'the 45 of March 2020', 'Copyright 2024', 'page 10 of 2018'])(
  'no day is read from %j',
  (written) => {
    expect(readWrittenDate(written)).toBeNull();
  },
);

test('the first of two dates is found with its place', () => {
  expect(findWrittenDate('Updated 4 May 2024, first on 3 May 2024')).toEqual({ date: '2024-05-04', start: 8, end: 18 });
});
