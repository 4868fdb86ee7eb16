import type { Command } from './command.ts';

const everywhere = [
  '--library DIR   the library folder (default: the one of the app; made when missing)',
  '--json          for machines: JSON, one value a line',
  '--help          this, or the help of a command',
  '--version       the version of Pressmark',
];

/** What `--help` prints. */
export function helpText(command: Command | undefined, commands: readonly Command[]): string {
  if (command !== undefined) {
    const indented = [...command.help, '', ...everywhere].map((line) => (line === '' ? '' : `  ${line}`));
    return [`pressmark ${command.name} ${command.usage}`.trim(), command.summary, '', ...indented].join('\n');
  }
  return [
    'pressmark [--library DIR] [--json] COMMAND …',
    '',
    ...commands.map(({ name, summary }) => `  ${name.padEnd(10)} ${summary}`),
    '',
    ...everywhere.map((line) => `  ${line}`),
    '',
    '  pressmark COMMAND --help says more. PRESSMARK_DATA names the folder of catalogues and settings.',
    '  Exit codes: 0 done, 1 some inputs failed, 2 wrong usage.',
  ].join('\n');
}
