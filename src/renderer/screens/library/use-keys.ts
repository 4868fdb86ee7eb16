import { useEffect, useRef } from 'react';
import type { Action } from './actions.ts';
import { isPressed, letterOf } from './keys.ts';

/** Runs the action whose key is pressed, wherever the focus is, except where keys mean text or a menu's own ways. */
export function useKeys(actions: readonly Action[]): void {
  const latest = useRef(actions);
  useEffect(() => {
    latest.current = actions;
  }, [actions]);

  useEffect(() => {
    const isMac = navigator.userAgent.includes('Mac');
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing) return;
      const place = placeOf(event.target);
      if (place === 'popup') return;
      const action = latest.current.find(
        ({ keys, isAvailable }) => isAvailable && keys.some((key) => isPressed(event, key, isMac)),
      );
      if (!action || !mayRun(action, event, place)) return;
      event.preventDefault();
      action.run();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, []);
}

type KeyPlace = 'popup' | 'typing' | 'control' | 'scrolling' | 'open';

function placeOf(target: EventTarget | null): KeyPlace {
  if (!(target instanceof HTMLElement)) return 'open';
  if (target.closest('[role=dialog],[role=alertdialog],[role=menu]')) return 'popup';
  if (target.matches('input:not([type=radio],[type=checkbox]),textarea,select') || target.isContentEditable)
    return 'typing';
  if (target.closest('[role=region]') && !target.closest('button,a')) return 'scrolling';
  if (target.closest('button,a,input,[role=separator],[role=treeitem]')) return 'control';
  return 'open';
}

/** While typing only keys with Ctrl or Command act; on a button Enter and Space stay its own, arrows in a text scroll it. */
function mayRun(action: Action, event: KeyboardEvent, place: KeyPlace): boolean {
  if (place === 'typing') return (event.ctrlKey || event.metaKey) && !['z', 'a'].includes(letterOf(event));
  if (place === 'control') return event.key !== 'Enter' && event.key !== ' ';
  if (place === 'scrolling') return !['ArrowDown', 'ArrowUp', 'Home', 'End', 'Enter'].includes(event.key);
  return action.isAvailable;
}
