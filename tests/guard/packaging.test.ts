import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { z } from 'zod';

/**
 * The installers are made elsewhere, when a version is given out: too late to learn that a file has moved.
 * electron-builder checks its own schema then; here stands what it cannot know.
 */
const root = path.resolve(import.meta.dirname, '../..');
const read = (file: string) => readFileSync(path.join(root, file), 'utf8');

const association = z.object({
  name: z.string(),
  ext: z.union([z.string(), z.array(z.string())]),
  role: z.literal('Viewer'),
  rank: z.literal('Alternate'),
});
const config = z
  .object({
    appId: z.string(),
    directories: z.object({ output: z.string(), buildResources: z.string() }),
    files: z.array(z.string()),
    icon: z.string(),
    protocols: z.array(z.object({ schemes: z.array(z.string()) })),
    electronFuses: z.record(z.string(), z.boolean()),
    mac: z.object({ fileAssociations: z.array(association) }),
    nsis: z.object({ include: z.string() }),
    linux: z.object({ mimeTypes: z.array(z.string()) }),
  })
  .parse(JSON.parse(read('packaging/electron-builder.json')));

/** What Pressmark says that it opens: by extension where a system goes by that. */
const extensions = config.mac.fileAssociations.flatMap(({ ext }) => ext);

test('every file that the installers are made of is there', () => {
  for (const file of [config.icon, config.nsis.include, config.directories.buildResources]) {
    expect(existsSync(path.join(root, file)), file).toBe(true);
  }
  const { main } = z.object({ main: z.string() }).parse(JSON.parse(read('package.json')));
  const taken = config.files.filter((pattern) => !pattern.startsWith('!'));
  expect(taken).toEqual(['out/**', 'package.json']);
  expect(main.startsWith('out/')).toBe(true);
  const [widthPx, heightPx] = pngSize(path.join(root, config.icon));
  expect(Math.min(widthPx, heightPx)).toBeGreaterThanOrEqual(512);
});

test('what is opened with Pressmark is the same on every system, and never taken over', () => {
  expect(extensions).toEqual(
    expect.arrayContaining(['html', 'mhtml', 'epub', 'pdf', 'eml', 'warc', 'wacz', 'md', 'txt']),
  );
  const windows = read(config.nsis.include);
  const offered = Array.from(windows.matchAll(/insertmacro \$\{DO\} "\.([a-z]+)"/g), (match) => match[1]);
  expect(new Set(offered)).toEqual(new Set(extensions));
  // An extension's own value names the program that opens it: that one is not ours to write.
  expect(windows).not.toMatch(/WriteRegStr \S+ "Software\\Classes\\\$\{EXTENSION\}"/);
  for (const kind of ['text/html', 'application/epub+zip', 'application/pdf', 'message/rfc822', 'text/plain']) {
    expect(config.linux.mimeTypes).toContain(kind);
  }
});

test('the app in an installer is sealed, and is the one that the source speaks of', () => {
  expect(config.electronFuses).toMatchObject({
    runAsNode: false,
    enableNodeOptionsEnvironmentVariable: false,
    enableNodeCliInspectArguments: false,
    enableEmbeddedAsarIntegrityValidation: true,
    onlyLoadAppFromAsar: true,
  });
  expect(read('src/main/index.ts')).toContain(`setAppUserModelId('${config.appId}')`);
  expect(config.protocols.flatMap(({ schemes }) => schemes)).toEqual(['pressmark']);
});

test('the lockfile of the packaging is of its package.json, and the workflow uses both', () => {
  const dependencies = z.object({ devDependencies: z.record(z.string(), z.string()) });
  const wanted = dependencies.parse(JSON.parse(read('packaging/package.json'))).devDependencies;
  const lock = z.object({ packages: z.record(z.string(), z.object({ version: z.string() }).partial()) });
  const { packages } = lock.parse(JSON.parse(read('packaging/package-lock.json')));
  for (const [name, version] of Object.entries(wanted)) {
    expect(packages[`node_modules/${name}`]?.version, name).toBe(version);
  }
  const workflow = read('.github/workflows/installers.yml');
  expect(workflow).toContain('npm ci --no-audit --no-fund --prefix packaging');
  expect(workflow).toContain('--config packaging/electron-builder.json');
});

/** Width and height stand at the head of a PNG. */
function pngSize(file: string): readonly [number, number] {
  const bytes = readFileSync(file);
  return [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
}
