import { correctableField, type CorrectableField, correction, type Correction } from '#contract/article.ts';
import { type Command, type CommandContext, exitDone, textOptions, wrongUsage } from '../command.ts';
import { findArticleId } from '../find-article.ts';

export const correct: Command = {
  name: 'correct',
  usage: 'ID [--set FIELD=VALUE] [--back FIELD]',
  summary: 'set fields of an article right, or back to what was read',
  options: { set: { type: 'string', multiple: true }, back: { type: 'string', multiple: true } },
  help: [
    '--set FIELD=VALUE   this is right; may stand several times; without a value: really unknown',
    '--back FIELD        what was read shows again; may stand several times',
    '',
    `Fields: ${correctableField.options.join(', ')}.`,
    'Authors are parted by commas. A moment is a day (2018-06-10) or an instant with its offset.',
    'With --json one object: {"changed","undo"}; "undo" is a list, of one entry for each act.',
  ],
  run: runCorrect,
};

async function runCorrect(context: CommandContext): Promise<number> {
  const { operands, options, terminal, json } = context;
  const [operand, ...others] = operands;
  if (operand === undefined || others.length > 0) throw wrongUsage('correct takes the id of one article');
  const corrections = textOptions(options, 'set').map(correctionOf);
  const fields = textOptions(options, 'back').map(fieldOf);
  if (corrections.length + fields.length === 0) throw wrongUsage('correct needs --set FIELD=VALUE or --back FIELD');
  const { client } = await context.open();
  const id = await findArticleId(client, operand);
  const results = [];
  if (fields.length > 0) results.push(await client.call('articles.uncorrect', { id, fields }));
  if (corrections.length > 0) results.push(await client.call('articles.correct', { id, corrections }));
  const undo = results.flatMap((result) => result.undo ?? []);
  const changed = undo.length > 0 ? 1 : 0;
  await terminal.print(json ? JSON.stringify({ changed, undo }) : changed === 1 ? 'corrected' : 'nothing changed');
  return exitDone;
}

/** `authors=Ada Brook, Tim Reed`; what is not a value of its field is refused in the field's own words. */
function correctionOf(written: string): Correction {
  const [, name = written, value = ''] = /^([^=]*)=(.*)$/s.exec(written) ?? [];
  if (!written.includes('=')) throw wrongUsage(`--set takes FIELD=VALUE, not "${written}"`);
  const field = fieldOf(name);
  const checked = correction.safeParse({ field, value: field === 'authors' ? namesIn(value) : value.trim() || null });
  if (checked.success) return checked.data;
  throw wrongUsage(`"${value}" cannot be ${field}: ${checked.error.issues[0]?.message ?? 'not a value of it'}`);
}

function namesIn(value: string): string[] {
  return value
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');
}

function fieldOf(name: string): CorrectableField {
  const field = correctableField.safeParse(name.trim());
  if (field.success) return field.data;
  throw wrongUsage(`there is no field "${name}" to correct; there are: ${correctableField.options.join(', ')}`);
}
