import { expect, test } from 'vitest';
import { seeded } from '#support/invent-articles.ts';
import { findPassages } from './find-passages.ts';
import { makeAnchor } from './make-anchor.ts';

const snapshot = '20261123T090000Z';

function markedIn(text: string, exact: string, from = 0) {
  const start = text.indexOf(exact, from);
  return makeAnchor(text, { start, end: start + exact.length }, snapshot);
}

function found(text: string, anchor: ReturnType<typeof makeAnchor>): string | undefined {
  const [place] = findPassages(text, [anchor]).places;
  return place && text.slice(place.start, place.end);
}

const story =
  'The ferry sailed at noon.\nTwo people waved from the quay, and the ferry did not wait.\nIn the evening the ferry was back.';

test('of equal words those with the same surroundings are meant', () => {
  const anchor = markedIn(story, 'ferry', story.indexOf('did not') - 10);
  const changed = story.replace(
    'The ferry sailed at noon.\n',
    'Nobody saw it. The old ferry and the new ferry sailed.\n',
  );
  const [place] = findPassages(changed, [anchor]).places;
  expect(place?.start).toBe(changed.indexOf('ferry did not wait'));
});

test('a paragraph that was joined with the next is the same passage', () => {
  const anchor = markedIn(story, 'at noon.\nTwo people');
  expect(found(story.replaceAll('\n', ' '), anchor)).toBe('at noon. Two people');
});

test('a corrected sentence does not lose it', () => {
  const anchor = markedIn(story, 'Two people waved from the quay');
  const changed = `By our correspondent\n${story.replace('people waved', 'people had waved')}`;
  expect(found(changed, anchor)).toBe('Two people had waved from the quay');
});

test('a word alone is not believed where nothing around it is as it was', () => {
  const anchor = markedIn(story, 'ferry');
  expect(found('Another story altogether, in which a ferry occurs by chance and goes down in the end.', anchor)).toBe(
    undefined,
  );
});

test('an empty text and a hint beyond the end hold nothing', () => {
  const anchor = { ...markedIn(story, 'Two people waved'), start: 99_999, end: 100_015 };
  expect(findPassages('', [anchor]).places).toEqual([undefined]);
  expect(found(story, anchor)).toBe('Two people waved');
});

/** 20,000 words in 250 paragraphs, the same each time. */
function longStory(): string {
  const random = seeded(7);
  const word = () => (random() < 0.3 ? 'the' : `word${Math.floor(random() * 4000)}`);
  return Array.from({ length: 250 }, () => Array.from({ length: 80 }, word).join(' ')).join('\n');
}

function threeHundredIn(text: string) {
  return Array.from({ length: 300 }, (_, at) => {
    const start = text.indexOf(' ', Math.floor((at * text.length) / 300)) + 1;
    return makeAnchor(text, { start, end: start + 90 }, snapshot);
  });
}

test('300 passages of 20,000 words cost their own length when the text is as it was, also when all of it moved', () => {
  const text = longStory();
  const anchors = threeHundredIn(text);
  const own = anchors.reduce((sum, { exact, prefix, suffix }) => sum + exact.length + prefix.length + suffix.length, 0);
  const still = findPassages(text, anchors);
  expect(still.places).toEqual(anchors.map(({ start, end }) => ({ start, end })));
  expect(still.scanned).toBeLessThanOrEqual(own);
  const moved = findPassages(`A new first paragraph.\n${text}`, anchors);
  expect(moved.places).toEqual(anchors.map(({ start, end }) => ({ start: start + 23, end: end + 23 })));
  // One search for the first; the others follow it.
  expect(moved.scanned).toBeLessThanOrEqual(3 * own + text.length);
});

test('300 edited passages are looked for around their places and not in the whole text', () => {
  const text = longStory();
  const anchors = threeHundredIn(text).map((anchor) => ({
    ...anchor,
    exact: `${anchor.exact.slice(0, 40)}#${anchor.exact.slice(41)}`,
  }));
  const { places, scanned } = findPassages(text, anchors);
  expect(places.filter((place) => place === undefined)).toEqual([]);
  // Once through for the exact words each, and a neighbourhood of some 4,000 characters.
  expect(scanned).toBeLessThan(300 * (text.length + 10_000));
});

test('what is known is not looked for again, and still leads to those that follow', () => {
  const text = longStory();
  const anchors = Array.from({ length: 20 }, (_, at) =>
    makeAnchor(text, { start: at * 900, end: at * 900 + 40 }, snapshot),
  );
  const moved = `A new first paragraph.\n${text}`;
  const known = new Map();
  const first = findPassages(moved, anchors.toSpliced(7, 1), known);
  const all = findPassages(moved, anchors, known);
  expect(all.places).toEqual(findPassages(moved, anchors).places);
  expect(all.places.toSpliced(7, 1).every((place, at) => place === first.places[at])).toBe(true);
  // The one that was not known stands where those before it moved to: only its own words are compared.
  expect(all.scanned).toBeLessThan(200);
  expect(findPassages(moved, anchors, known).scanned).toBe(0);
});
