import { expect, test } from 'vitest';
import { sanitise } from '../sanitise.ts';

const address = 'https://example.org/story?page=1';

test('a footnote and the way back keep their places, under a name of their own', () => {
  expect(
    sanitise(
      '<p>Rivers rise.<sup id="fnref:1"><a href="#fn:1">1</a></sup></p><ol><li id="fn:1"><p>Measured in May. <a href="#fnref:1">back</a></p></li></ol>',
    ),
  ).toBe(
    '<p>Rivers rise.<sup id="place-fnref-1"><a href="#place-fn-1">1</a></sup></p>\n' +
      '<ol><li id="place-fn-1"><p>Measured in May. <a href="#place-fnref-1">back</a></p></li></ol>',
  );
});

test('an id that no link of the article leads to goes', () => {
  expect(sanitise('<p id="root">One <a href="#other">two</a></p><h2 id="part">Three</h2>')).toBe(
    '<p>One two</p>\n<h2>Three</h2>',
  );
});

test("a link with the page's whole address leads to the place in it, one to another page does not", () => {
  const page = '<p id="n1">Note</p><p><a href="/story?page=1#n1">here</a> <a href="/other#n1">there</a></p>';
  expect(sanitise(page, { address })).toBe(
    '<p id="place-n1">Note</p>\n<p><a href="#place-n1">here</a> <a href="https://example.org/other#n1" rel="noopener noreferrer">there</a></p>',
  );
});

test('an empty anchor of an old page gives its place to the paragraph around it', () => {
  expect(sanitise('<p>See <a href="#n1">1</a></p><p><a name="n1"></a>The note.</p>')).toBe(
    '<p>See <a href="#place-n1">1</a></p>\n<p id="place-n1">The note.</p>',
  );
});

test('an element that is opened up leaves its place behind', () => {
  expect(sanitise('<p>See <a href="#n1">1</a>, <a href="#n2">2</a></p><div id="n1"><p>One.</p></div>')).toBe(
    '<p>See <a href="#place-n1">1</a>, 2</p>\n<p id="place-n1">One.</p>',
  );
  expect(sanitise('<p><font id="call">word</font> and <a href="#call">back</a></p>')).toBe(
    '<p><span id="place-call">word</span> and <a href="#place-call">back</a></p>',
  );
});

test('letters of every language and encoded links find each other; of two equal ids the first counts', () => {
  expect(sanitise('<p id="Müller 2">A</p><p id="Müller 2">B</p><p><a href="#M%C3%BCller%202">C</a></p>')).toBe(
    '<p id="place-Müller-2">A</p>\n<p>B</p>\n<p><a href="#place-Müller-2">C</a></p>',
  );
  expect(sanitise('<p id="50%">A <a href="#50%">B</a></p>')).toBe('<p id="place-50-">A <a href="#place-50-">B</a></p>');
});

test('a name that would break out of its attribute is only letters afterwards', () => {
  expect(sanitise("<p id='\"><script>'>A <a href='#\"><script>'>B</a></p>")).toBe(
    '<p id="place--script-">A <a href="#place--script-">B</a></p>',
  );
});

test('a paragraph of a hundred thousand lines is read like any other', () => {
  const lines = 'The tide at noon.<br>'.repeat(130_000);
  const html = sanitise(
    `<p id="n1">${lines}<a name="n2">End</a></p><p>See <a href="#n1">1</a>, <a href="#n2">2</a></p>`,
  );
  expect(html).toMatch(/^<p id="place-n1">The tide/);
  expect(html).toContain('<span id="place-n2">End</span>');
});

test('elements of a drawing that stand in one another without end are walked without recursion', () => {
  const html = sanitise(`<p>See <a href="#deep">below</a>.</p><svg>${'<td>'.repeat(100_000)}<td id="deep">Tide`);
  expect(html).toBe('<p>See below.</p>');
});
