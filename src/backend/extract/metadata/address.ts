import { readMachineDate } from './dates.ts';
import { collectFindings, type Findings } from './findings.ts';

/** What the address itself tells: the day that many papers put into it. */
export function readAddress(address: string | null): Findings {
  const fields = collectFindings('address');
  const path = address === null ? '' : (URL.parse(address)?.pathname ?? '');
  const withDay = /(?:^|[/_-])((?:19|20)\d{2})[/_-](\d{1,2}|[a-z]{3})[/_-](\d{1,2})(?=[/_.-]|$)/i.exec(path);
  const compact = /(?:^|[/_-])((?:19|20)\d{2})(\d{2})(\d{2})(?=[/_.-]|$)/.exec(path);
  const [, year = '', month = '', day = ''] = withDay ?? compact ?? [];
  if (year !== '')
    fields.add(
      'publishedAt',
      readMachineDate(
        /\d/.test(month) ? `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` : `${day} ${month} ${year}`,
      ),
      0.6,
      'day in the address',
    );
  return fields.findings;
}
