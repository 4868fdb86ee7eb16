import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { extractFixture, fixtureNames } from '../support/fixtures.ts';

const corpus = import.meta.dirname;

test('every folder of the corpus is a fixture with both expectations', () => {
  for (const name of fixtureNames(corpus)) {
    expect(
      [name, ...readdirSync(join(corpus, name)).sort()],
      'make a missing expectation with scripts/make-fixture.ts and read it',
    ).toEqual([name, 'expected.html', 'expected.json', expect.stringMatching(/^source\.(?:html|md|txt)$/)]);
  }
});

test.each(fixtureNames(corpus))('%s is read as expected', (name) => {
  const { json, html } = extractFixture(join(corpus, name));
  expect(JSON.parse(json)).toEqual(JSON.parse(readFileSync(join(corpus, name, 'expected.json'), 'utf8')));
  expect(html).toBe(readFileSync(join(corpus, name, 'expected.html'), 'utf8'));
});
