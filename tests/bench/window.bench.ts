import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright';
import { findBrowser } from '../../scripts/find-browser.ts';
import { startHost } from '../e2e/host.ts';
import { table } from './support/table.ts';
import { fillLibrary } from './window/fill-library.ts';
import { measureWindow } from './window/measure-window.ts';
import type { Measured } from './window/measured.ts';

/**
 * What the window costs with a large library, in a real Chromium against the built app: `npm run bench -- window
 * [ARTICLES] [FOLDER]`, after `npm run build`.
 *
 * The library is made through the archive's own front door; only reading pages is left out. In a FOLDER that is named
 * it stays, for the next time: a large one takes long to make.
 */
export async function run(args: readonly string[]): Promise<void> {
  const count = Number(args[0] ?? 100_000);
  const kept = args[1];
  const folder = kept ?? (await mkdtemp(join(tmpdir(), 'pressmark-bench-window-')));
  const executablePath = findBrowser();
  try {
    await makeOnce(folder, count);
    const startedAt = performance.now();
    const host = await startHost([], folder);
    const hostMs = performance.now() - startedAt;
    const browser = await chromium.launch({
      ...(executablePath === undefined ? {} : { executablePath }),
      args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
    });
    try {
      const page = await browser.newPage({ viewport: { width: 1280, height: 800 }, locale: 'en-GB' });
      print(count, hostMs, await measureWindow(page, host.entryAddress, count));
      console.log(`Chromium ${browser.version()}`);
    } finally {
      await browser.close();
      await host.stop();
    }
  } finally {
    if (kept === undefined) await rm(folder, { recursive: true, force: true });
  }
}

async function makeOnce(folder: string, count: number): Promise<void> {
  const whole = join(folder, `made-of-${count}`);
  if (existsSync(whole)) return;
  await mkdir(folder, { recursive: true });
  const madeMs = await fillLibrary(folder, count);
  await writeFile(whole, '');
  console.log(`${count} articles made in ${(madeMs / 1000).toFixed(0)} s`);
}

function print(count: number, hostMs: number, measured: Measured): void {
  const { usableMs, scroll, openMs, markMs, groupedMs } = measured;
  const spread = (values: readonly number[]) => {
    const sorted = values.toSorted((a, b) => a - b);
    const at = (share: number) =>
      (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0).toFixed(0);
    return `${at(0.5)} / ${at(0.95)} / ${at(1)}`;
  };
  const rows: (readonly string[])[] = [
    ['start of the host, then to a usable list', `${hostMs.toFixed(0)} + ${usableMs.toFixed(0)}`, '2000 in all'],
    ['list under headings of days', groupedMs.toFixed(0), '–'],
  ];
  for (const { what, frames, framesMs, longestScriptMs, longScripts } of scroll) {
    rows.push([`${what}: ${frames} frames, p50 / p95 / max`, spread(framesMs), '–']);
    rows.push([
      `${what}: longest script of ours in a frame; over 50 ms`,
      `${longestScriptMs.toFixed(0)}; ${longScripts}`,
      '50; 0',
    ]);
  }
  rows.push(['opening an article, p50 / p95 / max', spread(openMs), '100']);
  rows.push(['marking in 20,000 words with 300 highlights, p50 / p95 / max', spread(markMs), '100']);
  console.log(`\n${count} articles\n`);
  console.log(table(['What, ms', 'here', 'at most'], rows));
}
