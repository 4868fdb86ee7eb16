import { build, electron, endToEnd, format, imports, lint, types, vitest } from './checks.ts';
import { runChecks } from './run-checks.ts';

/** `npm test`: every check there is. Words after it name folders or files for a quick look: `npm test -- src/cli`. */
const folders = process.argv.slice(2);
await runChecks(
  folders.length > 0
    ? [[vitest('named', folders)]]
    : [[types, format, imports], [lint, build], [vitest('vitest')], [endToEnd], [electron]],
);
