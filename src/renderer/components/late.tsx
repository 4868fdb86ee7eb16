import { useEffect, useState, type ReactNode } from 'react';

/** Shows its children only after a while, so that what is quick does not flash a skeleton. */
export function Late({ afterMs = 150, children }: { readonly afterMs?: number; readonly children: ReactNode }) {
  const [isDue, setDue] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setDue(true), afterMs);
    return () => clearTimeout(timer);
  }, [afterMs]);
  return isDue ? children : null;
}
