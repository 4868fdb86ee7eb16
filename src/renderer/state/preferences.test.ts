import { expect, test } from 'vitest';
import { createPreferences, parsePreferences, usualPreferences } from './preferences.ts';

test('what is kept comes back', () => {
  const kept = new Map<string, string>();
  const storage = {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
  };
  createPreferences(storage).set((now) => ({ ...now, theme: 'sepia', typeSizePx: 22, foldedTags: ['politics'] }));
  expect(createPreferences(storage).get()).toEqual({
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
  const preferences = createPreferences({ getItem: closed, setItem: closed });
  preferences.set((now) => ({ ...now, theme: 'dark' }));
  expect(preferences.get().theme).toBe('dark');
});

test('what is not a preference is replaced by the usual, one by one', () => {
  expect(parsePreferences('nonsense')).toEqual(usualPreferences);
  expect(parsePreferences('null')).toEqual(usualPreferences);
  const strange = { theme: 'neon', typeSizePx: 900, listWidthPx: 'wide', isListOpen: 0, foldedTags: [1, 'a'] };
  expect(parsePreferences(JSON.stringify(strange))).toEqual({ ...usualPreferences, typeSizePx: 28, foldedTags: ['a'] });
});
