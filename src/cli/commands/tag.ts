import { tagName } from '#contract/article.ts';
import { type Command, type CommandContext, exitDone, textOptions, wrongUsage } from '../command.ts';
import { findArticleId } from '../find-article.ts';

export const tag: Command = {
  name: 'tag',
  usage: 'ID ... [--add TAG] [--remove TAG]',
  summary: 'give tags to articles and take them away',
  options: { add: { type: 'string', multiple: true }, remove: { type: 'string', multiple: true } },
  help: [
    '--add TAG      give this tag; may stand several times; levels are parted by /: politics/arms control',
    '--remove TAG   take this tag away; may stand several times',
    '',
    'With --json one object: {"changed","undo"}.',
  ],
  run: runTag,
};

async function runTag(context: CommandContext): Promise<number> {
  const { operands, options, terminal, json } = context;
  if (operands.length === 0) throw wrongUsage('tag needs the id of an article');
  const added = checkTags(textOptions(options, 'add'));
  const removed = checkTags(textOptions(options, 'remove'));
  if (added.length + removed.length === 0) throw wrongUsage('tag needs --add TAG or --remove TAG');
  const { client } = await context.open();
  const ids = [];
  for (const operand of operands) ids.push(await findArticleId(client, operand));
  const result = await client.call('articles.tag', { ids, add: added, remove: removed });
  const count = result.changed === 1 ? '1 article changed' : `${result.changed} articles changed`;
  await terminal.print(json ? JSON.stringify(result) : count);
  return exitDone;
}

function checkTags(tags: readonly string[]): string[] {
  return tags.map((text) => {
    const checked = tagName.safeParse(text);
    if (checked.success) return checked.data;
    throw wrongUsage(`"${text}" cannot be a tag: ${checked.error.issues[0]?.message ?? 'not a name'}`);
  });
}
