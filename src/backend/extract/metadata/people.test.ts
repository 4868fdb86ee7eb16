import { expect, test } from 'vitest';
import { looksLikeNames, readCredit } from './people.ts';

test.each([
  ['By Ada Lint', ['Ada Lint'], null],
  [
    'Ingrid Halvorsen, Pablo Reyes Ortiz and Mei-Lin Chau (CNN)',
    ['Ingrid Halvorsen', 'Pablo Reyes Ortiz', 'Mei-Lin Chau'],
    'CNN',
  ],
  ['Leona Vance, Reuters', ['Leona Vance'], 'Reuters'],
  ['By The Associated Press', [], 'AP'],
  ['Von Jörg Petersen und Änne Wolff', ['Jörg Petersen', 'Änne Wolff'], null],
  ['Par Élise Garnier et Luc Marchand', ['Élise Garnier', 'Luc Marchand'], null],
  ['Por María José Ruiz y Tomás Gil', ['María José Ruiz', 'Tomás Gil'], null],
  ['By Nell Ashdown, Walks Editor', ['Nell Ashdown'], null],
  ['Owen Strand, PhD, and Idris Kemble Jr.', ['Owen Strand', 'Idris Kemble Jr.'], null],
  ['By Owen Strand in Valdora and Rosa Inostroza in Lima', ['Owen Strand', 'Rosa Inostroza'], null],
  ['Tamsin Rowe | tamsin@example.org | @tamsin', ['Tamsin Rowe'], null],
  ['By Staff Writer', [], null],
  ['Special to the Courier', [], null],
  ['Tamsin Rowe, WBEZ', ['Tamsin Rowe'], null],
  ['https://example.org/authors/tamsin', [], null],
  ['Tamsin Rowe The Associated Press', ['Tamsin Rowe'], 'AP'],
  ['Tamsin Rowe, Event Coordinator', ['Tamsin Rowe'], null],
  ['Tamsin Rowe | Alle Artikel', ['Tamsin Rowe'], null],
  ['View all posts by Tamsin Rowe', ['Tamsin Rowe'], null],
  ['Jos&eacute; Ruiz', ['José Ruiz'], null],
])('%s names %j', (line, authors, agency) => {
  expect(readCredit(line)).toEqual({ authors, agency });
});

test('the publication is no author, alone or behind a name', () => {
  expect(readCredit('The Morrow Gazette', ['The Morrow Gazette']).authors).toEqual([]);
  expect(readCredit('Tamsin Rowe Morrow Sun', ['Morrow Sun']).authors).toEqual(['Tamsin Rowe']);
});

test('names are told from other short lines', () => {
  expect(['Rosa Inostroza', 'Jan van der Berg and Ana de la Cruz', 'Mei-Lin Chau (AP)'].map(looksLikeNames)).toEqual([
    true,
    true,
    true,
  ]);
  expect(
    ['Holiday lights and fires', 'What we know', 'Sunday', 'By noon the square was full', 'Chapter 2'].map(
      looksLikeNames,
    ),
  ).toEqual([false, false, false, false, false]);
});

test('an entry of a blog is signed in German, and an office behind the name is none of it', () => {
  expect(readCredit('Eingestellt von Osk Tamm').authors).toEqual(['Osk Tamm']);
  expect(readCredit('Imke Brandt Chefredakteurin').authors).toEqual(['Imke Brandt']);
});

test('a society, a foundation and a publisher are no people', () => {
  for (const house of ['Bund der Fährleute e.V.', 'Fährmann-Stiftung', 'Deutscher Fährverband', 'Hafenverlag'])
    expect(readCredit(house).authors).toEqual([]);
});
