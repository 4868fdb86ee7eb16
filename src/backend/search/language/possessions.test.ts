import { afterEach, beforeEach, expect, test } from 'vitest';
import { anIndex, type TestIndex } from '#support/search-index.ts';
import { noMargins } from './margins.ts';

let index: TestIndex;

beforeEach(() => {
  index = anIndex();
  index.put(
    { id: 'plain001', published: null, source: '', section: '' },
    { id: 'rich0001', tags: ['sea/ships'], authors: ['Ada Fenn'], site: 'www.harbour.example', agency: 'Reuters' },
    {
      id: 'rich0002',
      hasPicture: true,
      hasCorrection: true,
      hasHighlight: true,
      site: 'harbour.example',
      place: 'CAPE TOWN, South Africa',
    },
    {
      id: 'rich0003',
      hasVersions: true,
      hasNote: true,
      site: 'notharbour.example',
      agency: 'Agence France-Presse',
      trashed: true,
    },
  );
});

afterEach(() => index[Symbol.dispose]());

test('has: finds what an article has, and with a minus what it lacks', () => {
  expect(index.ids('has:tag')).toEqual(['rich0001']);
  expect(index.ids('has:authors')).toEqual(['rich0001']);
  expect(index.ids('has:picture')).toEqual(index.ids('has:image'));
  expect(index.ids('has:image')).toEqual(['rich0002']);
  expect(index.ids('has:correction')).toEqual(['rich0002']);
  expect(index.ids('-has:date')).toEqual(['plain001']);
  expect(index.ids('-has:source')).toEqual(['plain001']);
  expect(index.ids('has:site has:agency')).toEqual(['rich0001']);
  expect(index.ids('has:highlights')).toEqual(['rich0002']);
  expect(index.ids('has:version is:trashed')).toEqual(['rich0003']);
  expect(index.ids('has:note is:trashed')).toEqual(['rich0003']);
});

test('what has: does not know is explained and left out', () => {
  const { problem, total } = index.search('has:wings');
  expect(problem).toMatchObject({ start: 0, end: 9, readAs: '' });
  expect(problem?.message).toMatch(/^has: takes one of tag, author, date, image/);
  expect(total).toBe(3);
});

test('site: takes an address and those below it, and while it is typed those that begin so', () => {
  expect(index.ids('site:harbour.example')).toEqual(['rich0001', 'rich0002']);
  expect(index.ids('site:www.harbour.example')).toEqual(['rich0001']);
  expect(index.ids('site:harb')).toEqual(['rich0001', 'rich0002']);
  expect(index.ids('site:other.example')).toEqual([]);
});

test('agency: and place: take words of the name, the last of them its beginning', () => {
  expect(index.ids('agency:reu')).toEqual(['rich0001']);
  expect(index.ids('place:"cape to"')).toEqual(['rich0002']);
  expect(index.ids('place:africa')).toEqual(['rich0002']);
  expect(index.ids('agency:france is:trashed')).toEqual(['rich0003']);
});

test('what an article has changes with it, and without its words being cut again', () => {
  index.put({ id: 'plain001', published: null, source: '', section: '', hasPicture: true, agency: 'Reuters' });
  expect(index.ids('has:image')).toEqual(['plain001', 'rich0002']);
  expect(index.ids('agency:reuters')).toEqual(['plain001', 'rich0001']);
  index.reopen();
  expect(index.ids('has:image')).toEqual(['plain001', 'rich0002']);
  expect(index.ids('site:harbour.example')).toEqual(['rich0001', 'rich0002']);
});

test('is:duplicate finds what the archive says has the same words, among other conditions and turned round', () => {
  const duplicates = () => ['rich0001', 'rich0002', 'rich0003', 'elsewhere'];
  using twins = anIndex({ margins: { ...noMargins, duplicates } });
  twins.put({ id: 'plain001' }, { id: 'rich0001', title: 'Ships' }, { id: 'rich0002' });
  twins.put({ id: 'rich0003', trashed: true });
  expect(twins.ids('is:duplicate')).toEqual(['rich0001', 'rich0002']);
  expect(twins.ids('IS:Duplicate ships')).toEqual(['rich0001']);
  expect(twins.ids('-is:duplicate')).toEqual(['plain001']);
  expect(twins.ids('is:duplicate is:trashed')).toEqual(['rich0003']);
  expect(twins.search('is:double').problem?.message).toContain('duplicate');
});
