import { expect, test } from 'vitest';
import { removalGroups } from './removal-groups.ts';

test('what was left out stands under its rule, the busiest rule first, each in the order of the page', () => {
  const removals = [
    { step: 'body', reason: 'byline above the story', sample: 'By Ada Brook' },
    { step: 'body', reason: 'related stories', sample: 'Boots for wet counties' },
    { step: 'body', reason: 'related stories', sample: 'Nine stiles in nine hours' },
    { step: 'body', reason: 'the headline again', sample: 'Ferry sails again' },
  ];
  expect(removalGroups(removals)).toEqual([
    { rule: 'related stories', samples: ['Boots for wet counties', 'Nine stiles in nine hours'] },
    { rule: 'byline above the story', samples: ['By Ada Brook'] },
    { rule: 'the headline again', samples: ['Ferry sails again'] },
  ]);
});
