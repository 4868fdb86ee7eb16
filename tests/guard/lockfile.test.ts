import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';

/** What `npm ci` will say on a fresh clone, known before anyone makes one. */
type Locked = {
  readonly version?: string;
  readonly dependencies?: Record<string, string>;
  readonly devDependencies?: Record<string, string>;
  readonly optionalDependencies?: Record<string, string>;
};

const root = path.resolve(import.meta.dirname, '../..');
const { packages } = JSON.parse(readFileSync(path.join(root, 'package-lock.json'), 'utf8')) as {
  packages: Record<string, Locked>;
};

/** True when the package is where Node would look for it, seen from the place given. */
function isLocked(name: string, place: string): boolean {
  for (let folder = place; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf('node_modules') - 1))) {
    if (packages[`${folder === '' ? '' : `${folder}/`}node_modules/${name}`] !== undefined) return true;
    if (folder === '') return false;
  }
}

// An installation on one system can leave the binaries of the others out of the lockfile: then npm
// refuses it everywhere. A newer version of the tool whose binaries are not all published does that.
test('the lockfile names the packages of every system', () => {
  const missing = Object.entries(packages).flatMap(([place, { optionalDependencies = {} }]) =>
    Object.entries(optionalDependencies)
      .filter(([name]) => !isLocked(name, place))
      .map(([name, version]) => `${place} wants ${name}@${version}`),
  );
  expect(missing).toEqual([]);
});

test('the lockfile is of this package.json', () => {
  const own = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as Locked;
  const { dependencies, devDependencies } = packages[''] ?? {};
  expect({ dependencies, devDependencies }).toEqual({
    dependencies: own.dependencies,
    devDependencies: own.devDependencies,
  });
});

// A range would install something else tomorrow than what was tested today.
test('every dependency is one exact version', () => {
  const { dependencies = {}, devDependencies = {} } = packages[''] ?? {};
  const loose = Object.entries({ ...dependencies, ...devDependencies }).filter(
    ([, version]) => !/^\d+\.\d+\.\d+$/.test(version),
  );
  expect(loose).toEqual([]);
});
