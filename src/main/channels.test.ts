import { describe, expect, test } from 'vitest';
import { isOurs } from './channels.ts';

describe('our own address', () => {
  test.each(['app://pressmark/', 'app://pressmark/assets/index.js', 'app://pressmark'])('is %s', (address) => {
    expect(isOurs(address)).toBe(true);
  });

  test.each([
    'app://evil/',
    'https://pressmark/',
    'file:///etc/passwd',
    'app://pressmark.evil/',
    'app://x@evil/',
    'nonsense',
    '',
  ])('is not %s', (address) => {
    expect(isOurs(address)).toBe(false);
  });
});
