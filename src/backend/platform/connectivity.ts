import { networkInterfaces } from 'node:os';

/**
 * False when this computer is certainly in no network: it has no address but its own.
 *
 * True says little: a network that leads nowhere looks the same. It is asked for its change from false to
 * true, the moment at which it is worth trying again.
 */
export function hasNetwork(): boolean {
  return Object.values(networkInterfaces()).some((addresses) =>
    addresses?.some(({ internal, address }) => !internal && !address.startsWith('fe80:')),
  );
}
