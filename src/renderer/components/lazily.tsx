import { lazy, Suspense, type FunctionComponent } from 'react';
import { text } from '../text/text.ts';

/**
 * A screen or sheet that is fetched when it is first shown, so that the window's first load stays small:
 * `const QueryHelp = lazily(async () => (await import('./query-help.tsx')).QueryHelp)`.
 *
 * Not for what is typed into at once: the first keys would go elsewhere.
 */
export function lazily<Props extends object>(load: () => Promise<FunctionComponent<Props>>): FunctionComponent<Props> {
  const Loaded = lazy(async () => ({ default: await load().catch((): FunctionComponent<Props> => NotThere) }));
  return function Lazily(props: Props) {
    return (
      <Suspense fallback={null}>
        <Loaded {...props} />
      </Suspense>
    );
  };
}

/** The window's own files come from the back end's side: where they do not, nothing else will either. */
function NotThere() {
  return <p role="alert">{text.broken.lost}</p>;
}
