import { expect, test } from 'vitest';
import { createSession } from './session.ts';

function cookieOf(setCookie: string | undefined): string {
  return setCookie?.split(';')[0] ?? '';
}

test('a key opens the session once', () => {
  const session = createSession(1234);
  const key = session.newKey();
  const cookie = session.exchange(key);
  expect(session.isOpen(cookieOf(cookie))).toBe(true);
  expect(session.exchange(key)).toBeUndefined();
});

test('no script can read the cookie, and no other site makes the browser send it', () => {
  const session = createSession(1234);
  expect(session.exchange(session.newKey())).toMatch(/^pressmark-1234=[\w-]{43}; HttpOnly; SameSite=Strict; Path=\/$/);
});

test('a wrong key, no key and a cookie of another host open nothing', () => {
  const session = createSession(1234);
  const other = createSession(1234);
  session.newKey();
  expect(session.exchange('')).toBeUndefined();
  expect(session.exchange('a guess')).toBeUndefined();
  expect(session.isOpen(undefined)).toBe(false);
  expect(session.isOpen('')).toBe(false);
  expect(session.isOpen('pressmark-1234=')).toBe(false);
  expect(session.isOpen(cookieOf(other.exchange(other.newKey())))).toBe(false);
});

test('the cookie is found among those of other programs on this computer', () => {
  const session = createSession(1234);
  const cookie = cookieOf(session.exchange(session.newKey()));
  expect(session.isOpen(`theme=dark; ${cookie}; pressmark-9=x`)).toBe(true);
});

test('keys that nobody used are forgotten after a while', () => {
  const session = createSession(1234);
  const first = session.newKey();
  for (let count = 0; count < 16; count += 1) session.newKey();
  expect(session.exchange(first)).toBeUndefined();
});
