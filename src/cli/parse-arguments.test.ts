import { describe, expect, test } from 'vitest';
import { ArchiveError } from '#contract/errors.ts';
import { commands } from './commands/all.ts';
import { parseArguments } from './parse-arguments.ts';

function read(...args: string[]) {
  const request = parseArguments(args, commands);
  return request.kind === 'run' ? { ...request, command: request.command.name } : request;
}

function problem(...args: string[]): string {
  try {
    parseArguments(args, commands);
  } catch (error) {
    if (error instanceof ArchiveError) return `${error.code}: ${error.message}`;
    throw error;
  }
  return 'none';
}

describe('a command line', () => {
  test('takes the common options before the command and after it', () => {
    const expected = { kind: 'run', command: 'add', library: 'dir', json: true, operands: ['a.txt', '-'] };
    expect(read('--library', 'dir', '--json', 'add', 'a.txt', '-')).toMatchObject(expected);
    expect(read('add', 'a.txt', '-', '--json', '--library=dir')).toMatchObject(expected);
    expect(read('--library=dir', 'add', '--json', 'a.txt', '-')).toMatchObject(expected);
  });

  test('a library may bear the name of a command', () => {
    expect(read('--library', 'add', 'list')).toMatchObject({ command: 'list', library: 'add' });
  });

  test('what stands after -- is never an option', () => {
    expect(read('search', '--', '-putin')).toMatchObject({ command: 'search', operands: ['-putin'] });
    expect(read('search', '--limit', '3', '--', '--json')).toMatchObject({ operands: ['--json'], json: false });
  });

  test('an option may be repeated where that means something', () => {
    expect(read('tag', 'k3f9x2m1', '--add', 'a', '--add', 'b/c')).toMatchObject({
      operands: ['k3f9x2m1'],
      options: { add: ['a', 'b/c'] },
    });
  });

  test('help and version need no command', () => {
    expect(read('--help')).toEqual({ kind: 'help', command: undefined });
    expect(read('add', '-h')).toMatchObject({ kind: 'help', command: { name: 'add' } });
    expect(read('help', 'tag')).toMatchObject({ kind: 'help', command: { name: 'tag' } });
    expect(read('--version')).toEqual({ kind: 'version' });
  });
});

describe('wrong usage is said in one sentence', () => {
  test.each([
    [[], 'say what to do'],
    [['frobnicate'], 'there is no command "frobnicate"'],
    [['list', '--colour'], "Unknown option '--colour'"],
    [['search', '-putin'], 'stands after --'],
    [['list', '--limit'], '--limit'],
    [['--library'], '--library'],
    [['add', '--limit', '3', 'x'], '--limit'],
  ])('%j', (args, expected) => {
    const said = problem(...args);
    expect(said).toMatch(/^wrong-usage: /);
    expect(said).toContain(expected);
    expect(said).not.toContain('\n');
  });
});
