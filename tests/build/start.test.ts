import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { whyNoWindow } from '../../scripts/electron-binary.ts';
import { openerFor } from '../../scripts/open-browser.ts';
import { projectRoot } from '../../scripts/project.ts';
import { readPlaywrightReport, readVitestReport } from '../../scripts/read-reports.ts';

describe('npm start', () => {
  test('shows a window wherever one can be shown', () => {
    expect(whyNoWindow({ platform: 'win32', env: {}, isRoot: false })).toBeUndefined();
    expect(whyNoWindow({ platform: 'darwin', env: {}, isRoot: true })).toBeUndefined();
    expect(whyNoWindow({ platform: 'linux', env: { DISPLAY: ':0' }, isRoot: false })).toBeUndefined();
    expect(whyNoWindow({ platform: 'linux', env: { WAYLAND_DISPLAY: 'wayland-0' }, isRoot: false })).toBeUndefined();
  });

  test('says why it cannot, and never gives the sandbox up for it', () => {
    expect(whyNoWindow({ platform: 'linux', env: {}, isRoot: false })).toBe('there is no screen');
    expect(whyNoWindow({ platform: 'linux', env: { DISPLAY: ':0' }, isRoot: true })).toBe(
      'Electron does not run as root',
    );
  });

  test('hands the address to the system’s browser, by no shell that could read it', () => {
    const address = 'http://127.0.0.1:1/?key=a&b';
    expect(openerFor('darwin', {}, address)).toEqual(['open', address]);
    expect(openerFor('win32', {}, address)).toEqual(['rundll32', 'url.dll,FileProtocolHandler', address]);
    expect(openerFor('linux', { DISPLAY: ':0' }, address)).toEqual(['xdg-open', address]);
    expect(openerFor('linux', {}, address)).toBeUndefined();
  });
});

describe('the sum of npm test', () => {
  let folder: string;
  const file = () => path.join(folder, 'report.json');
  const fine = { code: 0, output: '' };

  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'pressmark-report-'));
  });

  afterAll(() => rm(folder, { recursive: true }));

  async function vitestReport(
    results: readonly { name: string; status: string; tests: readonly string[] }[],
    finished = fine,
  ) {
    const testResults = results.map(({ name, status, tests }) => ({
      name: path.join(projectRoot, name),
      status,
      assertionResults: tests.map((one) => ({ status: one, fullName: `${name} ${one}` })),
    }));
    await writeFile(file(), JSON.stringify({ testResults }));
    return readVitestReport(file(), finished).map(({ name, passed, failed, skipped }) => ({
      name,
      passed,
      failed,
      skipped,
    }));
  }

  test('counts by kind of test', async () => {
    const report = await vitestReport([
      { name: 'src/cli/a.test.ts', status: 'passed', tests: ['passed', 'passed'] },
      { name: 'src/cli/a.property.test.ts', status: 'passed', tests: ['passed'] },
      { name: 'tests/contract/a.test.ts', status: 'failed', tests: ['passed', 'failed', 'pending'] },
    ]);
    expect(report).toEqual([
      { name: 'unit', passed: 2, failed: 0, skipped: 0 },
      { name: 'property', passed: 1, failed: 0, skipped: 0 },
      { name: 'contract', passed: 1, failed: 1, skipped: 1 },
    ]);
  });

  test('a file that cannot be loaded is a failure, though it has no tests', async () => {
    const report = await vitestReport([{ name: 'src/cli/a.test.ts', status: 'failed', tests: [] }]);
    expect(report).toEqual([{ name: 'unit', passed: 0, failed: 1, skipped: 0 }]);
  });

  test('a run that ends badly is a failure, though every test passed', async () => {
    const report = await vitestReport([{ name: 'src/a.test.ts', status: 'passed', tests: ['passed'] }], {
      code: 1,
      output: 'unhandled',
    });
    expect(report).toContainEqual({ name: 'vitest', passed: 0, failed: 1, skipped: 0 });
  });

  test('a run that leaves no report is a failure', async () => {
    await rm(file(), { force: true });
    expect(readVitestReport(file(), fine)).toMatchObject([{ failed: 1 }]);
    expect(readPlaywrightReport('end to end', file(), fine)).toMatchObject({ failed: 1 });
  });

  test('a test that passed only the second time has failed', async () => {
    await writeFile(file(), JSON.stringify({ stats: { expected: 3, unexpected: 1, flaky: 1, skipped: 2 } }));
    expect(readPlaywrightReport('end to end', file(), fine)).toMatchObject({ passed: 3, failed: 2, skipped: 2 });
  });
});
