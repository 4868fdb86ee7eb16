import { runNamed } from './run-named.ts';

/** `npm run bench` lists what can be measured; `npm run bench -- NAME …` measures it. */
await runNamed('bench', 'What can be measured');
