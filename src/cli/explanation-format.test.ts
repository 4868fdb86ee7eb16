import { expect, test } from 'vitest';
import type { ExtractionReport } from '#contract/extraction-report.ts';
import { metadata } from '#contract/article.ts';
import { asExplanation } from './explanation-format.ts';

const unknown = Object.fromEntries(metadata.keyof().options.map((field) => [field, field === 'authors' ? [] : null]));

const explanation: ExtractionReport = {
  id: '7y63m6zx' as ExtractionReport['id'],
  snapshot: '20261123T090000Z',
  extractor: '2',
  keptExtractor: '1',
  method: 'json-ld',
  encoding: 'utf-8',
  wordCount: 412,
  pages: 1,
  isAsKept: true,
  metadata: metadata.parse({ ...unknown, headline: 'Ferry sails again', authors: ['Ada Brook', 'Ole Vang'] }),
  notes: { headline: { confidence: 0.9, origin: 'json-ld', detail: 'headline' } },
  removals: [
    { step: 'body', reason: { rule: 'byline-above-the-story' }, sample: 'By Ada Brook' },
    ...[1, 2, 3, 4, 5].map((n) => ({
      step: 'body',
      reason: { rule: 'related-stories' as const },
      sample: `Story\n number ${n}`,
    })),
    { step: 'body', reason: { rule: 'role', of: 'banner' }, sample: 'The Courier' },
  ],
  warnings: [],
};

test('fields stand with their reason, and what was left out by rule, the busiest first, shortened', () => {
  expect(asExplanation(explanation)).toBe(
    [
      '412 words found by json-ld, read as utf-8, extractor 2',
      '',
      'Fields',
      '  headline  Ferry sails again  · 90 %, json-ld (headline)',
      '  authors   Ada Brook, Ole Vang',
      '',
      'Left out',
      '  body: related stories (5)',
      '      Story number 1',
      '      Story number 2',
      '      Story number 3',
      '      … and 2 more',
      '  body: byline above the story',
      '      By Ada Brook',
      '  body: role banner',
      '      The Courier',
    ].join('\n'),
  );
});

test('an article of several pages is said to be one', () => {
  expect(asExplanation({ ...explanation, pages: 3 })).toContain('extractor 2\nJoined from 3 pages of the site\n');
});

test('another reading than the one kept is said, and so is every warning', () => {
  const text = asExplanation({
    ...explanation,
    isAsKept: false,
    removals: [],
    warnings: [{ kind: 'document-cut', pages: 10_000, read: 2_000 }],
  });
  expect(text).toContain('reads another text than the snapshot holds');
  expect(text).toMatch(
    /Left out\n {2}nothing\n\nWarnings\n {2}The document has 10000 pages; the first 2000 were taken in\.$/,
  );
});
