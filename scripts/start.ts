import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import path from 'node:path';
import { BuildError, ensureBuilt, outFolder } from './build-output.ts';
import { enterCallersFolder } from './callers-folder.ts';
import { findOrFetchElectron, whyNoWindow } from './electron-binary.ts';
import { openBrowser } from './open-browser.ts';
import { projectRoot } from './project.ts';

/** `npm start`: builds what is stale, then opens the app in Electron, or in the browser. */
const args = process.argv.slice(2);
const wantsBrowser = args.includes('--browser');
const forwarded = args.filter((arg) => arg !== '--browser');
const soonMs = 10_000;
let isInterrupted = false;

try {
  await ensureBuilt(() => say('building'));
  enterCallersFolder('start');
  const program = wantsBrowser ? undefined : chooseElectron();
  const isShown = program !== undefined && (await startElectron(program, forwarded));
  if (!isShown) await startInBrowser(forwarded);
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

/** Runs Electron until it is closed; answers false when it could not start here, so that another way is tried. */
async function startElectron(program: string, options: readonly string[]): Promise<boolean> {
  const env = { ...process.env };
  // Set by some editors' terminals; it would turn Electron into a plain Node.
  delete env['ELECTRON_RUN_AS_NODE'];
  const startedAt = performance.now();
  process.exitCode = await untilExit(spawn(program, [projectRoot, ...options], { stdio: 'inherit', env }));
  // Missing system parts or a forbidden sandbox end it at once; a person would have needed longer.
  const hasFailed = process.exitCode !== 0 && !isInterrupted && performance.now() - startedAt < soonMs;
  if (hasFailed) say('Electron could not start here, so Pressmark opens in the browser');
  return !hasFailed;
}

/** Runs the loopback host until Ctrl-C. Should this script die, the host's input ends and it goes too. */
async function startInBrowser(options: readonly string[]): Promise<void> {
  const entry = path.join(outFolder, 'main', 'web-host.js');
  const host = spawn(process.execPath, [entry, '--until-stdin-ends', ...options], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  createInterface({ input: host.stdout }).once('line', (line) => {
    const { entryAddress } = JSON.parse(line) as { entryAddress: string };
    void showAddress(entryAddress);
  });
  process.exitCode = await untilExit(host);
}

async function showAddress(entryAddress: string): Promise<void> {
  const isOpened = await openBrowser(entryAddress);
  console.log(isOpened ? `Pressmark is open at ${entryAddress}` : `Open Pressmark at ${entryAddress}`);
  console.log('Ctrl-C ends.');
}

function untilExit(child: ChildProcess): Promise<number> {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      isInterrupted = true;
      // Ctrl-C in a terminal reaches the child by itself; we stay until it has closed in order.
      if (signal !== 'SIGINT' || !process.stdin.isTTY) child.kill(signal);
    });
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
