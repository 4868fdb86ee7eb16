import type { IpcMain, IpcMainInvokeEvent, WebContents } from 'electron';
import type { Backend } from '#backend/backend.ts';
import { ArchiveError } from '#contract/errors.ts';
import type { Reply } from '#contract/reply.ts';
import { callChannel, eventChannel, isOurs } from './channels.ts';

/** What the check looks at: the frame that sent, and the top frame of its window. */
export type Sender = Pick<IpcMainInvokeEvent, 'senderFrame'> & { readonly sender: Pick<WebContents, 'mainFrame'> };

/**
 * Carries calls from our window to the back end.
 *
 * Only the top frame of a window at our own address is answered: a frame that shows an archived
 * page, or a page that came into the window by a mistake of ours, reaches nothing.
 */
export function hostCalls(wire: Pick<IpcMain, 'handle'>, backend: Pick<Backend, 'call'>): void {
  wire.handle(callChannel, async (event: Sender, method: unknown, input: unknown): Promise<Reply<unknown>> => {
    if (!isOurWindow(event)) return refuse('only the window of Pressmark is answered');
    if (typeof method !== 'string') return refuse('a call names its method');
    return backend.call(method, input);
  });
}

export function isOurWindow({ senderFrame, sender }: Sender): boolean {
  return senderFrame !== null && senderFrame === sender.mainFrame && isOurs(senderFrame.url);
}

function refuse(message: string): Reply<never> {
  return { ok: false, error: new ArchiveError('wrong-usage', message).toData() };
}

/** Tells every open window the news of the back end. */
export function tellWindows(
  backend: Pick<Backend, 'onEvent'>,
  windows: () => readonly { readonly webContents: Pick<WebContents, 'send' | 'isDestroyed'> }[],
): () => void {
  return backend.onEvent((event) => {
    for (const { webContents } of windows()) {
      if (!webContents.isDestroyed()) webContents.send(eventChannel, event);
    }
  });
}
