import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { anAddition, openIn, temporaryFolder } from '#support/archive.ts';
import { type Entry, formatLine, readLine } from './journal-line.ts';

const line =
  '{"v":1,"at":"2026-11-23T09:00:00.002Z","device":"7m2qk9x0ae","seq":2,"act":"tag",' +
  '"data":{"ids":["7y63m6zx"],"add":["travel/sea"],"remove":[]},"crc":"eca1047a"}';

test('a line is written and read as the format page shows it', () => {
  const read = readLine(line);
  expect(read).toEqual({
    kind: 'entry',
    entry: {
      at: Date.UTC(2026, 10, 23, 9, 0, 0, 2),
      device: '7m2qk9x0ae',
      seq: 2,
      act: 'tag',
      data: { ids: ['7y63m6zx'], add: ['travel/sea'], remove: [] },
    },
  });
  expect(read.kind === 'entry' && formatLine(read.entry)).toBe(`${line}\n`);
});

test('a line is damaged when one character of it is another', () => {
  for (let index = 0; index < line.length; index += 1) {
    const changed = `${line.slice(0, index)}${line[index] === '0' ? '1' : '0'}${line.slice(index + 1)}`;
    expect(readLine(changed).kind).toBe('damaged');
  }
  expect(readLine(line.slice(0, -1)).kind).toBe('damaged');
  expect(readLine('').kind).toBe('damaged');
});

test('a time that would push all later ones into the absurd is not believed', () => {
  const entry: Entry = {
    at: Date.UTC(9999, 0, 1),
    device: '7m2qk9x0ae',
    seq: 1,
    act: 'undo',
    data: { of: '7m2qk9x0ae/0' },
  };
  expect(readLine(formatLine(entry).trimEnd())).toMatchObject({ kind: 'damaged' });
});

test('an act on many articles is one line', async () => {
  await using folder = await temporaryFolder();
  const archive = await openIn(folder.path);
  const adding = ['One', 'Two', 'Three'].map((headline) => archive.add(anAddition({ headline })));
  const ids = (await Promise.all(adding)).map(({ id }) => id);
  const before = archive.stats().journalEntries;
  archive.tag(ids, ['harbour'], []);
  expect(archive.stats().journalEntries).toBe(before + 1);
  archive.close();
});

test('a journal is continued in a new file when it has grown long, and undo reaches across', async () => {
  await using folder = await temporaryFolder();
  const archive = await openIn(folder.path);
  const { id } = await archive.add(anAddition());
  const first = archive.tag([id], ['first'], []);
  const many = (round: number) => Array.from({ length: 5000 }, (_, index) => `${round} ${index} ${'x'.repeat(180)}`);
  for (let round = 0; round < 3; round += 1) {
    archive.tag([id], many(round), []);
    archive.tag([id], [], many(round));
  }
  const [device] = await readdir(join(folder.path, 'library/journal'));
  const journal = join(folder.path, 'library/journal', device!);
  expect(await readdir(journal)).toEqual(['000001.jsonl', '000002.jsonl']);
  const last = (await readFile(join(journal, '000002.jsonl'), 'utf8')).trimEnd().split('\n').at(-1)!;
  expect(readLine(last)).toMatchObject({ kind: 'entry', entry: { seq: 8 } });
  expect(archive.undo(first.undo)).toMatchObject({ changed: 1 });
  expect(archive.summaries([id]).get(id)?.tags).toEqual([]);
  expect((await archive.verify()).findings).toEqual([]);
  expect(await archive.rebuild()).toEqual({ articles: 1, findings: [] });
  expect(archive.summaries([id]).get(id)?.tags).toEqual([]);
  archive.close();
});
