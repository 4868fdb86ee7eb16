/** What of a key press matters here. */
export type KeyPress = {
  readonly key: string;
  /** The place of the key on the keyboard: `KeyJ`. */
  readonly code: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
};

/**
 * Whether a key press is the one that `keys` names: `j`, `mod+k`, `mod+shift+p`, `alt+ArrowUp`, `#`, `Delete`.
 *
 * `mod` is Command on a Mac and Ctrl elsewhere. For a sign (`#`, `?`) shift is not looked at, since keyboards
 * differ in how a sign is typed; for a letter or a named key it is.
 */
export function isPressed(press: KeyPress, keys: string, isMac: boolean): boolean {
  const parts = keys.split('+');
  const key = parts.at(-1) ?? '';
  const hasMod = isMac ? press.metaKey : press.ctrlKey;
  const hasOther = isMac ? press.ctrlKey : press.metaKey;
  if (hasOther || press.altKey !== parts.includes('alt')) return false;
  if (hasMod !== parts.includes('mod')) return false;
  const isSign = key.length === 1 && !/[a-z0-9 ]/i.test(key);
  if (!isSign && press.shiftKey !== parts.includes('shift')) return false;
  return letterOf(press) === key.toLowerCase();
}

/** The letter of a key; on a keyboard of another script, the Latin letter that has its place: `j` for `о`. */
export function letterOf({ key, code }: Pick<KeyPress, 'key' | 'code'>): string {
  const place = /^[^\x00-\x7f]$/.test(key) ? /^Key([A-Z])$/.exec(code)?.[1] : undefined;
  return (place ?? key).toLowerCase();
}
