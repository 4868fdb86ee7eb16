import type { ReactNode } from 'react';
import { joinClasses } from '../../components/button.tsx';
import { Resizer } from '../../components/resizer.tsx';
import { useServices } from '../../state/backend.tsx';
import { paneWidthsPx, type Preferences } from '../../state/preferences.ts';
import { text } from '../../text/text.ts';
import type { PaneCount } from './use-panes.ts';
import styles from './library.module.css';

type LibraryPanesProps = {
  readonly panes: PaneCount;
  readonly preferences: Preferences;
  readonly areShelvesShown: boolean;
  readonly isListShown: boolean;
  readonly isReaderShown: boolean;
  readonly shelves: ReactNode;
  readonly list: ReactNode;
  readonly reader: ReactNode;
  /** Stands in place of list and reader: an empty library's beginning. */
  readonly instead: ReactNode;
};

/** In a window with room for two panes only, the list leaves the greater part to the text. */
const besideReaderPx = 320;

/** The panes side by side, as many as there is room for, and the edges between them. */
export function LibraryPanes(props: LibraryPanesProps) {
  const { panes, preferences, isListShown, isReaderShown } = props;
  const services = useServices();
  const set = (change: Partial<Preferences>) => services.preferences.set((now) => ({ ...now, ...change }));
  const { shelvesWidthPx, listWidthPx } = preferences;
  const widthPx = panes === 'two' ? Math.min(listWidthPx, besideReaderPx) : listWidthPx;
  return (
    <main className={styles['panes']}>
      {panes === 'three' && props.areShelvesShown ? (
        <>
          <div className={styles['shelves']} style={{ width: `${shelvesWidthPx}px` }}>
            {props.shelves}
          </div>
          <Resizer
            label={text.panes.shelvesEdge}
            valuePx={shelvesWidthPx}
            bounds={paneWidthsPx.shelves}
            onResize={(px) => set({ shelvesWidthPx: px })}
          />
        </>
      ) : null}
      {props.instead ?? (
        <>
          {isListShown ? (
            <div
              className={joinClasses(styles['list'], !isReaderShown && styles['fills'])}
              style={isReaderShown ? { width: `${widthPx}px` } : undefined}
            >
              {props.list}
            </div>
          ) : null}
          {isListShown && isReaderShown ? (
            <Resizer
              label={text.panes.listEdge}
              valuePx={listWidthPx}
              bounds={paneWidthsPx.list}
              onResize={(px) => set({ listWidthPx: px })}
            />
          ) : null}
          {isReaderShown ? <div className={styles['reader']}>{props.reader}</div> : null}
        </>
      )}
    </main>
  );
}
