import { expect, test } from 'vitest';
import { showPictures } from './show-pictures.ts';

const lamp = 'data:image/png;base64,TEFNUA==';
const bell = 'data:image/png;base64,QkVMTA==';
const kept = new Map([
  ['/pictures/lamp.png', lamp],
  ['https://cdn.example/bell.png?w=800&q=1', bell],
  ['cid:bell@mail', bell],
  ['Page_files/lamp.png', lamp],
]);
const address = 'https://harbour.example/2018/bell';
const own = (data: string) => ` src="${data}" srcset="" loading="eager"`;

test.each([
  [
    'relative to the page',
    '<img alt=a src="../pictures/lamp.png">',
    `<img${own(lamp)} alt=a src="../pictures/lamp.png">`,
  ],
  [
    'in full, with entities',
    "<IMG src='https://cdn.example/bell.png?w=800&amp;q=1'/>",
    `<IMG${own(bell)} src='https://cdn.example/bell.png?w=800&amp;q=1'/>`,
  ],
  [
    'without a scheme, as one choice of several',
    '<img src=small.png srcset="//cdn.example/bell.png?w=800&q=1 800w, /c.png 90w">',
    `<img${own(bell)} src=small.png srcset="//cdn.example/bell.png?w=800&q=1 800w, /c.png 90w">`,
  ],
  [
    'for a loader of late pictures',
    '<img data-src="/pictures/lamp.png">',
    `<img${own(lamp)} data-src="/pictures/lamp.png">`,
  ],
  ['by its name in a mail', '<img src="cid:bell@mail">', `<img${own(bell)} src="cid:bell@mail">`],
  [
    'in the picture element around it',
    '<picture><source srcset="/pictures/lamp.png 900w"><img src=b.png></picture><img src=b.png>',
    `<picture><source srcset="" srcset="/pictures/lamp.png 900w"><img${own(lamp)} src=b.png></picture><img src=b.png>`,
  ],
])('a kept picture is shown that the page names %s', (_how, page, shown) => {
  expect(showPictures(page, address, kept)).toBe(shown);
});

test('references count from the base that a page names', () => {
  const page = '<head><base href="https://harbour.example/pictures/"></head><img src="lamp.png">';
  expect(
    showPictures(page, 'https://mirror.example/x/y', new Map([['https://harbour.example/pictures/lamp.png', lamp]])),
  ).toContain(`<img${own(lamp)} src="lamp.png">`);
});

test('a page without any address names the files beside it', () => {
  expect(showPictures('<p>A <img src="Page_files/lamp.png"> B', null, kept)).toBe(
    `<p>A <img${own(lamp)} src="Page_files/lamp.png"> B`,
  );
});

test('what is not kept, and what only looks like a picture, stays as it is', () => {
  const page =
    '<img src="/other.png"><!-- <img src="/pictures/lamp.png"> --><script>"<img src=/pictures/lamp.png>"</script><p title="<img src=/pictures/lamp.png>">';
  expect(showPictures(page, address, kept)).toBe(page);
});

test('a page that shows one picture without end is given only so much of it', () => {
  const large = `data:image/png;base64,${'A'.repeat(40 * 1024 * 1024)}`;
  const page = '<img src="/large.png">'.repeat(1000);
  const shown = showPictures(page, address, new Map([['/large.png', large]]));
  expect(shown.length).toBeLessThan(100 * 1024 * 1024);
  expect(shown.split(' loading="eager"')).toHaveLength(3);
});
