import { spawn } from 'node:child_process';
import { hasScreen } from './electron-binary.ts';

/** Opens an address in the person's browser; answers false when there is no way to. */
export function openBrowser(address: string): Promise<boolean> {
  const opener = openerFor(process.platform, process.env, address);
  if (opener === undefined) return Promise.resolve(false);
  const [command, ...args] = opener;
  return new Promise((resolve) => {
    const child = spawn(command, args, { stdio: 'ignore', detached: true });
    child.on('error', () => resolve(false));
    child.on('exit', (code) => resolve(code === 0));
    // Some openers stay as long as the browser does: by then it has opened.
    setTimeout(() => resolve(true), 3_000).unref();
    child.unref();
  });
}

/** The command that hands an address to the system's browser. */
export function openerFor(
  platform: NodeJS.Platform,
  env: Readonly<Record<string, string | undefined>>,
  address: string,
): [string, ...string[]] | undefined {
  if (platform === 'darwin') return ['open', address];
  // `start` takes its first quoted word for a title, and & would end the command.
  if (platform === 'win32') return ['rundll32', 'url.dll,FileProtocolHandler', address];
  return hasScreen(env) || (env['BROWSER'] ?? '') !== '' ? ['xdg-open', address] : undefined;
}
