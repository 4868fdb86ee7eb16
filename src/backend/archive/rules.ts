import type { ArticleId } from '#contract/article.ts';
import { readNextId } from '#contract/collections.ts';
import type { ActResult } from '#contract/contract.ts';
import { ArchiveError } from '#contract/errors.ts';
import type { NewRule, Rule, RuleChange } from '#contract/rules.ts';
import type { Database, Row } from '#platform/database.ts';
import { collectionsOf, tagsOf } from './articles.ts';
import { membersOf } from './collected.ts';
import { namedCollections, requireCollection } from './collections.ts';
import type { Context } from './context.ts';
import { randomName } from './device.ts';
import { sideActsOf } from './entries.ts';
import type { Act, SideAct } from './journal-line.ts';
import { recordDecided, recordOnArticles } from './record-acts.ts';
import { listSiteRepairs } from './site-repairs.ts';
import { normaliseTag } from './tag-names.ts';

/**
 * The reader's rules: what is done to articles that a query finds.
 *
 * This room keeps them and does what they say to the articles it is told; which articles those are, search
 * knows. There are few rules, so that no table repeats them: each look folds their acts anew.
 */

/** In the order in which they were made. */
export function listRules(database: Database): Rule[] {
  return foldRules(sideActsOf(database, 'rules'));
}

export function makeRule(context: Context, wanted: NewRule): ActResult & { readonly id: string } {
  const id = randomName(10);
  const { query, ...deeds } = wanted;
  const result = recordDecided(context, 0, () => {
    const rule: Rule = { id, query, isOn: true, ...deeds, tags: deeds.tags.map(normaliseTag) };
    requireSound(context, rule);
    return { act: { act: 'rule', data: dataOf(rule, undefined) }, changed: 1 };
  });
  return { ...result, id };
}

export function changeRule(context: Context, { id, ...change }: RuleChange): ActResult {
  return recordDecided(context, 0, () => {
    const before = requireRule(context.database, id);
    const given = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
    const after: Rule = { ...before, ...given, tags: (change.tags ?? before.tags).map(normaliseTag) };
    // A rule that is only switched off may be one that lost its collection.
    if (after.isOn) requireSound(context, after);
    const data = dataOf(after, before);
    return Object.keys(data).length === 1 ? undefined : { act: { act: 'rule', data }, changed: 1 };
  });
}

export function removeRule(context: Context, id: string): ActResult {
  return recordDecided(context, 0, () => {
    requireRule(context.database, id);
    return { act: { act: 'rule-remove', data: { rule: id } }, changed: 1 };
  });
}

/** Does what a rule says to these articles, in one act about those that are not so already. */
export function applyRule(context: Context, id: string, ids: readonly string[]): ActResult {
  const rule = withoutLost(context.database, requireRule(context.database, id));
  const wouldChange = (row: Row) => {
    const tags = new Set(tagsOf(row));
    return (
      rule.tags.some((tag) => !tags.has(tag)) ||
      (rule.state !== null && row['state'] !== rule.state) ||
      (rule.favourite && row['favourite'] !== 1) ||
      (rule.collection !== null && !collectionsOf(row).has(rule.collection))
    );
  };
  return recordOnArticles(context, ids, wouldChange, (ids) => byRule(context, rule, ids));
}

/** An article taken in here, and the rules and site repairs that were there then: each acts on what comes after it. */
export type WaitingForRules = { readonly id: ArticleId; readonly rules: readonly string[] };

/** Articles that their rules have not seen yet, oldest first. */
export function waitingForRules(database: Database, limit: number): WaitingForRules[] {
  const rows = database.prepare('SELECT id, rules FROM for_rules ORDER BY position LIMIT ?').all(limit);
  // Filled from the catalogue's own ids.
  return rows.map((row) => ({
    id: String(row['id']) as ArticleId,
    rules: JSON.parse(String(row['rules'])) as string[],
  }));
}

export function seenByRules(database: Database, ids: readonly string[]): void {
  const done = database.prepare('DELETE FROM for_rules WHERE id = ?');
  for (const id of ids) done.run(id);
}

export function waitForRules(database: Database, id: string): void {
  const rules = [...listRules(database), ...listSiteRepairs(database)].map((one) => one.id);
  if (rules.length === 0) return;
  database.prepare('INSERT OR IGNORE INTO for_rules (id, rules) VALUES (?, ?)').run(id, JSON.stringify(rules));
}

/** Each part of a rule goes to its last writer; a rule is there when its query is known and it was not removed. */
export function foldRules(acts: Iterable<SideAct<'rules'>>): Rule[] {
  const rules = new Map<string, Omit<Rule, 'query'> & { query: string | undefined }>();
  const removed = new Set<string>();
  for (const { act, data } of acts) {
    if (act === 'rule-remove') {
      removed.add(data.rule);
      continue;
    }
    const known = rules.get(data.rule) ?? unsaid(data.rule);
    rules.set(data.rule, {
      id: data.rule,
      query: data.query ?? known.query,
      tags: data.tags ?? known.tags,
      state: data.state === undefined ? known.state : data.state,
      favourite: data.favourite ?? known.favourite,
      collection: data.collection === undefined ? known.collection : data.collection,
      isOn: data.on ?? known.isOn,
    });
  }
  return [...rules.values()].flatMap(({ query, ...rule }) =>
    query === undefined || removed.has(rule.id) ? [] : [{ ...rule, query }],
  );
}

const unsaid = (id: string) => ({
  id,
  query: undefined,
  tags: [],
  state: null,
  favourite: false,
  collection: null,
  isOn: true,
});

/** A collection that was removed meanwhile takes nothing in. */
function withoutLost(database: Database, rule: Rule): Rule {
  const { collection } = rule;
  const isThere = collection === readNextId || namedCollections(database).some(({ id }) => id === collection);
  return isThere ? rule : { ...rule, collection: null };
}

function byRule({ database }: Context, { id, tags, state, favourite, collection }: Rule, ids: ArticleId[]): Act {
  const last = collection === null ? undefined : membersOf(database, collection).at(-1)?.place;
  return {
    act: 'by-rule',
    data: {
      ids,
      rule: id,
      add: tags,
      ...(state !== null && { state }),
      ...(favourite && { favourite }),
      ...(collection !== null && { collection, places: ids.map((_, index) => (last ?? 0) + index + 1) }),
    },
  };
}

/** What an act says of a rule: all that is other than before. */
function dataOf(rule: Rule, before: Rule | undefined): SideAct<'rules'>['data'] {
  const { id, isOn, ...parts } = rule;
  const all = { ...parts, on: isOn };
  const known: Partial<typeof all> = before === undefined ? {} : { ...before, on: before.isOn };
  const changed = Object.entries(all).filter(
    ([part, value]) => JSON.stringify(known[part as keyof typeof all]) !== JSON.stringify(value),
  );
  return { rule: id, ...Object.fromEntries(changed) };
}

function requireSound(context: Context, { tags, state, favourite, collection }: Rule): void {
  if (collection !== null && collection !== readNextId) requireCollection(context, collection);
  if (tags.length > 0 || state !== null || favourite || collection !== null) return;
  throw new ArchiveError('invalid-input', 'a rule must do something: add a tag, move, mark or collect');
}

function requireRule(database: Database, id: string): Rule {
  const rule = listRules(database).find((one) => one.id === id);
  if (rule === undefined) throw new ArchiveError('not-found', `there is no rule ${id}`, { details: { id } });
  return rule;
}
