import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { chromium } from 'playwright';
import { projectRoot } from './project.ts';

const minutes = 60_000;

/**
 * A Chromium to test in: the one named by PRESSMARK_BROWSER, one that is installed, or
 * Playwright's own where that was installed. `undefined` when there is none.
 */
export function findBrowser(): string | undefined {
  const named = process.env['PRESSMARK_BROWSER'];
  const candidates = [named, ...installedBrowsers(), chromium.executablePath()];
  return candidates.find((file) => file !== undefined && file !== '' && existsSync(file));
}

/** The same; where there is none, tries to install one, and says what it does. */
export function findOrInstallBrowser(say: (sentence: string) => void): string | undefined {
  const found = findBrowser();
  if (found !== undefined) return found;
  say('no Chromium found; fetching the one of Playwright');
  const playwright = path.join(projectRoot, 'node_modules', 'playwright', 'cli.js');
  const withSystemParts = process.platform === 'linux' && process.getuid?.() === 0 ? ['--with-deps'] : [];
  run(process.execPath, [playwright, 'install', ...withSystemParts, 'chromium']);
  if (findBrowser() === undefined && process.platform === 'linux' && process.getuid?.() === 0) {
    say('that could not be had; installing the Chromium of this system');
    run('apt-get', ['update', '-qq']);
    run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium']);
  }
  return findBrowser();
}

function run(command: string, args: readonly string[]): void {
  spawnSync(command, args, { stdio: 'ignore', timeout: 5 * minutes });
}

function installedBrowsers(): string[] {
  if (process.platform === 'darwin') return applicationsOfMac();
  if (process.platform === 'win32') return programsOfWindows();
  const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'];
  const folders = (process.env['PATH'] ?? '').split(path.delimiter);
  return names.flatMap((name) => folders.map((folder) => path.join(folder, name)));
}

function applicationsOfMac(): string[] {
  const names = ['Chromium', 'Google Chrome', 'Microsoft Edge'];
  return names.map((name) => `/Applications/${name}.app/Contents/MacOS/${name}`);
}

function programsOfWindows(): string[] {
  const folders = ['ProgramFiles', 'ProgramFiles(x86)', 'LOCALAPPDATA'].map((name) => process.env[name] ?? '');
  const programs = [
    'Chromium\\Application\\chrome.exe',
    'Google\\Chrome\\Application\\chrome.exe',
    'Microsoft\\Edge\\Application\\msedge.exe',
  ];
  return programs.flatMap((program) =>
    folders.filter((folder) => folder !== '').map((folder) => path.join(folder, program)),
  );
}
