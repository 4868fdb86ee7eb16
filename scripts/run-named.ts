import { readdirSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { projectRoot } from './project.ts';

type Named = { readonly run: (args: readonly string[]) => Promise<void> };

/**
 * Runs `tests/<task>/<name>.<task>.ts`, whose name is the first word of the command line; without one,
 * lists what there is.
 */
export async function runNamed(task: 'bench' | 'fuzz', whatThereIs: string): Promise<void> {
  const folder = path.join(projectRoot, 'tests', task);
  const ending = `.${task}.ts`;
  const names = readdirSync(folder)
    .filter((file) => file.endsWith(ending))
    .map((file) => file.slice(0, -ending.length));
  const [name, ...args] = process.argv.slice(2);
  if (name === undefined) {
    console.log(`${whatThereIs}: ${names.join(', ')}\nnpm run ${task} -- NAME [ARGUMENTS]`);
  } else if (names.includes(name)) {
    const named = (await import(pathToFileURL(path.join(folder, `${name}${ending}`)).href)) as Named;
    await named.run(args);
  } else {
    console.error(`pressmark: ${task} has no "${name}"; there are: ${names.join(', ')}`);
    process.exitCode = 2;
  }
}
