import type { Finding } from '#contract/library.ts';
import { type Command, type CommandContext, exitDone, exitFailed, wrongUsage } from '../command.ts';
import { printableLine } from '../terminal.ts';

export const verify: Command = {
  name: 'verify',
  usage: '',
  summary: 'read every file of the library and compare it with what was recorded',
  options: {},
  help: ['Exit code 1 when anything is wrong. With --json one object: {"articles","snapshots","files","findings"}.'],
  async run(context) {
    takeNoOperands('verify', context);
    const { client } = await context.open();
    const result = await client.call('library.verify', {});
    const { articles, snapshots, files, findings } = result;
    if (context.json) await context.terminal.print(JSON.stringify(result));
    else {
      await printFindings(findings, context);
      await context.terminal.print(
        `${articles} articles, ${snapshots} snapshots, ${files} files, ${findings.length} findings`,
      );
    }
    return findings.length > 0 ? exitFailed : exitDone;
  },
};

export const rebuild: Command = {
  name: 'rebuild',
  usage: '',
  summary: 'make the catalogue and the search index anew from the folder',
  options: {},
  help: ['Nothing in the library folder is changed. With --json one object: {"articles","findings"}.'],
  async run(context) {
    takeNoOperands('rebuild', context);
    const { client } = await context.open();
    const result = await client.call('library.rebuild', {});
    if (context.json) await context.terminal.print(JSON.stringify(result));
    else {
      await printFindings(result.findings, context);
      await context.terminal.print(`${result.articles} articles, ${result.findings.length} findings`);
    }
    return result.findings.length > 0 ? exitFailed : exitDone;
  },
};

export function takeNoOperands(name: string, { operands }: CommandContext): void {
  if (operands.length > 0) throw wrongUsage(`${name} takes no "${operands[0]}"`);
}

async function printFindings(findings: readonly Finding[], { terminal }: CommandContext): Promise<void> {
  for (const { kind, path, message, repairable } of findings) {
    await terminal.print(printableLine(`${kind}  ${path}  ${message}${repairable ? ' (mended by rebuild)' : ''}`));
  }
}
