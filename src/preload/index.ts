import { contextBridge, ipcRenderer, type IpcRendererEvent } from 'electron';
import type { Carrier } from '#contract/client.ts';
import type { ArchiveEvent } from '#contract/events.ts';
import type { CallChannel, EventChannel } from '../main/channels.ts';

const callChannel: CallChannel = 'pressmark:call';
const eventChannel: EventChannel = 'pressmark:event';

/**
 * The bridge: all that the window can reach of the world outside it.
 *
 * Two functions and nothing of Electron's own: no channel can be named from the window, and the
 * event object, which would lead back to `ipcRenderer`, stays here.
 */
const bridge: Carrier = {
  call: (method, input) => ipcRenderer.invoke(callChannel, method, input),
  onEvent(listener) {
    const onMessage = (_: IpcRendererEvent, event: ArchiveEvent) => listener(event);
    ipcRenderer.on(eventChannel, onMessage);
    return () => ipcRenderer.off(eventChannel, onMessage);
  },
};

contextBridge.exposeInMainWorld('pressmark', bridge);
