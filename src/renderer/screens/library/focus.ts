import { highlightListId } from '../highlights/highlight-list.tsx';
import { articleListId } from '../list/article-list.tsx';

/** The list of the middle pane, whatever it holds. */
export function focusList(): void {
  (document.getElementById(articleListId) ?? document.getElementById(highlightListId))?.focus();
}

/** So many times a second's sixtieth is waited for what is still on its way. */
const longestWaitFrames = 300;

/** Gives the focus once what was just asked for has been drawn, unless it has gone elsewhere meanwhile. */
export function focusSoon(id: string): void {
  const from = document.activeElement;
  const look = (framesLeft: number) => {
    const wanted = document.getElementById(id);
    const now = document.activeElement;
    // What had it may be gone, as a sheet is that was closed: then nobody has taken it elsewhere.
    const isStill = now === from || now === document.body || from?.isConnected !== true;
    if (!isStill) return;
    if (wanted) wanted.focus({ preventScroll: true });
    else if (framesLeft > 0) requestAnimationFrame(() => look(framesLeft - 1));
  };
  requestAnimationFrame(() => requestAnimationFrame(() => look(longestWaitFrames)));
}
