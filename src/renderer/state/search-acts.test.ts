import { expect, test } from 'vitest';
import type { Client } from '#contract/client.ts';
import { ArchiveError } from '#contract/errors.ts';
import type { Message } from './announcer.ts';
import { createSearchActs, moved } from './search-acts.ts';

const ferries = { id: 'aaaaaaaa', name: 'Ferries', query: 'ferry' };
const trains = { id: 'bbbbbbbb', name: 'Trains', query: 'train' };

/** Acts over a back end that answers as told, with what was shown and said on the way. */
function acts(answer: (method: string, input: unknown) => unknown) {
  const asked: [string, unknown][] = [];
  const said: Message[] = [];
  const undone: string[] = [];
  let shown = [ferries, trains];
  const cache = {
    patch: ((_: string, change: (value: { searches: typeof shown }) => { searches: typeof shown }) => {
      shown = change({ searches: shown }).searches;
    }) as never,
    invalidate: () => {},
  };
  const call = (async (method: string, input: unknown) => {
    asked.push([method, input]);
    return answer(method, input);
  }) as Client['call'];
  const parts = { client: { call }, cache, announcer: { say: (message: Message) => void said.push(message) } };
  const made = createSearchActs({ ...parts, undo: async (handle) => void undone.push(handle) });
  return { ...made, asked, said, undone, shown: () => shown.map(({ name }) => name) };
}

test('a removed search is gone at once, and the message brings it back', async () => {
  const { remove, shown, said, undone } = acts(() => ({ changed: 1, undo: 'device00/7' }));
  await remove(ferries);
  expect(shown()).toEqual(['Trains']);
  expect(said[0]).toMatchObject({ text: 'Removed “Ferries”', action: { label: 'Undo' } });
  said[0]?.action?.run();
  expect(undone).toEqual(['device00/7']);
});

test('a search moves a place, and no further than the end', async () => {
  const { move, asked, shown } = acts(() => ({ changed: 1, undo: 'device00/8' }));
  await move([ferries, trains], ferries.id, 1);
  expect(shown()).toEqual(['Trains', 'Ferries']);
  await move([trains, ferries], ferries.id, 1);
  expect(asked).toEqual([['searches.order', { ids: [trains.id, ferries.id] }]]);
  expect(moved(['a', 'b', 'c'], 'c', -1)).toEqual(['a', 'c', 'b']);
  expect(moved(['a'], 'x', 1)).toBeNull();
});

test('what the back end refuses is told', async () => {
  const { save, said } = acts(() => {
    throw new ArchiveError('library-read-only', 'cannot');
  });
  expect(await save('Ferries', 'ferry')).toBeNull();
  expect(said[0]?.tone).toBe('failed');
});

test('a query is remembered once, however many of its hits are opened', async () => {
  const { remember, forgetRecent, asked } = acts(() => ({}));
  remember('ferry ');
  remember('ferry');
  remember('  ');
  expect(asked).toEqual([['search.remember', { query: 'ferry' }]]);
  await forgetRecent();
  remember('ferry');
  expect(asked).toHaveLength(3);
});
