import type { Client } from '#contract/client.ts';
import type { SavedSearch } from '#contract/searches.ts';
import { columns } from '../columns.ts';
import { type Command, type CommandContext, exitDone, textOption, wrongUsage } from '../command.ts';
import { printableLine } from '../terminal.ts';
import { takeNoOperands } from './verify.ts';

export const searches: Command = {
  name: 'searches',
  usage: '[--remove NAME]',
  summary: 'list the saved searches with what they find',
  options: { remove: { type: 'string' } },
  help: [
    '--remove NAME   remove the saved search of this name; the window can undo it',
    '',
    'A search is saved by:  pressmark search QUERY --save NAME',
    'With --json one object: {"searches":[{"id","name","query","total","problem"}]}.',
  ],
  run: runSearches,
};

async function runSearches(context: CommandContext): Promise<number> {
  takeNoOperands('searches', context);
  const { options, terminal, json } = context;
  const { client } = await context.open();
  const removed = textOption(options, 'remove');
  if (removed !== undefined) {
    const search = await findSavedSearch(client, removed);
    if (search === undefined) throw wrongUsage(`there is no saved search named "${removed}"`);
    await client.call('searches.remove', { id: search.id });
  }
  const { searches: saved } = await client.call('searches.list', {});
  const { counts } = await client.call('searches.counts', {});
  const all = saved.map((search) => {
    const { total = 0, problem = null } = counts.find(({ id }) => id === search.id) ?? {};
    return { ...search, total, problem };
  });
  if (json) {
    await terminal.print(JSON.stringify({ searches: all }));
    return exitDone;
  }
  const rows = all.map(({ name, total, query, problem }) => {
    const mistake = problem === null ? '' : `(${problem.message}; read as ${problem.readAs})`;
    return [printableLine(name), String(total), printableLine(`${query} ${mistake}`)];
  });
  for (const line of columns(rows, new Set([1]))) await terminal.print(line);
  if (all.length === 0) terminal.report('no search has been saved; search QUERY --save NAME saves one');
  return exitDone;
}

export async function findSavedSearch(client: Client, name: string): Promise<SavedSearch | undefined> {
  const { searches: saved } = await client.call('searches.list', {});
  return saved.find((search) => search.name === name);
}
