import { basename } from 'node:path';
import { ArchiveError } from '#contract/errors.ts';
import { readFile } from '#platform/files.ts';
import type { Captured } from './captured.ts';
import { besideDropped, besideFile, type ReadRelative } from './read-beside.ts';
import { savedFromAddress } from './saved-page.ts';
import { sniffKind } from './sniff.ts';

export const longestInputBytes = 30_000_000;

/** A file handed over by value; paths are those inside the drop, with `/`. */
export type DroppedFile = {
  readonly path: string;
  readonly bytes: Uint8Array;
  readonly companions: ReadonlyMap<string, Uint8Array>;
  readonly origin: 'file' | 'paste' | 'stdin';
};

export async function captureFile(path: string, capturedAt: string, signal: AbortSignal): Promise<Captured> {
  signal.throwIfAborted();
  const bytes = await readFile(path, { maxBytes: longestInputBytes });
  return describe({ path, bytes, origin: 'file', capturedAt, readRelative: besideFile(path) });
}

export function captureBytes({ path, bytes, companions, origin }: DroppedFile, capturedAt: string): Captured {
  requireShort(path, bytes);
  const readRelative = companions.size === 0 ? null : besideDropped(path, companions);
  return describe({ path, bytes, origin, capturedAt, readRelative });
}

/** Refuses what is too long to be an article. */
export function requireShort(label: string, bytes: Uint8Array): void {
  if (bytes.length <= longestInputBytes) return;
  const message = `${label} is longer than ${longestInputBytes / 1_000_000} MB: split it, or take in its parts`;
  throw new ArchiveError('too-large', message, { details: { sizeBytes: bytes.length, maxBytes: longestInputBytes } });
}

type FileFacts = {
  readonly path: string;
  readonly bytes: Uint8Array;
  readonly origin: Captured['origin'];
  readonly capturedAt: string;
  readonly readRelative: ReadRelative | null;
};

function describe({ path, bytes, origin, capturedAt, readRelative }: FileFacts): Captured {
  const fileName = basename(path);
  const kind = sniffKind(bytes, { label: path, fileName });
  return {
    kind,
    bytes,
    origin,
    address: kind === 'html' ? savedFromAddress(bytes) : null,
    requestedAddress: null,
    charset: null,
    fileName,
    capturedAt,
    readRelative: kind === 'text' ? null : readRelative,
  };
}
