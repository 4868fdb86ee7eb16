import { expect, test } from 'vitest';
import { withoutReach } from './original-view.ts';

test('elements that make a browser connect lose their names, and nothing else changes', () => {
  const page =
    '<HEAD><LINK rel=preconnect href="https://a.example"><meta http-equiv=refresh content=0><base href=/x></HEAD><p>A <metal> <a href=/y>link</a> <b>base</b><article></p>';
  expect(withoutReach(page)).toBe(
    '<HEAD><x-LINK rel=preconnect href="https://a.example"><x-meta http-equiv=refresh content=0><x-base href=/x></HEAD><p>A <metal> <x-a href=/y>link</x-a> <b>base</b><article></p>',
  );
});
