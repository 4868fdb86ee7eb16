import { z } from 'zod';
import { readingState, tagName } from './article.ts';
import { collectionId } from './collections.ts';
import { savedQuery } from './searches.ts';

/** The lasting name of a rule: chosen at random when it is made. */
export const ruleId = z.string().regex(/^[0-9a-z]{8,32}$/);

/** What a rule does to an article: all that is given. */
export const ruleDeeds = z.object({
  tags: z.array(tagName).max(50).default([]),
  /** `null`: leaves it as it is; and so below. */
  state: readingState.nullable().default(null),
  favourite: z.boolean().default(false),
  collection: collectionId.nullable().default(null),
});
export type RuleDeeds = z.infer<typeof ruleDeeds>;

/** "When a newly taken-in article is found by this query, do that." */
export const rule = ruleDeeds.extend({ id: ruleId, query: savedQuery, isOn: z.boolean() });
export type Rule = z.infer<typeof rule>;

export const newRule = ruleDeeds.extend({ query: savedQuery });
export type NewRule = z.infer<typeof newRule>;

/** What is not given stays as it is. */
export const ruleChange = z.object({
  id: ruleId,
  query: savedQuery.optional(),
  tags: z.array(tagName).max(50).optional(),
  state: readingState.nullable().optional(),
  favourite: z.boolean().optional(),
  collection: collectionId.nullable().optional(),
  isOn: z.boolean().optional(),
});
export type RuleChange = z.infer<typeof ruleChange>;
