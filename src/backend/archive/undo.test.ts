import { expect, test } from 'vitest';
import { anAddition, openIn, settableClock, temporaryFolder } from '#support/archive.ts';

const everything = { filter: {}, sort: 'saved', limit: 50, offset: 0 } as const;

test('undo with no name takes back the newest act, and the one before it, also after a restart', async () => {
  await using folder = await temporaryFolder();
  const first = await openIn(folder.path);
  const one = (await first.add(anAddition({ headline: 'One' }))).id;
  const two = (await first.add(anAddition({ headline: 'Two' }))).id;
  first.tag([one, two], ['harbour'], []);
  first.setState([one], 'archived');
  first.setProgress(two, 0.5);
  first.close();

  const archive = await openIn(folder.path);
  expect(archive.undo(null)).toMatchObject({ changed: 1, what: 'archive 1 article', ids: [one] });
  expect(archive.undo(null)).toMatchObject({ changed: 2, what: 'tag 2 articles' });
  expect(archive.undo(null)).toEqual({ changed: 0, undo: null, what: '', ids: [] });
  expect(archive.summaries([one]).get(one)).toMatchObject({ tags: [], state: 'unread' });
  expect(archive.summaries([two]).get(two)).toMatchObject({ tags: [], progress: 0.5, state: 'reading' });
  archive.close();
});

test('an undo can be undone, and that too', async () => {
  await using folder = await temporaryFolder();
  const archive = await openIn(folder.path);
  const { id } = await archive.add(anAddition());
  const tags = () => archive.summaries([id]).get(id)?.tags;
  const act = archive.tag([id], ['harbour'], []);
  const undone = archive.undo(act.undo);
  expect(tags()).toEqual([]);
  expect(archive.undo(act.undo)).toMatchObject({ changed: 0, undo: null });
  const redone = archive.undo(undone.undo);
  expect(redone).toMatchObject({ changed: 1, what: 'tag 1 article' });
  expect(tags()).toEqual(['harbour']);
  archive.undo(redone.undo);
  expect(tags()).toEqual([]);
  expect(archive.list({ ...everything, filter: { tag: 'harbour' } }).total).toBe(0);
  archive.close();
});

test('an act that changes nothing is not written down', async () => {
  await using folder = await temporaryFolder();
  const archive = await openIn(folder.path);
  const one = (await archive.add(anAddition({ headline: 'One' }))).id;
  const two = (await archive.add(anAddition({ headline: 'Two', section: 'Sport' }))).id;
  expect(archive.tag([one, two], [' sea / harbour '], [])).toMatchObject({ changed: 2 });
  expect(archive.summaries([one]).get(one)?.tags).toEqual(['sea/harbour']);
  const entries = archive.stats().journalEntries;
  expect(archive.tag([one, two], ['sea/harbour'], ['absent'])).toEqual({ changed: 0, undo: null });
  expect(archive.setState([one], 'unread')).toEqual({ changed: 0, undo: null });
  expect(archive.restore([one])).toEqual({ changed: 0, undo: null });
  expect(archive.correct(two, [{ field: 'section', value: 'Sport' }])).toEqual({ changed: 0, undo: null });
  expect(archive.stats().journalEntries).toBe(entries);
  expect(() => archive.tag([one, 'zzzzzzzz'], ['x'], [])).toThrow(expect.objectContaining({ code: 'not-found' }));
  expect(() => archive.undo('zzzzzzzz/1')).toThrow(expect.objectContaining({ code: 'not-found' }));
  expect(archive.summaries([one]).get(one)?.tags).toEqual(['sea/harbour']);
  archive.close();
});

test('a correction outlives a new snapshot, and null means really unknown', async () => {
  await using folder = await temporaryFolder();
  const archive = await openIn(folder.path);
  const url = 'https://harbour.example/ferry';
  const old = { url, headline: 'Ferry snails again', source: 'Wrong Post', publishedAt: '1970-01-01' };
  const { id } = await archive.add(anAddition({ ...old, paragraphs: ['Old words.'] }));
  const { undo } = archive.correct(id, [
    { field: 'headline', value: 'Ferry sails again' },
    { field: 'publishedAt', value: null },
    { field: 'authors', value: ['Ada Brook'] },
  ]);
  await archive.add(anAddition({ ...old, source: 'Harbour Post', paragraphs: ['New words.'] }));
  expect(await archive.get(id)).toMatchObject({
    headline: 'Ferry sails again',
    publishedAt: null,
    authors: ['Ada Brook'],
    source: 'Harbour Post',
    text: 'New words.',
    notes: {
      headline: { confidence: 1, origin: 'reader' },
      publishedAt: { confidence: 1, origin: 'reader' },
      authors: { confidence: 1, origin: 'reader' },
    },
  });
  archive.undo(undo);
  expect(await archive.get(id)).toMatchObject({
    headline: 'Ferry snails again',
    publishedAt: '1970-01-01',
    authors: [],
  });
  archive.close();
});

test('a clock set back does not reorder what is done on one device', async () => {
  await using folder = await temporaryFolder();
  const clock = settableClock();
  const archive = await openIn(folder.path, { clock });
  const { id } = await archive.add(anAddition());
  archive.setState([id], 'archived');
  clock.nowMs -= 365 * 24 * 60 * 60 * 1000;
  archive.setState([id], 'reading');
  expect(archive.summaries([id]).get(id)?.state).toBe('reading');
  await archive.rebuild();
  expect(archive.summaries([id]).get(id)?.state).toBe('reading');
  archive.close();
});

test('the trash keeps the folder, and restore brings the article back as it was', async () => {
  await using folder = await temporaryFolder();
  const archive = await openIn(folder.path);
  const { id } = await archive.add(anAddition());
  archive.tag([id], ['harbour'], []);
  archive.trash([id]);
  expect(archive.shelves()).toMatchObject({ all: 0, trash: 1, tags: [] });
  expect(archive.find(anAddition())).toEqual({ id, status: 'duplicate', trashed: true });
  expect((await archive.get(id)).trashed).toBe(true);
  archive.restore([id]);
  expect(archive.summaries([id]).get(id)).toMatchObject({ tags: ['harbour'], trashed: false });
  archive.close();
});
