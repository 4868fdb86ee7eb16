import { type Command, exitDone } from '../command.ts';
import { takeNoOperands } from './verify.ts';

export const stats: Command = {
  name: 'stats',
  usage: '',
  summary: 'count what the library holds',
  options: {},
  help: ['With --json one object.'],
  async run(context) {
    takeNoOperands('stats', context);
    const { client } = await context.open();
    const counts = await client.call('library.stats', {});
    if (context.json) await context.terminal.print(JSON.stringify(counts));
    else {
      for (const [name, value] of Object.entries(counts))
        await context.terminal.print(`${inWords(name).padEnd(22)} ${value ?? '–'}`);
    }
    return exitDone;
  },
};

/** `journalEntries` reads as "journal entries". */
function inWords(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}
