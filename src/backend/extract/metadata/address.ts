import { readMachineDate } from './dates.ts';
import { collectFindings, type Findings } from './findings.ts';

/** What the address itself tells: the day that many papers put into it. */
export function readAddress(address: string | null): Findings {
  const fields = collectFindings('address');
  const path = address === null ? '' : (URL.parse(address)?.pathname ?? '');
  for (const read of [yearFirst, yearLast]) fields.add('publishedAt', read(path), 0.6, 'day in the address');
  return fields.findings;
}

/** `/2019/05/06/`, `/2019/may/06/`, `-20190506-`. */
function yearFirst(path: string): string | null {
  const parted = /(?:^|[/_-])((?:19|20)\d{2})[/_-](\d{1,2}|[a-z]{3})[/_-](\d{1,2})(?=[/_.+-]|$)/i.exec(path);
  const [, year = '', month = '', day = ''] =
    parted ?? /(?:^|[/_-])((?:19|20)\d{2})(\d{2})(\d{2})(?=[/_.+-]|$)/.exec(path) ?? [];
  if (year === '') return null;
  return readMachineDate(
    /\d/.test(month) ? `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` : `${day} ${month} ${year}`,
  );
}

/** `/06-05-2019`, `/06052019-`: the day first, as in most of the world. */
function yearLast(path: string): string | null {
  const [, day = '', month = '', year = ''] =
    /(?:^|[/_-])(\d{2})-?(\d{2})-?((?:19|20)\d{2})(?=[/_.+-]|$)/.exec(path) ?? [];
  return year === '' ? null : readMachineDate(`${year}-${month}-${day}`);
}
