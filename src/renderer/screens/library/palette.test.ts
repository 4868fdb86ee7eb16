import { expect, test } from 'vitest';
import type { Action } from './actions.ts';
import { matchActions } from './palette.tsx';

const action = (id: Action['id'], label: string, isAvailable = true): Action => ({
  id,
  label,
  keys: [],
  group: 'window',
  isAvailable,
  run: () => {},
});

const actions = [action('goTrash', 'Go to the trash'), action('trash', 'Move to trash'), action('undo', 'Undo', false)];

test('every word typed must occur, and those that begin with the first come first', () => {
  expect(matchActions(actions, 'trash').map(({ id }) => id)).toEqual(['goTrash', 'trash']);
  expect(matchActions(actions, 'move tra').map(({ id }) => id)).toEqual(['trash']);
  expect(matchActions([...actions, action('themeDark', 'Trash talk')], 'tra')[0]?.id).toBe('themeDark');
});

test('what cannot be done now is not offered', () => {
  expect(matchActions(actions, '').map(({ id }) => id)).toEqual(['goTrash', 'trash']);
});
