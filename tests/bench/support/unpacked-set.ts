import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const corpora = resolve(import.meta.dirname, '../../../../shared/corpora');

/** A set of pages with what is right for each, laid out in a folder. */
export type UnpackedSet<Gold> = { readonly place: string; readonly gold: Readonly<Record<string, Gold>> };

/** Lays a set of the corpora out for as long as it is used; false when it is not there. */
export async function withSet<Gold>(
  set: string,
  use: (unpacked: UnpackedSet<Gold>) => Promise<void>,
): Promise<boolean> {
  const source = join(corpora, set);
  if (!existsSync(source)) return false;
  const folder = mkdtempSync(join(tmpdir(), 'pressmark-bench-'));
  try {
    for (const archive of readdirSync(source).filter((file) => /\.tar(?:\.\w+)?$/.test(file)))
      execFileSync('tar', ['xf', join(source, archive), '-C', folder]);
    const place = [join(folder, set), folder, source].find((candidate) => existsSync(join(candidate, 'gold.json')));
    if (place === undefined) throw new Error(`${set}: there is no gold.json`);
    await use({ place, gold: JSON.parse(readFileSync(join(place, 'gold.json'), 'utf8')) as Record<string, Gold> });
    return true;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
