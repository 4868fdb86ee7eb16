import * as fs from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { besideEntry, besideFile } from './read-beside.ts';

let folder = '';
const page = (): string => join(folder, 'pages', 'Ferry.html');
beforeAll(() => {
  folder = fs.mkdtempSync(join(tmpdir(), 'pressmark-beside-'));
  fs.mkdirSync(join(folder, 'pages', 'Ferry_files'), { recursive: true });
  fs.mkdirSync(join(folder, 'pages-secret'));
  fs.writeFileSync(page(), 'page');
  fs.writeFileSync(join(folder, 'pages', 'Ferry_files', 'a b.png'), 'picture');
  fs.writeFileSync(join(folder, 'secret'), 'secret');
  fs.writeFileSync(join(folder, 'pages-secret', 'secret'), 'secret');
  fs.symlinkSync(join(folder, 'secret'), join(folder, 'pages', 'link.png'));
  fs.symlinkSync(folder, join(folder, 'pages', 'up'));
  fs.symlinkSync(join(folder, 'pages', 'Ferry_files'), join(folder, 'pages', 'inside'));
});
afterAll(() => fs.rmSync(folder, { recursive: true, force: true }));

const read = async (reference: string): Promise<string | null> => {
  const bytes = await besideFile(page()).read(reference);
  return bytes === null ? null : Buffer.from(bytes).toString();
};

describe('what lies beside a saved page', () => {
  test.each(['Ferry_files/a b.png', './Ferry_files/a%20b.png?v=2', 'Ferry_files\\a b.png', 'inside/a%20b.png'])(
    '%s is read',
    async (reference) => {
      expect(await read(reference)).toBe('picture');
    },
  );

  test.each([
    '../secret',
    '%2e%2e/secret',
    '..%2fsecret',
    '..\\secret',
    'Ferry_files/../../secret',
    '../pages-secret/secret',
    'link.png',
    'up/secret',
    'up/pages-secret/secret',
    'file:///etc/passwd',
    '/etc/passwd',
    '\\\\server\\share',
    'Ferry_files',
    '.',
    'missing.png',
    'Ferry.html/below-a-file',
    `${'a/'.repeat(3000)}b`,
  ])('%s is not', async (reference) => {
    expect(await read(reference)).toBeNull();
  });

  test('no reference, however it is made up, reads a file of another folder', async () => {
    const piece = fc.constantFrom(
      '..',
      '.',
      '/',
      '\\',
      '%2f',
      '%2e',
      'up',
      'link.png',
      'secret',
      'pages',
      'pages-secret',
      'file:',
      '~',
    );
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 8 }), async (pieces) => {
        expect(await read(pieces.join(''))).not.toBe('secret');
        expect(await read(pieces.join('/'))).not.toBe('secret');
      }),
      { numRuns: 500 },
    );
  });
});

test('a dropped page reads only what was dropped with it', async () => {
  const companions = new Map([['in/Fähre_files/a.png'.normalize('NFD'), Buffer.from('picture')]]);
  const { read: readDropped } = besideEntry('in/Fähre.html', {
    has: (path) => companions.has(path.normalize('NFD')),
    read: async (path) => companions.get(path.normalize('NFD')) ?? null,
  });
  expect(await readDropped('F%C3%A4hre_files/a.png')).toEqual(Buffer.from('picture'));
  expect(await readDropped('../in/Fähre_files/a.png')).toBeNull();
  expect(await readDropped('b.png')).toBeNull();
});
