import fc from 'fast-check';
import { marked } from 'marked';
import { expect, test } from 'vitest';
import type { ArticleId } from '#contract/article.ts';
import type { Highlight } from '#contract/highlight.ts';
import { htmlToText } from '../extract/extract.ts';
import { escapeLine, markdownOf } from './highlights-markdown.ts';

const article: Highlight['article'] = {
  id: '7y63m6zx' as ArticleId,
  headline: 'Ferry [sails] *again*',
  authors: ['Ada Brook', 'Tim Reed'],
  source: 'Harbour Post',
  publishedAt: '2018-06-10',
  url: 'https://harbour.example/ferry',
};

function aHighlight(exact: string, more: Partial<Highlight> = {}): Highlight {
  const anchor = { snapshot: '20261123T090000Z', exact, prefix: '', suffix: '', start: 0, end: exact.length };
  const moment = '2026-11-23T09:00:00.000Z';
  return {
    article,
    id: 'highlight0001',
    anchor,
    colour: 'yellow',
    annotation: null,
    tags: [],
    madeAt: moment,
    changedAt: moment,
    ...more,
  };
}

test('an article’s head, its note and its passages follow each other', () => {
  const markdown = markdownOf([
    aHighlight('', { id: null, anchor: null, colour: null, annotation: 'To quote.\nTwice.' }),
    aHighlight('Two people\n1. waved'),
    aHighlight('from_the_quay', { colour: 'green', annotation: '# 1 reason', tags: ['sea/travel'] }),
    aHighlight('Another', {
      article: {
        ...article,
        id: '00000000' as ArticleId,
        headline: 'Mill',
        authors: [],
        source: null,
        publishedAt: null,
        url: null,
      },
    }),
  ]);
  expect(markdown).toBe(
    [
      '# Ferry \\[sails\\] \\*again\\*',
      'Ada Brook, Tim Reed · Harbour Post · 2018-06-10',
      '<https://harbour.example/ferry>',
      'To quote.',
      'Twice.',
      '> Two people\n>\n> 1\\. waved',
      '> from\\_the\\_quay',
      '\\# 1 reason',
      '*green · #sea/travel*',
      '# Mill',
      '> Another\n',
    ].join('\n\n'),
  );
});

test('no highlights are no text', () => {
  expect(markdownOf([])).toBe('');
});

const nasty = fc.string({
  unit: fc.constantFrom(
    ...'abc 1.)#+-=*_`~[]<>|&!\\"\':;\u00e9/@'.split(''),
    'http://',
    'www.',
    'a@b.example',
    '---',
    '&amp;',
    '<b>',
    '    ',
  ),
  maxLength: 40,
});

test('whatever was marked reads in Markdown as it was', () => {
  fc.assert(
    fc.property(nasty, (text) => {
      const plain = text.replace(/\s+/g, ' ').trim();
      const html = marked.parse(`> ${escapeLine(text)}`, { async: false });
      expect(htmlToText(html)).toBe(plain);
    }),
    // An underscore is a letter to a regular expression, and none to a reader of Markdown.
    { numRuns: 500, examples: [['_www.a<b>']] },
  );
});
