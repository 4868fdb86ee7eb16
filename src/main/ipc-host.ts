import type { IpcMainInvokeEvent, WebContents } from 'electron';
import type { Backend } from '#backend/backend.ts';
import { ArchiveError } from '#contract/errors.ts';
import type { Reply } from '#contract/reply.ts';
import { callChannel, cancelChannel, eventChannel, isOurs } from './channels.ts';

/** What the check looks at: the frame that sent, and the top frame of its window. */
export type Sender = Pick<IpcMainInvokeEvent, 'senderFrame'> & {
  readonly sender: Pick<WebContents, 'mainFrame' | 'id'>;
};

/**
 * Carries calls from our window to the back end.
 *
 * Only the top frame of a window at our own address is answered: a frame that shows an archived
 * page, or a page that came into the window by a mistake of ours, reaches nothing.
 */
export function hostCalls(wire: CallWire, backend: Pick<Backend, 'call'>): void {
  const running = new Map<string, AbortController>();

  wire.handle(callChannel, async (event: Sender, method: unknown, input: unknown, number: unknown) => {
    if (!isOurWindow(event)) return refuse('only the window of Pressmark is answered');
    if (typeof method !== 'string') return refuse('a call names its method');
    const control = new AbortController();
    const key = keyOf(event, number);
    running.set(key, control);
    try {
      return await backend.call(method, input, control.signal);
    } finally {
      if (running.get(key) === control) running.delete(key);
    }
  });

  wire.on(cancelChannel, (event: Sender, number: unknown) => {
    if (isOurWindow(event)) running.get(keyOf(event, number))?.abort();
  });
}

/** Of Electron's calls between processes, what carries a call and what calls it off. */
export type CallWire = {
  handle(channel: string, listener: (event: Sender, ...args: unknown[]) => Promise<Reply<unknown>>): void;
  on(channel: string, listener: (event: Sender, ...args: unknown[]) => void): unknown;
};

/** Each window counts its own calls. */
function keyOf({ sender }: Sender, number: unknown): string {
  return `${sender.id}/${String(number)}`;
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
