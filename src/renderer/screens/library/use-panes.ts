import { useSyncExternalStore } from 'react';

/** How many panes stand side by side: as many as the width of the window allows. */
export type PaneCount = 'three' | 'two' | 'one';

const threePanes = '(width >= 1060px)';
const twoPanes = '(width >= 700px)';

export function usePaneCount(): PaneCount {
  const hasThree = useMedia(threePanes);
  const hasTwo = useMedia(twoPanes);
  return hasThree ? 'three' : hasTwo ? 'two' : 'one';
}

export function useMedia(query: string): boolean {
  return useSyncExternalStore(
    (listener) => {
      const media = matchMedia(query);
      media.addEventListener('change', listener);
      return () => media.removeEventListener('change', listener);
    },
    () => matchMedia(query).matches,
  );
}
