import { defineConfig } from '@playwright/test';
import { findBrowser } from './scripts/find-browser.ts';

const isRoot = process.getuid?.() === 0;

/**
 * End-to-end tests: the built app behind its loopback host, in a real Chromium, and a few in
 * Electron. A test that fails once has failed: nothing is tried again.
 */
export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: 'test-results',
  snapshotPathTemplate: '{testDir}/screenshots/{arg}{ext}',
  fullyParallel: true,
  forbidOnly: process.env['CI'] !== undefined,
  retries: 0,
  workers: 2,
  timeout: 120_000,
  expect: { timeout: 20_000 },
  reporter: [['list']],
  use: {
    viewport: { width: 1280, height: 800 },
    locale: 'en-GB',
    timezoneId: 'Europe/Berlin',
    colorScheme: 'light',
    reducedMotion: 'reduce',
    trace: 'retain-on-failure',
    launchOptions: {
      ...executable(),
      args: [
        // No name but this computer's can be looked up: a page that reaches out fails, whatever else it does.
        '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
        '--disable-background-networking',
        '--disable-dev-shm-usage',
        // Chromium's sandbox refuses root, as containers run.
        ...(isRoot ? ['--no-sandbox'] : []),
      ],
    },
  },
  projects: [
    { name: 'chromium', testMatch: '**/*.e2e.ts', testIgnore: '**/electron/**' },
    { name: 'electron', testMatch: 'electron/*.e2e.ts', workers: 1 },
  ],
});

function executable(): { executablePath?: string } {
  const executablePath = findBrowser();
  return executablePath === undefined ? {} : { executablePath };
}
