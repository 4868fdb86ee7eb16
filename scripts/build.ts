import { BuildError, ensureBuilt } from './build-output.ts';

/** Builds `out/` when it is older than its sources. */
try {
  let isBuilt = false;
  await ensureBuilt(() => (isBuilt = true));
  console.log(isBuilt ? 'built out/' : 'out/ is up to date');
} catch (error) {
  if (!(error instanceof BuildError)) throw error;
  console.error(`pressmark: ${error.message}`);
  process.exitCode = 1;
}
