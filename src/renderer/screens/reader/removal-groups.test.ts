import { expect, test } from 'vitest';
import type { Removal } from '#contract/removal.ts';
import { removalGroups } from './removal-groups.ts';

test('what was left out stands under its rule, the busiest rule first, each in the order of the page', () => {
  const removals: readonly Removal[] = [
    { step: 'body', reason: { rule: 'byline-above-the-story' }, sample: 'By Ada Brook' },
    { step: 'body', reason: { rule: 'related-stories' }, sample: 'Boots for wet counties' },
    { step: 'body', reason: { rule: 'related-stories' }, sample: 'Nine stiles in nine hours' },
    { step: 'body', reason: { rule: 'role', of: 'banner' }, sample: 'The Courier' },
    { step: 'body', reason: { rule: 'role', of: 'search' }, sample: 'Search the Courier' },
  ];
  expect(removalGroups(removals).map(({ reason, samples }) => ({ reason, samples }))).toEqual([
    { reason: { rule: 'related-stories' }, samples: ['Boots for wet counties', 'Nine stiles in nine hours'] },
    { reason: { rule: 'byline-above-the-story' }, samples: ['By Ada Brook'] },
    { reason: { rule: 'role', of: 'banner' }, samples: ['The Courier'] },
    { reason: { rule: 'role', of: 'search' }, samples: ['Search the Courier'] },
  ]);
});
