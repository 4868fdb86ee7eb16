import type { Findings, Found } from './findings.ts';
import type { PrintedDate } from './printed-dates.ts';

/** Elements before and after the headline between which a date is the story's. */
const nearBefore = 12;
const nearAfter = 80;

type DateSources = {
  /** JSON-LD, meta and microdata, in this order. */
  readonly machine: readonly Findings[];
  readonly printed: readonly PrintedDate[];
  readonly address: Findings;
};

/**
 * When the story was published, and when it was changed.
 *
 * What the page prints beside its headline is what its readers know as the story's date, so it is
 * asked first whether machine data means the same day:
 * - The same day: machine data, which knows the hour too.
 * - One day apart: the same moment, told elsewhere on the earth. The moment stays, in the hour that
 *   the page prints; without one the printed day stands.
 * - Further apart, and another part of the machine data has the printed day: that one.
 * - Further apart else: the page, if it is unmistakable (a date that says it, or the only one there).
 *   Machine data then tells of a first version years ago, or of the last change in the database.
 * - The page prints none: machine data; and where that is silent, the address.
 *
 * A date that says "updated" is never the date of publication.
 */
export function settleDates({ machine, printed, address }: DateSources): Pick<Findings, 'publishedAt' | 'updatedAt'> {
  const told = firstOf(machine, 'publishedAt');
  const updated = firstOf(machine, 'updatedAt') ?? labelledUpdate(printed);
  const shown = besideHeadline(printed);
  const published =
    told !== undefined
      ? shown === undefined
        ? withAgreement(told, [...machine.slice(1), address])
        : reconcile(told, shown, { machine, printed, updated, address })
      : shown !== undefined && !isChange(shown, updated)
        ? asFound(shown, 'date printed beside the headline')
        : (address.publishedAt ?? farOff(printed));
  return {
    ...(published === undefined ? {} : { publishedAt: published }),
    ...(updated === undefined ? {} : { updatedAt: updated }),
  };
}

function firstOf(machine: readonly Findings[], field: 'publishedAt' | 'updatedAt'): Found<string> | undefined {
  return machine.find((findings) => findings[field] !== undefined)?.[field];
}

function withAgreement(told: Found<string>, others: readonly Findings[]): Found<string> {
  const agreed = others.some(
    ({ publishedAt }) =>
      publishedAt !== undefined && publishedAt !== told && dayOf(publishedAt.value) === dayOf(told.value),
  );
  return agreed ? { ...told, confidence: Math.min(0.98, told.confidence + 0.07) } : told;
}

/** The one day that is printed near the headline; with several, the one that says it is the publication's. */
function besideHeadline(printed: readonly PrintedDate[]): PrintedDate | undefined {
  const near = printed.filter(
    ({ distance, label, mark }) =>
      label !== 'updated' && mark !== 'opening' && distance >= -nearBefore && distance <= nearAfter,
  );
  const labelled = near.find(({ label }) => label === 'published');
  if (labelled !== undefined) return labelled;
  const marked = near.filter(({ mark }) => mark !== 'none');
  const usable = marked.length > 0 ? marked : near;
  const [first] = usable;
  if (first === undefined || usable.some(({ day }) => day !== first.day)) return undefined;
  return usable.find(({ moment }) => moment.length > 10) ?? first;
}

/**
 * Where nothing else is known: the date that says it is that of publication, then the day that the story
 * opens with, then a marked one, then the nearest.
 */
function anywhere(printed: readonly PrintedDate[]): PrintedDate | undefined {
  const usable = printed
    .filter(({ label, day }) => label !== 'updated' && day >= '1990')
    .toSorted((left, right) => Math.abs(left.distance) - Math.abs(right.distance));
  return (
    usable.find(({ label }) => label === 'published') ??
    usable.find(({ mark }) => mark === 'opening') ??
    usable.find(({ mark }) => mark !== 'none') ??
    usable[0]
  );
}

function farOff(printed: readonly PrintedDate[]): Found<string> | undefined {
  const found = anywhere(printed);
  return found === undefined ? undefined : { ...asFound(found, 'date printed on the page'), confidence: 0.4 };
}

function labelledUpdate(printed: readonly PrintedDate[]): Found<string> | undefined {
  const found = printed.find(({ label }) => label === 'updated');
  return found === undefined ? undefined : asFound(found, 'date printed as that of a change');
}

function asFound(date: PrintedDate, detail: string): Found<string> {
  const confidence = date.label !== null ? 0.75 : date.mark === 'none' || date.isAmbiguous ? 0.5 : 0.65;
  return { value: date.moment, confidence, origin: 'markup', detail };
}

function reconcile(
  told: Found<string>,
  shown: PrintedDate,
  others: DateSources & { readonly updated: Found<string> | undefined },
): Found<string> {
  const apart = Math.abs(daysBetween(dayOf(told.value), shown.day));
  if (apart === 0) return { ...told, confidence: Math.min(0.98, told.confidence + 0.07) };
  const second = others.machine.find(({ publishedAt }) => dayOf(publishedAt?.value ?? '') === shown.day)?.publishedAt;
  if (second !== undefined && (apart > 1 || told.value.length === 10))
    return { ...second, detail: `${second.detail}, as printed beside the headline` };
  const isInAddress = others.address.publishedAt?.value === dayOf(told.value);
  // A bare `date` may be that of anything in the page.
  const isWeak = told.confidence <= 0.6 && !shown.isAmbiguous && !isInAddress;
  if (isWeak) return asFound(shown, 'date printed beside the headline');
  if (apart === 1) return inPrintedHour(told, shown, others.printed);
  if (shown.isAmbiguous || isInAddress || isChange(shown, others.updated)) return told;
  return asFound(shown, `date printed beside the headline; ${told.detail} has ${dayOf(told.value)}`);
}

/** What the page's data calls its last change is one, unless the page itself marks it as its date. */
function isChange(shown: PrintedDate, updated: Found<string> | undefined): boolean {
  return updated !== undefined && dayOf(updated.value) === shown.day && shown.mark !== 'time' && shown.label === null;
}

/** Only a moment in world time may be another day where the page was made; one with an offset of its own is told. */
function inPrintedHour(told: Found<string>, shown: PrintedDate, printed: readonly PrintedDate[]): Found<string> {
  if (!/(?:Z|[+-]00:00)$/.test(told.value)) return told;
  const minutes = printed.find(({ day, minutes: hour }) => day === shown.day && hour !== null)?.minutes ?? null;
  const local = minutes === null ? null : inHourOf(told.value, shown.day, minutes);
  return local === null
    ? { ...asFound(shown, `date printed beside the headline; ${told.detail} in another zone`), confidence: 0.85 }
    : { ...told, value: local, detail: `${told.detail}, in the hour that the page prints` };
}

function daysBetween(left: string, right: string): number {
  return (Date.parse(`${left}T00:00:00Z`) - Date.parse(`${right}T00:00:00Z`)) / 86_400_000;
}

function dayOf(moment: string): string {
  return moment.slice(0, 10);
}

const minutesOfDay = 24 * 60;

/** The same moment, written with the offset at which it is the printed day and hour; `null` if there is none. */
function inHourOf(moment: string, day: string, minutes: number): string | null {
  if (moment.length === 10) return null;
  const offset = Math.round((Date.parse(`${day}T00:00:00Z`) - Date.parse(moment)) / 60_000) + minutes;
  const quarter = Math.round(offset / 15) * 15;
  if (Math.abs(offset - quarter) > 2 || Math.abs(quarter) > minutesOfDay * 0.6) return null;
  const local = new Date(Date.parse(moment) + quarter * 60_000).toISOString().slice(0, 19);
  const size = Math.abs(quarter);
  const clock = `${String(Math.floor(size / 60)).padStart(2, '0')}:${String(size % 60).padStart(2, '0')}`;
  return `${local}${quarter < 0 ? '-' : '+'}${clock}`;
}
