import { runNamed } from './run-named.ts';

/** `npm run fuzz` lists what can be tried with random input; `npm run fuzz -- NAME …` tries it. */
await runNamed('fuzz', 'What can be tried');
