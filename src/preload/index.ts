import { contextBridge, ipcRenderer, type IpcRendererEvent } from 'electron';
import type { Bridge } from '#contract/client.ts';
import type { ArchiveEvent } from '#contract/events.ts';
import type { CallChannel, CancelChannel, EventChannel, LinkChannel } from '../main/channels.ts';

const callChannel: CallChannel = 'pressmark:call';
const cancelChannel: CancelChannel = 'pressmark:cancel';
const eventChannel: EventChannel = 'pressmark:event';
const linkChannel: LinkChannel = 'pressmark:link';

/**
 * The bridge: all that the window can reach of the world outside it.
 *
 * A few functions and nothing of Electron's own: no channel can be named from the window, and the
 * event object, which would lead back to `ipcRenderer`, stays here.
 */
const bridge: Bridge = {
  call: (method, input, number) => ipcRenderer.invoke(callChannel, method, input, number),
  cancel: (number) => ipcRenderer.send(cancelChannel, number),
  onLink: heldUntilHeard(),
  onEvent(listener) {
    const onMessage = (_: IpcRendererEvent, event: ArchiveEvent) => listener(event);
    ipcRenderer.on(eventChannel, onMessage);
    return () => ipcRenderer.off(eventChannel, onMessage);
  },
};

/** Links come as soon as the page is there, before its script listens: they are held until it does. */
function heldUntilHeard(): Bridge['onLink'] {
  const early: string[] = [];
  const hold = (_: IpcRendererEvent, link: string) => void early.push(link);
  ipcRenderer.on(linkChannel, hold);
  return (listener) => {
    ipcRenderer.off(linkChannel, hold);
    const onMessage = (_: IpcRendererEvent, link: string) => listener(link);
    ipcRenderer.on(linkChannel, onMessage);
    for (const link of early.splice(0)) listener(link);
    return () => ipcRenderer.off(linkChannel, onMessage);
  };
}

contextBridge.exposeInMainWorld('pressmark', bridge);
