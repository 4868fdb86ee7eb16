import { useCallback, useEffect, useState } from 'react';
import type { LibraryList } from '#contract/libraries.ts';
import { useServices } from '../../state/backend.tsx';
import { errorSentence } from '../../text/errors.ts';

/** The libraries of this computer, asked for when a page that shows them opens. */
export function useLibraries(): { readonly list: LibraryList | null; readonly refresh: () => void } {
  const { client, announcer } = useServices();
  const [list, setList] = useState<LibraryList | null>(null);
  const refresh = useCallback(() => {
    client
      .ask('libraries.list', {})
      .then(setList)
      .catch((error: unknown) => announcer.say({ text: errorSentence(error), tone: 'failed' }));
  }, [client, announcer]);
  useEffect(refresh, [refresh]);
  return { list, refresh };
}
