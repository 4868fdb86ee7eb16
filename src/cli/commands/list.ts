import type { ArticleSummary } from '#contract/article.ts';
import type { Client } from '#contract/client.ts';
import { readNextId } from '#contract/collections.ts';
import type { ListFilter } from '#contract/lists.ts';
import {
  choiceOption,
  type Command,
  type CommandContext,
  exitDone,
  numberOption,
  textOption,
  wrongUsage,
} from '../command.ts';
import { printable } from '../terminal.ts';

const pageSize = 500;
const sorts = ['saved', 'published', 'source', 'title', 'length', 'own'] as const;
/** What the queue is called here, as in a query. */
const queueName = 'read next';
const millions = 10_000_000;

export const list: Command = {
  name: 'list',
  usage: '[--collection NAME] [--sort ORDER] [--limit N] [--offset N]',
  summary: 'list the articles, newest first',
  options: {
    collection: { type: 'string' },
    sort: { type: 'string' },
    limit: { type: 'string' },
    offset: { type: 'string' },
  },
  help: [
    '--collection NAME   only what is in this collection, in its own order; "read next" is the queue',
    '--sort ORDER   saved (default) or published: newest first; title: A to Z; length: longest first',
    '--limit N      at most N articles (default 50)',
    '--offset N     leave out the first N',
    '',
    'With --json one object: {"total","articles":[…]}.',
  ],
  run: runList,
};

async function runList(context: CommandContext): Promise<number> {
  const { options, operands, terminal, json } = context;
  if (operands.length > 0) throw wrongUsage(`list takes no "${operands[0]}"; to find articles use search`);
  const collection = textOption(options, 'collection');
  const sort = choiceOption(options, 'sort', sorts, collection === undefined ? 'saved' : 'own');
  if (sort === 'own' && collection === undefined) throw wrongUsage('--sort own goes with --collection');
  const limit = numberOption(options, 'limit', { from: 1, to: millions, otherwise: 50 });
  const first = numberOption(options, 'offset', { from: 0, to: millions, otherwise: 0 });
  const { client } = await context.open();
  const filter: ListFilter = collection === undefined ? {} : { collection: await collectionId(client, collection) };
  const articles: ArticleSummary[] = [];
  let total = 0;
  while (articles.length < limit) {
    const wanted = Math.min(pageSize, limit - articles.length);
    const page = await client.call('articles.list', { filter, sort, limit: wanted, offset: first + articles.length });
    total = page.total;
    articles.push(...page.articles);
    if (page.articles.length < wanted) break;
  }
  if (json) await terminal.print(JSON.stringify({ total, articles }));
  else await printRows(articles, total, context);
  return exitDone;
}

async function collectionId(client: Client, name: string): Promise<string> {
  if (name.toLowerCase() === queueName) return readNextId;
  const { collections } = await client.call('collections.list', {});
  const found = collections.find((one) => one.name === name);
  if (found !== undefined) return found.id;
  const names = [queueName, ...collections.map((one) => one.name)];
  throw wrongUsage(`there is no collection named "${name}"; there are: ${names.join(', ')}`);
}

async function printRows(
  articles: readonly ArticleSummary[],
  total: number,
  { terminal }: CommandContext,
): Promise<void> {
  for (const { id, publishedAt, source, headline } of articles) {
    const cells = [id, (publishedAt ?? '').slice(0, 10).padEnd(10), (source ?? '').slice(0, 20).padEnd(20), headline];
    const line = cells.map((cell) => printable(cell).replaceAll(/[\n\t]/g, ' ')).join('  ');
    await terminal.print(terminal.isInteractive ? line.slice(0, terminal.columns) : line);
  }
  if (articles.length < total)
    terminal.report(`${articles.length} of ${total} articles; --limit and --offset show others`);
}
