import { expect, test } from 'vitest';
import { inlineParts } from './inline-parts.ts';

test('code, weight and links are told apart, and what lies between stays', () => {
  expect(inlineParts('by `a` and **b**, see [c](d.md)')).toEqual([
    { kind: 'plain', text: 'by ' },
    { kind: 'code', text: 'a' },
    { kind: 'plain', text: ' and ' },
    { kind: 'strong', text: 'b' },
    { kind: 'plain', text: ', see ' },
    { kind: 'plain', text: 'c' },
  ]);
});
