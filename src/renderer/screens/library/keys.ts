/** What of a key press matters here. */
export type KeyPress = {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
};

/**
 * Whether a key press is the one that `keys` names: `j`, `mod+k`, `mod+shift+p`, `#`, `Delete`.
 *
 * `mod` is Command on a Mac and Ctrl elsewhere. For a sign (`#`, `?`) shift is not looked at, since keyboards
 * differ in how a sign is typed; for a letter or a named key it is.
 */
export function isPressed(press: KeyPress, keys: string, isMac: boolean): boolean {
  const parts = keys.split('+');
  const key = parts.at(-1) ?? '';
  const hasMod = isMac ? press.metaKey : press.ctrlKey;
  const hasOther = isMac ? press.ctrlKey : press.metaKey;
  if (hasOther || press.altKey) return false;
  if (hasMod !== parts.includes('mod')) return false;
  const isSign = key.length === 1 && !/[a-z0-9 ]/i.test(key);
  if (!isSign && press.shiftKey !== parts.includes('shift')) return false;
  return press.key.toLowerCase() === key.toLowerCase();
}
