const byteUnits = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte'] as const;

/** The shapes of numbers, dates and lists in one locale. */
function formatsOf(locale: string) {
  const day = { day: 'numeric', month: 'short', timeZone: 'UTC' } as const;
  return {
    numbers: new Intl.NumberFormat(locale),
    bytes: byteUnits.map((unit) => sizes(locale, unit)),
    percent: new Intl.NumberFormat(locale, { style: 'percent' }),
    milliseconds: new Intl.NumberFormat(locale, { minimumFractionDigits: 1, maximumFractionDigits: 1 }),
    days: new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }),
    headingDays: new Intl.DateTimeFormat(locale, { dateStyle: 'full', timeZone: 'UTC' }),
    nearDays: new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }),
    shortDays: new Intl.DateTimeFormat(locale, { ...day, year: 'numeric' }),
    shortDaysThisYear: new Intl.DateTimeFormat(locale, day),
    clock: new Intl.DateTimeFormat(locale, { timeStyle: 'short' }),
    instants: new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeStyle: 'short' }),
    languages: new Intl.DisplayNames(locale, { type: 'language', fallback: 'code' }),
    listing: new Intl.ListFormat(locale, { type: 'conjunction' }),
  };
}

/** Bytes are written out: their short form is the singular in some languages, "999 byte". */
function sizes(locale: string, unit: (typeof byteUnits)[number]): Intl.NumberFormat {
  const unitDisplay = unit === 'byte' ? 'long' : 'short';
  return new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay, maximumFractionDigits: 1 });
}

const spoken = { formats: formatsOf('en') };

/** From now on numbers and dates are written as this locale has them. Called by `speak` alone. */
export function formatIn(locale: string): void {
  spoken.formats = formatsOf(locale);
}

export function formatNumber(value: number): string {
  return spoken.formats.numbers.format(value);
}

/** A size in the unit that suits it, in thousands as disks are sold. */
export function formatBytes(bytes: number): string {
  const { bytes: units } = spoken.formats;
  const power = Math.min(units.length - 1, bytes < 1000 ? 0 : Math.floor(Math.log10(bytes) / 3));
  return units[power]?.format(bytes / 1000 ** power) ?? '';
}

/** A moment as the press prints it. A day without an hour stays a day, and no day slips by a time zone. */
export function formatMoment(moment: string): string {
  if (!moment.includes('T')) return spoken.formats.days.format(new Date(`${moment}T00:00:00Z`));
  return spoken.formats.instants.format(new Date(moment));
}

/** The hour and minute of a moment, on the reader's own clock. */
export function formatClock(moment: string): string {
  return spoken.formats.clock.format(new Date(moment));
}

/** The day of a moment as its own offset has it, short enough for a row. The year stands only where it is another. */
export function formatShortDay(moment: string, now: Date = new Date()): string {
  const day = moment.slice(0, 10);
  const isThisYear = Number(day.slice(0, 4)) === now.getFullYear();
  const { shortDays, shortDaysThisYear } = spoken.formats;
  return (isThisYear ? shortDaysThisYear : shortDays).format(new Date(`${day}T00:00:00Z`));
}

/** A day as the heading of a list: today and yesterday by these words, any other with its weekday. */
export function formatDayHeading(day: string, now: Date = new Date()): string {
  const today = Date.UTC(now.getFullYear(), now.getMonth(), now.getDate());
  const daysAgo = Math.round((today - Date.parse(`${day}T00:00:00Z`)) / 86_400_000);
  if (daysAgo !== 0 && daysAgo !== 1) return spoken.formats.headingDays.format(new Date(`${day}T00:00:00Z`));
  const words = spoken.formats.nearDays.format(-daysAgo, 'day');
  return words.charAt(0).toLocaleUpperCase() + words.slice(1);
}

/** How long a search took, in as many digits as mean something. */
export function formatMilliseconds(ms: number): string {
  return ms < 10 ? spoken.formats.milliseconds.format(ms) : formatNumber(Math.round(ms));
}

export function formatPercent(share: number): string {
  return spoken.formats.percent.format(share);
}

/** An address without what says nothing: `www.example.org/story`. */
export function formatAddress(address: string, longest = 64): string {
  const plain = address.replace(/^https?:\/\/(www\.)?/, '').replace(/\/$/, '');
  return plain.length <= longest ? plain : `${plain.slice(0, longest - 1)}…`;
}

/** A language by its name; what is no tag of a language stays as it is. */
export function formatLanguage(tag: string): string {
  try {
    return spoken.formats.languages.of(tag) ?? tag;
  } catch {
    // Not well-formed, as some page stated it.
    return tag;
  }
}

/** "Ada, Ben, and Cem" as the reader's language joins names. */
export function formatNames(names: readonly string[]): string {
  return spoken.formats.listing.format(names);
}
