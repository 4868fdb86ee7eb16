import { contextBridge, ipcRenderer, type IpcRendererEvent } from 'electron';
import type { Bridge } from '#contract/client.ts';
import type { ArchiveEvent } from '#contract/events.ts';
import type { CallChannel, CancelChannel, EventChannel } from '../main/channels.ts';

const callChannel: CallChannel = 'pressmark:call';
const cancelChannel: CancelChannel = 'pressmark:cancel';
const eventChannel: EventChannel = 'pressmark:event';

/**
 * The bridge: all that the window can reach of the world outside it.
 *
 * Three functions and nothing of Electron's own: no channel can be named from the window, and the
 * event object, which would lead back to `ipcRenderer`, stays here.
 */
const bridge: Bridge = {
  call: (method, input, number) => ipcRenderer.invoke(callChannel, method, input, number),
  cancel: (number) => ipcRenderer.send(cancelChannel, number),
  onEvent(listener) {
    const onMessage = (_: IpcRendererEvent, event: ArchiveEvent) => listener(event);
    ipcRenderer.on(eventChannel, onMessage);
    return () => ipcRenderer.off(eventChannel, onMessage);
  },
};

contextBridge.exposeInMainWorld('pressmark', bridge);
