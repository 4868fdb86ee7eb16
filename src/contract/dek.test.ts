import { expect, test } from 'vitest';
import { placeOfDek } from './dek.ts';

const dek = 'After sixty-one years the “Margarethe” was to be sold.';

test.each([
  ['no dek', null, 'The ferry sailed at six.', 'above'],
  ['a dek that the story does not repeat', dek, 'The ferry sailed at six.', 'above'],
  [
    'a dek that opens the story',
    dek,
    'After sixty-one years  the "Margarethe" was to be sold.\n\nThe ferry sailed.',
    'opening',
  ],
  ['a dek with which the story goes on', dek, `${dek} Then the passengers came.\n\nThe ferry sailed.`, 'inside'],
  ['a dek that stands further below', dek, `The ferry sailed.\n\n${dek}`, 'above'],
] as const)('%s', (_, given, text, place) => {
  expect(placeOfDek({ dek: given, text })).toBe(place);
});
