import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Rectangle } from 'electron';
import { writeFileDurably } from '#platform/files.ts';

/** How the window was when it was closed. */
export type WindowState = { readonly bounds: Rectangle | undefined; readonly isMaximized: boolean };

const fresh: WindowState = { bounds: undefined, isMaximized: false };
/** This much of the window must be on a screen, so that it can be taken hold of. */
const leastVisible = { width: 120, height: 60 };

/** The state that was kept, as far as it still fits the screens of today; else the default. */
export function readWindowState(dataPath: string, screens: readonly Rectangle[]): WindowState {
  try {
    const kept: unknown = JSON.parse(readFileSync(stateFile(dataPath), 'utf8'));
    return parseState(kept, screens);
  } catch {
    return fresh; // none kept yet, or not readable: a window is better than an error
  }
}

export async function keepWindowState(dataPath: string, state: WindowState): Promise<void> {
  await writeFileDurably(stateFile(dataPath), new TextEncoder().encode(JSON.stringify(state)));
}

export function parseState(kept: unknown, screens: readonly Rectangle[]): WindowState {
  if (typeof kept !== 'object' || kept === null) return fresh;
  const isMaximized = 'isMaximized' in kept && kept.isMaximized === true;
  const bounds = 'bounds' in kept && isRectangle(kept.bounds) ? kept.bounds : undefined;
  const isVisible = bounds !== undefined && screens.some((screen) => overlaps(bounds, screen));
  return { bounds: isVisible ? bounds : undefined, isMaximized };
}

function isRectangle(value: unknown): value is Rectangle {
  if (typeof value !== 'object' || value === null) return false;
  const sides = new Map(Object.entries(value));
  return ['x', 'y', 'width', 'height'].every((side) => Number.isSafeInteger(sides.get(side)));
}

/** A screen may be gone since: a window that lies beyond all of them could not be reached. */
function overlaps(a: Rectangle, b: Rectangle): boolean {
  const width = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
  const height = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
  return width >= leastVisible.width && height >= leastVisible.height;
}

function stateFile(dataPath: string): string {
  return path.join(dataPath, 'window.json');
}
