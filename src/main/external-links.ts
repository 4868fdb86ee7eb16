import type { Dialog, Shell } from 'electron';
import type { MainText } from './text/main-text.ts';

const openable: ReadonlySet<string> = new Set(['https:', 'http:', 'mailto:']);

/**
 * The address, if it may be handed to another program at all.
 *
 * A link in an archived page is written by a stranger. Most schemes start programs with arguments
 * of the stranger's choice; only the web and mail are let through.
 */
export function externalAddress(address: string): URL | undefined {
  if (!URL.canParse(address)) return undefined;
  const url = new URL(address);
  return openable.has(url.protocol) ? url : undefined;
}

/** Opens a link outside Pressmark after asking, with the host in sight; anything not allowed is dropped. */
export async function openOutside(
  address: string,
  {
    dialog,
    shell,
    text,
  }: {
    readonly dialog: Pick<Dialog, 'showMessageBox'>;
    readonly shell: Pick<Shell, 'openExternal'>;
    readonly text: MainText;
  },
): Promise<void> {
  const url = externalAddress(address);
  if (url === undefined) return;
  const { response } = await dialog.showMessageBox({
    type: 'question',
    message: text.openLink(url.host === '' ? url.pathname : url.host),
    detail: url.href,
    buttons: [text.open, text.cancel],
    defaultId: 0,
    cancelId: 1,
    noLink: true,
  });
  if (response === 0) await shell.openExternal(url.href);
}
