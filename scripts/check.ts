import { format, imports, lint, types, vitest } from './checks.ts';
import { runChecks } from './run-checks.ts';

/** `npm run check`: what takes a minute, to be run before each commit. */
await runChecks([
  [types, format, imports],
  [lint],
  [vitest('quick', ['src', 'tests/contract', 'tests/guard', 'tests/corpus'])],
]);
