/** Seconds in a day; times of publication are counted in seconds as printed, without regard to zones. */
export const daySeconds = 86_400;

/** The number of a day, counted from the first of March of the year 0: works for every year of four digits. */
export function dayNumber(year: number, month: number, day: number): number {
  // Years begin in March here, so that the leap day comes last and months have a closed form.
  const shifted = month <= 2 ? year - 1 : year;
  const era = Math.floor(shifted / 400);
  const yearOfEra = shifted - era * 400;
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1;
  return era * 146_097 + yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
}

export function yearOfDay(day: number): number {
  const era = Math.floor(day / 146_097);
  const dayOfEra = day - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  // Day 306 of a year that begins in March is the first of January.
  return yearOfEra + era * 400 + (dayOfYear >= 306 ? 1 : 0);
}

export function daysInMonth(year: number, month: number): number {
  const next = month === 12 ? dayNumber(year + 1, 1, 1) : dayNumber(year, month + 1, 1);
  return next - dayNumber(year, month, 1);
}

const printedMoment = /^(\d{4})-(\d{2})-(\d{2})(?:T(\d{2}):(\d{2})(?::(\d{2}))?)?/;

/** A moment of publication as seconds since day 0, as printed; 0 for an unknown one. */
export function printedSeconds(moment: string | null): number {
  const parts = moment === null ? null : printedMoment.exec(moment);
  if (parts === null) return 0;
  const [year, month, day, hour, minute, second] = parts.slice(1).map((part) => Number(part ?? 0)) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  return Math.max(0, dayNumber(year, month, day) * daySeconds + hour * 3600 + minute * 60 + second);
}

/** An instant (UTC) as seconds since day 0; 0 for one that cannot be read. */
export function instantSeconds(instant: string): number {
  const ms = Date.parse(instant);
  return Number.isNaN(ms) ? 0 : Math.max(0, Math.floor(ms / 1000) + dayNumber(1970, 1, 1) * daySeconds);
}
