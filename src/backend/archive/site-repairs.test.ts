import { expect, test } from 'vitest';
import { openIn, temporaryFolder } from '#support/archive.ts';
import { foldSiteRepairs } from './site-repairs.ts';

const host = 'courier.example';

test('what is left out on a site is kept in the folder, removed one by one, and each of that undone', async () => {
  await using folder = await temporaryFolder();
  const first = await openIn(folder.path);
  expect(first.makeSiteRepairs(host, ['Sign up here', 'Read on'])).toMatchObject({ changed: 2 });
  expect(first.makeSiteRepairs(host, [])).toEqual({ changed: 0, undo: null });
  const kept = first.siteRepairs();
  expect(kept.map((one) => [one.host, one.words])).toEqual([
    [host, 'Sign up here'],
    [host, 'Read on'],
  ]);
  await first.rebuild();
  first.close();

  const archive = await openIn(folder.path);
  expect(archive.siteRepairs()).toEqual(kept);
  archive.removeSiteRepair(kept[0]!.id);
  expect(archive.siteRepairs()).toEqual(kept.slice(1));
  expect(() => archive.removeSiteRepair(kept[0]!.id)).toThrow(expect.objectContaining({ code: 'not-found' }));
  expect(archive.undo(null)).toMatchObject({ subject: 'siteRepairs', changed: 1 });
  expect(archive.siteRepairs()).toEqual(kept);
  archive.undo(null);
  expect(archive.siteRepairs()).toEqual([]);
  expect((await archive.verify()).findings).toEqual([]);
  archive.close();
});

test('a wish that one device removes is gone, whatever arrived first', () => {
  const repair = (id: string) => ({ id, kind: 'take-out' as const, words: `Words of ${id}` });
  const made = { act: 'site-repair' as const, data: { host, repairs: [repair('aaaaaaaaaa'), repair('bbbbbbbbbb')] } };
  const removed = { act: 'site-repair-remove' as const, data: { repairs: ['aaaaaaaaaa'] } };
  const left = [{ id: 'bbbbbbbbbb', host, words: 'Words of bbbbbbbbbb' }];
  expect(foldSiteRepairs([made, removed])).toEqual(left);
  expect(foldSiteRepairs([removed, made])).toEqual(left);
});
