import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type CommandLine, commandLine } from '#support/command-line.ts';
import { asPage, asText, inventArticle, seeded } from '#support/invent-articles.ts';

/**
 * The promise that everything else rests on: what was acknowledged is kept, whenever the process
 * is killed. The real command line is started and killed with SIGKILL at random moments, a hundred
 * times by default, while it adds and tags; more with PRESSMARK_KILLS.
 */
const rounds = Number(process.env['PRESSMARK_KILLS'] ?? 100);
const filesPerRound = 8;
const seed = Number(process.env['PRESSMARK_SEED'] ?? 20261124);

let folder: string;
let pressmark: CommandLine;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pressmark-kill-'));
  pressmark = commandLine(folder);
});
afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

type Acknowledged = { readonly added: Set<string>; readonly tags: Map<string, Set<string>> };

test(
  `nothing acknowledged is lost when the process is killed ${rounds} times during add and tag`,
  { timeout: 20 * 60_000 },
  async () => {
    const random = seeded(seed);
    const acknowledged: Acknowledged = { added: new Set(), tags: new Map() };
    const usualMs = await typicalDuration();
    let killed = 0;

    for (let round = 0; round < rounds; round += 1) {
      const known = [...acknowledged.added];
      const isTagging = known.length > 0 && random() < 0.4;
      const args = isTagging ? tagArguments(known, random, round) : ['add', await batchOf(round)];
      const run = pressmark.start(['--json', ...args]);
      const timer = setTimeout(() => run.child.kill('SIGKILL'), random() * usualMs * 1.1);
      const { lines, signal } = await run.ended;
      clearTimeout(timer);
      if (signal === 'SIGKILL') killed += 1;
      remember(acknowledged, args, lines);
    }

    // A test whose kills all come too late proves nothing.
    expect(killed).toBeGreaterThan(rounds / 2);
    expect(acknowledged.added.size).toBeGreaterThan(0);
    expect(acknowledged.tags.size).toBeGreaterThan(0);
    await expectAllKept(acknowledged);
  },
);

async function expectAllKept({ added, tags }: Acknowledged): Promise<void> {
  const listed = JSON.parse((await finish(['list', '--limit', '500'])).join('')) as {
    articles: { id: string }[];
    total: number;
  };
  const shown = await finish(['show', ...added, '--format', 'json']);
  const articles = new Map(
    shown
      .map((line) => JSON.parse(line) as { id: string; tags: string[]; text: string })
      .map((article) => [article.id, article]),
  );
  expect([...added].filter((id) => !articles.has(id))).toEqual([]);
  expect(listed.total).toBeGreaterThanOrEqual(added.size);
  for (const [id, wanted] of tags) {
    expect(articles.get(id)?.tags, `tags of ${id}`).toEqual(expect.arrayContaining([...wanted]));
  }
  for (const article of articles.values()) expect(article.text.length).toBeGreaterThan(100);
  const findings = await findingsOf(['verify']);
  // A folder under a temporary name is what a kill may leave; it is known for what it is and swept later.
  expect(findings.filter((finding) => finding.kind !== 'half-written')).toEqual([]);
  // And from the folder alone, the same library once more.
  await rm(join(folder, 'data', 'catalogues'), { recursive: true, force: true });
  const again = JSON.parse((await finish(['list', '--limit', '500'])).join('')) as typeof listed;
  expect(again).toEqual(listed);
}

async function batchOf(round: number): Promise<string> {
  const batch = join(folder, `batch-${round}`);
  await mkdir(batch, { recursive: true });
  for (let index = 0; index < filesPerRound; index += 1) {
    const article = inventArticle(round * filesPerRound + index, { words: 120 });
    const isPage = index % 2 === 0;
    await writeFile(join(batch, `${index}.${isPage ? 'html' : 'txt'}`), isPage ? asPage(article) : asText(article));
  }
  return batch;
}

function tagArguments(known: readonly string[], random: () => number, round: number): string[] {
  const ids = Array.from(
    { length: 1 + Math.floor(random() * 3) },
    () => known[Math.floor(random() * known.length)] ?? '',
  );
  return ['tag', ...new Set(ids), '--add', `round/${round}`];
}

/** Believes exactly what the process printed in whole lines before it died. */
function remember({ added, tags }: Acknowledged, args: readonly string[], lines: readonly string[]): void {
  for (const line of lines) {
    const told = JSON.parse(line) as { id?: string; status?: string; changed?: number };
    if (args[0] === 'add' && told.id !== undefined && told.status !== 'failed') added.add(told.id);
    if (args[0] === 'tag') {
      const tag = args.at(-1) ?? '';
      for (const id of args.slice(1, -2)) tags.set(id, (tags.get(id) ?? new Set()).add(tag));
    }
  }
}

async function typicalDuration(): Promise<number> {
  await finish(['add', await batchOf(100_000)]);
  const startedAt = performance.now();
  await finish(['add', await batchOf(100_001)]);
  return performance.now() - startedAt;
}

async function findingsOf(args: string[]): Promise<{ kind: string }[]> {
  const { lines } = await pressmark.run(['--json', ...args]);
  return (JSON.parse(lines.join('')) as { findings: { kind: string }[] }).findings;
}

async function finish(args: string[]): Promise<string[]> {
  const { lines, code, errors } = await pressmark.run(['--json', ...args]);
  expect(code, `${args[0]}: ${errors}`).toBe(0);
  return lines;
}
