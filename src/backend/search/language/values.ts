import { dayNumber, daySeconds, daysInMonth } from '../storage/days.ts';

/** A range of numbers `[from, to)`; `isReversed` when its ends were given the wrong way round. */
export type Range = { readonly from: number; readonly to: number; readonly isReversed?: boolean };

/** Unknown dates are 0 in the columns, so that no range that begins here holds them. */
const earliest = 1;

/** `2018`, `2018-06`, `2018-06-10`, two of them joined by `..`, or open at one end; undefined for anything else. */
export function dateRange(text: string): Range | undefined {
  const [first, last, ...more] = text.split('..');
  if (first === undefined || more.length > 0) return undefined;
  if (last === undefined) return oneDate(first);
  if (first === '' && last === '') return undefined;
  const from = first === '' ? { from: earliest, to: earliest } : oneDate(first);
  const to = last === '' ? { from: Infinity, to: Infinity } : oneDate(last);
  if (from === undefined || to === undefined) return undefined;
  if (from.from >= to.to) return { from: to.from, to: from.to, isReversed: true };
  return { from: from.from, to: to.to };
}

function oneDate(text: string): Range | undefined {
  const parts = /^(\d{4})(?:-(\d{1,2}))?(?:-(\d{1,2}))?$/.exec(text);
  if (parts === null) return undefined;
  const year = Number(parts[1]);
  const month = parts[2] === undefined ? undefined : Number(parts[2]);
  const day = parts[3] === undefined ? undefined : Number(parts[3]);
  if (month !== undefined && (month < 1 || month > 12)) return undefined;
  if (day !== undefined && (day < 1 || day > daysInMonth(year, month!))) return undefined;
  const from = dayNumber(year, month ?? 1, day ?? 1);
  const to =
    day !== undefined ? from + 1 : month !== undefined ? from + daysInMonth(year, month) : dayNumber(year + 1, 1, 1);
  return { from: from * daySeconds, to: to * daySeconds };
}

/** `1500`, `>1500`, `<=300`, `300..1500`, open at one end. */
export function numberRange(text: string): Range | undefined {
  const compared = /^(>=?|<=?)?(\d{1,9})$/.exec(text);
  if (compared !== null) {
    const number = Number(compared[2]);
    switch (compared[1] ?? '') {
      case '>':
        return { from: number + 1, to: Infinity };
      case '>=':
        return { from: number, to: Infinity };
      case '<':
        return { from: 0, to: number };
      case '<=':
        return { from: 0, to: number + 1 };
      default:
        return { from: number, to: number + 1 };
    }
  }
  const ends = /^(\d{0,9})\.\.(\d{0,9})$/.exec(text);
  if (ends === null || (ends[1] === '' && ends[2] === '')) return undefined;
  const from = ends[1] === '' ? 0 : Number(ends[1]);
  const to = ends[2] === '' ? Infinity : Number(ends[2]);
  return from > to ? { from: to, to: from + 1, isReversed: true } : { from, to: to + 1 };
}

const unitDays = { d: 1, w: 7, m: 30, y: 365 } as const;

/** `<30d`: younger than thirty days; `>1y`: older than a year. As a range of seconds up to `now`. */
export function ageRange(text: string, nowSeconds: number): Range | undefined {
  const parts = /^([<>])(\d{1,5})([dwmy])$/.exec(text);
  if (parts === null) return undefined;
  const border = nowSeconds - Number(parts[2]) * unitDays[parts[3] as keyof typeof unitDays] * daySeconds;
  return parts[1] === '<'
    ? { from: Math.max(earliest, border), to: Infinity }
    : { from: earliest, to: Math.max(earliest, border) };
}
