import { describe, expect, test } from 'vitest';
import { checkRequest } from './guard.ts';

const port = 4321;
const ours = { host: '127.0.0.1:4321', origin: 'http://127.0.0.1:4321' };

function verdict(method: string, headers: Record<string, string | string[] | undefined>) {
  const result = checkRequest({ method, headers }, port);
  return result.allowed ? 'allowed' : result.reason;
}

describe('our own window', () => {
  test.each([
    ['the first opening, typed or handed over by the system', 'GET', { host: ours.host, 'sec-fetch-site': 'none' }],
    ['a file of the window', 'GET', { host: ours.host, 'sec-fetch-site': 'same-origin' }],
    ['a call', 'POST', { ...ours, 'sec-fetch-site': 'same-origin' }],
    ['a call by the other name of this computer', 'POST', { host: 'localhost:4321', origin: 'http://localhost:4321' }],
    ['a program that sends no browser headers', 'GET', { host: ours.host }],
  ])('may pass: %s', (_, method, headers) => {
    expect(verdict(method, headers)).toBe('allowed');
  });
});

describe('another name for this computer', () => {
  test.each([
    'evil.example:4321',
    'evil.example',
    '127.0.0.1:80',
    '127.0.0.1',
    '127.0.0.1.evil.example:4321',
    '[::1]:4321',
    '0.0.0.0:4321',
    '',
  ])('is refused: %s', (host) => {
    expect(verdict('GET', { host })).toBe('this is not the name of this host');
    expect(verdict('POST', { host, origin: `http://${host}` })).toBe('this is not the name of this host');
  });

  test('is refused when no name is given, or two', () => {
    expect(verdict('GET', {})).toBe('this is not the name of this host');
    expect(verdict('GET', { host: [ours.host, 'evil.example'] })).toBe('this is not the name of this host');
  });
});

describe('a page elsewhere', () => {
  test.each([
    'https://evil.example',
    'http://127.0.0.1:3000',
    'http://localhost:4321',
    'https://127.0.0.1:4321',
    'null',
  ])('cannot post: %s', (origin) => {
    expect(verdict('POST', { host: ours.host, origin })).toBe('the request comes from another page');
  });

  test('cannot read either', () => {
    expect(verdict('GET', { host: ours.host, origin: 'https://evil.example' })).toBe(
      'the request comes from another page',
    );
  });

  test('a change that does not say where it comes from is refused', () => {
    expect(verdict('POST', { host: ours.host })).toBe('the request does not say where it comes from');
    expect(verdict('DELETE', { host: ours.host })).toBe('the request does not say where it comes from');
  });
});

test('a page of another server on this computer is told apart, though cookies cannot', () => {
  expect(verdict('GET', { host: ours.host, 'sec-fetch-site': 'same-site' })).toBe(
    'the request comes from another site',
  );
  expect(verdict('GET', { host: ours.host, 'sec-fetch-site': 'cross-site' })).toBe(
    'the request comes from another site',
  );
});
