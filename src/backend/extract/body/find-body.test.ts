import { expect, test } from 'vitest';
import { extract } from '../extract.ts';

const address = 'https://harbour.example/ferry';
const story = [
  'The ferry has two engines now, and the crew trusts neither of them in a south wind, says the captain.',
  'The harbour board paid for both, after a winter in which the boat lay still for eleven days.',
  'Passengers had to take the road around the bay, which is forty miles long, narrow, and often under snow.',
  'The old engine will be kept in a shed, where children may look at it on Sundays and hear it run.',
];
const paragraphs = story.map((line) => `<p>${line}</p>`).join('\n');

function textOf(body: string, head = '<title>Ferry gets a second engine</title>'): string {
  const bytes = new TextEncoder().encode(`<!doctype html><html><head>${head}</head><body>${body}</body></html>`);
  return extract({ kind: 'html', bytes, address, charset: null, fileName: null }).text;
}

test('words inside a sentence stay, whatever the class of their link is', () => {
  const text = textOf(
    `<article><h1>Ferry gets a second engine</h1>${paragraphs}
     <p>It took the board a year to choose an <a class="text-tag" href="/topic/engine">engine of cast iron</a>, and another one to pay for it.</p></article>`,
  );
  expect(text).toContain('choose an engine of cast iron, and another one');
});

test('a notice about cookies goes, though it is longer than the story', () => {
  const notice = `<p>${'We store small files in your browser, so that we may learn what you read, and how long. '.repeat(4)}</p>`;
  const text = textOf(
    `<main><article><h1>Ferry gets a second engine</h1>${paragraphs}</article><div class="privacy-modal">${notice.repeat(8)}</div></main>`,
  );
  expect(text).toContain('two engines now');
  expect(text).not.toContain('small files');
});

test('the part around the only headline is the story where a page marks nothing', () => {
  const other = `<div><h3>Something else</h3><p>${'A review of a book that nobody here has read, written at length, and with some care. '.repeat(5)}</p></div>`;
  const text = textOf(
    `<div class="a"><div class="b"><h1>Ferry gets a second engine</h1>${paragraphs}${paragraphs}</div><div class="c sidebar">${other.repeat(5)}</div></div>`,
  );
  expect(text).toContain('two engines now');
  expect(text).not.toContain('review of a book');
});

test('of several stories in one page the one that the page is about is read', () => {
  const next = `<article class="post"><h1>Bakers strike over flour</h1><div class="article-body">${'<p>The bakers want flour that is dry, and the mill says that all flour is dry in summer.</p>'.repeat(9)}</div></article>`;
  const text = textOf(
    `<main><div class="feed"><article class="post"><h1>Ferry gets a second engine</h1><div class="article-body">${paragraphs}</div></article>${next.repeat(3)}</div></main>`,
  );
  expect(text).toContain('two engines now');
  expect(text).not.toContain('The bakers want flour');
});

test('what a class hides is no part of the story, unless it shows on a wide screen', () => {
  const text = textOf(
    `<article><h1>Ferry gets a second engine</h1>${paragraphs}<div class="hidden note"><p>Help us to keep the lamp lit for everyone, with any sum.</p></div>
     <div class="hidden md:block"><p>The second engine came by rail, in nine boxes, from the works.</p></div></article>`,
  );
  expect(text).not.toContain('keep the lamp lit');
  expect(text).toContain('in nine boxes');
});

test('an invitation to a newsletter between paragraphs goes', () => {
  const text = textOf(
    `<article><h1>Ferry gets a second engine</h1>${paragraphs}<div><p>Sign up for our harbour letter, and more of the coast comes to you each Friday.</p></div><p>${story[0]}</p></article>`,
  );
  expect(text).not.toContain('harbour letter');
});

test('a body in structured data that was encoded twice is no reason to distrust the page', () => {
  const data = `&amp;lt;!-- block --&amp;gt;\\n${story.join(' ').replaceAll('the', 'th&amp;#101;')} [more-stories id=4]`;
  const bytes = new TextEncoder().encode(
    `<!doctype html><head><title>Ferry</title><script type="application/ld+json">{"@type":"NewsArticle","headline":"Ferry gets a second engine","articleBody":"${data}"}</script></head>
     <body><article><h1>Ferry gets a second engine</h1>${paragraphs}</article></body>`,
  );
  const draft = extract({ kind: 'html', bytes, address, charset: null, fileName: null });
  expect(draft.method).toBe('article-element');
  expect(draft.text).not.toMatch(/block --|more-stories|&#/);
});

test('a longer story further down, about nearly the same, does not take the place of the first', () => {
  const later = `<article class="post"><h1>Second engine of the ferry: a look back</h1><div class="article-body">${'<p>Years ago the ferry gets an engine, then a second one, and both of them are long gone now.</p>'.repeat(20)}</div></article>`;
  const text = textOf(
    `<main><div class="feed"><article class="post"><h1>Ferry gets a second engine</h1><div>${paragraphs}</div></article>${later}</div></main>`,
  );
  expect(text).toContain('two engines now');
  expect(text).not.toContain('long gone now');
});
