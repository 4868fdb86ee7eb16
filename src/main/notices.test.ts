import { expect, test } from 'vitest';
import { showNotice } from './notices.ts';
import { mainText } from './text/main-text.ts';

function shownWith({ isWatched = false, isSupported = true, isWanted = true }) {
  const shown: string[] = [];
  const led: string[] = [];
  let press: () => void = () => undefined;
  const places = {
    isSupported: () => isSupported,
    isWatched: () => isWatched,
    make: ({ body }: { body: string }) => ({
      show: () => void shown.push(body),
      on: (_: 'click', listener: () => void) => (press = listener),
    }),
  };
  const options = { text: mainText(['en']), isWanted, lead: (action: string) => void led.push(action) };
  return { shown, led, places, options, press: () => press() };
}

test('a notice says what became of it, and a click leads there', () => {
  const { shown, led, places, options, press } = shownWith({});
  showNotice({ kind: 'captured', added: 95, failed: 5 }, places, options);
  press();
  showNotice({ kind: 'copy' }, places, options);
  press();
  expect(shown).toEqual(['Articles added: 95\nCould not be added: 5', 'The library has been copied']);
  expect(led).toEqual(['goUnread', 'health']);
});

test.each([{ isWatched: true }, { isWanted: false }, { isSupported: false }])('there is none with %o', (situation) => {
  const { shown, places, options } = shownWith(situation);
  showNotice({ kind: 'check' }, places, options);
  expect(shown).toEqual([]);
});
