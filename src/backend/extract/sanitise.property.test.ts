import fc from 'fast-check';
import { parseFragment, serialize } from 'parse5';
import { expect, test } from 'vitest';
import { sanitise } from './sanitise.ts';
import { htmlToText } from './words/html-to-text.ts';

const names = [
  'p',
  'div',
  'span',
  'a',
  'b',
  'i',
  'em',
  'font',
  'h1',
  'h3',
  'ul',
  'ol',
  'li',
  'dl',
  'dt',
  'dd',
  'table',
  'tbody',
  'tr',
  'td',
  'th',
  'caption',
  'figure',
  'figcaption',
  'blockquote',
  'pre',
  'code',
  'details',
  'summary',
  'form',
  'button',
  'select',
  'option',
  'svg',
  'math',
  'mtext',
  'mglyph',
  'style',
  'script',
  'title',
  'template',
  'noscript',
  'textarea',
  'iframe',
  'xmp',
  'plaintext',
  'foreignObject',
  'desc',
  'annotation-xml',
  'ruby',
  'rt',
  'nobr',
  'marquee',
  'center',
  'br',
  'hr',
  'img',
  'wbr',
  'input',
  'frameset',
  'body',
  'html',
  'head',
  'x-y',
  'image',
] as const;
const attributes = [
  '',
  ' href="https://example.org/a"',
  ' href="javascript:alert(1)"',
  ' src="image:p1"',
  ' src=x onerror=alert(1)',
  ' title="</p><b>"',
  ' lang=de',
  ' dir=rtl',
  ' colspan=2',
  ' id=x name=y',
  ' href="#x"',
  ' id=x href="#y"',
  ' id=place-y',
  ' style="x:y"',
  ' alt="a&amp;b"',
  ' encoding="text/html"',
  ' open',
  ' start=3',
] as const;
const words = [
  'word',
  ' ',
  '\n',
  '&amp;',
  '&lt;b&gt;',
  '<',
  '>',
  '"',
  '-->',
  '<!--',
  ']]>',
  '<![CDATA[',
  '\u00a0',
  '日本',
  '\u0000',
  '&#13;',
  'a b  c',
] as const;

const piece = fc.oneof(
  {
    weight: 5,
    arbitrary: fc
      .tuple(fc.constantFrom(...names), fc.constantFrom(...attributes))
      .map(([name, attribute]) => `<${name}${attribute}>`),
  },
  { weight: 4, arbitrary: fc.constantFrom(...names).map((name) => `</${name}>`) },
  { weight: 5, arbitrary: fc.constantFrom(...words) },
);
const page = fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join(''));

test('sanitising twice gives the same as once', () => {
  fc.assert(
    fc.property(page, (html) => {
      const once = sanitise(html, { address: 'https://example.org/' });
      expect(sanitise(once, { address: 'https://example.org/' })).toBe(once);
      expect(sanitise(once)).toBe(once);
    }),
    { numRuns: 3000 },
  );
});

test('a parser reads the result as it was written, so nothing can mutate later', () => {
  fc.assert(
    fc.property(page, (html) => {
      const clean = sanitise(html);
      const again = serialize(parseFragment(clean));
      expect(serialize(parseFragment(again))).toBe(again);
      expect(sanitise(again)).toBe(clean);
    }),
    { numRuns: 2000 },
  );
});

test('no script, handler, style or remote picture survives any page', () => {
  fc.assert(
    fc.property(page, (html) => {
      const tags = [...sanitise(html).matchAll(/<[^>]*>/g)]
        .map(([tag]) => tag.replaceAll(/ id="place-[xy]"|"[^"]*"/g, '""'))
        .join('');
      expect(tags).not.toMatch(
        /<\/?(?:script|style|iframe|svg|math|form|input|object|template|title|textarea|noscript|xmp|plaintext)\b|\son\w+=|\sstyle=|\sid=|\sname=|\sclass=/i,
      );
    }),
    { numRuns: 2000 },
  );
});

test('plain prose comes through whole', () => {
  fc.assert(
    fc.property(fc.array(fc.stringMatching(/^[\p{L}\d&<>"' ]{1,60}$/u), { maxLength: 8 }), (paragraphs) => {
      const html = paragraphs
        .map((paragraph) => `<p>${paragraph.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</p>`)
        .join('');
      const expected = paragraphs
        .map((paragraph) => paragraph.replaceAll(/ +/g, ' ').trim())
        .filter((paragraph) => paragraph !== '');
      expect(htmlToText(sanitise(html))).toBe(expected.join('\n\n'));
    }),
  );
});
