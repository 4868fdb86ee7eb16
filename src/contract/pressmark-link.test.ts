import fc from 'fast-check';
import { expect, test } from 'vitest';
import { linkToArticle, parsePressmarkLink } from './pressmark-link.ts';

const page = 'https://harbour.example/story?id=7&from=front';

test.each([
  [`pressmark://add?url=${encodeURIComponent(page)}`, { kind: 'add', address: page }],
  [`pressmark://add/?url=${encodeURIComponent(page)}`, { kind: 'add', address: page }],
  [`PRESSMARK://Add?url=${encodeURIComponent('http://ä.example/')}`, { kind: 'add', address: 'http://ä.example/' }],
  ['pressmark://open/7y63m6zx', { kind: 'open', id: '7y63m6zx' }],
  [linkToArticle('7y63m6zx'), { kind: 'open', id: '7y63m6zx' }],
  ['pressmark://search?q=ferry%20OR%20%22salt%20train%22', { kind: 'search', query: 'ferry OR "salt train"' }],
  ['pressmark://search?q=tag:sea+is:unread', { kind: 'search', query: 'tag:sea is:unread' }],
])('%s is understood', (link, meant) => {
  expect(parsePressmarkLink(link)).toEqual(meant);
});

test.each([
  '',
  'pressmark:',
  'pressmark://',
  'pressmark:add?url=https://a.example/',
  'https://add?url=https://a.example/',
  'pressmark://add',
  'pressmark://add?url=',
  'pressmark://add?url=javascript:alert(1)',
  'pressmark://add?url=file:///etc/passwd',
  'pressmark://add?url=/etc/passwd',
  'pressmark://add?url=https://user:secret@a.example/',
  'pressmark://add?url=https://a.example/&url=https://b.example/',
  'pressmark://add?url=https://a.example/&tag=x',
  'pressmark://add?path=/etc/passwd',
  'pressmark://add/more?url=https://a.example/',
  'pressmark://add:80?url=https://a.example/',
  'pressmark://me@add?url=https://a.example/',
  'pressmark://add?url=https://a.example/#hash',
  'pressmark://add?url=https://a.example/%0d%0aX',
  `pressmark://add?url=https://a.example/${'a'.repeat(8000)}`,
  'pressmark://open/',
  'pressmark://open/short',
  'pressmark://open/../7y63m6zx',
  'pressmark://open/7y63m6zx/original',
  'pressmark://open/7y63m6zx?trash=1',
  'pressmark://search?q=',
  'pressmark://search?q=%00',
  `pressmark://search?q=${'a'.repeat(2001)}`,
  'pressmark://trash/7y63m6zx',
  ' pressmark://open/7y63m6zx',
])('%s is no link of ours', (link) => {
  expect(parsePressmarkLink(link)).toBeNull();
});

test('whatever is written, what is understood keeps to its limits', () => {
  const piece = fc.constantFrom(
    'pressmark',
    '://',
    'add',
    'open',
    'search',
    '?url=',
    '?q=',
    '/',
    '&',
    '#',
    '%',
    'http:',
    '7y63m6zx',
    '\n',
  );
  fc.assert(
    fc.property(
      fc.array(fc.oneof(piece, fc.string({ maxLength: 12, unit: 'binary' })), { maxLength: 12 }),
      (pieces) => {
        const link = parsePressmarkLink(pieces.join(''));
        if (link?.kind === 'add') expect(link.address).toMatch(/^https?:/i);
        if (link?.kind === 'open') expect(link.id).toMatch(/^[0-9a-z]{8,16}$/);
        if (link?.kind === 'search') expect(link.query.trim()).not.toBe('');
      },
    ),
    { numRuns: 2000 },
  );
});
