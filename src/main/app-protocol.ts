import type { CustomScheme, Protocol } from 'electron';
import type { Backend } from '#backend/backend.ts';
import { assetAnswer, assetPath, type FileAnswer, plainAnswer, type WindowFiles } from '../host/window-files.ts';
import { isOurs, windowScheme } from './channels.ts';

/** To be registered before Electron is ready. Never `bypassCSP`: the policy is what keeps pages in. */
export const schemes: CustomScheme[] = [
  { scheme: windowScheme, privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
];

/** Answers `app://pressmark/…`: the window's own files and the pictures of the library, and nothing else. */
export function serveWindow(
  protocol: Pick<Protocol, 'handle'>,
  files: WindowFiles,
  backend: Pick<Backend, 'asset'>,
): void {
  protocol.handle(windowScheme, async ({ url, method }) => {
    const { status, headers, body } = await findFile(url, method, files, backend);
    return new Response(new Uint8Array(body), { status, headers });
  });
}

async function findFile(
  address: string,
  method: string,
  files: WindowFiles,
  backend: Pick<Backend, 'asset'>,
): Promise<FileAnswer> {
  if (method !== 'GET' || !isOurs(address)) return plainAnswer(405, 'There is nothing to do that with.');
  const { pathname } = new URL(address);
  const asset = assetPath(pathname);
  if (asset !== undefined) return assetAnswer(await backend.asset(asset).catch(() => undefined));
  return (await files.find(pathname)) ?? plainAnswer(404, 'There is nothing here.');
}
