import { describe, expect, test } from 'vitest';
import type { SafeHtml } from '#contract/draft.ts';
import type { Repair } from '#contract/repair.ts';
import { sanitise } from '../sanitise.ts';
import { applyRepairs } from './apply-repairs.ts';
import { cutBlocks, joinBlocks } from './body-blocks.ts';

const alder = 'The alder stands in the wet, where no other tree will.';
const birch = 'The birch was the first to come back after the ice.';
const cedar = 'The cedar was planted by a captain who missed the south.';
const dogwood = 'The dogwood has red branches in the winter, and nobody knows why.';

function page(...paragraphs: readonly string[]): SafeHtml {
  return sanitise(paragraphs.map((words) => `<p>${words}</p>`).join(''));
}

function takeOut(words: string, before = '', after = ''): Repair {
  return { kind: 'take-out', id: 'repair000001', words, before, after };
}

function putBack(words: string, before = '', after = '', html = `<p>${words}</p>`): Repair {
  return { kind: 'put-back', id: 'repair000002', words, before, after, html };
}

function repaired(html: SafeHtml, ...repairs: readonly Repair[]) {
  const { html: after, outcomes } = applyRepairs(html, repairs, 'en');
  return { words: cutBlocks(after).map(({ words }) => words), outcomes };
}

test('a body that is cut into blocks and joined again is the same', () => {
  const html = sanitise(
    `<h2>Trees</h2><p>${alder}</p><ul><li>one<li>two<ul><li>three</ul></ul><ol start="4"><li>four</ol>` +
      `<blockquote><p>said</p><p>and said</p></blockquote><table><tr><td>1</td><td>2</td></tr></table><hr><pre>a\n b</pre>` +
      `<figure><img src="image:p1" alt="A tree"><figcaption>A tree, seen</figcaption></figure>`,
  );
  expect(joinBlocks(cutBlocks(html))).toBe(html);
  expect(cutBlocks(html).map(({ kind, words }) => [kind, words])).toEqual([
    ['h2', 'Trees'],
    ['p', alder],
    ['li', 'one'],
    ['li', 'two three'],
    ['li', 'four'],
    ['blockquote', 'said and said'],
    ['table', '1 2'],
    ['hr', ''],
    ['pre', 'a b'],
    ['figure', 'A tree, seen'],
  ]);
});

test('a block is taken out, and one is put back between its neighbours', () => {
  expect(repaired(page(alder, birch, dogwood), takeOut(birch), putBack(cedar, alder, dogwood))).toEqual({
    words: [alder, cedar, dogwood],
    outcomes: ['done', 'done'],
  });
});

test('the words and the count of words follow', () => {
  const { text, wordCount } = applyRepairs(page(alder, birch), [takeOut(birch), putBack(cedar, alder)], 'en');
  expect(text).toBe(`${alder}\n\n${cedar}`);
  expect(wordCount).toBe(22);
});

test('of several blocks with the same words the one between the named neighbours is meant', () => {
  const html = page(alder, '* * *', birch, '* * *', cedar);
  expect(repaired(html, takeOut('* * *', birch, cedar)).words).toEqual([alder, '* * *', birch, cedar]);
});

test('a short line is not taken out where its neighbours are not', () => {
  expect(repaired(page(alder, 'Read on', birch), takeOut('Read on', cedar, dogwood))).toEqual({
    words: [alder, 'Read on', birch],
    outcomes: ['no-place'],
  });
});

describe('in a text that was extracted anew', () => {
  test('case, quotation marks and spaces do not matter', () => {
    expect(repaired(page(alder, birch.replace('first', '“first”')), takeOut(birch)).words).toEqual([alder]);
  });

  test('what is gone already needs no taking out, and what is there no putting back', () => {
    expect(repaired(page(alder, birch), takeOut(cedar), putBack(birch, alder)).outcomes).toEqual([
      'not-needed',
      'not-needed',
    ]);
  });

  test('one neighbour is enough to put a block back', () => {
    expect(repaired(page(alder, dogwood), putBack(cedar, alder, birch)).words).toEqual([alder, cedar, dogwood]);
    expect(repaired(page(alder, dogwood), putBack(cedar, birch, dogwood)).words).toEqual([alder, cedar, dogwood]);
  });

  test('with no neighbour left it has no place, and the text stays as it is', () => {
    const html = page(alder);
    const { html: after, outcomes } = applyRepairs(html, [putBack(cedar, birch, dogwood)], 'en');
    expect([after, outcomes]).toEqual([html, ['no-place']]);
  });

  test('words that became a part of a longer paragraph are not cut out of it', () => {
    const html = page(`${alder} ${birch}`);
    expect(repaired(html, takeOut(birch))).toEqual({ words: [`${alder} ${birch}`], outcomes: ['no-place'] });
  });
});

test('at both ends of a text a block finds its place', () => {
  expect(repaired(page(birch), putBack(alder, '', birch), putBack(cedar, birch, '')).words).toEqual([
    alder,
    birch,
    cedar,
  ]);
});

test('an entry put back joins the list beside which it stood, a paragraph parts it', () => {
  const html = sanitise('<ul><li>the first of all</li><li>the third of all</li></ul>');
  const second = putBack('the second of all', 'the first of all', 'the third of all', '<ul><li>the second of all</ul>');
  expect(applyRepairs(html, [second], 'en').html).toBe(
    '<ul><li>the first of all</li>\n<li>the second of all</li>\n<li>the third of all</li></ul>',
  );
  const { html: parted } = applyRepairs(html, [putBack(alder, 'the first of all', 'the third of all')], 'en');
  expect(parted.replaceAll('\n', '')).toBe(
    `<ul><li>the first of all</li></ul><p>${alder}</p><ul><li>the third of all</li></ul>`,
  );
});

test('a list whose last entry is taken out leaves nothing behind', () => {
  const html = sanitise(`<p>${alder}</p><ul><li>the only entry of all</li></ul>`);
  expect(applyRepairs(html, [takeOut('the only entry of all')], 'en').html).toBe(`<p>${alder}</p>`);
});

test('a picture without words is taken out by its neighbours', () => {
  const html = sanitise(`<p>${alder}</p><figure><img src="image:p1"></figure><p>${birch}</p>`);
  expect(applyRepairs(html, [takeOut('', alder, birch)], 'en').html).toBe(`<p>${alder}</p>\n<p>${birch}</p>`);
});

test.each([
  '<p onclick="steal()">put back<script>steal()</script></p>',
  '<p>put back<img src="x" onerror="steal()"></p>',
  '<p>put back</p><iframe src="https://evil.example"></iframe>',
  '<a href="javascript:steal()">put back</a>',
  '</p></article><!--/pressmark:body--><p>put back',
])('what is put back passes the sanitiser, whatever a journal says: %s', (html) => {
  const { html: after } = applyRepairs(page(alder), [putBack('put back', alder, '', html)], 'en');
  expect(after).toContain('put back');
  expect(after).not.toMatch(/steal|evil|<!--|<img/);
  expect(sanitise(after)).toBe(after);
});
