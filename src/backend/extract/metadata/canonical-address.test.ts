import { expect, test } from 'vitest';
import { canonicalAddress } from './canonical-address.ts';

test.each([
  [
    'https://News.Example/a-long-story-name?utm_source=x&utm_medium=y&id=3#part',
    'https://news.example/a-long-story-name?id=3',
  ],
  ['http://news.example:80/story?fbclid=abc', 'http://news.example/story'],
  ['https://me:secret@news.example/story', 'https://news.example/story'],
  ['https://news.example/article.php?sid=77&gclid=1', 'https://news.example/article.php?sid=77'],
  ['https://news.example/?p=12', 'https://news.example/?p=12'],
])('%s is known as %s', (address, canonical) => {
  expect(canonicalAddress(address)).toBe(canonical);
  expect(canonicalAddress(canonical)).toBe(canonical);
});

test.each([
  'javascript:alert(1)',
  'file:///etc/passwd',
  'not an address',
  '',
  '/relative',
  'ftp://x.example/',
  'http://localhost/x',
])('%j is no address of an article', (address) => {
  expect(canonicalAddress(address)).toBeNull();
});
