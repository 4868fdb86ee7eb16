import { text } from './text.ts';

/** A key as the keyboard of this system names it. `mod` is Command on a Mac and Ctrl elsewhere. */
export function formatKeys(keys: string, isMac: boolean): string {
  const { ctrl, shift, alt, space, escape, enter } = text.keyNames;
  const names: Readonly<Record<string, string>> = {
    mod: isMac ? '⌘' : ctrl,
    shift: isMac ? '⇧' : shift,
    alt: isMac ? '⌥' : alt,
    ArrowDown: '↓',
    ArrowUp: '↑',
    ArrowLeft: '←',
    ArrowRight: '→',
    ' ': space,
    Escape: escape,
    Enter: enter,
  };
  const parts = keys.split('+').map((part) => names[part] ?? (part.length === 1 ? part.toUpperCase() : part));
  return parts.join(isMac ? '' : '+');
}
