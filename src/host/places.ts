import os from 'node:os';
import path from 'node:path';

/** What the default places depend on, as an argument so that every system can be tested on one. */
export type Surroundings = {
  readonly platform: NodeJS.Platform;
  readonly home: string;
  readonly env: Readonly<Record<string, string | undefined>>;
};

export type Places = {
  /** The app's own folder: catalogues, settings, logs. Never the only copy of anything. */
  readonly dataPath: string;
  /** The library of someone who has chosen none. */
  readonly libraryPath: string;
};

export function thisMachine(): Surroundings {
  return { platform: process.platform, home: os.homedir(), env: process.env };
}

/**
 * Where things are when nobody says otherwise.
 *
 * `PRESSMARK_DATA` names the data folder; the default library lies in it too, so that a test or a
 * second installation never touches the person's own.
 */
export function defaultPlaces({ platform, home, env }: Surroundings): Places {
  const named = env['PRESSMARK_DATA'] ?? '';
  const dataPath = named === '' ? dataFolder(platform, home, env) : path.resolve(named);
  return { dataPath, libraryPath: path.join(dataPath, 'Library') };
}

function dataFolder(platform: NodeJS.Platform, home: string, env: Surroundings['env']): string {
  if (platform === 'win32') return path.join(env['LOCALAPPDATA'] ?? path.join(home, 'AppData', 'Local'), 'Pressmark');
  if (platform === 'darwin') return path.join(home, 'Library', 'Application Support', 'Pressmark');
  return path.join(env['XDG_DATA_HOME'] || path.join(home, '.local', 'share'), 'pressmark');
}

/** The scripts that run on a thread of their own. */
export type ThreadEntry = 'backend-thread' | 'extract-worker' | 'picture-worker';

const sources: Readonly<Record<ThreadEntry, string>> = {
  'backend-thread': 'backend-thread.ts',
  'extract-worker': '../backend/extract/extract-worker.ts',
  'picture-worker': '../backend/pictures/picture-worker.ts',
};

/** Where a thread's script lies: beside this file in the built output, in its room in the source. */
export function threadEntryPath(entry: ThreadEntry): string {
  return path.join(import.meta.dirname, isSource() ? sources[entry] : `${entry}.js`);
}

/** The built window: `out/renderer`. */
export function windowFolder(): string {
  return path.join(import.meta.dirname, isSource() ? '../../out/renderer' : '../renderer');
}

/** The built bridge between window and main process. */
export function preloadPath(): string {
  return path.join(import.meta.dirname, isSource() ? '../../out/preload/index.cjs' : '../preload/index.cjs');
}

function isSource(): boolean {
  return import.meta.filename.endsWith('.ts');
}
