import { z } from 'zod';
import { queryProblem } from './search.ts';

/** The lasting name of a saved search: chosen at random when it is made. */
export const savedSearchId = z.string().regex(/^[0-9a-z]{8,32}$/);

/** What the reader calls it: one line of at most 120 characters. Two may bear the same. */
export const savedSearchName = z
  .string()
  .trim()
  .min(1)
  .max(120)
  // eslint-disable-next-line no-control-regex -- control characters are exactly what is refused
  .regex(/^[^\u0000-\u001f\u007f]*$/, 'a name is one line of text');

/** A query that is worth keeping: anything but nothing. */
export const savedQuery = z.string().trim().min(1).max(10_000);

/** A search kept in the library, so that every device has it: a shelf that fills itself. */
export const savedSearch = z.object({ id: savedSearchId, name: savedSearchName, query: savedQuery });
export type SavedSearch = z.infer<typeof savedSearch>;

/** How many articles a saved search finds now. */
export const savedSearchCount = z.object({
  id: savedSearchId,
  total: z.int(),
  /** Not null: the query holds a mistake and is counted as it was read. */
  problem: queryProblem.nullable(),
});
export type SavedSearchCount = z.infer<typeof savedSearchCount>;

/** The fields whose values can be completed while a query is typed. */
export const valueField = z.enum(['tag', 'author', 'source', 'section', 'lang', 'site', 'agency', 'place', 'in']);
export type ValueField = z.infer<typeof valueField>;

export const valuesRequest = z.object({
  field: valueField,
  /** The beginning of the value, or of a word in it; case and accents do not count. Empty: all. */
  prefix: z.string().max(200).default(''),
  limit: z.int().min(1).max(100).default(12),
});

export type ValuesRequest = z.infer<typeof valuesRequest>;

/** Values that articles bear, with the number of articles, most first. The trash is left out. */
export const valuesPage = z.object({ values: z.array(z.object({ value: z.string(), count: z.int() })) });
export type ValuesPage = z.infer<typeof valuesPage>;
