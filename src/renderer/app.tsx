import { Tooltip } from '@base-ui/react/tooltip';
import { useEffect } from 'react';
import { ToastShelf, type Toasts } from './components/toasts.tsx';
import { BrokenScreen, OpeningScreen } from './screens/opening/opening-screen.tsx';
import { LibraryScreen } from './screens/library/library-screen.tsx';
import { useMedia } from './screens/library/use-panes.ts';
import { useQuery, useServices } from './state/backend.tsx';
import type { Preferences } from './state/preferences.ts';
import { useWholeStore } from './state/store.ts';

/** The window: which screen is shown, in which theme, with messages over it. */
export function App({ toasts }: { readonly toasts: Toasts }) {
  useAppearance();
  return (
    <Tooltip.Provider delay={500} closeDelay={0}>
      <Screen />
      <ToastShelf toasts={toasts} />
    </Tooltip.Provider>
  );
}

function Screen() {
  const { cache } = useServices();
  const status = useQuery('library.status', {});
  if (status.value === undefined && status.error !== undefined) {
    return <BrokenScreen error={status.error} onRetry={() => cache.invalidate(() => true)} />;
  }
  if (status.value === undefined) return <OpeningScreen progress={null} />;
  if (status.value.phase === 'opening') return <OpeningScreen progress={status.value.progress} />;
  return <LibraryScreen status={status.value} />;
}

/** Width of the column in sizes of its type: about 60, 68 and 75 characters. */
const measuresEm = { narrow: 27.5, medium: 31, wide: 34.5 } as const;

/** Puts the reader's preferences where the styles look for them. */
function useAppearance(): void {
  const { preferences } = useServices();
  const now = useWholeStore(preferences);
  const { theme } = now;
  const isSystemDark = useMedia('(prefers-color-scheme: dark)');
  useEffect(() => {
    const root = document.documentElement;
    root.dataset['theme'] = theme === 'system' ? (isSystemDark ? 'dark' : 'paper') : theme;
    for (const [name, value] of Object.entries(typeOf(now))) root.style.setProperty(name, value);
  }, [theme, isSystemDark, now]);
}

/** The reader's ways of setting text, as the styles know them. */
function typeOf(now: Preferences): Readonly<Record<string, string>> {
  const { typeSizePx, measure, lineSpacing, typeface, paragraphs, isJustified, isHyphenated } = now;
  return {
    '--reading-size': `${typeSizePx / 16}rem`,
    '--reading-measure': `${(measuresEm[measure] * typeSizePx) / 16}rem`,
    '--reading-spacing': `${lineSpacing}`,
    '--reading-font': `var(--font-${typeface})`,
    '--reading-gap': paragraphs === 'spaced' ? '1.05em' : '0px',
    '--reading-indent': paragraphs === 'spaced' ? '0px' : '1.4em',
    '--reading-align': isJustified ? 'justify' : 'start',
    '--reading-hyphens': isHyphenated ? 'auto' : 'manual',
    '--print-columns': now.printColumns === 'one' ? '1' : '2',
    '--print-pictures': now.hasPrintedPictures ? 'block' : 'none',
  };
}
