import type { Client } from '#contract/client.ts';
import type { Renewal, RenewalProblem } from '#contract/renewal.ts';
import { type Command, type CommandContext, exitDone, exitFailed, exitInterrupted, wrongUsage } from '../command.ts';
import { findArticleId } from '../find-article.ts';
import { printableLine } from '../terminal.ts';

const pageSize = 500;
const pollMs = 200;

export const reread: Command = {
  name: 'reread',
  usage: 'ID ... | --all [--pictures]',
  summary: 'read articles again from their originals, by the rules of today',
  options: {
    all: { type: 'boolean', default: false },
    pictures: { type: 'boolean', default: false },
    'allow-local-addresses': { type: 'boolean', default: false },
  },
  help: [
    '--all        all of the library but the trash',
    '--pictures   instead: fetch the pictures that are missing, from where the articles name them',
    '--allow-local-addresses   also fetch from this computer and its own network',
    '',
    'What was corrected, repaired and highlighted stays. An article that reads the same is left alone.',
    'With --json one object: {"total","renewed","unchanged","failed","undo","problems"}.',
    'Exit code 1 when any article failed, or pictures of it are still missing.',
  ],
  run: runReread,
};

async function runReread(context: CommandContext): Promise<number> {
  const { operands, options, signal } = context;
  const isAll = options['all'] === true;
  if (isAll === operands.length > 0) throw wrongUsage('reread takes ids of articles, or --all');
  const session = await context.open({ allowLocalAddresses: options['allow-local-addresses'] === true });
  const ids = [];
  for (const operand of operands) ids.push(await findArticleId(session.client, operand));
  const what = options['pictures'] === true ? 'pictures' : 'reread';
  const client = session.lastingClient;
  const begun = await client.call('renewals.start', { what, ids: isAll ? null : ids });
  const renewal = await follow(begun, client, context);
  const problems = await problemsOf(renewal, client);
  await print(renewal, problems, context);
  if (signal.aborted) return exitInterrupted;
  return problems.length > 0 ? exitFailed : exitDone;
}

/** Waits for the end; Ctrl-C ends it in order, and what is done until then stays. */
async function follow(begun: Renewal, client: Client, { signal, terminal }: CommandContext): Promise<Renewal> {
  const cancel = () => void client.call('renewals.cancel', { renewal: begun.id }).catch(() => {});
  signal.addEventListener('abort', cancel, { once: true });
  if (signal.aborted) cancel();
  for (;;) {
    const { renewals } = await client.call('renewals.list', {});
    const now = renewals.find(({ id }) => id === begun.id) ?? begun;
    if (now.phase !== 'running') {
      signal.removeEventListener('abort', cancel);
      terminal.showProgress(null);
      return now;
    }
    const done = now.renewed + now.unchanged + now.failed;
    terminal.showProgress(`${done} of ${now.total}  ${printableLine(now.current ?? '')}`);
    await nextNews(client);
  }
}

/** Waits until there is something to tell; a while at most, in case the last news came before we listened. */
function nextNews(client: Client): Promise<void> {
  return new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer);
      unsubscribe();
      resolve();
    };
    const timer = setTimeout(end, pollMs);
    const unsubscribe = client.onEvent((event) => {
      if (event.type === 'renewals.changed') end();
    });
  });
}

async function problemsOf({ id }: Renewal, client: Client): Promise<RenewalProblem[]> {
  const problems: RenewalProblem[] = [];
  for (;;) {
    const page = await client.call('renewals.problems', { renewal: id, limit: pageSize, offset: problems.length });
    problems.push(...page.problems);
    if (page.problems.length === 0 || problems.length >= page.total) return problems;
  }
}

async function print(
  { total, renewed, unchanged, failed, undo }: Renewal,
  problems: readonly RenewalProblem[],
  { json, terminal }: CommandContext,
): Promise<void> {
  if (json) {
    await terminal.print(JSON.stringify({ total, renewed, unchanged, failed, undo, problems }));
    return;
  }
  for (const { id, headline, error, gaps } of problems) {
    const why = error === null ? `pictures-missing: ${gaps.join(', ')}` : `${error.code}: ${error.message}`;
    terminal.report(`pressmark: ${printableLine(why)} [${id}  ${printableLine(headline)}]`);
  }
  await terminal.print(`${renewed} read anew, ${unchanged} unchanged, ${failed} failed`);
}
