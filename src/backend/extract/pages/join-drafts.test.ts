import { describe, expect, test } from 'vitest';
import type { Draft } from '#contract/draft.ts';
import { extract, followsOn, joinDrafts } from '../extract.ts';

const address = 'https://harbour.example/how-the-ferry-was-built';
const dek = 'For two winters the yard at Orrin Bay bent oak over steam, and the town came to watch on Sundays.';
const sentences = (subject: string) =>
  `The ${subject} took the yard longer than anybody had thought, and the master wrote the days on the wall. ` +
  `Nobody in the town had seen a ${subject} like it, and those who had been at sea said so most loudly.`;

function draftOf(page: number, inner: string, title = 'How the ferry was built'): Draft {
  const html = `<!doctype html><html lang="en"><head><title>${title}</title></head><body><article><h1>${title}</h1>
    <p class="byline">By Ada Brook</p><p>${dek}</p>${inner}</article></body></html>`;
  const bytes = new TextEncoder().encode(html);
  const where = page === 1 ? address : `${address}/${page}`;
  return extract({ kind: 'html', bytes, address: where, charset: 'utf-8', fileName: null });
}

const picture = (file: string, caption: string) =>
  `<figure><img src="${file}" alt=""><figcaption>${caption}</figcaption></figure>`;
const first = () =>
  draftOf(
    1,
    `${picture('/pictures/keel.jpg', 'The keel, in March.')}<p>${sentences('keel')}</p><p>${sentences('rib')}<a href="#n1" id="c1">1</a></p>
     <p>Yes.</p><p id="n1">1. The yard book, page 12. <a href="#c1">back</a></p>`,
  );
const second = () =>
  draftOf(
    2,
    `${picture('/pictures/keel.jpg', 'The keel, in March.')}<p>${sentences('mast')}</p>${picture('sail.jpg', 'The sail.')}
     <p>Yes.</p><p>${sentences('sail')}<a href="#n1" id="c1">1</a></p><p id="n1">1. The sail book, page 3. <a href="#c1">back</a></p>`,
  );

function joined(): Draft {
  return joinDrafts([
    { draft: first(), address },
    { draft: second(), address: `${address}/2` },
  ]);
}

describe('pages joined', () => {
  test('are one text with the fields of the first, and what a page repeats is told as left out', () => {
    const draft = joined();
    expect(draft.metadata).toEqual(first().metadata);
    expect(draft.pages).toBe(2);
    for (const subject of ['keel', 'rib', 'mast', 'sail']) expect(draft.text.split(sentences(subject))).toHaveLength(2);
    expect(draft.text.split(dek)).toHaveLength(2);
    expect(draft.html.split('The keel, in March.')).toHaveLength(2);
    const repeated = draft.removals.filter(({ step }) => step === 'pages').map(({ sample }) => sample);
    expect(repeated).toEqual(expect.arrayContaining([dek, 'The keel, in March.']));
  });

  test('count the words of all pages, and those that are repeated once', () => {
    expect(joined().wordCount).toBe(first().wordCount + second().wordCount - dek.split(' ').length);
  });

  test('keep a few words that the story says again in its midst', () => {
    expect(joined().text.split('Yes.')).toHaveLength(3);
  });

  test('keep their pictures apart, each where its own page has it', () => {
    const { html, images } = joined();
    expect(images.map(({ reference }) => reference)).toEqual([
      '/pictures/keel.jpg',
      'https://harbour.example/how-the-ferry-was-built/sail.jpg',
    ]);
    for (const { key } of images) expect(html).toContain(`src="image:${key}"`);
  });

  test('keep their notes apart: each call leads to the note of its own page', () => {
    const { html } = joined();
    const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const [, id] of html.matchAll(/ href="#([^"]+)"/g)) expect(ids).toContain(id);
    expect(ids).toHaveLength(4);
    const call = /href="#(place-page2-[^"]+)"[^>]*>1<\/a>/.exec(html)?.[1];
    expect(html).toMatch(new RegExp(` id="${call}"[^>]*>(?:<[^>]*>)*1\\. The sail book`));
  });

  test('are a single page as it is when there is but one', () => {
    const draft = first();
    expect(joinDrafts([{ draft, address }])).toBe(draft);
  });
});

describe('a further page', () => {
  test('follows when it is new and bears the headline, with its number or without', () => {
    expect(followsOn([first()], second())).toBe('follows');
    const numbered = draftOf(
      2,
      `<p>${sentences('mast')}</p><p>${sentences('oar')}</p>`,
      'How the ferry was built (page 2)',
    );
    expect(followsOn([first()], numbered)).toBe('follows');
  });

  test('is another article when its headline is another', () => {
    const other = draftOf(2, `<p>${sentences('mast')}</p><p>${sentences('oar')}</p>`, 'A quay for two boats');
    expect(followsOn([first()], other)).toBe('other');
  });

  test('is none when it shows the same story over again', () => {
    expect(followsOn([first()], first())).toBe('repeats');
  });
});
