import { setImmediate as nextTurn } from 'node:timers/promises';
import type { ActResult } from '#contract/contract.ts';
import { ArchiveError } from '#contract/errors.ts';
import type { Archive, WaitingForRules } from '../archive/archive.ts';
import type { SearchIndex } from '../search/search.ts';
import { type News, tellChanged } from './news.ts';
import { applySiteRepairs } from './site-repairs.ts';

/**
 * Does to newly taken-in articles what the reader's rules say.
 *
 * The condition of a rule is a query, so that there is one language, one reading of words and languages, and
 * a rule can be tried in the search field. Search answers it, asked only about the new articles, once they are
 * in the index. Which articles wait is kept in the catalogue from the moment they are taken in: a kill between
 * the two leaves them waiting for the next start. What the reader always leaves out on a site is taken out on the
 * same occasion. All rules look at an article as it was taken in: none sees what another did.
 */
export type RuleKeeper = {
  /** Has the rules look at what waits; true when that changed articles. Call it when the index is current. */
  readonly applyWaiting: () => Promise<boolean>;
  /** Has one rule look at the whole library: one act. */
  readonly applyToAll: (id: string) => ActResult & { readonly ids: readonly string[] };
};

type Rooms = { readonly archive: Archive; readonly search: SearchIndex; readonly news: News };

/** Articles looked at in one go; an act on them is one line of the journal. */
const batchSize = 500;

export function createRuleKeeper(rooms: Rooms): RuleKeeper {
  const { archive, search, news } = rooms;
  return {
    async applyWaiting() {
      let hasChanged = false;
      for (;;) {
        const waiting = archive.waitingForRules(batchSize);
        if (waiting.length === 0) return hasChanged;
        const repaired = await applySiteRepairs(archive, waiting);
        tellChanged(news, repaired);
        hasChanged = (await applyRules(rooms, waiting)) || repaired.length > 0 || hasChanged;
        archive.database.write(() => archive.seenByRules(waiting.map(({ id }) => id)));
      }
    },
    applyToAll(id) {
      const rule = archive.rules().find((one) => one.id === id);
      if (rule === undefined) throw new ArchiveError('not-found', `there is no rule ${id}`, { details: { id } });
      const ids = search.found(rule.query);
      return { ...archive.applyRule(id, ids), ids };
    },
  };
}

async function applyRules({ archive, search, news }: Rooms, waiting: readonly WaitingForRules[]): Promise<boolean> {
  const found: { readonly rule: string; readonly ids: readonly string[] }[] = [];
  for (const { id, query, isOn } of archive.rules()) {
    const among = waiting.filter(({ rules }) => rules.includes(id)).map((one) => one.id);
    if (isOn && among.length > 0) found.push({ rule: id, ids: search.found(query, among) });
    // Another may be asking for something meanwhile.
    await nextTurn();
  }
  const changed = new Set<string>();
  for (const { rule, ids } of found) {
    // It may have been removed in the pause.
    if (ids.length === 0 || !archive.rules().some(({ id }) => id === rule)) continue;
    if (archive.applyRule(rule, ids).changed > 0) for (const id of ids) changed.add(id);
  }
  tellChanged(news, [...changed]);
  return changed.size > 0;
}
