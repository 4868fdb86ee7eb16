import { describe, expect, test } from 'vitest';
import { parsePage } from '../parse/page-tree.ts';
import { findNextPage, mayNameNextPage } from './next-page.ts';
import { isFurtherPage, isNextPage, readPageAddress } from './page-address.ts';

const story = 'https://harbour.example/2024/05/how-the-ferry-was-built';

function nextPage(body: string, address = story, head = ''): string | null {
  const root = parsePage(`<html><head>${head}</head><body>${body}</body></html>`);
  return findNextPage(root, address, address);
}

describe('the address of the page after', () => {
  test.each([
    [story, `${story}?page=2`],
    [`${story}?page=2`, `${story}?page=3`],
    [`${story}/`, `${story}/2/`],
    [`${story}/2`, `${story}/3`],
    [`${story}?utm_source=mail`, `${story}/page/2`],
    [`${story}/page/9`, `${story}/page/10`],
    ['https://harbour.example/sea/ferry.html', 'https://harbour.example/sea/ferry-2.html'],
    ['https://harbour.example/sea/ferry-2.html', 'https://harbour.example/sea/ferry-3.html'],
    ['https://harbour.example/read.php?id=77', 'https://harbour.example/read.php?id=77&p=2'],
    ['https://harbour.example/news/1234567', 'https://harbour.example/news/1234567/2'],
  ])('after %s comes %s', (from, to) => expect(isNextPage(from, to)).toBe(true));

  test.each([
    ['another article', story, 'https://harbour.example/2024/05/how-the-quay-was-built'],
    ['another host', story, `https://elsewhere.example/2024/05/how-the-ferry-was-built?page=2`],
    ['a page too far', story, `${story}?page=3`],
    ['the page before', `${story}?page=3`, `${story}?page=2`],
    ['the page itself', story, `${story}#comments`],
    ['another parameter', story, `${story}?comments=2`],
    [
      'another page of another article',
      'https://harbour.example/read?id=7',
      'https://harbour.example/read?id=8&page=2',
    ],
    ['the month after', 'https://harbour.example/2024/05', 'https://harbour.example/2024/06'],
    ['a numbered neighbour', 'https://harbour.example/news/12', 'https://harbour.example/news/13'],
    ['a page of a front page', 'https://harbour.example/', 'https://harbour.example/page/2'],
  ])('%s is not it', (_, from, to) => expect(isNextPage(from, to)).toBe(false));
});

describe('the way to the next page', () => {
  test('is a link of the head or of the body that says so', () => {
    expect(nextPage('', story, '<link rel="next" href="?page=2">')).toBe(`${story}?page=2`);
    expect(nextPage('<a rel="nofollow next" href="?page=2#top">›</a>')).toBe(`${story}?page=2`);
  });

  test('is the number of the page, a word for it, or any link of a pager', () => {
    expect(nextPage('<p>1 <a href="?page=2">2</a> <a href="?page=3">3</a></p>')).toBe(`${story}?page=2`);
    expect(nextPage('<a href="?page=2">Nächste Seite »</a>')).toBe(`${story}?page=2`);
    expect(nextPage('<ul class="pagination"><li><a href="?page=2">The engine room</a></li></ul>')).toBe(
      `${story}?page=2`,
    );
  });

  test('is not a link in the midst of prose, nor the next article', () => {
    expect(nextPage('<p>See <a href="?page=2">what the engineer says of it</a>.</p>')).toBeNull();
    const next = 'https://harbour.example/2024/05/how-the-quay-was-built';
    expect(nextPage(`<a rel="next" href="${next}">Next</a>`, story, `<link rel="next" href="${next}">`)).toBeNull();
  });

  test('is not the next page of the comments', () => {
    expect(nextPage('<section id="comments"><nav class="pager"><a href="?page=2">2</a></nav></section>')).toBeNull();
  });

  test('is not that of a list of stories, but cards below the pager do not make one', () => {
    const card = (n: number) => `<article><h2><a href="/story-of-the-sea-${n}">Story ${n}</a></h2><p>…</p></article>`;
    const cards = [1, 2, 3].map(card).join('');
    const pager = '<nav class="pager"><a href="?page=2">2</a></nav>';
    expect(nextPage(cards + pager)).toBeNull();
    expect(nextPage(pager + cards)).toBe(`${story}?page=2`);
  });

  test('is unknown without an address', () => {
    expect(findNextPage(parsePage('<a rel="next" href="?page=2">2</a>'), null, null)).toBeNull();
  });
});

describe('what an address says before any page is read', () => {
  test.each([
    [story, story, 1],
    [`${story}?page=3&utm_source=mail`, story, 3],
    [`${story}/page/2/`, story, 2],
    ['https://harbour.example/sea/ferry-2.html', 'https://harbour.example/sea/ferry.html', 2],
    ['https://harbour.example/2024/05', 'https://harbour.example/2024/05', 1],
  ])('%s', (address, stem, page) => expect(readPageAddress(address)).toEqual({ stem, page }));

  test('an address of no site is none', () => expect(readPageAddress('mailto:ada@harbour.example')).toBeNull());

  test('a further page is known by the first, and by no other', () => {
    expect(isFurtherPage(`${story}/4`, story)).toBe(true);
    expect(isFurtherPage(`${story}?page=2`, `${story}?page=1`)).toBe(true);
    expect(isFurtherPage(story, story)).toBe(false);
    expect(isFurtherPage(`${story}/4`, `${story}/3`)).toBe(false);
    expect(isFurtherPage(`${story}?page=2`, 'https://harbour.example/2024/05/how-the-quay-was-built')).toBe(false);
  });

  test.each([
    ['a link to where the next page would be', '<a href="?page=2&amp;utm_source=x">on</a>', true],
    ['a link without quotes', `<link rel=next href=${story}/2>`, true],
    ['a link to the page after the next', '<a href="?page=3">3</a>', false],
    ['a link to another story', '<a href="/2024/05/how-the-quay-was-built/2">on</a>', false],
  ])('%s may name a next page: %s', (_, body, may) => expect(mayNameNextPage(Buffer.from(body), story)).toBe(may));
});
