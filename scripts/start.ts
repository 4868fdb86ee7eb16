import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import path from 'node:path';
import { BuildError, ensureBuilt, outFolder } from './build-output.ts';
import { findOrFetchElectron, whyNoWindow } from './electron-binary.ts';
import { openBrowser } from './open-browser.ts';
import { projectRoot } from './project.ts';

/** `npm start`: builds what is stale, then opens the app in Electron, or in the browser. */
const args = process.argv.slice(2);
const wantsBrowser = args.includes('--browser');
const forwarded = args.filter((arg) => arg !== '--browser');

try {
  await ensureBuilt(() => say('building'));
  const program = wantsBrowser ? undefined : chooseElectron();
  process.exitCode = program === undefined ? await startInBrowser(forwarded) : await startElectron(program, forwarded);
} catch (error) {
  if (!(error instanceof BuildError)) throw error;
  say(error.message);
  process.exitCode = 1;
}

/** Electron's program when it can show a window here; otherwise says in one line why the browser is used. */
function chooseElectron(): string | undefined {
  const { platform, env } = process;
  const obstacle = whyNoWindow({ platform, env, isRoot: process.getuid?.() === 0 });
  if (obstacle !== undefined) {
    say(`${obstacle}, so Pressmark opens in the browser`);
    return undefined;
  }
  const program = findOrFetchElectron(say);
  if (program === undefined) say('Electron is not here and could not be fetched, so Pressmark opens in the browser');
  return program;
}

function startElectron(program: string, options: readonly string[]): Promise<number> {
  const env = { ...process.env };
  // Set by some editors' terminals; it would turn Electron into a plain Node.
  delete env['ELECTRON_RUN_AS_NODE'];
  return untilExit(spawn(program, [projectRoot, ...options], { stdio: 'inherit', env }));
}

/** Runs the loopback host until Ctrl-C. Should this script die, the host's input ends and it goes too. */
async function startInBrowser(options: readonly string[]): Promise<number> {
  const entry = path.join(outFolder, 'main', 'web-host.js');
  const host = spawn(process.execPath, [entry, '--until-stdin-ends', ...options], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  createInterface({ input: host.stdout }).once('line', (line) => {
    const { entryAddress } = JSON.parse(line) as { entryAddress: string };
    void showAddress(entryAddress);
  });
  return untilExit(host);
}

async function showAddress(entryAddress: string): Promise<void> {
  const isOpened = await openBrowser(entryAddress);
  console.log(isOpened ? `Pressmark is open at ${entryAddress}` : `Open Pressmark at ${entryAddress}`);
  console.log('Ctrl-C ends.');
}

function untilExit(child: ChildProcess): Promise<number> {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    // Ctrl-C reaches the child by itself; we stay until it has closed in order.
    process.on(signal, () => (signal === 'SIGINT' && process.stdin.isTTY) || child.kill(signal));
  }
  return new Promise((resolve) => {
    child.on('error', (error) => {
      say(`could not start: ${error.message}`);
      resolve(1);
    });
    child.on('exit', (code) => resolve(code ?? 1));
  });
}

function say(sentence: string): void {
  process.stderr.write(`pressmark: ${sentence}\n`);
}
