import { expect, test } from 'vitest';
import { isProposal } from './guard.ts';
import { proposalPage } from './proposal-page.ts';

const tab = {
  host: '127.0.0.1:4321',
  'sec-fetch-site': 'cross-site',
  'sec-fetch-mode': 'navigate',
  'sec-fetch-dest': 'document',
};
const textOf = (search: string) => new TextDecoder().decode(proposalPage(search).body);

test('a tab that another site opens may propose an address', () => {
  expect(isProposal({ method: 'GET', headers: tab }, '/add', 4321)).toBe(true);
  expect(isProposal({ method: 'GET', headers: { ...tab, host: 'localhost:4321' } }, '/add', 4321)).toBe(true);
});

test.each([
  ['another path', 'GET', '/', {}],
  ['a call', 'POST', '/add', {}],
  ['a frame', 'GET', '/add', { 'sec-fetch-dest': 'iframe' }],
  ['a script', 'GET', '/add', { 'sec-fetch-mode': 'no-cors', 'sec-fetch-dest': 'script' }],
  ['a fetch', 'GET', '/add', { 'sec-fetch-mode': 'cors', 'sec-fetch-dest': 'empty' }],
  ['another name of this computer', 'GET', '/add', { host: 'evil.example:4321' }],
  ['a program that says nothing of itself', 'GET', '/add', { 'sec-fetch-mode': undefined }],
])('%s may not', (_, method, pathname, headers) => {
  expect(isProposal({ method, headers: { ...tab, ...headers } }, pathname, 4321)).toBe(false);
});

test('it goes on to the window with the address, and nothing in the address gets out of its place', () => {
  const address = 'https://a.example/"><script>alert(1)</script>';
  expect(textOf(`?url=${encodeURIComponent('https://a.example/x?y=1&z=2')}`)).toContain(
    'url=/?add=https%3A%2F%2Fa.example%2Fx%3Fy%3D1%26z%3D2"',
  );
  const page = textOf(`?url=${encodeURIComponent(address)}`);
  expect(page).not.toContain('<script>');
  expect(page).not.toContain('.example/"');
  expect(proposalPage('?url=https://a.example/').headers['content-security-policy']).toContain(
    "frame-ancestors 'none'",
  );
});

test.each(['', '?url=', '?url=javascript:alert(1)', '?url=https://a.example/&key=x', '?key=abc'])(
  '%j proposes nothing',
  (search) => {
    expect(proposalPage(search).status).toBe(400);
  },
);
