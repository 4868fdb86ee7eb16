import { expect, test } from 'vitest';
import { withKnownPictures } from './known-pictures.ts';

const known = new Set(['near.png', 'https://a.example/near.png?a=1&b=2']);
const filtered = async (markup: string): Promise<string> => {
  const bytes = await withKnownPictures(Buffer.from(markup), async (reference) => known.has(reference));
  return Buffer.from(bytes).toString();
};

test.each([
  ['<img src="near.png" srcset="far.png 2x, near.png 1x">', '<img src="near.png" srcset="near.png 1x">'],
  ["<img srcset='https://b.example/far.png 800w' src=near.png>", '<img src=near.png>'],
  ['<img data-src="/far.png" src="near.png" data-id="7">', '<img src="near.png" data-id="7">'],
  ['<source srcset="far.webp"><img alt="a > b" src="near.png">', '<source><img alt="a > b" src="near.png">'],
  [
    '<img src=near.png srcset="https://a.example/near.png?a=1&amp;b=2 1x, /far.png 2x">',
    '<img src=near.png srcset="https://a.example/near.png?a=1&amp;b=2 1x">',
  ],
])('what is not at hand is no choice: %s', async (markup, left) => {
  expect(await filtered(markup)).toBe(left);
});

test('a page whose pictures are all at hand is the same bytes', async () => {
  const bytes = Buffer.from('<img srcset="near.png 2x"><img src="far.png"><p data-src="/far.png">Fähre');
  expect(await withKnownPictures(bytes, async () => true)).toBe(bytes);
});

test('a page without its pictures is left as it is, and asked for little', async () => {
  const bytes = Buffer.from('<img src="/far.png" srcset="/farther.png 2x" data-src="/farthest.png">'.repeat(50));
  let asked = 0;
  const holds = async () => {
    asked += 1;
    return false;
  };
  expect(await withKnownPictures(bytes, holds)).toBe(bytes);
  expect(asked).toBe(50);
});

test('no byte of the rest changes, in any encoding', async () => {
  const rest = Buffer.concat([Buffer.from('<p>'), Buffer.from([0xe4, 0x80, 0xff]), Buffer.from('<img src=near.png')]);
  const page = Buffer.concat([rest, Buffer.from(' data-src="/far.png">')]);
  const left = await withKnownPictures(page, async (reference) => known.has(reference));
  expect(Buffer.from(left)).toEqual(Buffer.concat([rest, Buffer.from('>')]));
});
