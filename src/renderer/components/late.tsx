import { useEffect, useState, type ReactNode } from 'react';

/** What is quicker than this does not flash a skeleton. */
const usualMs = 150;

/** Shows its children only after a while. */
export function Late({ children }: { readonly children: ReactNode }) {
  return useLate('drawn') ? children : null;
}

/** True once the same thing has been waited for too long; `null` waits for nothing. */
export function useLate(waitedFor: string | null): boolean {
  const [late, setLate] = useState<string | null>(null);
  useEffect(() => {
    if (waitedFor === null) return undefined;
    const timer = setTimeout(() => setLate(waitedFor), usualMs);
    return () => clearTimeout(timer);
  }, [waitedFor]);
  return waitedFor !== null && late === waitedFor;
}
