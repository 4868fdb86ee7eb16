import type { Article, ArticleId } from '#contract/article.ts';
import { ArchiveError } from '#contract/errors.ts';
import { asHtml, asMarkdown, asText } from '../article-formats.ts';
import { choiceOption, type Command, type CommandContext, exitDone, exitFailed, wrongUsage } from '../command.ts';
import { asExplanation } from '../explanation-format.ts';
import { findArticleId } from '../find-article.ts';
import type { Session } from '../session.ts';
import { printable, printableLine } from '../terminal.ts';

const formats = ['text', 'html', 'markdown', 'json'] as const;
type Format = (typeof formats)[number];

export const show: Command = {
  name: 'show',
  usage: 'ID ... [--format text|html|markdown|json] [--explain]',
  summary: 'print articles whole',
  options: { format: { type: 'string' }, explain: { type: 'boolean' } },
  help: [
    '--format text       what a person reads (default)',
    '--format html       a page that stands alone: pictures inside, nothing to be fetched',
    '--format markdown   with its metadata as front matter',
    '--format json       one object a line, the body as plain text under "text" (default with --json)',
    '--explain           instead: how the article is read from its original, field by field, and what is left out',
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
      const shown =
        options['explain'] === true
          ? await explained(id, format, session)
          : await inFormat(await session.client.call('articles.get', { id }), format, session);
      if (index > 0 && format === 'text') await terminal.print('\n————\n');
      await terminal.print(shown);
    } catch (error) {
      if (!(error instanceof ArchiveError) || error.code === 'cancelled') throw error;
      terminal.report(`pressmark: ${error.code}: ${printableLine(error.message)}`);
      code = exitFailed;
    }
  }
  return code;
}

async function explained(id: ArticleId, format: Format, session: Session): Promise<string> {
  if (format !== 'text' && format !== 'json') throw wrongUsage('--explain is given as text or json');
  const explanation = await session.client.call('articles.explain', { id });
  return format === 'json' ? JSON.stringify(explanation) : printable(asExplanation(explanation));
}

async function inFormat(article: Article, format: Format, session: Session): Promise<string> {
  if (format === 'json') return JSON.stringify(article);
  if (format === 'html') return asHtml(article, session.asset);
  if (format === 'markdown') return asMarkdown(article);
  return printable(asText(article));
}
