/** A stretch of a query that is cut off from the rest by spaces, outside quotation marks. */
export type Clause = {
  readonly start: number;
  readonly end: number;
  readonly isNegated: boolean;
  /** What stands before the colon, in lower case; null for a word or a phrase. */
  readonly field: string | null;
  /** What stands behind it, as typed, with its quotation marks. */
  readonly rawValue: string;
  readonly valueStart: number;
};

const quotes: Readonly<Record<string, string>> = { '"': '"', '“': '”', '„': '“', '«': '»' };

/**
 * Cuts a query into its clauses, as far as the window needs to know it: to complete what is being typed
 * and to take a filter out again. What it means is the back end's to say.
 */
export function clausesOf(query: string): readonly Clause[] {
  const clauses: Clause[] = [];
  for (let at = 0; at < query.length;) {
    if (/[\s()]/.test(query[at] ?? '')) {
      at += 1;
      continue;
    }
    const clause = clauseAt(query, at);
    clauses.push(clause);
    at = clause.end;
  }
  return clauses;
}

function clauseAt(query: string, start: number): Clause {
  const head = /^([+-]?)(?:([\p{L}][\p{L}_]*):(?!\/\/))?/u.exec(query.slice(start));
  const [whole = '', sign = '', field] = head ?? [];
  const valueStart = start + whole.length;
  const end = endOfValue(query, valueStart);
  return {
    start,
    end,
    isNegated: sign === '-',
    field: field?.toLowerCase() ?? null,
    rawValue: query.slice(valueStart, end),
    valueStart,
  };
}

/** A value ends at the quotation mark that closes it, or at a space or bracket. */
function endOfValue(query: string, start: number): number {
  const closing = quotes[query[start] ?? ''];
  if (closing !== undefined) {
    for (let at = start + 1; at < query.length; at += 1) if (query[at] === closing || query[at] === '"') return at + 1;
    return query.length;
  }
  let end = start;
  while (end < query.length && !/[\s()]/.test(query[end] ?? '')) end += 1;
  // A sign alone is a clause of its own, so that cutting always goes on.
  return Math.max(end, start);
}

/** A value without its quotation marks. */
export function valueOf({ rawValue }: Pick<Clause, 'rawValue'>): string {
  const closing = quotes[rawValue[0] ?? ''];
  if (closing === undefined) return rawValue;
  const inner = rawValue.slice(1);
  return inner.endsWith(closing) || inner.endsWith('"') ? inner.slice(0, -1) : inner;
}

/** A value of more than one word, or with signs that mean something, is one value only in quotation marks. */
export function quoted(value: string): string {
  return /^[\p{L}\p{N}_/.-]+$/u.test(value) ? value : `"${value.replaceAll('"', '')}"`;
}
