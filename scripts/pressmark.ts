import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { enterCallersFolder } from './callers-folder.ts';
import { BuildError, ensureBuilt, outFolder } from './build-output.ts';

/** The command line, built first when it is older than its sources. Nothing here writes to standard output. */
try {
  await ensureBuilt();
  enterCallersFolder('pressmark');
  await import(pathToFileURL(path.join(outFolder, 'main', 'cli.js')).href);
} catch (error) {
  if (!(error instanceof BuildError)) throw error;
  process.stderr.write(`pressmark: ${error.message}\n`);
  process.exitCode = 1;
}
