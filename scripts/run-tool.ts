import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { projectRoot } from './project.ts';

export type Finished = { readonly code: number; readonly output: string };

/** Runs a tool of node_modules under the project's Node and keeps what it says. */
export function runTool(name: string, args: readonly string[], env: Record<string, string> = {}): Promise<Finished> {
  return runQuietly(process.execPath, [programOf(name), ...args], env);
}

/** Runs a program and keeps what it says, in the order it was said. */
export function runQuietly(
  program: string,
  args: readonly string[],
  env: Record<string, string> = {},
): Promise<Finished> {
  const child = spawn(program, args, {
    cwd: projectRoot,
    env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: undefined, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  return new Promise((resolve) => {
    let output = '';
    const keep = (bytes: Buffer) => (output += bytes.toString());
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    child.on('error', (error) => resolve({ code: 1, output: error.message }));
    child.on('close', (code) => resolve({ code: code ?? 1, output: stripVTControlCharacters(output) }));
  });
}

/** The script behind a tool's name: `package` or `package:program`. */
function programOf(name: string): string {
  const [packageName = name, program = packageName] = name.split(':');
  const folder = path.join(projectRoot, 'node_modules', packageName);
  const { bin } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')) as {
    bin: Record<string, string>;
  };
  const script = bin[program];
  if (script === undefined) throw new Error(`${packageName} has no program ${program}`);
  return path.join(folder, script);
}
