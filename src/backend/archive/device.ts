import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { z } from 'zod';
import { ArchiveError } from '#contract/errors.ts';
import * as files from '#platform/files.ts';
import { deviceName } from './journal-line.ts';

const deviceFile = z.object({ device: deviceName });

/**
 * The name under which this installation writes its journal: random, made once, kept in the app's
 * own folder and never in the library, so that two devices sharing a library never share a file.
 *
 * A lost or damaged file costs nothing but a new name: journals of all names count alike.
 */
export async function deviceOf(dataPath: string): Promise<string> {
  const path = join(dataPath, 'device.json');
  const known = await readDevice(path);
  if (known !== undefined) return known;
  const device = randomName(10);
  const content = `${JSON.stringify({ device })}\n`;
  if (await files.writeFirstDurably(path, content)) return device;
  // Another process was first, and its name is ours too; or the file is damaged and is replaced.
  const first = await readDevice(path);
  if (first === undefined) await files.writeFileDurably(path, content);
  return first ?? device;
}

/** A random name in Crockford's base 32. */
export function randomName(length: number): string {
  return Array.from(randomBytes(length), (byte) => '0123456789abcdefghjkmnpqrstvwxyz'.charAt(byte & 31)).join('');
}

async function readDevice(path: string): Promise<string | undefined> {
  try {
    const bytes = await files.readFile(path, { maxBytes: 4096 });
    return deviceFile.parse(JSON.parse(new TextDecoder().decode(bytes))).device;
  } catch (error) {
    const isDamaged = error instanceof SyntaxError || error instanceof z.ZodError;
    const isMissing = error instanceof ArchiveError && error.code === 'path-missing';
    if (isDamaged || isMissing) return undefined;
    throw error;
  }
}
