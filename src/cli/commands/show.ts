import type { Article } from '#contract/article.ts';
import { ArchiveError } from '#contract/errors.ts';
import { asHtml, asMarkdown, asText } from '../article-formats.ts';
import { choiceOption, type Command, type CommandContext, exitDone, exitFailed, wrongUsage } from '../command.ts';
import { findArticleId } from '../find-article.ts';
import type { Session } from '../session.ts';
import { printable, printableLine } from '../terminal.ts';

const formats = ['text', 'html', 'markdown', 'json'] as const;
type Format = (typeof formats)[number];

export const show: Command = {
  name: 'show',
  usage: 'ID ... [--format text|html|markdown|json]',
  summary: 'print articles whole',
  options: { format: { type: 'string' } },
  help: [
    '--format text       what a person reads (default)',
    '--format html       a page that stands alone: pictures inside, nothing to be fetched',
    '--format markdown   with its metadata as front matter',
    '--format json       one object a line, the body as plain text under "text" (default with --json)',
    '',
    'The first letters of an id are enough where they are unique.',
  ],
  run: runShow,
};

async function runShow(context: CommandContext): Promise<number> {
  const { operands, options, terminal } = context;
  if (operands.length === 0) throw wrongUsage('show needs the id of an article; list and search print them');
  const format = choiceOption(options, 'format', formats, context.json ? 'json' : 'text');
  const session = await context.open();
  let code = exitDone;
  for (const [index, operand] of operands.entries()) {
    try {
      const id = await findArticleId(session.client, operand);
      const article = await session.client.call('articles.get', { id });
      if (index > 0 && format === 'text') await terminal.print('\n————\n');
      await terminal.print(await inFormat(article, format, session));
    } catch (error) {
      if (!(error instanceof ArchiveError) || error.code === 'cancelled') throw error;
      terminal.report(`pressmark: ${error.code}: ${printableLine(error.message)}`);
      code = exitFailed;
    }
  }
  return code;
}

async function inFormat(article: Article, format: Format, session: Session): Promise<string> {
  if (format === 'json') return JSON.stringify(article);
  if (format === 'html') return asHtml(article, session.asset);
  if (format === 'markdown') return asMarkdown(article);
  return printable(asText(article));
}
