import { setImmediate as nextTurn } from 'node:timers/promises';
import type { ArticleId } from '#contract/article.ts';
import type { ActResult } from '#contract/contract.ts';
import { ArchiveError } from '#contract/errors.ts';
import type { NewRepair, SiteRepair } from '#contract/repair.ts';
import type { Archive, KeptText, WaitingForRules } from '../archive/archive.ts';
import { applyRepairs, cutBlocks, keyOfWords } from '../extract/extract.ts';
import { namingWords, newRepairs } from './repair-article.ts';

/**
 * Blocks that the reader wants left out on all pages of a site, such as a plea for subscriptions.
 *
 * A block is known by its words alone, read as repairs read them: no place in a page, which changes with its design.
 */

export type SiteRepairsOfArticle = { readonly host: string | null; readonly repairs: SiteRepair[] };

export function siteRepairsOf(archive: Archive, id: ArticleId): SiteRepairsOfArticle {
  const host = siteOf(archive, id);
  const ofSite = archive.siteRepairs().filter((one) => one.host === host);
  return { host, repairs: ofSite.map(({ id, words }) => ({ id, words })) };
}

/** Keeps what is not kept for the site of this article yet. */
export function makeSiteRepairs(archive: Archive, id: ArticleId, words: readonly string[]): ActResult {
  const { host, repairs } = siteRepairsOf(archive, id);
  if (host === null)
    throw new ArchiveError('invalid-input', `the article ${id} comes from no site`, { details: { id } });
  const known = new Set(repairs.map((one) => keyOfWords(one.words)));
  const wanted = new Map(words.map(namingWords).map((one) => [keyOfWords(one), one]));
  return archive.makeSiteRepairs(
    host,
    [...wanted].flatMap(([key, one]) => (key === '' || known.has(key) ? [] : [one])),
  );
}

/** Takes out of newly taken-in articles what their sites bring along against the reader's wish; answers which changed. */
export async function applySiteRepairs(archive: Archive, waiting: readonly WaitingForRules[]): Promise<ArticleId[]> {
  const changed: ArticleId[] = [];
  if (archive.siteRepairs().length === 0) return changed;
  for (const { id, rules } of waiting) {
    // Another may be asking for something meanwhile.
    await nextTurn();
    const wishes = siteRepairsOf(archive, id).repairs.filter((one) => rules.includes(one.id));
    if (wishes.length === 0) continue;
    const repairs = repairsFor(await textIfWhole(archive, id), wishes);
    if (repairs.length > 0 && archive.repair(id, { repairs, withdraw: [] }).changed > 0) changed.push(id);
  }
  return changed;
}

/** A wish that has left its repair already, before a kill perhaps, does nothing more. */
function repairsFor(kept: KeptText | undefined, wishes: readonly SiteRepair[]): NewRepair[] {
  if (kept === undefined) return [];
  const done = new Set(kept.repairs.map((one) => (one.kind === 'take-out' ? one.site : undefined)));
  const wishOf = new Map(wishes.filter(({ id }) => !done.has(id)).map((one) => [keyOfWords(one.words), one.id]));
  const { html } = applyRepairs(kept.html, kept.repairs, kept.metadata.language);
  const blocks = cutBlocks(html).map(({ words, html }) => {
    return { words, html, shown: true, wish: wishOf.get(keyOfWords(namingWords(words))) };
  });
  const wished = blocks.flatMap(({ wish }) => wish ?? []);
  return newRepairs(blocks, ({ wish }) => wish === undefined).map((one, at) => ({ ...one, site: wished[at] }));
}

/** An article whose folder went meanwhile stays as it is: the check of the library tells of it. */
async function textIfWhole(archive: Archive, id: ArticleId): Promise<KeptText | undefined> {
  try {
    return await archive.keptText(id);
  } catch (error) {
    if (error instanceof ArchiveError) return undefined;
    throw error;
  }
}

/** The site of an article's address; `null` for what came from a file or a paste and names none. */
function siteOf(archive: Archive, id: ArticleId): string | null {
  const address = URL.parse(archive.documents([id])[0]?.address ?? '');
  if (address === null || !/^https?:$/.test(address.protocol) || address.hostname === '') return null;
  return address.hostname.replace(/^www\./, '');
}
