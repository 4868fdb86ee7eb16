import { readdirSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { projectRoot } from './project.ts';

/** `npm run bench` lists what can be measured; `npm run bench -- NAME …` measures it. */
type Bench = { readonly run: (args: readonly string[]) => Promise<void> };

const folder = path.join(projectRoot, 'tests', 'bench');
const ending = '.bench.ts';
const names = readdirSync(folder)
  .filter((file) => file.endsWith(ending))
  .map((file) => file.slice(0, -ending.length));
const [name, ...args] = process.argv.slice(2);

if (name === undefined) {
  console.log(`What can be measured: ${names.join(', ')}\nnpm run bench -- NAME [ARGUMENTS]`);
} else if (names.includes(name)) {
  const bench = (await import(pathToFileURL(path.join(folder, `${name}${ending}`)).href)) as Bench;
  await bench.run(args);
} else {
  console.error(`pressmark: there is no benchmark "${name}"; there are: ${names.join(', ')}`);
  process.exitCode = 2;
}
