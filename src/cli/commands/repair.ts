import type { BlockChange, RepairSheet, SheetBlock } from '#contract/repair-sheet.ts';
import { ArchiveError } from '#contract/errors.ts';
import { reasonInEnglish } from '#contract/removal.ts';
import { type Command, type CommandContext, exitDone, textOptions, wrongUsage } from '../command.ts';
import { findArticleId } from '../find-article.ts';
import { printableLine, type Terminal } from '../terminal.ts';

export const repair: Command = {
  name: 'repair',
  usage: 'ID [--put-back WORDS] [--take-out WORDS] [--withdraw]',
  summary: 'lay a text beside its original; put blocks back or take them out',
  options: {
    'put-back': { type: 'string', multiple: true },
    'take-out': { type: 'string', multiple: true },
    withdraw: { type: 'boolean' },
  },
  help: [
    '--put-back WORDS   put the block of the original with these words into the text; may stand several times',
    '--take-out WORDS   take the block with these words out of the text; may stand several times',
    '--withdraw         take all repairs of the article back',
    '',
    'Without an option the blocks are printed in the order of the original: + in the text, - left out, with the',
    'rule that left it out. WORDS stand anywhere in the block, and in one block only.',
    'With --json one object: the sheet, or {"changed","undo"}.',
  ],
  run: runRepair,
};

async function runRepair(context: CommandContext): Promise<number> {
  const { operands, options, terminal, json } = context;
  const [operand, ...others] = operands;
  if (operand === undefined || others.length > 0) throw wrongUsage('repair takes the id of one article');
  const back = textOptions(options, 'put-back');
  const out = textOptions(options, 'take-out');
  const withdraws = options['withdraw'] === true;
  const { client } = await context.open();
  const id = await findArticleId(client, operand);
  const sheet = await client.call('articles.repairSheet', { id });
  if (back.length + out.length === 0 && !withdraws) {
    await (json ? terminal.print(JSON.stringify(sheet)) : printBlocks(sheet, terminal));
    return exitDone;
  }
  const changes = [
    ...back.map((words) => changeOf(sheet, words, true)),
    ...out.map((words) => changeOf(sheet, words, false)),
  ];
  const withdraw = withdraws ? sheet.repairs.map((one) => one.id) : [];
  const result = await client.call('articles.repair', { id, changes, withdraw });
  await terminal.print(json ? JSON.stringify(result) : result.changed === 1 ? 'repaired' : 'nothing changed');
  return exitDone;
}

async function printBlocks({ blocks, repairs }: RepairSheet, terminal: Terminal): Promise<void> {
  for (const { words, shown, extracted, reason } of blocks) {
    const rule = reason === null ? null : reasonInEnglish(reason);
    const why = shown === extracted ? rule : shown ? 'put back by hand' : 'taken out by hand';
    await terminal.print(printableLine(`${shown ? '+' : '-'} ${words}${why === null ? '' : ` [${why}]`}`));
  }
  for (const { words, outcome } of repairs) {
    if (outcome === 'no-place') terminal.report(printableLine(`a repair finds no place: ${words}`));
  }
}

/** The one block with these words that is not yet as wanted. */
function changeOf({ blocks }: RepairSheet, words: string, shown: boolean): BlockChange {
  const wanted = folded(words);
  const found = blocks.filter((block: SheetBlock) => block.shown !== shown && folded(block.words).includes(wanted));
  const [block, second] = found;
  if (wanted === '' || block === undefined) {
    throw new ArchiveError(
      'not-found',
      `no block ${shown ? 'that was left out' : 'of the text'} has the words "${words}"`,
    );
  }
  if (second !== undefined) throw wrongUsage(`${found.length} blocks have the words "${words}": write more of them`);
  return { block: block.key, shown };
}

function folded(words: string): string {
  return words.toLowerCase().replaceAll(/\s+/g, ' ').trim();
}
