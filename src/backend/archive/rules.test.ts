import { expect, test } from 'vitest';
import { readNextId } from '#contract/collections.ts';
import type { NewRule } from '#contract/rules.ts';
import { anAddition, openIn, temporaryFolder } from '#support/archive.ts';

const nothing: Omit<NewRule, 'query'> = { tags: [], state: null, favourite: false, collection: null };

test('a rule is kept in the folder, changed part by part, and each of that undone', async () => {
  await using folder = await temporaryFolder();
  const first = await openIn(folder.path);
  const { id } = first.makeRule({ ...nothing, tags: ['sea / ferries'], query: 'ferry' });
  first.changeRule({ id, isOn: false, state: 'archived' });
  first.changeRule({ id, query: 'ferry OR boat' });
  const kept = {
    ...nothing,
    id,
    query: 'ferry OR boat',
    tags: ['sea/ferries'],
    state: 'archived' as const,
    isOn: false,
  };
  expect(first.rules()).toEqual([kept]);
  await first.rebuild();
  first.close();

  const archive = await openIn(folder.path);
  expect(archive.rules()).toEqual([kept]);
  archive.removeRule(id);
  expect(archive.rules()).toEqual([]);
  expect(archive.undo(null)).toMatchObject({ what: 'remove a rule', subject: 'rules', changed: 1 });
  archive.undo(null);
  archive.undo(null);
  expect(archive.rules()).toEqual([{ ...kept, query: 'ferry', state: null, isOn: true }]);
  archive.undo(null);
  expect(archive.rules()).toEqual([]);
  archive.close();
});

test('what a rule gives is marked as its own, until the reader gives it too', async () => {
  await using folder = await temporaryFolder();
  const archive = await openIn(folder.path);
  const { id: ferry } = await archive.add(anAddition({ headline: 'Ferry' }));
  const { id: port } = await archive.add(anAddition({ headline: 'Port' }));
  archive.tag([port], ['sea'], []);
  const tags = ['sea', 'later'];
  const rule = archive.makeRule({ query: 'sea', tags, state: 'archived', favourite: true, collection: readNextId });
  const applied = archive.applyRule(rule.id, [ferry, port]);
  const shown = (id: string) => {
    const { tags, ruleTags = [], state, favourite, collections } = archive.summaries([id]).get(id)!;
    return { tags, ruleTags, state, favourite, collections };
  };
  const done = { tags: ['later', 'sea'], state: 'archived', favourite: true, collections: [readNextId] };
  expect(shown(ferry)).toEqual({ ...done, ruleTags: ['later', 'sea'] });
  expect(shown(port)).toEqual({ ...done, ruleTags: ['later'] });
  expect(archive.applyRule(rule.id, [ferry, port])).toEqual({ changed: 0, undo: null });

  archive.tag([ferry], ['later'], []);
  expect(shown(ferry).ruleTags).toEqual(['sea']);
  await archive.rebuild();
  expect(shown(ferry).ruleTags).toEqual(['sea']);
  expect((await archive.verify()).findings).toEqual([]);

  expect(archive.undo(applied.undo)).toMatchObject({ what: 'apply a rule to 2 articles', changed: 2 });
  expect(shown(port)).toEqual({ tags: ['sea'], ruleTags: [], state: 'unread', favourite: false });
  expect(shown(ferry).tags).toEqual(['later']);
  archive.close();
});

test('a new article waits for the rules from the moment it is kept; a new version of one does not', async () => {
  await using folder = await temporaryFolder();
  const archive = await openIn(folder.path);
  const ferry = { headline: 'Ferry', canonicalUrl: 'https://harbour.example/ferry' };
  await archive.add(anAddition({ headline: 'Earlier', paragraphs: ['There was no rule yet.'] }));
  const rule = archive.makeRule({ ...nothing, tags: ['sea'], query: 'ferry' });
  const { id } = await archive.add(anAddition(ferry));
  archive.makeRule({ ...nothing, tags: ['late'], query: 'ferry' });
  archive.close();
  const reopened = await openIn(folder.path);
  expect(reopened.waitingForRules(10)).toEqual([{ id, rules: [rule.id] }]);
  reopened.seenByRules([id]);
  const again = await reopened.add(anAddition({ ...ferry, paragraphs: ['It sailed at one.'] }));
  expect(again.status).toBe('snapshot-added');
  expect(reopened.waitingForRules(10)).toEqual([]);
  reopened.close();
});

test('a rule must do something, into a collection that is there', async () => {
  await using folder = await temporaryFolder();
  const archive = await openIn(folder.path);
  const { id } = await archive.add(anAddition());
  expect(() => archive.makeRule({ ...nothing, query: 'x' })).toThrow(
    expect.objectContaining({ code: 'invalid-input' }),
  );
  const lost = { ...nothing, query: 'x', tags: ['sea'], collection: 'zzzzzzzzzz' };
  expect(() => archive.makeRule(lost)).toThrow(expect.objectContaining({ code: 'not-found' }));
  const collection = archive.makeCollection('Harbours', []);
  const rule = archive.makeRule({ ...lost, collection: collection.id });
  archive.removeCollection(collection.id);
  archive.applyRule(rule.id, [id]);
  expect(archive.summaries([id]).get(id)).toMatchObject({ tags: ['sea'], ruleTags: ['sea'] });
  expect(archive.summaries([id]).get(id)?.collections).toBeUndefined();
  archive.close();
});
