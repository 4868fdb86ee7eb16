import { useEffect, useRef, useState } from 'react';
import { parsePressmarkLink } from '#contract/pressmark-link.ts';
import { useServices } from '../../state/backend.tsx';

type LinkActs = { readonly open: (id: string) => void; readonly search: (query: string) => void };

export type ProposedAddress = {
  /** What a link proposes to add; the reader says yes or no. */
  readonly address: string | null;
  /** This one is answered; the next is asked about. */
  readonly answered: () => void;
};

/** Follows links of ours that come from elsewhere. Showing something is done at once; adding is asked about. */
export function useLinks(acts: LinkActs): ProposedAddress {
  const { onLink } = useServices();
  const [proposed, setProposed] = useState<readonly string[]>([]);
  const latest = useRef(acts);
  useEffect(() => {
    latest.current = acts;
  });
  useEffect(
    () =>
      onLink((written) => {
        const link = parsePressmarkLink(written);
        if (link?.kind === 'open') latest.current.open(link.id);
        else if (link?.kind === 'search') latest.current.search(link.query);
        else if (link?.kind === 'add' && URL.canParse(link.address))
          setProposed((now) => [...new Set([...now, link.address])]);
      }),
    [onLink],
  );
  return { address: proposed[0] ?? null, answered: () => setProposed((now) => now.slice(1)) };
}
