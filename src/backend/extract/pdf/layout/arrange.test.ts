import { describe, expect, test } from 'vitest';
import { column, pageOf, runAt } from '#support/placed-page.ts';
import { arrange } from './arrange.ts';
import type { Run } from './runs.ts';

const texts = (...pages: readonly (readonly Run[])[]) =>
  arrange(pages.map((runs, at) => pageOf(runs, at + 1))).paragraphs.map((one) =>
    one.kind === 'paragraph' ? one.text : `${one.kind}${one.level || ''}: ${one.text}`,
  );

const filler = (top: number, left = 50) =>
  column({
    left,
    top,
    width: 240,
    lines: ['here the story goes on and on without an end', 'until it stops at last.¶'],
  });

describe('paragraphs', () => {
  test('are joined over lines', () => {
    expect(
      texts(column({ left: 50, top: 100, width: 200, lines: ['The horn was heard before', 'the ship was seen.¶'] })),
    ).toEqual(['The horn was heard before the ship was seen.']);
  });

  test('begin where a first line is set in', () => {
    const lines = [
      'One line of the story that',
      'is followed by a second one.',
      '  Another paragraph that is',
      'set in at its beginning only.',
    ];
    expect(texts(column({ left: 50, top: 100, width: 200, lines }))).toEqual([
      'One line of the story that is followed by a second one.',
      'Another paragraph that is set in at its beginning only.',
    ]);
  });

  test('begin after a line that ends although the next word would have fitted', () => {
    const lines = [
      'One line of the story that goes',
      'ends here.¶',
      'Another paragraph that begins',
      'below it and goes on.¶',
    ];
    expect(texts(column({ left: 50, top: 100, width: 200, lines }))).toEqual([
      'One line of the story that goes ends here.',
      'Another paragraph that begins below it and goes on.',
    ]);
  });

  test('go on over a column, and over a page with furniture between', () => {
    const first = column({
      left: 50,
      top: 700,
      width: 240,
      lines: ['The ferry crossed nine times, and when the', 'evening came the booth had sold out of'],
    });
    const second = column({
      left: 310,
      top: 100,
      width: 240,
      lines: ['tickets, of cards and of shortbread, so that', 'the keeper went home and left the'],
    });
    const third = column({ left: 50, top: 100, width: 240, lines: ['door open behind him.¶'] });
    const number = (text: string) => [runAt(text, 290, 810)];
    expect(texts([...first, ...second, ...number('1')], [...third, ...number('2')])).toEqual([
      'The ferry crossed nine times, and when the evening came the booth had sold out of tickets, of cards and of shortbread, so that the keeper went home and left the door open behind him.',
    ]);
  });

  test('go on behind a caption at the head of the next column', () => {
    const first = column({
      left: 50,
      top: 700,
      width: 240,
      lines: ['The ferry crossed nine times, and when the', 'evening came the booth had sold out of'],
    });
    const caption = column({ left: 310, top: 90, size: 8, lines: ['The quay on Monday.¶'] });
    const second = column({
      left: 310,
      top: 130,
      width: 240,
      lines: ['tickets, of cards and of shortbread, so that', 'the keeper went home.¶'],
    });
    expect(texts([...first, ...caption, ...second])).toEqual([
      'The ferry crossed nine times, and when the evening came the booth had sold out of tickets, of cards and of shortbread, so that the keeper went home.',
      'The quay on Monday.',
    ]);
  });
});

describe('headings', () => {
  test('are told by size, and ranked by it', () => {
    const runs = [
      ...column({ left: 50, top: 80, size: 18, lines: ['Part one¶'] }),
      ...filler(110),
      ...column({ left: 50, top: 160, size: 13, lines: ['A smaller one¶'] }),
      ...filler(190),
    ];
    expect(texts(runs).filter((text) => text.startsWith('heading'))).toEqual([
      'heading1: Part one',
      'heading2: A smaller one',
    ]);
  });

  test('are told by weight where the story is not bold', () => {
    const runs = [
      ...filler(80),
      ...column({ left: 50, top: 120, isBold: true, lines: ['What comes next¶'] }),
      ...filler(140),
    ];
    expect(texts(runs)[1]).toBe('heading1: What comes next');
  });

  test('are none in a document that is bold throughout', () => {
    const bold = (top: number) => filler(top).map((run) => ({ ...run, face: { ...run.face, isBold: true } }));
    expect(texts([...bold(80), ...bold(140)]).filter((text) => text.startsWith('heading'))).toEqual([]);
  });
});

test('labels make items, and an item goes on below its label', () => {
  const items = [
    '• a crossing early enough for',
    '  the hospital',
    '• room for cattle¶',
    '• a last boat after the quiz¶',
  ];
  expect(texts([...filler(80), ...column({ left: 60, top: 110, width: 200, lines: items })]).slice(1)).toEqual([
    'item: • a crossing early enough for the hospital',
    'item: • room for cattle',
    'item: • a last boat after the quiz',
  ]);
});

describe('footnotes', () => {
  const note = (text: string, top: number) => column({ left: 50, top, size: 7.5, width: 240, lines: [text] });

  test('are taken off the foot, and the story goes on over them', () => {
    const first = column({
      left: 50,
      top: 640,
      width: 240,
      lines: ['The ferry crossed nine times, and when the', 'evening came the booth had sold out of'],
    });
    const second = column({
      left: 50,
      top: 100,
      width: 240,
      lines: ['tickets, of cards and of shortbread, so that', 'the keeper went home.¶'],
    });
    const { paragraphs, notes } = arrange([
      pageOf([...first, ...note('1 See the records of the port.¶', 740)], 1),
      pageOf(second, 2),
    ]);
    expect(paragraphs).toHaveLength(1);
    expect(notes.map(({ text }) => text)).toEqual(['1 See the records of the port.']);
  });

  test('are no captions: what stands small above the story stays in it', () => {
    const { notes } = arrange([pageOf([...filler(400), ...note('1 The quay on Monday.¶', 460), ...filler(500)])]);
    expect(notes).toEqual([]);
  });
});

test('a raised figure stays raised and keeps to its line', () => {
  const [line] = column({ left: 50, top: 100, lines: ['A note'] });
  const raised = { ...runAt('1', line?.right ?? 0, 96.5, 6), isSpaced: false };
  const { paragraphs } = arrange([pageOf([line ?? raised, raised, runAt('follows.', (line?.right ?? 0) + 6, 100)])]);
  expect(paragraphs[0]?.spans.map(({ text, isRaised }) => [text, isRaised])).toEqual([
    ['A note', false],
    ['1', true],
    [' follows.', false],
  ]);
});

test('dots that lead across a table of contents keep their page number', () => {
  const row = (top: number, name: string, page: string) => [
    runAt(`${name} . . . . . .`, 50, top),
    runAt(page, 190, top),
  ];
  const rows = [...row(100, 'Name and seat', '2'), ...row(112, 'Purpose', '3'), ...row(124, 'Members', '3')];
  expect(texts(rows).join('\n')).toMatch(/Name and seat [. ]+ 2\s+Purpose [. ]+ 3\s+Members [. ]+ 3/);
});

describe('tags of the file', () => {
  const tagged = (runs: readonly Run[], element: string, role: 'heading' | 'item' | 'quote' | 'text', level = 0) =>
    runs.map((run) => ({ ...run, tag: { element, role, level } }));
  const line = (top: number, text: string) => column({ left: 50, top, width: 200, lines: [text] });

  test('part what geometry cannot part, and say what it is', () => {
    const runs = [
      ...tagged(line(100, 'What came up in the boxes'), '1', 'heading', 2),
      ...tagged(line(112, 'a crossing early enough for school'), '2', 'item'),
      ...tagged([...line(124, 'room for cattle on days when there'), ...line(136, 'is a market')], '3', 'item'),
    ];
    expect(texts(runs)).toEqual([
      'heading2: What came up in the boxes',
      'item: a crossing early enough for school',
      'item: room for cattle on days when there is a market',
    ]);
  });

  test('join the lines of one element whatever stands between them', () => {
    const runs = [...line(100, 'The ferry left.¶'), ...line(140, 'It came back.¶')];
    expect(texts(tagged(runs, '1', 'quote'))).toEqual(['quote: The ferry left. It came back.']);
  });
});

test('a large first letter goes back to its word, and the lines beside it stay one paragraph', () => {
  const runs = [
    runAt('T', 50, 130, 40),
    ...column({
      left: 74,
      top: 106,
      width: 226,
      lines: [
        'he ferry crossed nine times on Monday, and',
        'when the evening came the booth of the',
        'keeper had sold out of all of its',
      ],
    }),
    ...column({ left: 50, top: 142, width: 250, lines: ['tickets, of cards and of shortbread too.¶'] }),
  ];
  expect(texts(runs)).toEqual([
    'The ferry crossed nine times on Monday, and when the evening came the booth of the keeper had sold out of all of its tickets, of cards and of shortbread too.',
  ]);
});

test('pages read from right to left are read so, columns, first lines and brackets', () => {
  const leftward = (text: string, right: number, baseline: number, width = 200): Run => ({
    ...runAt(text, right - width, baseline),
    right,
    isLeftward: true,
  });
  const runs = [
    leftward('שורה ראשונה של הסיפור', 545, 100),
    leftward('שורה שנייה )עם סוגריים(', 545, 112, 120),
    leftward('טור שני של אותו עמוד', 300, 100),
    leftward('וסופו כאן.', 300, 112, 90),
  ];
  expect(texts(runs).join(' ')).toBe('שורה ראשונה של הסיפור שורה שנייה (עם סוגריים) טור שני של אותו עמוד וסופו כאן.');
});
