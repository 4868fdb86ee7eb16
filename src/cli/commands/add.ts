import { fileURLToPath } from 'node:url';
import type { CaptureInput, CaptureJob, CaptureOutcome } from '#contract/capture.ts';
import type { Client } from '#contract/client.ts';
import { type Command, type CommandContext, exitDone, exitFailed, exitInterrupted, wrongUsage } from '../command.ts';
import { printableLine } from '../terminal.ts';

/** Inputs of one job; what one job remembers stays bounded however many are named. */
const batchSize = 1000;
const pageSize = 500;
const pollMs = 200;

export const add: Command = {
  name: 'add',
  usage: 'PATH|ADDRESS|- ...',
  summary: 'take in files, folders, addresses, or standard input (-)',
  options: { 'allow-local-addresses': { type: 'boolean', default: false } },
  help: [
    '--allow-local-addresses   also fetch from this computer and its own network',
    '',
    'A folder is taken in with everything below it. Each input is answered by one line; with --json',
    'by one object: {"input","status","id","error"}, status added, snapshot-added, duplicate or failed.',
    'Exit code 1 when any input failed.',
  ],
  run: runAdd,
};

async function runAdd(context: CommandContext): Promise<number> {
  const { operands, options, signal } = context;
  if (operands.length === 0) throw wrongUsage('add needs a file, a folder, an address, or - for standard input');
  if (operands.filter((operand) => operand === '-').length > 1)
    throw wrongUsage('standard input (-) can be read only once');
  const session = await context.open({ allowLocalAddresses: options['allow-local-addresses'] === true });
  let failed = 0;
  for (let start = 0; start < operands.length && !signal.aborted; start += batchSize) {
    const inputs = await Promise.all(
      operands.slice(start, start + batchSize).map((operand) => asInput(operand, context)),
    );
    const job = await session.lastingClient.call('capture.start', { inputs });
    failed += await follow(job, session.lastingClient, context);
  }
  if (signal.aborted) return exitInterrupted;
  return failed > 0 ? exitFailed : exitDone;
}

/** What an operand names: an address says so by its scheme, everything else is a path. */
async function asInput(operand: string, { terminal }: CommandContext): Promise<CaptureInput> {
  if (operand === '-') return fromStandardInput(await terminal.readInput());
  if (/^file:\/\//i.test(operand)) return { kind: 'path', path: fileURLToPath(operand) };
  if (/^[a-z][a-z0-9+.-]*:\/\//i.test(operand)) return { kind: 'address', address: operand };
  return { kind: 'path', path: operand };
}

/** Piped bytes are text when they are UTF-8, else a file without a name that capture looks into. */
function fromStandardInput(bytes: Uint8Array): CaptureInput {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    if (!text.includes('\u0000')) return { kind: 'text', text, origin: 'stdin' };
  } catch {
    // not UTF-8
  }
  return { kind: 'files', files: [{ path: '-', base64: Buffer.from(bytes).toString('base64') }] };
}

/** Prints the outcomes of a job as they come, until it has ended; answers how many failed. */
async function follow(job: CaptureJob, client: Client, context: CommandContext): Promise<number> {
  const { signal, terminal } = context;
  const cancel = () => void client.call('capture.cancel', { job: job.id }).catch(() => {});
  signal.addEventListener('abort', cancel, { once: true });
  if (signal.aborted) cancel();
  let printed = 0;
  for (;;) {
    const page = await client.call('capture.outcomes', { job: job.id, limit: pageSize, offset: printed });
    for (const outcome of page.outcomes) await printOutcome(outcome, context);
    printed += page.outcomes.length;
    if (page.job.phase !== 'running' && printed >= page.total) {
      signal.removeEventListener('abort', cancel);
      terminal.showProgress(null);
      await client.call('capture.dismiss', { job: job.id });
      return page.job.failed;
    }
    if (page.outcomes.length === 0) {
      terminal.showProgress(`${printed} of ${page.job.total}  ${printableLine(page.job.current ?? '')}`);
      await nextNews(client, job.id);
    }
  }
}

/** Waits until the job tells of progress; a while at most, in case the last news came before we listened. */
function nextNews(client: Client, jobId: string): Promise<void> {
  return new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer);
      unsubscribe();
      resolve();
    };
    const timer = setTimeout(end, pollMs);
    const unsubscribe = client.onEvent((event) => {
      if (event.type === 'capture.progress' && event.job.id === jobId) end();
    });
  });
}

async function printOutcome(outcome: CaptureOutcome, { json, terminal }: CommandContext): Promise<void> {
  const { input, status, id, headline, error } = outcome;
  if (json) {
    const told = error === null ? {} : { error: { code: error.code, message: error.message } };
    await terminal.print(JSON.stringify({ input, status, id, ...told }));
  } else if (error === null) {
    await terminal.print(`${status.padEnd(14)} ${id ?? ''}  ${printableLine(headline ?? input)}`);
  } else {
    terminal.report(`pressmark: ${error.code}: ${printableLine(error.message)} [${printableLine(input)}]`);
  }
}
