import { useMemo, useSyncExternalStore } from 'react';

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
  const media = useMemo(() => {
    const list = matchMedia(query);
    return {
      subscribe(listener: () => void) {
        list.addEventListener('change', listener);
        return () => list.removeEventListener('change', listener);
      },
      get: () => list.matches,
    };
  }, [query]);
  return useSyncExternalStore(media.subscribe, media.get);
}
