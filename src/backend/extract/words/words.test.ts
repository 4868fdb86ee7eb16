import { expect, test } from 'vitest';
import { htmlToMarkdown } from './html-to-markdown.ts';
import { htmlToText } from './html-to-text.ts';
import { wordCount } from './word-count.ts';

test('text has paragraphs parted by an empty line, items and rows on lines', () => {
  const html =
    '<h2>A</h2><p>one<br>two  three</p><ul><li>x</li><li>y<ul><li>z</li></ul></li></ul><table><tr><th>a</th> <td>b</td></tr></table><pre>k\n  l</pre><p><ruby>猫<rp>(</rp><rt>ねこ</rt><rp>)</rp></ruby>&nbsp;&amp; co</p>';
  expect(htmlToText(html)).toBe('A\n\none\ntwo three\n\nx\ny\n\nz\n\na\tb\n\nk\n  l\n\n猫 & co');
});

test('Markdown keeps structure and guards what would be read as a sign', () => {
  const html =
    '<h2>A*b</h2><p>1. not a list, <em>so </em>it <a href="https://e.example/(x)">is</a> <code>a`b</code><br>next</p><ol start="3"><li>c</li><li><p>d</p><p>e</p></li></ol><blockquote><p>q</p></blockquote><pre><code>x\n```\n</code></pre><table><tr><th>h|i</th></tr><tr><td>j</td></tr></table><figure><img src="images/1.jpg" alt="pic"><figcaption>cap</figcaption></figure><hr>';
  expect(htmlToMarkdown(html)).toBe(
    [
      '## A\\*b',
      '1\\. not a list, *so* it [is](https://e.example/%28x%29) ``a`b``  \nnext',
      '3. c\n4. d\n\n   e',
      '> q',
      '````\nx\n```\n````',
      '| h\\|i |\n| --- |\n| j |',
      '![pic](images/1.jpg)',
      'cap',
      '---',
    ].join('\n\n'),
  );
});

test('words are counted in scripts with and without spaces', () => {
  expect(wordCount("It's a well-known fact, 3.5 times over — isn’t it?")).toBe(9);
  expect(wordCount('私は猫が好きです。', 'ja')).toBeGreaterThan(4);
  expect(wordCount('猫', 'not a language')).toBe(1);
  expect(wordCount('')).toBe(0);
});
