import { expect, test } from 'vitest';
import { extract } from '../extract.ts';
import { parsePage, elementsIn } from '../parse/page-tree.ts';
import { sanitise } from '../sanitise.ts';
import { findPicture, readSrcset } from './find-picture.ts';
import { placePictures } from './place-pictures.ts';

function found(html: string): string | null {
  for (const element of elementsIn(parsePage(html)))
    if (element.name === 'img') return findPicture(element)?.reference ?? null;
  return null;
}

test('addresses in a srcset may hold commas', () => {
  expect(readSrcset('/a,b.jpg 400w, /c.jpg 800w,/d.jpg 2x')).toEqual([
    { reference: '/a,b.jpg', widthPx: 400 },
    { reference: '/c.jpg', widthPx: 800 },
    { reference: '/d.jpg', widthPx: 1200 },
  ]);
});

test.each([
  ['the widest that serves a reader', '<img src=a.jpg srcset="b.jpg 800w, c.jpg 1600w, d.jpg 5000w">', 'c.jpg'],
  [
    'the narrowest when all are wider than a reader needs',
    '<img srcset="a.jpg 4000w, b.jpg 2400w, c.jpg 6000w">',
    'b.jpg',
  ],
  ['the densest that is not too wide', '<img src=a.jpg srcset="a.jpg, b.jpg 2x, c.jpg 4x">', 'b.jpg'],
  ['what a lazy loader keeps for later', '<img src="data:image/gif;base64,R0lG" data-src="/later.jpg">', '/later.jpg'],
  [
    'the sources of a picture element',
    '<picture><source srcset="big.webp 1200w"><img src=small.jpg></picture>',
    'big.webp',
  ],
  ['its own address when there is nothing better', '<img src="photo.jpg" data-src="{template}">', 'photo.jpg'],
  ['nothing, for a tracker', '<img src="https://t.example/x.gif" width=1 height=1>', null],
  ['nothing, for a placeholder', '<img src="/img/spacer.gif">', null],
  ['nothing, for a face beside a byline', '<img class="author-avatar" src="me.jpg">', null],
])('a picture shows %s', (_what, html, reference) => {
  expect(found(html)).toBe(reference);
});

test('kept pictures are put in place, and those not at hand leave their words', () => {
  const html = sanitise(
    '<figure><img src="image:p1" alt="A lamp" width="640"><figcaption>The lamp</figcaption></figure><p>Text <img src="image:p2" alt="a &quot;bell&quot; &amp; rope"></p><figure><img src="image:p3"></figure>',
  );
  expect(
    placePictures(
      html,
      new Map([
        ['p1', 'images/01.jpg'],
        ['p2', null],
      ]),
    ),
  ).toBe(
    '<figure><img src="images/01.jpg" alt="A lamp" width="640">\n<figcaption>The lamp</figcaption></figure>\n<p>Text <em>a "bell" &amp; rope</em></p>\n',
  );
});

test('a picture keeps its alternative text, its size and its caption', () => {
  const words = 'The ferry sailed again on Friday, two years after the storm had taken its landing stage away. '.repeat(
    4,
  );
  const html = `<article><h1>The ferry sails</h1><p>${words}</p><figure><img src="s.jpg" srcset="l.jpg 1600w" alt="The  ferry" width="1600" height="900"><figcaption>On its first morning.</figcaption></figure><p>${words}</p></article>`;
  const bytes = new TextEncoder().encode(html);
  const draft = extract({ kind: 'html', bytes, address: null, charset: null, fileName: null });
  expect(draft.images).toEqual([{ key: 'p1', reference: 'l.jpg', alt: 'The ferry', lead: false }]);
  expect(draft.html).toContain('<img src="image:p1" alt="The ferry" width="1600" height="900">');
  expect(draft.html).toContain('<figcaption>On its first morning.</figcaption>');
});
