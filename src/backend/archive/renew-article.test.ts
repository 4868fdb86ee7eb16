import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { anAddition, openIn, settableClock, temporaryFolder } from '#support/archive.ts';
import type { Archive, Renewal } from './archive.ts';

const nextDay = Date.UTC(2026, 10, 24, 9, 0, 0);

/** The article read again with these words. */
async function renew(archive: Archive, renewal: Renewal, id: string, words: string): Promise<string> {
  const { draft, html } = anAddition({ paragraphs: [words] });
  const { snapshot, isText } = await archive.keptOriginal(id);
  expect(isText(words)).toBe(false);
  const parts = { draft, html, pictures: [], missingPictures: [], extractor: '9' };
  const { undo } = await archive.renew(renewal, { id: (await archive.get(id)).id, snapshot, ...parts });
  return undo;
}

test('an article that is read again shows the new words, and its original and moment stay', async () => {
  await using folder = await temporaryFolder();
  const clock = settableClock();
  const archive = await openIn(folder.path, { clock });
  const { id } = await archive.add(anAddition({ paragraphs: ['Old words.'] }));
  clock.nowMs = nextDay;
  await renew(archive, archive.newRenewal('reread'), id, 'New words.');

  const article = await archive.get(id);
  expect(article.text).toBe('New words.');
  expect(article.snapshots.map((one) => [one.id, one.capturedAt])).toEqual([
    ['20261124T090000Z', '2026-11-23T09:00:00.000Z'],
    ['20261123T090000Z', '2026-11-23T09:00:00.000Z'],
  ]);
  const original = join(folder.path, 'library', article.folder, '20261124T090000Z/original.txt');
  expect(await readFile(original, 'utf8')).toBe('Old words.');
  expect(archive.pendingIndex(10)).toContain(id);
  // It is no further state of the page.
  expect(archive.documents([id])[0]?.versions).toBe(1);
  expect((await archive.verify()).findings).toEqual([]);
  archive.close();
});

test('one undo takes all of a renewal back after a restart, and one more brings it again', async () => {
  await using folder = await temporaryFolder();
  const archive = await openIn(folder.path);
  const renewal = archive.newRenewal('reread');
  const ids: string[] = [];
  for (const name of ['one', 'two', 'three']) {
    const { id } = await archive.add(anAddition({ headline: name, paragraphs: [`Old words of ${name}.`] }));
    ids.push(id);
    await renew(archive, renewal, id, `New words of ${name}.`);
  }
  archive.close();

  const again = await openIn(folder.path);
  const textsOf = () => ids.map((id) => again.text([id]).get(id));
  const undone = again.undo(null);
  expect(undone).toMatchObject({ changed: 3, what: 'read 3 articles again' });
  expect([...undone.ids].sort()).toEqual([...ids].sort());
  expect(textsOf()).toEqual(['Old words of one.', 'Old words of two.', 'Old words of three.']);
  expect((await again.get(ids[0]!)).text).toBe('Old words of one.');
  expect((await again.verify()).findings).toEqual([]);
  await again.rebuild();
  expect(textsOf()).toEqual(['Old words of one.', 'Old words of two.', 'Old words of three.']);

  again.undo(undone.undo);
  expect(textsOf()).toEqual(['New words of one.', 'New words of two.', 'New words of three.']);
  expect((await again.verify()).findings).toEqual([]);
  again.close();
});

test('what the reader made of an article stays over a new reading of it', async () => {
  await using folder = await temporaryFolder();
  const archive = await openIn(folder.path);
  const { id } = await archive.add(anAddition({ paragraphs: ['The ferry sailed.', 'Subscribe to us today, please.'] }));
  archive.correct(id, [{ field: 'headline', value: 'The ferry, at last' }]);
  archive.repair(id, {
    repairs: [{ kind: 'take-out', words: 'Subscribe to us today, please.', before: 'The ferry sailed.', after: '' }],
    withdraw: [],
  });
  const { draft, html } = anAddition({
    headline: 'Ferry',
    paragraphs: ['The ferry sailed.', 'Nobody waved.', 'Subscribe to us today, please.'],
  });
  const { snapshot } = await archive.keptOriginal(id);
  const parts = { draft, html, pictures: [], missingPictures: [], extractor: '9' };
  await archive.renew(archive.newRenewal('reread'), { id: (await archive.get(id)).id, snapshot, ...parts });
  const article = await archive.get(id);
  expect(article.headline).toBe('The ferry, at last');
  expect(article.html).not.toContain('Subscribe');
  expect(article.html).toContain('Nobody waved.');
  archive.close();
});

test('a renewal that was undone while it ran goes no further', async () => {
  await using folder = await temporaryFolder();
  const archive = await openIn(folder.path);
  const renewal = archive.newRenewal('reread');
  const first = await archive.add(anAddition({ headline: 'One', paragraphs: ['Old words.'] }));
  const second = await archive.add(anAddition({ headline: 'Two', paragraphs: ['Other old words.'] }));
  archive.undo(await renew(archive, renewal, first.id, 'New words.'));
  await expect(renew(archive, renewal, second.id, 'Other new words.')).rejects.toMatchObject({ code: 'cancelled' });
  expect((await archive.get(second.id)).snapshots).toHaveLength(1);
  const { findings, snapshots } = await archive.verify();
  expect({ findings, snapshots }).toEqual({ findings: [], snapshots: 3 });
  archive.close();
});

test('a page taken in again with the words of an undone reading is kept', async () => {
  await using folder = await temporaryFolder();
  const archive = await openIn(folder.path);
  const url = 'https://harbour.example/ferry';
  const { id } = await archive.add(anAddition({ url, paragraphs: ['Old words.'] }));
  archive.undo(await renew(archive, archive.newRenewal('reread'), id, 'New words.'));
  const later = '2026-11-25T09:00:00.000Z';
  expect(await archive.add(anAddition({ url, paragraphs: ['New words.'], capturedAt: later }))).toEqual({
    id,
    status: 'snapshot-added',
  });
  expect((await archive.get(id)).text).toBe('New words.');
  archive.close();
});

test('two devices that read an article again both keep theirs, and an undo of one reaches the other', async () => {
  await using folder = await temporaryFolder();
  const mine = await openIn(folder.path);
  const { id } = await mine.add(anAddition({ paragraphs: ['Old words.'] }));
  const theirs = await openIn(folder.path, {
    dataPath: join(folder.path, 'other-data'),
    clock: settableClock(nextDay),
  });
  const undo = await renew(theirs, theirs.newRenewal('reread'), id, 'New words.');
  await mine.catchUp();
  expect((await mine.get(id)).text).toBe('New words.');
  theirs.undo(undo);
  expect((await mine.catchUp()).changed).toEqual([id]);
  expect((await mine.get(id)).text).toBe('Old words.');
  expect((await mine.verify()).findings).toEqual([]);
  mine.close();
  theirs.close();
});
