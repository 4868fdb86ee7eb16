// Runs a task of this project on a machine that has only Node 20 and npm.
//
// `node scripts/bootstrap.mjs <task> …` installs what is missing, then runs `scripts/<task>.ts`
// under the Node that the project brings along (the `node` package, the version Electron bundles).
// Plain JavaScript without dependencies: it runs before anything is installed, on an older Node.
// It writes to standard error only, so that a command's own output stays clean.
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const modules = path.join(root, 'node_modules');
const lock = path.join(root, '.cache', 'install.lock');
const tasks = ['start', 'test', 'check', 'pressmark', 'bench', 'fuzz', 'dev', 'build', 'screens'];

let holdsLock = false;

const [task, ...rest] = process.argv.slice(2);
if (!tasks.includes(task ?? '')) fail(`there is no task "${task ?? ''}"; there are: ${tasks.join(', ')}`, 2);
if (Number(process.versions.node.split('.')[0]) < 20) {
  fail(`Node ${process.versions.node} is too old to begin with; Node 20 or newer is needed`, 1);
}

if (!isInstalled()) await install();
process.exitCode = await run(path.join(root, 'scripts', `${task}.ts`), rest);

/** True when every package of the lockfile is in node_modules in its version. */
function isInstalled() {
  const wanted = readPackages(path.join(root, 'package-lock.json'));
  const present = readPackages(path.join(modules, '.package-lock.json'));
  if (wanted === undefined || present === undefined || projectNode() === undefined) return false;
  return Object.entries(wanted).every(([name, entry]) => {
    if (name === '' || entry.optional === true || entry.devOptional === true || entry.peer === true) return true;
    return present[name]?.version === entry.version && present[name]?.integrity === entry.integrity;
  });
}

function readPackages(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages;
  } catch {
    return undefined;
  }
}

/** The Node that the project brings along: `node_modules/node/bin/node`. */
function projectNode() {
  const folder = path.join(modules, 'node', 'bin');
  return ['node.exe', 'node'].map((name) => path.join(folder, name)).find((file) => existsSync(file));
}

/** One installation at a time: a second task that is started meanwhile waits for the first. */
async function install() {
  await takeLock();
  try {
    if (isInstalled()) return;
    const isFirst = !existsSync(path.join(modules, '.package-lock.json'));
    say(isFirst ? 'installing what is needed (once, about a minute)' : 'installing what has changed');
    const { code, output } = await npm(['ci', '--no-audit', '--no-fund', '--no-progress', '--loglevel=error']);
    if (code !== 0) fail(`${explain(output)}\n${shorten(output)}`, 1);
    if (projectNode() === undefined) {
      fail(
        'npm left out the project\'s own Node, because install scripts are switched off; allow them with "npm config set ignore-scripts false"',
        1,
      );
    }
  } finally {
    releaseLock();
  }
}

async function takeLock() {
  mkdirSync(path.dirname(lock), { recursive: true });
  for (;;) {
    try {
      mkdirSync(lock);
      holdsLock = true;
      writeFileSync(path.join(lock, 'pid'), String(process.pid));
      return;
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
      if (isAbandoned()) rmSync(lock, { recursive: true, force: true });
      else await new Promise((resolve) => setTimeout(resolve, 200));
    }
  }
}

function releaseLock() {
  if (holdsLock) rmSync(lock, { recursive: true, force: true });
  holdsLock = false;
}

/** A lock whose owner is gone: killed, or the machine was switched off. */
function isAbandoned() {
  try {
    const pid = Number(readFileSync(path.join(lock, 'pid'), 'utf8'));
    process.kill(pid, 0);
    return false;
  } catch (error) {
    if (error.code === 'EPERM') return false;
    // A lock without a pid has only just been made, unless it is old.
    return error.code !== 'ENOENT' || Date.now() - (statSync(lock, { throwIfNoEntry: false })?.mtimeMs ?? 0) > 5000;
  }
}

/** Runs npm, the very one that started us where there is one, and keeps what it says to itself. */
function npm(args) {
  const own = process.env.npm_execpath;
  const isScript = own !== undefined && /npm-cli\.c?js$/.test(own);
  const child = isScript
    ? spawn(process.execPath, [own, ...args], { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] })
    : spawn('npm', args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'], shell: process.platform === 'win32' });
  return new Promise((resolve) => {
    let output = '';
    child.stdout.on('data', (bytes) => (output += bytes));
    child.stderr.on('data', (bytes) => (output += bytes));
    child.on('error', (error) => resolve({ code: 1, output: String(error.message) }));
    child.on('close', (code) => resolve({ code: code ?? 1, output }));
  });
}

/** What went wrong with an installation, in plain words. */
function explain(output) {
  if (/ENOTFOUND|EAI_AGAIN|ETIMEDOUT|ECONNREFUSED|ECONNRESET|ENETUNREACH|network/i.test(output)) {
    return 'could not install: the npm registry cannot be reached. Connect to the network once; afterwards none is needed';
  }
  if (/ENOSPC/.test(output)) return 'could not install: the disk is full';
  if (/EACCES|EPERM|EROFS/.test(output)) return `could not install: no right to write to ${modules}`;
  if (/lock file|EUSAGE/.test(output))
    return 'could not install: package.json and package-lock.json do not agree; run "npm install" once';
  return 'could not install; this is what npm said:';
}

/** The first lines of what npm said; the rest is how npm is used. */
function shorten(output) {
  const [reason = ''] = output.split(/^npm (?:error|ERR!) Clean install/m);
  return reason
    .split('\n')
    .filter((line) => line.trim() !== '')
    .slice(0, 12)
    .join('\n');
}

/** Runs a script under the project's Node; its input, output, signals and exit code are ours. */
function run(script, args) {
  const bin = path.join(modules, '.bin');
  const env = { ...process.env };
  const pathName = Object.keys(env).find((name) => name.toUpperCase() === 'PATH') ?? 'PATH';
  env[pathName] = [path.dirname(projectNode()), bin, env[pathName] ?? ''].join(path.delimiter);
  const child = spawn(projectNode(), ['--disable-warning=ExperimentalWarning', script, ...args], {
    stdio: 'inherit',
    env,
  });
  // The terminal sends Ctrl-C to the whole group; other senders only reach us.
  const forward = (signal) => child.kill(signal);
  process.on('SIGINT', (signal) => process.stdin.isTTY || forward(signal));
  process.on('SIGTERM', forward);
  process.on('SIGHUP', forward);
  return new Promise((resolve) => {
    child.on('error', (error) => fail(`could not start the project's Node: ${error.message}`, 1));
    child.on('close', (code, signal) => resolve(code ?? (signal === 'SIGINT' ? 130 : 143)));
  });
}

function say(sentence) {
  process.stderr.write(`pressmark: ${sentence}\n`);
}

function fail(sentence, code) {
  say(sentence);
  releaseLock();
  process.exit(code);
}
