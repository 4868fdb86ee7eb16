import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { watch } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { BuildError, ensureBuilt, outFolder } from './build-output.ts';
import { projectRoot } from './project.ts';

/**
 * `npm run dev`: the loopback host, built and started anew whenever a source changes.
 *
 * It keeps its port. A restart forgets who was let in, so each prints a new address to open.
 */
const port = process.env['PRESSMARK_PORT'] ?? '4460';
const quietMs = 200;
let host: ChildProcess | undefined;

for (;;) {
  // Listening begins before the build, so that a change during it is not missed.
  const change = nextChange();
  await restart();
  await change;
  await wait(quietMs);
}

function nextChange(): Promise<void> {
  return new Promise((resolve) => {
    const watcher = watch(path.join(projectRoot, 'src'), { recursive: true }, () => {
      watcher.close();
      resolve();
    });
  });
}

async function restart(): Promise<void> {
  try {
    await ensureBuilt(() => console.log('building'));
  } catch (error) {
    if (!(error instanceof BuildError)) throw error;
    console.error(error.message);
    return;
  }
  if (host !== undefined && host.exitCode === null) {
    host.kill();
    await once(host, 'exit');
  }
  const entry = path.join(outFolder, 'main', 'cli.js');
  host = spawn(process.execPath, [entry, 'serve', '--port', port, ...process.argv.slice(2)], { stdio: 'inherit' });
}
