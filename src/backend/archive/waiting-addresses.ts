import type { ActResult } from '#contract/contract.ts';
import type { Context } from './context.ts';
import { addressActs } from './entries.ts';
import { withRecorder } from './journal.ts';
import { type AddressAct, type Stamp, tokenOf } from './journal-line.ts';

/**
 * Addresses that were given and are not fetched yet.
 *
 * They live in the journal alone, as the saved searches do: what a person gave is the library's, and lasts
 * whatever becomes of this device. How often each was tried, and when it will be again, is this device's own
 * affair and is not written down.
 */
export type WaitingSince = {
  readonly address: string;
  /** When it was given, in milliseconds since 1970. */
  readonly sinceMs: number;
  /** Given on this device: another's it leaves to that one, or both would fetch the same page at once. */
  readonly isOurs: boolean;
};

const nothingChanged: ActResult = { changed: 0, undo: null };

export function waitingAddresses({ database, device }: Context): WaitingSince[] {
  const waiting = foldAddresses(addressActs(database));
  return [...waiting].map(([address, { at, device: by }]) => ({ address, sinceMs: at, isOurs: by === device }));
}

export function letWait(context: Context, addresses: readonly string[]): ActResult {
  return recordFor(context, addresses, 'address-wait');
}

export function endWait(context: Context, addresses: readonly string[], why: 'done' | 'removed'): ActResult {
  return recordFor(context, addresses, why === 'done' ? 'address-done' : 'address-remove');
}

/**
 * Which addresses wait, and since when. The acts must come in the order of `compareStamps`, without those that
 * are undone: the last act that names an address tells.
 */
export function foldAddresses(acts: Iterable<AddressAct & Stamp>): Map<string, Stamp> {
  const waiting = new Map<string, Stamp>();
  for (const { act, data, at, device, seq } of acts) {
    for (const address of data.addresses) {
      if (act !== 'address-wait') waiting.delete(address);
      else if (!waiting.has(address)) waiting.set(address, { at, device, seq });
    }
  }
  return waiting;
}

/** The caller knows what waits: an act is recorded for each address it names, looked at or not. */
function recordFor(context: Context, addresses: readonly string[], act: AddressAct['act']): ActResult {
  const named = [...new Set(addresses)];
  if (named.length === 0) return nothingChanged;
  return withRecorder(context, ({ record }) => {
    const entry = record({ act, data: { addresses: named } });
    return { changed: named.length, undo: tokenOf(entry) };
  });
}
