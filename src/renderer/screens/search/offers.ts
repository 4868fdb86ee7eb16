import type { ValuesPage } from '#contract/searches.ts';
import { formatLanguage, formatNumber } from '../../text/format.ts';
import { text } from '../../text/text.ts';
import { takeField, takeValue, valueFieldOf, type Taken, type Wanted } from './completion.ts';

/** One line of the list below the search field. */
export type Offer = {
  readonly id: string;
  readonly kind: 'recent' | 'field' | 'value' | 'forget';
  readonly label: string;
  /** What it means, or how many articles bear it. */
  readonly aside: string;
};

export type Offers = {
  readonly title: string;
  readonly offers: readonly Offer[];
  /** Tab takes the first: something of it has been typed, and nothing else can be meant. */
  readonly tabTakes: boolean;
};

const mostRecent = 8;

/** What is offered at a place of the query. */
export function offersFor(
  wanted: Wanted | null,
  known: { readonly values: ValuesPage['values']; readonly recent: readonly string[]; readonly now: Date },
): Offers | null {
  if (wanted === null) return null;
  switch (wanted.kind) {
    case 'recent':
      return recentOffers(known.recent);
    case 'fields':
      return fieldOffers(wanted.typed);
    case 'values': {
      const offers =
        valueFieldOf(wanted.field) === undefined ? fixedOffers(wanted, known.now) : valueOffers(wanted, known.values);
      const isWhole = offers.length === 1 && offers[0]?.id === wanted.prefix;
      if (offers.length === 0 || isWhole) return null;
      return { title: titleOf(wanted.field), offers, tabTakes: wanted.prefix !== '' };
    }
  }
}

/** The query once an offer was taken; `null` for what is no query (clearing the list). */
export function take(query: string, wanted: Wanted, offer: Offer): Taken | null {
  switch (offer.kind) {
    case 'recent':
      return { query: offer.id, caret: offer.id.length };
    case 'field':
      return wanted.kind === 'fields' ? takeField(query, wanted, offer.id) : null;
    case 'value':
      return wanted.kind === 'values' ? takeValue(query, wanted, offer.id) : null;
    case 'forget':
      return null;
  }
}

function recentOffers(recent: readonly string[]): Offers | null {
  if (recent.length === 0) return null;
  const offers = recent
    .slice(0, mostRecent)
    .map((query): Offer => ({ id: query, kind: 'recent', label: query, aside: '' }));
  const forget: Offer = { id: '', kind: 'forget', label: text.search.offers.forget, aside: '' };
  return { title: text.search.offers.recent, offers: [...offers, forget], tabTakes: false };
}

function fieldOffers(typed: string): Offers | null {
  const offers = Object.entries(text.search.fields)
    .filter(([name]) => name.startsWith(typed))
    .map(([name, means]): Offer => ({ id: name, kind: 'field', label: `${name}:`, aside: means }));
  return offers.length === 0 ? null : { title: text.search.offers.fields, offers, tabTakes: false };
}

function valueOffers({ field }: Wanted & { kind: 'values' }, values: ValuesPage['values']): Offer[] {
  return values.map(({ value, count }) => ({
    id: value,
    kind: 'value',
    label: field === 'lang' ? `${value} · ${formatLanguage(value)}` : value,
    aside: formatNumber(count),
  }));
}

function fixedOffers({ field, prefix }: Wanted & { kind: 'values' }, now: Date): Offer[] {
  return choicesOf(field, now)
    .filter(([value]) => value.startsWith(prefix.toLowerCase()))
    .map(([value, means]): Offer => ({ id: value, kind: 'value', label: value, aside: means }));
}

type Choice = readonly [value: string, means: string];

function choicesOf(field: string, now: Date): readonly Choice[] {
  if (field === 'published' || field === 'saved') return dateChoices(now);
  const { values } = text.search;
  return Object.hasOwn(values, field) ? Object.entries(values[field as keyof typeof values]) : [];
}

/** The months and years that are asked for most: the newest. */
function dateChoices(now: Date): readonly Choice[] {
  const year = now.getFullYear();
  const month = (back: number) => {
    const first = new Date(Date.UTC(year, now.getMonth() - back, 1));
    return first.toISOString().slice(0, 7);
  };
  const { thisMonth, lastMonth, thisYear, lastYear, from, until } = text.search.dates;
  return [
    [month(0), thisMonth],
    [month(1), lastMonth],
    [`${year}`, thisYear],
    [`${year - 1}`, lastYear],
    [`${year - 5}..`, from(year - 5)],
    [`..${year - 5}`, until(year - 5)],
  ];
}

function titleOf(field: string): string {
  const { facets } = text.search;
  return Object.hasOwn(facets, field) ? facets[field as keyof typeof facets] : `${field}:`;
}
