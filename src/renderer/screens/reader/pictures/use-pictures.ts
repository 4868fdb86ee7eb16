import { useCallback, useEffect, useState, type RefObject } from 'react';
import { useServices } from '../../../state/backend.tsx';
import { text } from '../../../text/text.ts';
import { pictureClass } from '../safe-html.ts';
import { pictureInSight, picturesOf, type Picture } from './pictures-of.ts';

export type Pictures = {
  /** What the viewer shows; null while it is closed. */
  readonly viewed: { readonly pictures: readonly Picture[]; readonly first: number } | null;
  /** Shows the picture that is in sight, or the next one. */
  readonly view: () => void;
  readonly close: () => void;
};

/** Pictures of the open article, shown large: those that are pressed, or the one at hand. */
export function usePictures(body: RefObject<HTMLElement | null>, scroller: RefObject<HTMLElement | null>): Pictures {
  const { announcer } = useServices();
  const [viewed, setViewed] = useState<Pictures['viewed']>(null);

  useEffect(() => {
    const element = body.current;
    if (!element) return undefined;
    const onClick = (event: MouseEvent) => {
      const button = event.target instanceof Element ? event.target.closest(`button.${pictureClass}`) : null;
      const pictures = button === null ? [] : picturesOf(element);
      const first = pictures.findIndex((picture) => picture.button === button);
      if (first !== -1) setViewed({ pictures, first });
    };
    element.addEventListener('click', onClick);
    return () => element.removeEventListener('click', onClick);
  }, [body]);

  const view = useCallback(() => {
    const seen = inSight(body, scroller);
    if (seen) setViewed(seen);
    else announcer.say({ text: text.pictures.none, tone: 'done', key: 'act' });
  }, [body, scroller, announcer]);
  const close = useCallback(() => setViewed(null), []);
  return { viewed, view, close };
}

type Part = RefObject<HTMLElement | null>;

function inSight({ current: body }: Part, { current: scroller }: Part): Pictures['viewed'] {
  const pictures = body ? picturesOf(body) : [];
  if (pictures.length === 0 || !scroller) return null;
  return { pictures, first: pictureInSight(pictures, scroller.getBoundingClientRect()) };
}
