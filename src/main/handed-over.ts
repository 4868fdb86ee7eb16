import path from 'node:path';
import type { CaptureInput } from '#contract/capture.ts';
import { parsePressmarkLink } from '#contract/pressmark-link.ts';

/** What somebody started Pressmark with. */
export type HandedOver = {
  /** The library asked for with `--library`. */
  readonly library: string | undefined;
  /** Files and addresses to take in: opened with Pressmark, or dropped on its icon. */
  readonly inputs: readonly CaptureInput[];
  /** Links of ours that were followed elsewhere: for the window, which asks before it adds anything. */
  readonly links: readonly string[];
  /** What was chosen in the taskbar's menu, which can say it by a switch only. */
  readonly asks: readonly Ask[];
};

export type Ask = 'new-window' | 'paste';

const asksOfTaskbar: readonly Ask[] = ['new-window', 'paste'];

/**
 * The words of the app's own among those of its process.
 *
 * Run from the source folder, Electron's own switches and the folder stand before them.
 */
export function ownArguments(processArguments: readonly string[], isPackaged: boolean): readonly string[] {
  const words = processArguments.slice(1);
  if (isPackaged) return words;
  return words.slice(words.findIndex((word) => !word.startsWith('-')) + 1);
}

/** What a second start passes to the first: its words, and where they were typed. */
export type Start = { readonly args: readonly string[]; readonly folder: string };

/**
 * A start as it arrives from another process.
 *
 * Electron's own copy of the other command line is not used: Chromium orders it anew and adds to it.
 */
export function parseStart(data: unknown): Start {
  if (typeof data !== 'object' || data === null) return { args: [], folder: '' };
  const args = 'args' in data && Array.isArray(data.args) ? data.args.filter((word) => typeof word === 'string') : [];
  const folder = 'folder' in data && typeof data.folder === 'string' ? data.folder : '';
  return { args, folder };
}

/**
 * Reads a command line of the app. Everything that begins with `-` is a switch, ours or Chromium's;
 * what is left is an address or a path, relative to where the line was typed.
 */
export function readHandedOver({ args, folder }: Start): HandedOver {
  let library: string | undefined;
  const inputs: CaptureInput[] = [];
  const links: string[] = [];
  for (let index = 0; index < args.length; index += 1) {
    const argument = args[index] ?? '';
    if (argument === '--library') library = args[(index += 1)];
    else if (argument.startsWith('--library=')) library = argument.slice('--library='.length);
    else if (/^pressmark:/i.test(argument)) links.push(argument);
    else if (argument !== '' && !argument.startsWith('-')) inputs.push(asInput(argument, folder));
  }
  return {
    library: library === undefined ? undefined : path.resolve(folder, library),
    inputs,
    links: links.filter((link) => parsePressmarkLink(link) !== null),
    asks: asksOfTaskbar.filter((ask) => args.includes(`--${ask}`)),
  };
}

function asInput(argument: string, folder: string): CaptureInput {
  if (/^https?:\/\//i.test(argument)) return { kind: 'address', address: argument };
  return { kind: 'path', path: path.resolve(folder, argument) };
}
