import { parseArgs } from 'node:util';
import { ArchiveError } from '#contract/errors.ts';
import { type Command, type OptionTable, type OptionValues, textOption, wrongUsage } from './command.ts';

/** What a command line asks for. */
export type Request =
  | { readonly kind: 'help'; readonly command: Command | undefined }
  | { readonly kind: 'version' }
  | {
      readonly kind: 'run';
      readonly command: Command;
      readonly options: OptionValues;
      readonly operands: readonly string[];
      readonly library: string | undefined;
      readonly json: boolean;
    };

/** These may stand before the command or after it. */
const everywhere: OptionTable = {
  library: { type: 'string' },
  json: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean' },
};

/** Reads a command line; throws `wrong-usage` in one sentence. */
export function parseArguments(args: readonly string[], commands: readonly Command[]): Request {
  const position = commandPosition(args);
  const name = args[position];
  const command = commands.find((candidate) => candidate.name === name);
  const isHelpWord = name === 'help';
  if (name !== undefined && command === undefined && !isHelpWord) {
    throw wrongUsage(`there is no command "${name}"; there are: ${commands.map((known) => known.name).join(', ')}`);
  }
  const rest = name === undefined ? [...args] : [...args.slice(0, position), ...args.slice(position + 1)];
  const { values, positionals } = parse(rest, { ...everywhere, ...command?.options });
  if (isHelpWord) return { kind: 'help', command: commands.find((candidate) => candidate.name === positionals[0]) };
  if (values['help'] === true) return { kind: 'help', command };
  if (values['version'] === true) return { kind: 'version' };
  if (command === undefined) throw wrongUsage('say what to do; --help lists the commands');
  return {
    kind: 'run',
    command,
    options: values,
    operands: positionals,
    library: textOption(values, 'library'),
    json: values['json'] === true,
  };
}

/** Where the command's name stands: the first word that is neither an option nor the value of one. */
function commandPosition(args: readonly string[]): number {
  const takesValue = (arg: string | undefined) => arg === '--library';
  return args.findIndex((arg, index) => !arg.startsWith('-') && !takesValue(args[index - 1]));
}

function parse(args: string[], options: OptionTable): { values: OptionValues; positionals: string[] } {
  try {
    const { values, positionals } = parseArgs({ args, options, allowPositionals: true, strict: true });
    return { values, positionals };
  } catch (error) {
    if (error instanceof Error && 'code' in error) throw asWrongUsage(error.message, error);
    throw error;
  }
}

function asWrongUsage(message: string, cause: Error): ArchiveError {
  const [sentence = message] = message.split(/\. (?=[A-Z])/);
  const hint = /unknown option/i.test(sentence) ? '; what begins with - and is no option stands after --' : '';
  return new ArchiveError('wrong-usage', `${sentence.replace(/\.$/, '')}${hint}`, { cause });
}
