const months = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const zones: ReadonlyMap<string, string> = new Map([
  ['ut', '+00:00'],
  ['utc', '+00:00'],
  ['gmt', '+00:00'],
  ['z', '+00:00'],
  ['est', '-05:00'],
  ['edt', '-04:00'],
  ['cst', '-06:00'],
  ['cdt', '-05:00'],
  ['mst', '-07:00'],
  ['mdt', '-06:00'],
  ['pst', '-08:00'],
  ['pdt', '-07:00'],
]);

const dated =
  /^\s*(?:[a-z]+\s*,\s*)?(\d{1,2})[\s-]+([a-z]{3})[a-z]*[\s-]+(\d{4}|\d\d)\s+(\d\d?):(\d\d)(?::(\d\d))?\s*([+-]\d{4}|[a-z]+)?/i;

/** The date of a mail (RFC 5322) as a moment with its own offset: `Sun, 10 Jun 2018 08:30:00 +0200`. */
export function mailMoment(date: string): string | null {
  const found = dated.exec(date.slice(0, 200));
  if (found === null) return null;
  const [, day = '', monthName = '', year = '', hour = '', minute = '', second = '00', zone = ''] = found;
  const month = months.indexOf(monthName.toLowerCase()) + 1;
  const moment = `${fullYear(year)}-${two(month)}-${two(day)}T${two(hour)}:${minute}:${second}${offsetOf(zone)}`;
  return month === 0 || Number.isNaN(Date.parse(moment)) ? null : moment;
}

/** "-0000" says that the hour is UTC, and nothing about where the sender is; so does what nobody knows. */
function offsetOf(zone: string): string {
  if (/^[+-]\d{4}$/.test(zone)) return `${zone.slice(0, 3)}:${zone.slice(3)}`.replace('-00:00', '+00:00');
  return zones.get(zone.toLowerCase()) ?? '+00:00';
}

function fullYear(year: string): string {
  if (year.length === 4) return year;
  return Number(year) < 50 ? `20${year}` : `19${year}`;
}

function two(number: number | string): string {
  return String(number).padStart(2, '0');
}
