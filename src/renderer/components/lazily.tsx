import { lazy, Suspense, useState, type FunctionComponent } from 'react';
import { text } from '../text/text.ts';

/** A screen or sheet that is fetched when it is first shown. */
export type Lazily<Props> = FunctionComponent<Props> & {
  /** Fetches it before it is asked for: then it is drawn at once, as if it had been there from the start. */
  readonly fetchAhead: () => void;
};

/**
 * A screen or sheet that is fetched when it is first shown, so that the window's first load stays small:
 * `const QueryHelp = lazily(async () => (await import('./query-help.tsx')).QueryHelp)`.
 *
 * Not for what is typed into at once, unless it is fetched ahead: the first keys would go elsewhere.
 */
export function lazily<Props extends object>(load: () => Promise<FunctionComponent<Props>>): Lazily<Props> {
  let here: FunctionComponent<Props> | undefined;
  const fetchOnce = async () => ({ default: (here ??= await load().catch((): FunctionComponent<Props> => NotThere)) });
  const Awaited = lazy(fetchOnce);
  function Lazily(props: Props) {
    // Chosen once: what is drawn already must not be drawn anew when it has come.
    const [Here] = useState(() => here);
    if (Here) return <Here {...props} />;
    return (
      <Suspense fallback={null}>
        <Awaited {...props} />
      </Suspense>
    );
  }
  return Object.assign(Lazily, { fetchAhead: () => void fetchOnce() });
}

/** The window's own files come from the back end's side: where they do not, nothing else will either. */
function NotThere() {
  return <p role="alert">{text.broken.lost}</p>;
}
