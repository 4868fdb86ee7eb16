import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { ownArguments, parseStart, readHandedOver } from './handed-over.ts';

describe('what Pressmark is started with', () => {
  const folder = path.resolve('/home/ada');

  test('files and addresses are taken in, switches are not', () => {
    const args = ['--library', 'lib', '--enable-logging', 'a.html', 'https://example.org/x', '--trace=y'];
    expect(readHandedOver({ args, folder })).toEqual({
      library: path.join(folder, 'lib'),
      inputs: [
        { kind: 'path', path: path.join(folder, 'a.html') },
        { kind: 'address', address: 'https://example.org/x' },
      ],
      links: [],
      asks: [],
    });
  });

  test('a link of ours is for the window, and one that asks for something else is dropped', () => {
    const args = [
      'pressmark://search?q=ferry',
      'pressmark://add?url=file:///etc/passwd',
      'PRESSMARK://run?x=1',
      'a.html',
    ];
    expect(readHandedOver({ args, folder })).toMatchObject({
      inputs: [{ kind: 'path', path: path.join(folder, 'a.html') }],
      links: ['pressmark://search?q=ferry'],
    });
  });

  test('a file of another program is not taken for a scheme', () => {
    expect(readHandedOver({ args: ['javascript:alert(1)'], folder }).inputs).toEqual([
      { kind: 'path', path: path.join(folder, 'javascript:alert(1)') },
    ]);
  });

  test('what the taskbar asks for is no file, and no other switch is one either', () => {
    expect(readHandedOver({ args: ['--new-window', '--paste', '--constructor'], folder })).toMatchObject({
      inputs: [],
      asks: ['new-window', 'paste'],
    });
  });

  test('Electron’s own words are none of ours', () => {
    const args = ['--library', 'lib', 'a.html'];
    expect(ownArguments(['/opt/pressmark', ...args], true)).toEqual(args);
    expect(ownArguments(['electron', '/home/ada/pressmark', ...args], false)).toEqual(args);
    expect(ownArguments(['electron', '--inspect=0', '/home/ada/pressmark', ...args], false)).toEqual(args);
  });

  test('what another process passes is looked at before it is used', () => {
    expect(parseStart({ args: ['a', 1, null], folder: '/x' })).toEqual({ args: ['a'], folder: '/x' });
    expect(parseStart('nonsense')).toEqual({ args: [], folder: '' });
    expect(parseStart(null)).toEqual({ args: [], folder: '' });
  });
});
