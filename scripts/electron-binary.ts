import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { projectRoot } from './project.ts';

const electronFolder = path.join(projectRoot, 'node_modules', 'electron');
const fetchLimitMs = 5 * 60_000;
/** After a failure it is not tried again for this long: an offline machine starts at once. */
const patienceMs = 24 * 60 * 60_000;

/**
 * Electron's program, when it is there. npm brings only the part that knows where to fetch it.
 *
 * The package writes the program's name into `path.txt` once it has been fetched.
 */
export function findElectron(): string | undefined {
  const override = process.env['ELECTRON_OVERRIDE_DIST_PATH'];
  try {
    const name = readFileSync(path.join(electronFolder, 'path.txt'), 'utf8').trim();
    const program = path.join(override ?? path.join(electronFolder, 'dist'), name);
    return existsSync(program) ? program : undefined;
  } catch {
    return undefined; // never fetched
  }
}

/** The same; where it is missing, fetches it once, quietly and within bounds. */
export function findOrFetchElectron(say: (sentence: string) => void): string | undefined {
  const found = findElectron();
  if (found !== undefined || hasFailedLately()) return found;
  say('fetching Electron (once, about 120 MB)');
  const result = spawnSync(process.execPath, [path.join(electronFolder, 'install.js')], {
    stdio: 'ignore',
    timeout: fetchLimitMs,
  });
  if (result.status !== 0) rememberFailure();
  return findElectron();
}

function failureFile(): string {
  const { version } = JSON.parse(readFileSync(path.join(electronFolder, 'package.json'), 'utf8')) as {
    version: string;
  };
  return path.join(projectRoot, '.cache', `electron-${version}-not-fetched`);
}

function hasFailedLately(): boolean {
  const failedAt = statSync(failureFile(), { throwIfNoEntry: false })?.mtimeMs;
  return failedAt !== undefined && Date.now() - failedAt < patienceMs;
}

function rememberFailure(): void {
  mkdirSync(path.dirname(failureFile()), { recursive: true });
  writeFileSync(failureFile(), '');
}

/** Why a window cannot be shown even with Electron there; `undefined` when it can. */
export function whyNoWindow(surroundings: {
  readonly platform: NodeJS.Platform;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly isRoot: boolean;
}): string | undefined {
  const { platform, env, isRoot } = surroundings;
  if (platform !== 'linux') return undefined;
  if (!hasScreen(env)) return 'there is no screen';
  // Chromium's sandbox refuses root, and without the sandbox nothing untrusted is ever shown.
  return isRoot ? 'Electron does not run as root' : undefined;
}

export function hasScreen(env: Readonly<Record<string, string | undefined>>): boolean {
  return (env['DISPLAY'] ?? '') !== '' || (env['WAYLAND_DISPLAY'] ?? '') !== '';
}
