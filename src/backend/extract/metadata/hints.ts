import type { SourceHint, SourceHints } from '#contract/draft.ts';
import type { Findings, Found } from './findings.ts';

/**
 * What the wrapping of a page says (a mail, a book), beside what the page itself says: for each
 * field the surer of the two, and the page where both are as sure.
 */
export function withHints(findings: Findings, hints: SourceHints | undefined): Findings {
  if (hints === undefined) return findings;
  const known = Object.entries(findings) as [string, Found<unknown>][];
  const merged = new Map<string, Found<unknown>>(known);
  for (const [field, hint] of Object.entries(hints) as [string, SourceHint<string | string[]>][]) {
    const said = merged.get(field);
    if (said === undefined || said.confidence < hint.confidence) merged.set(field, { ...hint, origin: 'file' });
  }
  // Hints are named and typed as the fields of metadata they speak of.
  return Object.fromEntries(merged);
}
