import { useMemo, useState } from 'react';
import { useFormer, useQuery } from '../../state/backend.tsx';
import { valueFieldOf, wantedAt, type Wanted } from './completion.ts';
import { offersFor, type Offers } from './offers.ts';

const mostValues = 12;

/** What can be offered where the caret stands. Nothing is asked while the list is closed. */
export function useOffers(
  query: string,
  caret: number,
  isOpen: boolean,
): { readonly wanted: Wanted | null; readonly offers: Offers | null } {
  const [now] = useState(() => new Date());
  const wanted = isOpen ? wantedAt(query, caret) : null;
  const values = useValues(wanted);
  const recent = useQuery('search.recent', wanted?.kind === 'recent' ? {} : null).value?.queries ?? [];
  return { wanted, offers: offersFor(wanted, { values, recent, now }) };
}

/** Values that the archive knows. Those before stay in sight until the next are there, or the list would blink. */
function useValues(wanted: Wanted | null) {
  const field = wanted?.kind === 'values' ? valueFieldOf(wanted.field) : undefined;
  const prefix = wanted?.kind === 'values' ? wanted.prefix : '';
  const answer = useQuery('search.values', field === undefined ? null : { field, prefix, limit: mostValues }).value;
  const former = useFormer(useMemo(() => answer && { field, values: answer.values }, [answer, field]));
  return former !== undefined && former.field === field ? former.values : [];
}
