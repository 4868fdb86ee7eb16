import type { HighlightFilter } from '#contract/highlight.ts';
import { choiceOption, type Command, type CommandContext, exitDone, textOption, wrongUsage } from '../command.ts';
import { findArticleId } from '../find-article.ts';
import type { Session } from '../session.ts';
import { printable } from '../terminal.ts';

const pageSize = 500;
const formats = ['markdown', 'json'] as const;

export const highlights: Command = {
  name: 'highlights',
  usage: '[ID ...] [--format markdown|json] [--tag TAG] [--words WORDS]',
  summary: 'print what was highlighted and noted, article by article',
  options: { format: { type: 'string' }, tag: { type: 'string' }, words: { type: 'string' } },
  help: [
    '--format markdown   each passage as a quotation, its note below it (default)',
    '--format json       one highlight a line (default with --json); without "id": the note on an article',
    '--tag TAG           only passages with this tag, or one below it',
    '--words WORDS       only where every word occurs in passage, note, tags, headline or source',
    '',
    'Without an ID those of all articles, the one marked last first. The first letters of an id are enough.',
  ],
  run: runHighlights,
};

async function runHighlights(context: CommandContext): Promise<number> {
  const { options, operands } = context;
  const format = choiceOption(options, 'format', formats, context.json ? 'json' : 'markdown');
  const tag = textOption(options, 'tag');
  const words = textOption(options, 'words');
  if (tag === '') throw wrongUsage('--tag takes the name of a tag');
  const common = { ...(tag === undefined ? {} : { tag }), ...(words === undefined ? {} : { words }) };
  const session = await context.open();
  for (const filter of await filtersFor(session, operands, common)) {
    await (format === 'json' ? printJson(session, filter, context) : printMarkdown(session, filter, context));
  }
  return exitDone;
}

/** One list for each article named, else one over all. */
async function filtersFor(
  { client }: Session,
  operands: readonly string[],
  common: HighlightFilter,
): Promise<HighlightFilter[]> {
  if (operands.length === 0) return [common];
  const filters: HighlightFilter[] = [];
  for (const operand of operands) filters.push({ ...common, article: await findArticleId(client, operand) });
  return filters;
}

async function printMarkdown(
  { client }: Session,
  filter: HighlightFilter,
  { terminal }: CommandContext,
): Promise<void> {
  const { markdown } = await client.call('highlights.markdown', { filter });
  if (markdown !== '') await terminal.print(printable(markdown.trimEnd()));
}

async function printJson({ client }: Session, filter: HighlightFilter, { terminal }: CommandContext): Promise<void> {
  for (let offset = 0; ;) {
    const page = await client.call('highlights.list', { filter, sort: 'article', limit: pageSize, offset });
    for (const highlight of page.highlights) await terminal.print(JSON.stringify(highlight));
    offset += page.highlights.length;
    if (page.highlights.length === 0 || offset >= page.total) return;
  }
}
