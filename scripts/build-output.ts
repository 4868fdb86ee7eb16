import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { projectRoot } from './project.ts';
import { withLock } from './with-lock.ts';

export const outFolder = path.join(projectRoot, 'out');
const stampFile = path.join(outFolder, '.stamp.json');
const inputs = ['src', 'resources', 'electron.vite.config.ts', 'package.json', 'package-lock.json'];

/** What `out/` was built from. Times are quick to compare; the content decides when times differ. */
type Stamp = { readonly times: string; readonly content: string };

/** The build failed; what the builder said is the message. */
export class BuildError extends Error {}

/**
 * Builds `out/` when a source is newer than it, and only then.
 *
 * Safe to be called by two processes at once: the second waits for the first and finds the work done.
 */
export async function ensureBuilt(onBuild: () => void = () => {}): Promise<void> {
  if (isFresh()) return;
  await withLock('build', async () => {
    if (isFresh()) return;
    onBuild();
    await build();
  });
}

function isFresh(): boolean {
  const stamp = readStamp();
  if (stamp === undefined) return false;
  const files = listInputs();
  const times = timesOf(files);
  if (stamp.times === times) return true;
  if (stamp.content !== contentOf(files)) return false;
  // A checkout touched the files and changed nothing.
  writeFileSync(stampFile, JSON.stringify({ ...stamp, times }));
  return true;
}

function readStamp(): Stamp | undefined {
  try {
    return JSON.parse(readFileSync(stampFile, 'utf8')) as Stamp;
  } catch {
    return undefined; // nothing built yet
  }
}

/** Builds beside the old output and changes places in one step, so that no one runs half a build. */
async function build(): Promise<void> {
  const files = listInputs();
  const stamp: Stamp = { times: timesOf(files), content: contentOf(files) };
  const fresh = path.join(projectRoot, '.cache', `build-${process.pid}`);
  const old = `${fresh}-old`;
  try {
    await runBuilder(fresh);
    writeFileSync(path.join(fresh, '.stamp.json'), JSON.stringify(stamp));
    mkdirSync(path.dirname(outFolder), { recursive: true });
    if (existsSync(outFolder)) renameSync(outFolder, old);
    renameSync(fresh, outFolder);
  } finally {
    rmSync(fresh, { recursive: true, force: true });
    rmSync(old, { recursive: true, force: true });
  }
}

function runBuilder(target: string): Promise<void> {
  const builder = path.join(projectRoot, 'node_modules', 'electron-vite', 'bin', 'electron-vite.js');
  const child = spawn(process.execPath, [builder, 'build', '--logLevel', 'warn'], {
    cwd: projectRoot,
    env: { ...process.env, PRESSMARK_OUT: target, NO_COLOR: '1', NODE_ENV: 'production' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  return new Promise((resolve, reject) => {
    let output = '';
    const keep = (bytes: Buffer) => (output += bytes.toString());
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    child.on('error', reject);
    child.on('close', (code) =>
      code === 0 ? resolve() : reject(new BuildError(`the build failed\n${stripVTControlCharacters(output.trim())}`)),
    );
  });
}

/** Every file that can change the output, sorted; tests and documents cannot. */
function listInputs(): string[] {
  return inputs.flatMap((input) => walk(path.join(projectRoot, input))).sort();
}

function walk(place: string): string[] {
  const status = statSync(place, { throwIfNoEntry: false });
  if (status === undefined) return [];
  if (!status.isDirectory()) return [place];
  return readdirSync(place, { withFileTypes: true }).flatMap((entry) => {
    const entryPath = path.join(place, entry.name);
    if (entry.isDirectory()) return walk(entryPath);
    return /\.test\.tsx?$|\.md$/.test(entry.name) ? [] : [entryPath];
  });
}

function timesOf(files: readonly string[]): string {
  const hash = createHash('sha256');
  for (const file of files) {
    const { mtimeMs, size } = statSync(file);
    hash.update(`${file}\n${mtimeMs} ${size}\n`);
  }
  return hash.digest('hex');
}

function contentOf(files: readonly string[]): string {
  const hash = createHash('sha256');
  for (const file of files) hash.update(`${path.relative(projectRoot, file)}\n`).update(readFileSync(file));
  return hash.digest('hex');
}
