import { useEffect, useRef, useState } from 'react';

/** A query is asked when the typing has rested this long. */
const restMs = 60;

/** What stands in the field. It follows the query when that is changed from elsewhere (a facet, another shelf). */
export function useTyped(query: string, onQuery: (query: string) => void): readonly [string, (typed: string) => void] {
  const [state, setState] = useState({ typed: query, query });
  if (state.query !== query) setState({ typed: query, query });
  const { typed } = state;
  const ask = useRef(onQuery);
  useEffect(() => {
    ask.current = onQuery;
  }, [onQuery]);
  useEffect(() => {
    if (typed === query) return undefined;
    const timer = setTimeout(() => ask.current(typed), restMs);
    return () => clearTimeout(timer);
  }, [typed, query]);
  return [typed, (next) => setState((before) => ({ ...before, typed: next }))];
}
