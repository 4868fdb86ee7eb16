import { expect, test } from 'vitest';
import type { ArticleId } from '#contract/article.ts';
import { anAddition, openIn, temporaryFolder } from '#support/archive.ts';
import type { Archive } from './archive.ts';
import { wordsKey } from './same-words.ts';

const story = Array.from({ length: 40 }, (_, place) => `word${place}`).join(' ');
const copyAt = (url: string, text = story) => anAddition({ url, paragraphs: text.split('|') });

async function added(archive: Archive, ...additions: ReturnType<typeof anAddition>[]): Promise<ArticleId[]> {
  const ids: ArticleId[] = [];
  for (const addition of additions) ids.push((await archive.add(addition)).id);
  return ids;
}

test('articles of the same words are duplicates, whatever their signs, capitals and paragraphs', async () => {
  await using folder = await temporaryFolder();
  const archive = await openIn(folder.path);
  const [one, other] = await added(
    archive,
    copyAt('https://one.example/story'),
    copyAt('https://other.example/a', story.replace(' word7 ', ', \u201cWORD7\u201d|')),
    copyAt('https://third.example/b', `${story} more`),
  );
  expect(new Set(archive.idsOfDuplicates())).toEqual(new Set([one, other]));
  archive.close();
});

test('one in the trash makes no duplicate of another, and is one itself', async () => {
  await using folder = await temporaryFolder();
  const archive = await openIn(folder.path);
  const ids = await added(archive, ...['a', 'b', 'c'].map((name) => copyAt(`https://${name}.example/story`)));
  expect(archive.idsOfDuplicates()).toHaveLength(3);
  archive.trash([ids[0]!]);
  expect(archive.idsOfDuplicates()).toHaveLength(3);
  archive.trash([ids[1]!]);
  expect(new Set(archive.idsOfDuplicates())).toEqual(new Set(ids.slice(0, 2)));
  archive.trash([ids[2]!]);
  expect(archive.idsOfDuplicates()).toEqual([]);
  archive.close();
});

test('what is taken in again with other words, or made anew from the folder, is compared as it is now', async () => {
  await using folder = await temporaryFolder();
  const archive = await openIn(folder.path);
  const [one] = await added(archive, copyAt('https://one.example/story'), copyAt('https://other.example/a'));
  await archive.rebuild();
  expect(archive.idsOfDuplicates()).toHaveLength(2);
  archive.correct(one!, [{ field: 'section', value: 'Sea' }]);
  expect(archive.idsOfDuplicates()).toHaveLength(2);
  const later = anAddition({
    url: 'https://one.example/story',
    paragraphs: [`${story} again`],
    capturedAt: '2027-01-01T00:00:00.000Z',
  });
  expect(await archive.add(later)).toEqual({ id: one, status: 'snapshot-added' });
  expect(archive.idsOfDuplicates()).toEqual([]);
  archive.close();
});

test('a short text is not compared, another order or another word is another text', () => {
  expect(wordsKey('Sign in to read on.', 5)).toBe(0);
  expect(wordsKey(story, 40)).toBe(wordsKey(story.toUpperCase(), 40));
  expect(wordsKey(story, 40)).not.toBe(wordsKey(story.split(' ').reverse().join(' '), 40));
  expect(wordsKey(story, 40)).not.toBe(wordsKey(`${story}s`, 40));
});
