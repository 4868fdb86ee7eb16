import { contextBridge, ipcRenderer, type IpcRendererEvent } from 'electron';
import type { Bridge } from '#contract/client.ts';
import type { ArchiveEvent } from '#contract/events.ts';
import type { ShellAct } from '#contract/shell.ts';
import type {
  ActChannel,
  CallChannel,
  CancelChannel,
  EventChannel,
  LinkChannel,
  WishChannel,
} from '../main/channels.ts';

const callChannel: CallChannel = 'pressmark:call';
const cancelChannel: CancelChannel = 'pressmark:cancel';
const eventChannel: EventChannel = 'pressmark:event';
const linkChannel: LinkChannel = 'pressmark:link';
const actChannel: ActChannel = 'pressmark:act';
const wishChannel: WishChannel = 'pressmark:wish';

/**
 * The bridge: all that the window can reach of the world outside it.
 *
 * A few functions and nothing of Electron's own: no channel can be named from the window, and the
 * event object, which would lead back to `ipcRenderer`, stays here.
 */
const bridge: Bridge = {
  call: (method, input, number) => ipcRenderer.invoke(callChannel, method, input, number),
  cancel: (number) => ipcRenderer.send(cancelChannel, number),
  onLink: heldUntilHeard<string>(linkChannel),
  onAct: heldUntilHeard<ShellAct>(actChannel),
  wish: (wishes) => ipcRenderer.send(wishChannel, wishes),
  onEvent(listener) {
    const onMessage = (_: IpcRendererEvent, event: ArchiveEvent) => listener(event);
    ipcRenderer.on(eventChannel, onMessage);
    return () => ipcRenderer.off(eventChannel, onMessage);
  },
};

/** What a window is told, and how it begins to listen. */
type Told<T> = (listener: (message: T) => void) => () => void;

/** Links and acts come as soon as the page is there, before its script listens: they are held until it does. */
function heldUntilHeard<T>(channel: LinkChannel | ActChannel): Told<T> {
  const early: T[] = [];
  const hold = (_: IpcRendererEvent, message: T) => void early.push(message);
  ipcRenderer.on(channel, hold);
  return (listener) => {
    ipcRenderer.off(channel, hold);
    const onMessage = (_: IpcRendererEvent, message: T) => listener(message);
    ipcRenderer.on(channel, onMessage);
    for (const message of early.splice(0)) listener(message);
    return () => ipcRenderer.off(channel, onMessage);
  };
}

contextBridge.exposeInMainWorld('pressmark', bridge);
