import { expect, test } from 'vitest';
import { anAddition } from '#support/archive.ts';
import { articleIdOf, cleanAddress, identityOf, textHash } from './identity.ts';

const nowhere = { address: null, requestedAddress: null };

function identity(
  parts: Parameters<typeof anAddition>[0],
  captured: Partial<typeof nowhere | Record<string, string>> = {},
) {
  return identityOf(anAddition(parts).draft, { ...nowhere, ...captured });
}

test('addresses that differ only in how a reader came there are one', () => {
  const same = [
    'https://harbour.example/ferry',
    'http://harbour.example/ferry/',
    'https://HARBOUR.example:443/ferry?utm_source=mail&utm_medium=x',
    'https://harbour.example/ferry?fbclid=abc#comments',
    'https://reader:secret@harbour.example/ferry',
  ];
  expect(new Set(same.map(cleanAddress))).toEqual(new Set(['https://harbour.example/ferry']));
});

test('addresses that name different pages stay different', () => {
  const different = [
    'https://harbour.example/ferry',
    'https://harbour.example/Ferry',
    'https://harbour.example/ferry?id=1',
    'https://harbour.example/ferry?id=2',
    'https://harbour.example:8443/ferry',
    'https://www.harbour.example/ferry',
    'https://harbour.example/#!/ferry',
    'https://harbour.example/#/boat',
  ];
  expect(new Set(different.map(cleanAddress)).size).toBe(different.length);
  expect(cleanAddress('https://harbour.example/ferry?b=2&a=1')).toBe(
    cleanAddress('https://harbour.example/ferry?a=1&b=2'),
  );
});

test('what is no web address is none', () => {
  for (const address of [null, '', 'ferry', 'file:///tmp/ferry.html', 'javascript:alert(1)', 'data:text/plain,x']) {
    expect(cleanAddress(address)).toBeUndefined();
  }
});

test('a front page named as canonical by a careless site does not make all its articles one', () => {
  const canonicalUrl = 'https://harbour.example/';
  expect(identity({ canonicalUrl, url: 'https://harbour.example/ferry' })).toBe(
    'address:https://harbour.example/ferry',
  );
  expect(identity({ canonicalUrl }, { address: 'https://harbour.example/boat' })).toBe(
    'address:https://harbour.example/boat',
  );
  expect(identity({ canonicalUrl })).toMatch(/^text:/);
  expect(identity({ canonicalUrl }, { address: 'https://harbour.example/' })).toBe('address:https://harbour.example/');
});

test('without an address the words decide, however they are spaced or composed', () => {
  const plain = identity({ headline: 'Café', paragraphs: ['One two.', 'Three.'] });
  expect(identity({ headline: 'Cafe\u0301', paragraphs: ['One  two.\r\n', 'Three.'] })).toBe(plain);
  expect(identity({ headline: 'Café', paragraphs: ['One two.', 'Four.'] })).not.toBe(plain);
  expect(identity({ headline: 'Bar', paragraphs: ['One two.', 'Three.'] })).not.toBe(plain);
  expect(textHash('a  b\n')).toBe(textHash('a b'));
});

test('an id is the start of a longer id of the same identity', () => {
  // From Python: hashlib.sha256(b'address:https://harbour.example/ferry'), five bits at a time.
  expect(articleIdOf('address:https://harbour.example/ferry')).toBe('7y63m6zx');
  expect(articleIdOf('address:https://harbour.example/ferry', 16)).toBe('7y63m6zxt4e1vwc1');
});
