import type { ParseArgsConfig } from 'node:util';
import { ArchiveError } from '#contract/errors.ts';
import type { Session } from './session.ts';
import type { Terminal } from './terminal.ts';

/** Exit codes: done; done in part or not at all; asked for wrongly. */
export const exitDone = 0;
export const exitFailed = 1;
export const exitWrongUsage = 2;
/** Stopped with Ctrl-C, as shells count it. */
export const exitInterrupted = 130;

export type OptionTable = NonNullable<ParseArgsConfig['options']>;
export type OptionValues = Readonly<Record<string, string | boolean | readonly (string | boolean)[] | undefined>>;

/** What a command is given to work with. */
export type CommandContext = {
  readonly terminal: Terminal;
  /** True: one JSON value a line, for machines. */
  readonly json: boolean;
  readonly options: OptionValues;
  /** What stands after the command's name and is no option. */
  readonly operands: readonly string[];
  readonly libraryPath: string;
  readonly dataPath: string;
  /** Opens the library; it is closed when the command has ended. */
  readonly open: (options?: { readonly allowLocalAddresses?: boolean }) => Promise<Session>;
  /** Aborted by Ctrl-C. */
  readonly signal: AbortSignal;
};

export type Command = {
  readonly name: string;
  /** What follows the name in the usage line. */
  readonly usage: string;
  readonly summary: string;
  readonly options: OptionTable;
  /** One line for each option, and what else must be said. */
  readonly help: readonly string[];
  /** Answers the exit code. */
  readonly run: (context: CommandContext) => Promise<number>;
};

export function wrongUsage(message: string): ArchiveError {
  return new ArchiveError('wrong-usage', message);
}

/** The value of an option that takes one text. */
export function textOption(options: OptionValues, name: string): string | undefined {
  const value = options[name];
  return typeof value === 'string' ? value : undefined;
}

/** The values of an option that may be given several times. */
export function textOptions(options: OptionValues, name: string): string[] {
  const value = options[name];
  return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [];
}

/** A whole number, within bounds. */
export function numberOption(
  options: OptionValues,
  name: string,
  bounds: { readonly from: number; readonly to: number; readonly otherwise: number },
): number {
  const text = textOption(options, name);
  if (text === undefined) return bounds.otherwise;
  const value = Number(text);
  if (!/^\d+$/.test(text) || value < bounds.from || value > bounds.to) {
    throw wrongUsage(`--${name} takes a whole number from ${bounds.from} to ${bounds.to}, not "${text}"`);
  }
  return value;
}

/** One word out of a few. */
export function choiceOption<T extends string>(
  options: OptionValues,
  name: string,
  choices: readonly T[],
  otherwise: T,
): T {
  const text = textOption(options, name);
  if (text === undefined) return otherwise;
  const choice = choices.find((candidate) => candidate === text);
  if (choice === undefined) throw wrongUsage(`--${name} takes ${choices.join(', ')}; not "${text}"`);
  return choice;
}
