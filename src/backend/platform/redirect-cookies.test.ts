import { expect, test } from 'vitest';
import { createRedirectCookies } from './redirect-cookies.ts';

const page = 'https://www.paper.example/news/story';
const shownAt = (address: string, ...setCookies: readonly string[]): string => {
  const cookies = createRedirectCookies();
  cookies.keep(new URL(page), setCookies);
  return cookies.headerFor(new URL(address));
};

test.each([
  ['its own host', page, 'a=1', 'a=1'],
  ['another host', 'https://other.example/', 'a=1', ''],
  ['a host below, unless shared', 'https://x.www.paper.example/', 'a=1', ''],
  ['a sister host when shared', 'https://consent.paper.example/', 'a=1; Domain=.paper.example', 'a=1'],
  ['a host that only ends alike', 'https://newspaper.example/', 'a=1; Domain=paper.example', ''],
  ['nobody when a stranger is named', page, 'a=1; Domain=other.example', ''],
  ['nobody when a whole top level is named', page, 'a=1; Domain=example', ''],
  ['its path and below', 'https://www.paper.example/news/x', 'a=1; path=/news', 'a=1'],
  ['no path that only begins alike', 'https://www.paper.example/newsletter', 'a=1; path=/news', ''],
  ['no open connection when secure', 'http://www.paper.example/', 'a=1; Secure', ''],
  ['nobody when it is too long', page, `a=${'x'.repeat(5000)}`, ''],
  ['nobody when it would break the header', page, 'a=1\r\nHost: evil', ''],
  ['its own host, with equals signs', page, 'a=b=c==', 'a=b=c=='],
])('a cookie is shown to %s', (_whom, address, setCookie, header) => {
  expect(shownAt(address, setCookie)).toBe(header);
});

test('a cookie is replaced by a newer one and removed when its time is over', () => {
  expect(shownAt(page, 'a=1', 'b=2', 'a=3')).toBe('b=2; a=3');
  expect(shownAt(page, 'a=1', 'a=; Max-Age=0')).toBe('');
  expect(shownAt(page, 'a=1', 'a=; Expires=Thu, 01 Jan 1970 00:00:00 GMT')).toBe('');
});

test('a site cannot fill the memory with cookies', () => {
  const many = Array.from({ length: 500 }, (_, index) => `c${index}=1`);
  expect(shownAt(page, ...many).split('; ')).toHaveLength(50);
});
