import { readdirSync } from 'node:fs';
import path from 'node:path';
import { BuildError, ensureBuilt } from './build-output.ts';
import { findElectron, whyNoWindow } from './electron-binary.ts';
import { findOrInstallBrowser } from './find-browser.ts';
import { type Outcome, sum } from './outcome.ts';
import { readLintReport, readPlaywrightReport, readVitestReport } from './read-reports.ts';
import { projectRoot } from './project.ts';
import { type Finished, runTool } from './run-tool.ts';

export type Check = { readonly name: string; readonly run: () => Promise<readonly Outcome[]> };

const sources = ['src', 'tests', 'scripts', 'config'];
const rootConfigs = ['electron.vite.config.ts', 'playwright.config.ts', 'vitest.config.ts'];
const reportFolder = path.join(projectRoot, '.cache', 'reports');

/** A check that is one yes or no. */
function single(name: string, { code, output }: Finished, note?: string): Outcome {
  const isGood = code === 0;
  return {
    name,
    passed: isGood ? 1 : 0,
    failed: isGood ? 0 : 1,
    skipped: 0,
    output,
    ...(note === undefined ? {} : { note }),
  };
}

export const format: Check = {
  name: 'format',
  run: async () => [single('format', await runTool('oxfmt', ['--check', ...sources, ...rootConfigs]))],
};

export const types: Check = {
  name: 'types',
  async run() {
    const projects = readdirSync(path.join(projectRoot, 'config'))
      .filter((file) => /^tsconfig\..*\.json$/.test(file) && file !== 'tsconfig.base.json')
      .sort();
    const outcomes: Outcome[] = [];
    for (const project of projects) {
      outcomes.push(single(project, await runTool('typescript:tsc', ['-p', path.join('config', project)])));
    }
    return [sum('types', outcomes)];
  },
};

export const lint: Check = {
  name: 'lint',
  async run() {
    const { code, output } = await runTool('oxlint', ['--type-aware', '--format=json', ...sources, ...rootConfigs]);
    const report = readLintReport(output);
    if (report === undefined) return [single('lint', { code: code === 0 ? 1 : code, output })];
    return [single('lint', { code, output: report.errors.join('\n') }, `${report.warnings} warnings`)];
  },
};

export const imports: Check = {
  name: 'imports',
  run: async () => [
    single('imports', await runTool('dependency-cruiser:depcruise', ['src', '--config', '.dependency-cruiser.cjs'])),
  ],
};

export const build: Check = {
  name: 'build',
  async run() {
    try {
      await ensureBuilt();
      return [single('build', { code: 0, output: '' })];
    } catch (error) {
      if (!(error instanceof BuildError)) throw error;
      return [single('build', { code: 1, output: error.message })];
    }
  },
};

/** Everything Vitest runs: all of it, or the folders named. */
export function vitest(name: string, folders: readonly string[] = []): Check {
  return {
    name,
    async run() {
      const report = path.join(reportFolder, `${name.replaceAll(' ', '-')}.json`);
      const args = ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`, ...folders];
      const result = await runTool('vitest', args);
      return readVitestReport(report, result);
    },
  };
}

export const endToEnd: Check = {
  name: 'end to end',
  async run() {
    const notes: string[] = [];
    const browser = findOrInstallBrowser((sentence) => notes.push(sentence));
    if (browser === undefined) {
      const output = `${notes.join('\n')}\nno Chromium: install one, or name one in PRESSMARK_BROWSER`;
      return [single('end to end', { code: 1, output }, 'no Chromium')];
    }
    return [await playwright('end to end', 'chromium')];
  },
};

export const electron: Check = {
  name: 'electron',
  async run() {
    if (findElectron() === undefined) return [skipped('electron', 'no Electron binary')];
    const { platform, env } = process;
    const obstacle = whyNoWindow({ platform, env, isRoot: process.getuid?.() === 0 });
    return [obstacle === undefined ? await playwright('electron', 'electron') : skipped('electron', obstacle)];
  },
};

async function playwright(name: string, project: string): Promise<Outcome> {
  const report = path.join(reportFolder, `${project}.json`);
  const args = ['test', `--project=${project}`, '--reporter=list,json'];
  const result = await runTool('@playwright/test:playwright', args, { PLAYWRIGHT_JSON_OUTPUT_FILE: report });
  return readPlaywrightReport(name, report, result);
}

function skipped(name: string, reason: string): Outcome {
  return { name, passed: 0, failed: 0, skipped: 1, note: `skipped: ${reason}` };
}
