import type { Client } from '#contract/client.ts';
import type { Hit, MarkedText, SearchPage } from '#contract/search.ts';
import { savedSearchName } from '#contract/searches.ts';
import { columns } from '../columns.ts';
import { type Command, type CommandContext, exitDone, numberOption, textOption, wrongUsage } from '../command.ts';
import { printableLine } from '../terminal.ts';
import { findSavedSearch } from './searches.ts';

const pageSize = 200;
const millions = 10_000_000;
/** Private-use characters around a match: no article has them, and no escaping is needed. */
const markStart = '\uE000';
const markEnd = '\uE001';

export const search: Command = {
  name: 'search',
  usage: 'QUERY [--limit N] [--offset N] [--explain] [--save NAME]',
  summary: 'find articles, best match first',
  options: {
    limit: { type: 'string' },
    offset: { type: 'string' },
    explain: { type: 'boolean', default: false },
    save: { type: 'string' },
  },
  help: [
    '--limit N     at most N hits (default 20)',
    '--offset N    leave out the first N',
    '--explain     say which field, term and weight made each score',
    '--save NAME   keep the query as a saved search; one of this name gets it as its new query',
    '',
    "A query that begins with - stands after --:  pressmark search -- '-putin'",
    'With --json one object: {"query","total","tookMs","hits":[{"id","score","headline","source",',
    '"publishedAt","snippet"}],"facets"}; matches in a snippet stand between U+E000 and U+E001.',
  ],
  run: runSearch,
};

async function runSearch(context: CommandContext): Promise<number> {
  const { options, operands, terminal, json } = context;
  if (operands.length === 0) throw wrongUsage('search needs something to look for');
  const query = operands.join(' ');
  const limit = numberOption(options, 'limit', { from: 1, to: millions, otherwise: 20 });
  const first = numberOption(options, 'offset', { from: 0, to: millions, otherwise: 0 });
  const explain = options['explain'] === true;
  const { client } = await context.open();
  const ask = (count: number, offset: number) => client.call('search.run', { query, limit: count, offset, explain });

  const name = textOption(options, 'save');
  if (name !== undefined) await save(client, checkName(name), query, context);
  const page = await ask(Math.min(pageSize, limit), first);
  const hits = [...page.hits];
  while (hits.length < limit && first + hits.length < page.total) {
    const more = await ask(Math.min(pageSize, limit - hits.length), first + hits.length);
    if (more.hits.length === 0) break;
    hits.push(...more.hits);
  }
  // No error: the query was answered, only not quite as typed.
  if (page.problem !== null) {
    terminal.report(`pressmark: ${printableLine(`${page.problem.message} (answered: ${page.problem.readAs})`)}`);
  }
  if (json) await terminal.print(JSON.stringify(asJson(page, hits, explain)));
  else await printHits(page, hits, first, context);
  return exitDone;
}

function asJson(page: SearchPage, hits: readonly Hit[], explain: boolean) {
  return {
    query: page.query,
    total: page.total,
    tookMs: page.tookMs,
    hits: hits.map(({ article, score, snippet, reasons }) => ({
      id: article.id,
      score,
      headline: article.headline,
      source: article.source,
      publishedAt: article.publishedAt,
      snippet: marked(snippet, markStart, markEnd),
      ...(explain ? { reasons } : {}),
    })),
    facets: page.facets,
    ...(page.problem === null ? {} : { problem: page.problem }),
  };
}

async function printHits(
  page: SearchPage,
  hits: readonly Hit[],
  first: number,
  context: CommandContext,
): Promise<void> {
  const { terminal } = context;
  const show = (text: MarkedText) => {
    const safe = printableLine(marked(text, markStart, markEnd));
    const [bold, plain] = terminal.isInteractive ? ['\u001b[1m', '\u001b[22m'] : ['', ''];
    return safe.replaceAll(markStart, bold).replaceAll(markEnd, plain);
  };
  for (const [index, hit] of hits.entries()) {
    const { article } = hit;
    const facts = [article.id, article.source, article.publishedAt?.slice(0, 10), `score ${hit.score.toFixed(2)}`];
    await terminal.print(`${first + index + 1}. ${show(hit.headline)}`);
    await terminal.print(`   ${printableLine(facts.filter((fact) => fact != null).join(' · '))}`);
    await terminal.print(`   ${show(hit.snippet)}`);
    for (const line of reasonLines(hit)) await terminal.print(`   ${line}`);
  }
  terminal.report(`${page.total} ${page.total === 1 ? 'article' : 'articles'} in ${page.tookMs.toFixed(1)} ms`);
}

/**
 * Why a hit stands where it does: a line for each field and term, the heaviest first.
 *
 * ```
 * weight  share  field  found    typed
 *  2.310    71%  title  summit   summits
 * ```
 */
export function reasonLines({ reasons }: Pick<Hit, 'reasons'>): string[] {
  if (reasons.length === 0) return [];
  const sum = reasons.reduce((total, { weight }) => total + weight, 0);
  const rows = reasons.map(({ field, term, typed, weight }) => {
    const share = sum === 0 ? 0 : Math.round((100 * weight) / sum);
    return [weight.toFixed(3), `${share}%`, field, printableLine(term), printableLine(typed)];
  });
  return columns([['weight', 'share', 'field', 'found', 'typed'], ...rows], new Set([0, 1]));
}

function checkName(name: string): string {
  const checked = savedSearchName.safeParse(name);
  if (checked.success) return checked.data;
  throw wrongUsage(
    `"${name}" cannot be the name of a saved search: ${checked.error.issues[0]?.message ?? 'not a name'}`,
  );
}

async function save(client: Client, name: string, query: string, { terminal }: CommandContext): Promise<void> {
  const known = await findSavedSearch(client, name);
  if (known === undefined) await client.call('searches.save', { name, query });
  else await client.call('searches.change', { id: known.id, query });
  terminal.report(known === undefined ? `saved as "${name}"` : `"${name}" is this query from now on`);
}

/** The text with something before and after each match. */
export function marked({ text, marks }: MarkedText, before: string, after: string): string {
  let result = '';
  let end = 0;
  for (const [from, to] of marks) {
    result += `${text.slice(end, from)}${before}${text.slice(from, to)}${after}`;
    end = to;
  }
  return result + text.slice(end);
}
