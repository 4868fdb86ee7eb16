import { expect, test } from 'vitest';
import { addressOfWindow, articleOfWindow } from './window-address.ts';

test('an address leads back to the article that stands alone in the window', () => {
  const { search } = new URL(addressOfWindow('k3j9x2m4q8'), 'app://pressmark');
  expect(articleOfWindow(search)).toBe('k3j9x2m4q8');
  expect(addressOfWindow(null)).toBe('/');
});

test.each(['', '?open=', '?open=../../secret', '?open=k3j9x2m4q8&x=1', '?add=k3j9x2m4q8', '?open=K3J9X2M4Q8'])(
  '%j names no article',
  (search) => {
    expect(articleOfWindow(search)).toBeNull();
  },
);
