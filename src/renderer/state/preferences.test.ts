import { expect, test } from 'vitest';
import { createPreferences, type OtherWindows, parsePreferences, usualPreferences } from './preferences.ts';

const alone = { addEventListener: () => undefined };

test('what is kept comes back', () => {
  const kept = new Map<string, string>();
  const storage = {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
  };
  createPreferences(storage, alone).set((now) => ({
    ...now,
    theme: 'sepia',
    typeSizePx: 22,
    foldedTags: ['politics'],
  }));
  expect(createPreferences(storage, alone).get()).toEqual({
    ...usualPreferences,
    theme: 'sepia',
    typeSizePx: 22,
    foldedTags: ['politics'],
  });
});

test('a storage that is closed leaves the window with the usual', () => {
  const closed = () => {
    throw new Error('closed');
  };
  const preferences = createPreferences({ getItem: closed, setItem: closed }, alone);
  preferences.set((now) => ({ ...now, theme: 'dark' }));
  expect(preferences.get().theme).toBe('dark');
});

test('what is not a preference is replaced by the usual, one by one', () => {
  expect(parsePreferences('nonsense')).toEqual(usualPreferences);
  expect(parsePreferences('null')).toEqual(usualPreferences);
  const strange = { theme: 'neon', typeSizePx: 900, listWidthPx: 'wide', isListOpen: 0, foldedTags: [1, 'a'] };
  expect(parsePreferences(JSON.stringify(strange))).toEqual({ ...usualPreferences, typeSizePx: 28, foldedTags: ['a'] });
});

test('what is set in one window holds in the other, which keeps its own panes and answers nothing', () => {
  const written: string[] = [];
  const listeners: Parameters<OtherWindows['addEventListener']>[1][] = [];
  const storage = { getItem: () => null, setItem: (_: string, value: string) => void written.push(value) };
  const one = createPreferences(storage, alone);
  const other = createPreferences(storage, { addEventListener: (_, listener) => void listeners.push(listener) });
  one.set((now) => ({ ...now, theme: 'dark', isListOpen: false }));
  const tell = (key: string) => listeners.forEach((listener) => listener({ key, newValue: written.at(-1) ?? null }));
  tell('something.else');
  expect(other.get()).toEqual(usualPreferences);
  tell('pressmark.preferences');
  expect(other.get()).toEqual({ ...usualPreferences, theme: 'dark', isListOpen: true });
  expect(written).toHaveLength(1);
  other.set((now) => ({ ...now, typeSizePx: 22 }));
  expect(JSON.parse(written.at(-1) ?? '')).toMatchObject({ theme: 'dark', typeSizePx: 22 });
});
