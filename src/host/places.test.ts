import { existsSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { defaultPlaces, threadEntryPath } from './places.ts';

const home = path.resolve('/home/ada');

describe('default places', () => {
  test('PRESSMARK_DATA holds both data and library, on every system', () => {
    const named = path.resolve('/tmp/apart');
    for (const platform of ['linux', 'darwin', 'win32'] as const) {
      expect(defaultPlaces({ platform, home, env: { PRESSMARK_DATA: named } })).toEqual({
        dataPath: named,
        libraryPath: path.join(named, 'Library'),
      });
    }
  });

  test('an empty PRESSMARK_DATA is as good as none', () => {
    const { dataPath } = defaultPlaces({ platform: 'linux', home, env: { PRESSMARK_DATA: '' } });
    expect(dataPath).toBe(path.join(home, '.local', 'share', 'pressmark'));
  });

  test('each system keeps its own habit', () => {
    const data = (platform: NodeJS.Platform, env: Record<string, string> = {}) =>
      defaultPlaces({ platform, home, env }).dataPath;
    expect(data('linux', { XDG_DATA_HOME: '/data' })).toBe(path.join('/data', 'pressmark'));
    expect(data('darwin')).toBe(path.join(home, 'Library', 'Application Support', 'Pressmark'));
    expect(data('win32')).toBe(path.join(home, 'AppData', 'Local', 'Pressmark'));
  });
});

test('the scripts of the threads are where they are looked for', () => {
  expect(existsSync(threadEntryPath('backend-thread'))).toBe(true);
  expect(existsSync(threadEntryPath('extract-worker'))).toBe(true);
});
