import { describe, expect, test } from 'vitest';
import { column, pageOf, runAt } from '#support/placed-page.ts';
import { readPdfHead } from './head.ts';
import { arrange } from './layout/arrange.ts';
import type { Run } from './layout/runs.ts';

const story = (top: number) =>
  column({
    left: 50,
    top,
    width: 300,
    lines: [
      'LONDON, March 3 — The ferry crossed nine times on Monday, and when',
      'the evening came the booth had sold out of tickets.¶',
    ],
  });

function read(runs: readonly Run[], title: string | null = null) {
  const { findings, body, removals } = readPdfHead(arrange([pageOf([...runs, ...story(400)])]), title);
  const fields = Object.fromEntries(Object.entries(findings).map(([field, found]) => [field, found.value]));
  return { fields, body: body.map(({ text }) => text), removals: removals.map(({ sample }) => sample), findings };
}

const large = (text: string, top: number, size = 24) => [runAt(text, 50, top, size)];
const small = (text: string, top: number, size = 10) => [runAt(text, 50, top, size)];

describe('the headline', () => {
  test('is the largest line near the top', () => {
    const { fields } = read([...small('The Harbour Post', 60), ...large('Ferry sails again', 120)]);
    expect(fields['headline']).toBe('Ferry sails again');
  });

  test('is the line that the file is named after, however large another is', () => {
    const { fields, findings } = read(
      [...large('The Harbour Post', 60, 36), ...large('Ferry sails again after years', 140, 20)],
      'Ferry sails again after years | The Harbour Post',
    );
    expect(fields).toMatchObject({ headline: 'Ferry sails again after years', source: 'The Harbour Post' });
    expect(findings.headline?.confidence).toBeGreaterThan(0.9);
  });

  test('is unsure when only its letters speak for it', () => {
    expect(read(large('Ferry sails again', 120, 12)).findings.headline?.confidence).toBeLessThan(0.7);
  });

  test('comes from the name of the file when no line stands out', () => {
    expect(read([], 'Ferry sails again').findings.headline).toMatchObject({
      value: 'Ferry sails again',
      confidence: 0.5,
    });
  });
});

describe('below the headline', () => {
  const headline = large('Ferry sails again', 100);

  test('stand a dek, names and a date, in any of the usual forms', () => {
    const { fields, body } = read([
      ...headline,
      ...small('For ten years nothing came through the entrance of the harbour.', 140, 14),
      ...small('By Ada Fenwick and Tomas Brill', 180),
      ...small('Published March 3, 2021', 220),
    ]);
    expect(fields).toMatchObject({
      dek: 'For ten years nothing came through the entrance of the harbour.',
      authors: ['Ada Fenwick', 'Tomas Brill'],
      publishedAt: '2021-03-03',
      dateline: 'LONDON',
    });
    expect(body).toHaveLength(1);
  });

  test('names, their house and a date may be set as one block', () => {
    const { fields, removals } = read([
      ...headline,
      ...column({ left: 50, top: 150, width: 300, lines: ['Ada Fenwick', 'University of the North', 'March 3, 2021'] }),
    ]);
    expect(fields).toMatchObject({ authors: ['Ada Fenwick'], publishedAt: '2021-03-03' });
    expect(removals).toEqual(['Ada Fenwick University of the North March 3, 2021']);
  });

  test('signs of footnotes are no part of a name', () => {
    expect(read([...headline, ...small('Ada Fenwick1, Tomas Brill2,*', 150)]).fields['authors']).toEqual([
      'Ada Fenwick',
      'Tomas Brill',
    ]);
  });

  test('a university is no author', () => {
    expect(read([...headline, ...small('Korea Institute', 150)]).fields['authors']).toBeUndefined();
  });
});

describe('above the headline', () => {
  const headline = large('Ferry sails again', 120);

  test('a short line is a kicker, a date is the date, a path is the section', () => {
    const runs = [
      ...small('Home > News > Islands', 40),
      ...small('March 3, 2021', 70),
      ...small('Shipping', 96),
      ...headline,
    ];
    expect(read(runs).fields).toMatchObject({ section: 'Islands', publishedAt: '2021-03-03', kicker: 'Shipping' });
  });

  test('a sentence stays in the story', () => {
    const lines = ['This is the text of a note that stands', 'above the headline of the story.¶'];
    const { body } = read([...column({ left: 50, top: 40, width: 300, lines }), ...headline]);
    expect(body[0]).toBe('This is the text of a note that stands above the headline of the story.');
  });
});
