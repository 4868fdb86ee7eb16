import { addressOfWindow, articleOfWindow } from '#contract/window-address.ts';

/** The wires between window and main process; the preload repeats their names, checked by type. */
export const callChannel = 'pressmark:call';
export const cancelChannel = 'pressmark:cancel';
export const eventChannel = 'pressmark:event';
export const linkChannel = 'pressmark:link';
export const actChannel = 'pressmark:act';
export const wishChannel = 'pressmark:wish';
export type CallChannel = typeof callChannel;
export type CancelChannel = typeof cancelChannel;
export type EventChannel = typeof eventChannel;
export type LinkChannel = typeof linkChannel;
export type ActChannel = typeof actChannel;
export type WishChannel = typeof wishChannel;

/** Where the window lives: a scheme of its own, since `file:` would let a page read the disk. */
export const windowScheme = 'app';
export const windowHost = 'pressmark';
export const windowAddress = `${windowScheme}://${windowHost}/`;

/** True for an address of our own window. */
export function isOurs(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, host } = new URL(address);
  return protocol === `${windowScheme}:` && host === windowHost;
}

/** What an address of a window means, written by ourselves: the article it names, and nothing else of it. */
export function ownAddress(address: string): string {
  const search = isOurs(address) ? new URL(address).search : '';
  return new URL(addressOfWindow(articleOfWindow(search)), windowAddress).href;
}
