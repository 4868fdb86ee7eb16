import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Draft } from '#contract/draft.ts';
import { extract, extractAny } from '#backend/extract/extract.ts';
import { printerBrowser, printPages, type PrintOptions } from '#support/print-pages.ts';

/**
 * PDFs as the programs that people have really write them: made here, by those programs. Where a
 * program is not on this machine the test is shown as skipped.
 */
const run = promisify(execFile);
const hasProgram = (name: string, option = '--version') =>
  run(name, [option]).then(
    () => true,
    () => false,
  );

async function read(bytes: Uint8Array): Promise<Draft> {
  return extractAny({ kind: 'pdf', bytes, address: null, charset: null, fileName: 'story.pdf' });
}

const address = 'https://post.example/2021/03/03/ferry-sails-again';
const headline = 'Ferry sails again after ten years of silence in the harbour';
const paragraphs = [
  'NORTHHAVEN, Scotland — The horn was heard before the ship could be seen. For ten years nothing larger than a fishing boat had come through the narrow entrance, and many of the children on the quay had never seen a ferry at all.',
  '“I cried a little,” said Morag Sinclair, 71, who had sold tickets in the old wooden booth until the day it was closed. “You tell yourself it is only a boat, and then it turns the corner and you find that it was never only a boat.”',
  'The new vessel, the <em>Lady of the Skerries</em>, carries forty cars and two hundred passengers. It was built in <a href="https://ship.example/yard">a small yard on the Clyde</a> for 19 million pounds, a third of which came from the <strong>islanders themselves</strong>, who had bought shares at fifty pounds each.',
  '<h2>A long argument</h2>',
  'The argument about the ferry is nearly as old as the silence. The council wanted a bridge, the government wanted a study, and the study wanted another study. In the end it was a retired schoolteacher, Hamish Rae, who wrote to every household and asked what a crossing would be worth to them.',
  'The answers filled eleven boxes. Three things came up again and again:',
  '<ul><li>a crossing early enough to reach the hospital in the morning;</li><li>room for cattle on market days, because the long way round by road costs a farmer most of what a calf is worth;</li><li>a last boat after the pub quiz.</li></ul>',
  '“We could not promise the third,” Mr Rae said. “But it is in the timetable.”',
  '<h2>What comes next</h2>',
  'The timetable runs until October. After that a committee of seven, elected by the shareholders, will decide whether the ship is to sail through the winter, when waves at the entrance reach four metres and the old ferry used to stay in port for days.',
  'For the moment nobody in Northhaven wants to speak of winter. By the evening of the first day the ferry had crossed nine times, and the booth had sold out of tickets, postcards and a batch of shortbread that had been meant for the whole of the week.',
  'The well-known captain of the old boat, who is 88, was the first to buy a ticket. He did not use it. He stood at the rail of the quay, looked at the ship for a long time, and went home.',
];
const body = paragraphs
  .map((one) => (one.startsWith('<h2') || one.startsWith('<ul') ? one : `<p>${one}</p>`))
  .join('\n');

function storyPage(storyStyle: string): string {
  return `<!doctype html><html lang="en"><title>Ferry sails again after ten years | The Harbour Post</title>
<style>body{font:16px/1.5 Georgia,serif;max-width:720px;margin:0 auto} nav a{margin-right:12px;font:13px sans-serif}
h1{font-size:34px;line-height:1.15} .dek{font-size:20px;color:#555} .byline{font:14px sans-serif} aside a{display:block}
.story{${storyStyle}} footer{font-size:12px}</style>
<header><b style="font-size:22px">The Harbour Post</b><nav><a href="/news">News</a><a href="/sport">Sport</a><a href="/weather">Weather</a></nav></header>
<main><article><h1>${headline}</h1>
<p class="dek">The last boat left Northhaven in 2011. On Monday the whole town stood on the quay to see a new one come in.</p>
<p class="byline">By Ada Fenwick and Tomas Brill</p><p class="byline">Published <time datetime="2021-03-03">March 3, 2021</time></p>
<div class="story">${body}</div></article></main>
<aside><h3>More stories</h3><a href="/1">Council raises parking fees again</a><a href="/2">School roof to be repaired in summer</a></aside>
<footer>© 2021 The Harbour Post. All rights reserved.</footer></html>`;
}

/** The story's paragraphs as they must come out, items and headings included. */
const expected = paragraphs
  .flatMap((one) => one.split(/<\/?(?:ul|li|h2)>/u))
  .map((one) => one.replaceAll(/<[^>]+>/gu, ''))
  .filter((one) => one !== '');
const paragraphsOf = ({ text }: Draft) => text.split(/\n+/u);

const layouts: readonly (readonly [name: string, style: string, options: PrintOptions])[] = [
  ['one column', '', {}],
  ['two columns, justified and hyphenated', 'columns:2;column-gap:24px;text-align:justify;hyphens:auto', {}],
  [
    'three columns across a landscape page',
    'columns:3;column-gap:20px;font-size:13px',
    { landscape: true, tagged: true },
  ],
  ['header and footer', '', { displayHeaderFooter: true }],
  [
    'two columns over small pages with header and footer',
    'columns:2;column-gap:20px;column-fill:auto',
    { displayHeaderFooter: true, format: 'A5', tagged: true },
  ],
  ['marks for screen readers', '', { tagged: true, displayHeaderFooter: true }],
];

describe.skipIf(printerBrowser === undefined)('a page that Chromium printed', () => {
  let drafts: ReadonlyMap<string, Draft>;

  beforeAll(async () => {
    const printed = await printPages(
      address,
      layouts.map(([, style, options]) => ({ html: storyPage(style), options })),
    );
    drafts = new Map(
      await Promise.all(printed.map(async (bytes, at) => [layouts[at]?.[0] ?? '', await read(bytes)] as const)),
    );
  });

  test.each(layouts.map(([name]) => name))('gives its story in order: %s', (name) => {
    const draft = drafts.get(name);
    expect(draft === undefined ? [] : paragraphsOf(draft)).toEqual(expected);
  });

  test.each(layouts.map(([name]) => name))('gives its fields: %s', (name) => {
    const draft = drafts.get(name);
    expect(draft?.metadata).toMatchObject({
      headline,
      dek: 'The last boat left Northhaven in 2011. On Monday the whole town stood on the quay to see a new one come in.',
      byline: 'Ada Fenwick and Tomas Brill',
      authors: ['Ada Fenwick', 'Tomas Brill'],
      dateline: 'NORTHHAVEN, Scotland',
      publishedAt: '2021-03-03',
      updatedAt: null,
      source: 'The Harbour Post',
      language: 'en',
      copyright: '© 2021 The Harbour Post. All rights reserved.',
    });
    expect(draft?.metadata.url).toBe(
      layouts.find(([one]) => one === name)?.[2].displayHeaderFooter === true ? address : null,
    );
  });

  test('is about the same article as the page itself', () => {
    const bytes = Buffer.from(storyPage(''));
    const page = extract({ kind: 'html', bytes, address, charset: null, fileName: null });
    const printed = drafts.get('header and footer');
    // The page prints its dek above the story; in the print it is known by its place and stands in its field.
    const [dek = '', ...story] = page.text.split('\n\n');
    expect(printed?.metadata.dek).toBe(dek);
    expect(printed?.text.split(/\s+/u)).toEqual(story.join(' ').split(/\s+/u));
    for (const field of ['headline', 'authors', 'publishedAt', 'url', 'language'] as const)
      expect(printed?.metadata[field], field).toEqual(page.metadata[field]);
  });

  test('keeps headings, links and emphasis', () => {
    const { html = '' } = drafts.get('one column') ?? {};
    expect(html).toContain('<h2>A long argument</h2>');
    expect(html).toContain('<em>Lady of the Skerries</em>,');
    expect(html).toContain('<strong>islanders themselves</strong>,');
    expect(html).toMatch(/<a href="https:\/\/ship\.example\/yard"[^>]*>a small yard on the Clyde<\/a> for 19/);
  });

  test('keeps lists and headings that only its marks for screen readers tell', () => {
    const { html = '' } = drafts.get('marks for screen readers') ?? {};
    expect(html).toContain('<ul><li>a crossing early enough to reach the hospital in the morning;</li>');
    expect(html).toContain('<h2>What comes next</h2>');
  });

  test('says what was left out', () => {
    const samples = drafts.get('header and footer')?.removals.map(({ sample }) => sample);
    expect(samples).toEqual(
      expect.arrayContaining([
        '1/2',
        'The Harbour Post',
        'Council raises parking fees again',
        'By Ada Fenwick and Tomas Brill',
      ]),
    );
  });
});

const sentences = [
  'Established records of the northern warehouse were returned to the council in the morning.',
  'The administration had published nothing although several representatives asked for it.',
  'Independent fishermen insured the timber, and considerable quarters of the municipality agreed.',
  'Extraordinary seasons brought international transport to communities between the islands.',
  'An engineering committee opened the development of the harbour before the winter was over.',
];
/** Enough prose for several pages, every paragraph another. */
const prose = Array.from({ length: 36 }, (_, at) =>
  [
    `Paragraph number ${at + 1} begins here.`,
    ...sentences.slice(at % 5),
    ...sentences.slice(0, at % 5),
    `So ends number ${at + 1}.`,
  ].join(' '),
);

const hasLatex = await hasProgram('pdflatex');
const latex = (options: string) => String.raw`\documentclass[${options}]{article}
\usepackage[T1]{fontenc}\usepackage{lmodern}
\title{Harbours of the North: How Small Ports Survive}\author{Ada Fenwick \and Tomas Brill}\date{March 3, 2021}
\begin{document}\maketitle
\begin{abstract}A short word on what follows, set smaller than the rest of it.\end{abstract}
\section{Introduction}
${prose.slice(0, 12).join('\n\n')} A note.\footnote{See the port records of 1987.}
\section{Method}
${prose.slice(12, 24).join('\n\n')}
\begin{itemize}\item First thing that matters here. \item Second thing, of which there is rather more to say, so that it runs over the end of the line.\end{itemize}
\subsection{Boats}
${prose.slice(24).join('\n\n')}
\end{document}`;

describe.skipIf(!hasLatex)('a paper that LaTeX set', () => {
  test.each(['a4paper', 'twocolumn,a4paper', 'twocolumn,9pt,letterpaper'])(
    'is read in order, with its head, notes and headings: %s',
    async (options) => {
      const draft = await read(
        await made('paper.tex', latex(options), 'pdflatex', ['-interaction=batchmode', 'paper.tex'], 'paper.pdf'),
      );
      expect(draft.metadata).toMatchObject({
        headline: 'Harbours of the North: How Small Ports Survive',
        authors: ['Ada Fenwick', 'Tomas Brill'],
        publishedAt: '2021-03-03',
        language: 'en',
      });
      const numbered = paragraphsOf(draft).filter((one) => one.startsWith('Paragraph number'));
      expect(numbered).toEqual(prose.map((one, at) => (at === 11 ? `${one} A note.1` : one)));
      expect(draft.html).toMatch(/<h2>1 Introduction<\/h2>/);
      expect(draft.html).toMatch(/<h3>2\.1 Boats<\/h3>/);
      expect(draft.html).toContain('A note.<sup>1</sup>');
      expect(draft.html).toContain(
        '<li>Second thing, of which there is rather more to say, so that it runs over the end of the line.</li>',
      );
      expect(draft.html).toMatch(/<small><sup>1<\/sup>\s?See the port records of 1987\.<\/small>/);
    },
  );
});

const hasGroff = (await hasProgram('groff')) && (await hasProgram('gs'));
const groff = String.raw`.TL
Harbours of the North
.AU
Ada Fenwick
.NH 1
Introduction
${prose
  .slice(0, 10)
  .map((one) => `.PP\n${one}`)
  .join('\n')}
.NH 1
Method
${prose
  .slice(10, 24)
  .map((one) => `.PP\n${one}`)
  .join('\n')}
`;

describe.skipIf(!hasGroff)('a report that groff set', () => {
  test('is read in order, without the numbers at the head of its pages', async () => {
    const bytes = await made('report.ms', groff, 'groff', ['-ms', '-Tpdf', '-P-pa4', 'report.ms'], null);
    const draft = await read(bytes);
    expect(draft.metadata).toMatchObject({ headline: 'Harbours of the North', authors: ['Ada Fenwick'] });
    expect(paragraphsOf(draft).filter((one) => one.startsWith('Paragraph number'))).toEqual(prose.slice(0, 24));
    expect(draft.text).not.toMatch(/-\s?\d\s?-/);
  });
});

/** Runs a program over a source in a folder of its own; `result` null: what it prints is the file. */
async function made(
  name: string,
  source: string,
  program: string,
  options: readonly string[],
  result: string | null,
): Promise<Uint8Array> {
  const folder = await mkdtemp(path.join(tmpdir(), 'pressmark-pdf-'));
  try {
    await writeFile(path.join(folder, name), source);
    const { stdout } = await run(program, options, { cwd: folder, encoding: 'buffer', maxBuffer: 64_000_000 });
    return result === null ? stdout : await readFile(path.join(folder, result));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
