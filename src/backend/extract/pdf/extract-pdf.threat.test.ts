import { expect, test } from 'vitest';
import type { ExtractInput } from '#contract/draft.ts';
import { drawText, type PlacedText, stream, textPdf, writePdf } from '#support/hand-made-pdf.ts';
import { extractPdf } from './extract-pdf.ts';

const story: PlacedText[] = [
  [72, 760, 22, 'Harbour opens'],
  ...Array.from({ length: 20 }, (_, at): PlacedText => [
    72,
    720 - at * 14,
    11,
    `Line ${at} of a story about the harbour that opened.`,
  ]),
];
const page = '/Type /Page /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >>';
const catalogue = '<< /Type /Catalog /Pages 2 0 R >>';
const solePage = '<< /Type /Pages /Kids [4 0 R] /Count 1 >>';
const font = '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>';

const extract = (bytes: Uint8Array) => extractPdf(inputOf(bytes));

function inputOf(bytes: Uint8Array): ExtractInput {
  return { kind: 'pdf', bytes, address: null, charset: null, fileName: 'harbour.pdf' };
}

const broken = { code: 'unreadable-file', message: expect.stringContaining('damaged') as string };

test('a whole one is read, and the caller keeps its bytes', async () => {
  const bytes = textPdf([story]);
  const before = bytes.length;
  expect((await extract(bytes)).metadata.headline).toBe('Harbour opens');
  expect(bytes).toHaveLength(before);
});

test('a wrong table of objects is worked around', async () => {
  expect((await extract(textPdf([story], { tableAt: 7 }))).text).toContain('Line 19');
});

test('what only begins like a PDF is reported as damaged', async () => {
  await expect(extract(Buffer.from(`%PDF-1.7\n${'x'.repeat(5000)}`))).rejects.toMatchObject(broken);
});

test('one that needs a password says so', async () => {
  const key = (letter: string) => `<${letter.repeat(64)}>`;
  const id = '<00112233445566778899aabbccddeeff>';
  const trailer = `/Encrypt << /Filter /Standard /V 1 /R 2 /O ${key('a')} /U ${key('b')} /P -44 >> /ID [${id} ${id}]`;
  await expect(extract(textPdf([story], { trailer }))).rejects.toMatchObject({
    code: 'unreadable-file',
    message: expect.stringContaining('password') as string,
  });
});

test('pictures of pages without text are no article, in a plain sentence', async () => {
  await expect(extract(textPdf([[], []]))).rejects.toMatchObject({
    code: 'no-article',
    message: expect.stringContaining('scanner') as string,
  });
});

test.each([
  ['itself', ['<< /Type /Pages /Kids [2 0 R] /Count 5 >>', font]],
  [
    'its parent',
    [
      '<< /Type /Pages /Kids [4 0 R 4 0 R] /Count 100000 >>',
      font,
      '<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 100000 >>',
    ],
  ],
])('a tree of pages that holds %s ends', async (_, objects) => {
  await expect(extract(writePdf({ objects: [catalogue, ...objects] }))).rejects.toMatchObject(broken);
});

test('a drawing that draws itself ends, and the page is read', async () => {
  const resources = '/Resources << /Font << /F1 3 0 R >> /XObject << /X 6 0 R >> >>';
  const own = '/Type /XObject /Subtype /Form /BBox [0 0 500 500] /Resources << /XObject << /X 6 0 R >> >>';
  const objects = [
    catalogue,
    solePage,
    font,
    `<< /Type /Page /MediaBox [0 0 595 842] /Contents 5 0 R ${resources} >>`,
    stream(`${drawText(story)} /X Do`),
    stream('/X Do /X Do', own),
  ];
  expect((await extract(writePdf({ objects }))).text).toContain('Line 19');
});

test('two hundred thousand brackets are no stack overflow, in an object or in a page', async () => {
  const deep = '['.repeat(200_000);
  const inObject = [catalogue, solePage, font, `<< ${page} /Contents 5 0 R /Deep ${deep} >>`, stream(drawText(story))];
  await expect(extract(writePdf({ objects: inObject }))).rejects.toMatchObject(broken);
  const inPage = [catalogue, solePage, font, `<< ${page} /Contents 5 0 R >>`, stream(deep + drawText(story))];
  await expect(extract(writePdf({ objects: inPage }))).rejects.toMatchObject({ code: 'no-article' });
});

test('ten thousand pages of one are cut, and the reader is told', async () => {
  const kids = '4 0 R '.repeat(10_000);
  const objects = [
    catalogue,
    `<< /Type /Pages /Kids [${kids}] /Count 10000 >>`,
    font,
    `<< ${page} /Parent 2 0 R /Contents 5 0 R >>`,
    stream(drawText([[72, 700, 11, 'One line on each.']])),
  ];
  const draft = await extract(writePdf({ objects }));
  expect(draft.warnings).toEqual([{ kind: 'document-cut', pages: 10_000, read: 2000 }]);
}, 120_000);

test('twenty thousand words strewn over a page are read without any rule costing their square', async () => {
  const strewn = Array.from({ length: 20_000 }, (_, at): PlacedText => [(at * 37) % 600, (at * 91) % 842, 8, `w${at}`]);
  expect((await extract(textPdf([strewn]))).wordCount).toBeGreaterThan(19_000);
}, 120_000);

test('a page that is missing is named, and the others are kept', async () => {
  const kids = '<< /Type /Pages /Kids [4 0 R 99 0 R 4 0 R] /Count 3 >>';
  const objects = [catalogue, kids, font, `<< ${page} /Parent 2 0 R /Contents 5 0 R >>`, stream(drawText(story))];
  const draft = await extract(writePdf({ objects }));
  expect(draft.text).toContain('Line 19');
  expect(draft.warnings).toEqual([{ kind: 'pages-unread', pages: [2], areMore: false }]);
});

test('markup, script addresses and control characters in a PDF are only words', async () => {
  const draft = await extract(
    textPdf([
      [
        [72, 760, 22, '<img src=x onerror=alert(1)>'],
        ...story.slice(1),
        [72, 300, 11, '<script>alert(1)</script> & more of it.'],
      ],
    ]),
  );
  expect(draft.html).not.toMatch(/<script|<img/);
  expect(draft.text).toContain('<script>alert(1)</script> & more of it.');
});
