const numbers = new Intl.NumberFormat(undefined);
const days = new Intl.DateTimeFormat(undefined, { dateStyle: 'long', timeZone: 'UTC' });
const shortDays = new Intl.DateTimeFormat(undefined, {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  timeZone: 'UTC',
});
const shortDaysThisYear = new Intl.DateTimeFormat(undefined, { day: 'numeric', month: 'short', timeZone: 'UTC' });
const instants = new Intl.DateTimeFormat(undefined, { dateStyle: 'long', timeStyle: 'short' });

export function formatNumber(value: number): string {
  return numbers.format(value);
}

/** A moment as the press prints it. A day without an hour stays a day, and no day slips by a time zone. */
export function formatMoment(moment: string): string {
  if (!moment.includes('T')) return days.format(new Date(`${moment}T00:00:00Z`));
  return instants.format(new Date(moment));
}

/** The day of a moment as its own offset has it, short enough for a row. The year stands only where it is another. */
export function formatShortDay(moment: string, now: Date = new Date()): string {
  const day = moment.slice(0, 10);
  const isThisYear = Number(day.slice(0, 4)) === now.getFullYear();
  return (isThisYear ? shortDaysThisYear : shortDays).format(new Date(`${day}T00:00:00Z`));
}

/** How long a search took, in as many digits as mean something. */
export function formatMilliseconds(ms: number): string {
  return ms < 10 ? ms.toFixed(1) : numbers.format(Math.round(ms));
}

export function formatPercent(share: number): string {
  return `${Math.round(share * 100)} %`;
}

/** An address without what says nothing: `www.example.org/story`. */
export function formatAddress(address: string, longest = 64): string {
  const plain = address.replace(/^https?:\/\/(www\.)?/, '').replace(/\/$/, '');
  return plain.length <= longest ? plain : `${plain.slice(0, longest - 1)}…`;
}

const languages = new Intl.DisplayNames(undefined, { type: 'language', fallback: 'code' });

/** A language by its name; what is no tag of a language stays as it is. */
export function formatLanguage(tag: string): string {
  try {
    return languages.of(tag) ?? tag;
  } catch {
    // Not well-formed, as some page stated it.
    return tag;
  }
}

const listing = new Intl.ListFormat(undefined, { type: 'conjunction' });

/** "Ada, Ben, and Cem" as the reader's language joins names. */
export function formatNames(names: readonly string[]): string {
  return listing.format(names);
}

/** A key as the keyboard of this system names it. `mod` is Command on a Mac and Ctrl elsewhere. */
export function formatKeys(keys: string, isMac: boolean): string {
  const names: Readonly<Record<string, string>> = {
    mod: isMac ? '⌘' : 'Ctrl',
    shift: isMac ? '⇧' : 'Shift',
    alt: isMac ? '⌥' : 'Alt',
    ArrowDown: '↓',
    ArrowUp: '↑',
    ' ': 'Space',
    Escape: 'Esc',
  };
  const parts = keys.split('+').map((part) => names[part] ?? (part.length === 1 ? part.toUpperCase() : part));
  return parts.join(isMac ? '' : '+');
}
