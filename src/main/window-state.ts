import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Rectangle } from 'electron';
import { writeFileDurably } from '#platform/files.ts';
import { ownAddress } from './channels.ts';

/** How a window was when it was closed, and what stood in it. */
export type WindowState = {
  readonly bounds: Rectangle | undefined;
  readonly isMaximized: boolean;
  readonly address: string;
};

/** This much of the window must be on a screen, so that it can be taken hold of. */
const leastVisible = { width: 120, height: 60 };

/** The windows that were kept, as far as they still fit the screens of today. */
export function readWindowStates(dataPath: string, screens: readonly Rectangle[]): readonly WindowState[] {
  try {
    const kept: unknown = JSON.parse(readFileSync(stateFile(dataPath), 'utf8'));
    return parseStates(kept, screens);
  } catch {
    return []; // none kept yet, or not readable: a window is better than an error
  }
}

export async function keepWindowStates(dataPath: string, windows: readonly WindowState[]): Promise<void> {
  await writeFileDurably(stateFile(dataPath), new TextEncoder().encode(JSON.stringify({ windows })));
}

/** Also of a file of the time when there was one window only: its state alone. */
export function parseStates(kept: unknown, screens: readonly Rectangle[]): readonly WindowState[] {
  if (typeof kept !== 'object' || kept === null) return [];
  const states: readonly unknown[] = 'windows' in kept && Array.isArray(kept.windows) ? kept.windows : [kept];
  return states.flatMap((state) => parseState(state, screens) ?? []);
}

function parseState(kept: unknown, screens: readonly Rectangle[]): WindowState | undefined {
  if (typeof kept !== 'object' || kept === null) return undefined;
  const isMaximized = 'isMaximized' in kept && kept.isMaximized === true;
  const bounds = 'bounds' in kept && isRectangle(kept.bounds) ? kept.bounds : undefined;
  const isVisible = bounds !== undefined && screens.some((screen) => overlaps(bounds, screen));
  const address = 'address' in kept && typeof kept.address === 'string' ? kept.address : '';
  return { bounds: isVisible ? bounds : undefined, isMaximized, address: ownAddress(address) };
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
