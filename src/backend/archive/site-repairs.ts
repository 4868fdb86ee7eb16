import type { ActResult } from '#contract/contract.ts';
import { ArchiveError } from '#contract/errors.ts';
import type { SiteRepair } from '#contract/repair.ts';
import type { Database } from '#platform/database.ts';
import type { Context } from './context.ts';
import { randomName } from './device.ts';
import { sideActsOf } from './entries.ts';
import type { SideAct } from './journal-line.ts';
import { recordDecided } from './record-acts.ts';

/**
 * What the reader wants left out of every article of a site.
 *
 * This room keeps the wishes. They are laid over an article as repairs of its own when it is taken in, which takes
 * knowing its blocks. There are few, so that no table repeats them: each look folds their acts anew.
 */

export type KnownSiteRepair = SiteRepair & { readonly host: string };

/** Those of all sites, in the order in which they were made. */
export function listSiteRepairs(database: Database): KnownSiteRepair[] {
  return foldSiteRepairs(sideActsOf(database, 'siteRepairs'));
}

/** Keeps a wish for each of these words, as one act; nothing for none. */
export function makeSiteRepairs(context: Context, host: string, words: readonly string[]): ActResult {
  return recordDecided(context, 0, () => {
    if (words.length === 0) return undefined;
    const repairs = words.map((one) => ({ id: randomName(12), kind: 'take-out' as const, words: one }));
    return { act: { act: 'site-repair', data: { host, repairs } }, changed: repairs.length };
  });
}

export function removeSiteRepair(context: Context, id: string): ActResult {
  return recordDecided(context, 0, () => {
    if (!listSiteRepairs(context.database).some((one) => one.id === id))
      throw new ArchiveError('not-found', `nothing is always left out by the name ${id}`, { details: { id } });
    return { act: { act: 'site-repair-remove', data: { repairs: [id] } }, changed: 1 };
  });
}

/** A wish is there when an act makes it and none removes it, whichever comes first. */
export function foldSiteRepairs(acts: Iterable<SideAct<'siteRepairs'>>): KnownSiteRepair[] {
  const made = new Map<string, KnownSiteRepair>();
  const removed = new Set<string>();
  for (const { act, data } of acts) {
    if (act === 'site-repair-remove') for (const id of data.repairs) removed.add(id);
    else for (const { id, words } of data.repairs) made.set(id, { id, words, host: data.host });
  }
  return [...made.values()].filter(({ id }) => !removed.has(id));
}
