import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { systemClock } from '#platform/clock.ts';
import { anAddition, openIn, temporaryFolder } from '#support/archive.ts';

const childPath = fileURLToPath(new URL('../../../tests/support/archive-child.ts', import.meta.url));
const everything = { filter: {}, sort: 'saved', limit: 500, offset: 0 } as const;

type Child = { readonly process: ChildProcess; readonly said: () => string[]; readonly ended: Promise<number | null> };

function start(...parameters: readonly string[]): Child {
  const child = spawn(process.execPath, [childPath, ...parameters], { stdio: ['ignore', 'pipe', 'inherit'] });
  let output = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (output += text));
  const ended = once(child, 'close').then(([code]) => code as number | null);
  return { process: child, ended, said: () => output.split('\n').slice(0, -1) };
}

test('two processes that write at once lose nothing and use no number twice', async () => {
  await using folder = await temporaryFolder();
  const archive = await openIn(folder.path);
  const { id } = await archive.add(anAddition());
  const children = [start('tag', folder.path, id, '60'), start('tag', folder.path, id, '60')];
  const own = new Set<string>();
  while (children.some((child) => !child.said().includes('open'))) await new Promise((done) => setTimeout(done, 5));
  for (let index = 0; index < 20; index += 1) {
    archive.tag([id], [`own-${index}`], []);
    own.add(`own-${index}`);
    await new Promise((done) => setTimeout(done, 5));
  }
  expect(await Promise.all(children.map((child) => child.ended))).toEqual([0, 0]);
  const said = children.flatMap((child) => child.said()).filter((line) => line.startsWith('tagged '));
  const expected = [...said.map((line) => line.slice('tagged '.length)), ...own].sort();
  expect(expected).toHaveLength(140);
  expect(archive.summaries([id]).get(id)?.tags).toEqual(expected);
  expect((await archive.verify()).findings).toEqual([]);
  await archive.rebuild();
  expect(archive.summaries([id]).get(id)?.tags).toEqual(expected);
  archive.close();
}, 120_000);

test('two processes that start at the same moment share one catalogue', async () => {
  await using folder = await temporaryFolder();
  const children = ['one', 'two'].map((name) => start('add-and-tag', folder.path, name, '5'));
  const codes = await Promise.all(children.map((child) => child.ended));
  expect(codes).toEqual([0, 0]);
  const archive = await openIn(folder.path);
  expect(archive.list(everything).total).toBe(10);
  expect((await readdir(join(folder.path, 'data/catalogues'))).filter((name) => name.endsWith('.sqlite'))).toHaveLength(
    1,
  );
  archive.close();
}, 120_000);

/**
 * SIGKILL at any moment: nothing that was acknowledged is missing, nothing is half there, and the
 * folder alone still tells the same.
 */
test('a process killed again and again loses nothing it had acknowledged', async () => {
  await using folder = await temporaryFolder();
  const added = new Set<string>();
  const tagged = new Set<string>();
  let kills = 0;
  for (let round = 0; round < Number(process.env['KILL_ROUNDS'] ?? 30); round += 1) {
    const child = start('add-and-tag', folder.path, `r${round}`, '1000');
    // From "just opening" to "in the midst of it": a different moment in each round.
    if (round % 5 !== 0) while (!child.said().includes('open') && child.process.exitCode === null) await pause(2);
    await pause((round * 17) % 200);
    child.process.kill('SIGKILL');
    await child.ended;
    kills += child.process.signalCode === 'SIGKILL' ? 1 : 0;
    for (const line of child.said()) {
      const [what, id = ''] = line.split(' ');
      if (what === 'added') added.add(id);
      if (what === 'tagged') tagged.add(id);
    }
  }
  expect(kills).toBeGreaterThan(20);
  // Enough was going on for the kills to meet something.
  expect(added.size).toBeGreaterThan(20);
  const archive = await openIn(folder.path, { clock: systemClock });
  const check = async () => {
    const found = archive.summaries([...added]);
    expect([...added].filter((id) => !found.has(id))).toEqual([]);
    expect([...tagged].filter((id) => found.get(id)?.tags.length !== 1)).toEqual([]);
    const { findings } = await archive.verify();
    expect(findings.filter(({ kind }) => kind !== 'half-written')).toEqual([]);
  };
  await check();
  archive.close();
  await rm(join(folder.path, 'data'), { recursive: true });
  const rebuilt = await openIn(folder.path, { clock: systemClock });
  expect([...added].filter((id) => !rebuilt.summaries([id]).has(id))).toEqual([]);
  expect([...tagged].filter((id) => rebuilt.summaries([id]).get(id)?.tags.length !== 1)).toEqual([]);
  rebuilt.close();
}, 180_000);

function pause(ms: number): Promise<void> {
  return new Promise((done) => setTimeout(done, ms));
}
