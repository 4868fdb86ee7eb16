/**
 * A signal that can also be asked while its own thread is too busy to hear of anything.
 *
 * `AbortSignal` learns of a cancellation by a message, and a message waits until the work at hand is
 * done. Work that must end in its middle asks `isCancelled`, which looks into memory that two threads
 * share.
 */
type AskedSignal = AbortSignal & { readonly isCancelledElsewhere?: () => boolean };

/** Whether the work of this signal is called off, also by a thread whose message has not been read yet. */
export function isCancelled(signal: AbortSignal): boolean {
  return signal.aborted || (signal as AskedSignal).isCancelledElsewhere?.() === true;
}

/** The signal of a controller, joined with what another thread says. */
export function askedSignal(control: AbortController, isCancelledElsewhere: () => boolean): AbortSignal {
  return Object.assign(control.signal, { isCancelledElsewhere }) satisfies AskedSignal;
}

/**
 * The calls that were called off, in memory that both threads see.
 *
 * A slot holds the number of the last cancelled call that fell on it. Numbers only grow, so a slot never
 * names a later call by mistake; two calls that meet in one slot lose at most the haste of the older, whose
 * message comes all the same.
 */
const slots = 1024;

export function createCancellations(): SharedArrayBuffer {
  return new SharedArrayBuffer(slots * Int32Array.BYTES_PER_ELEMENT);
}

export function markCancelled(cancellations: SharedArrayBuffer, call: number): void {
  Atomics.store(new Int32Array(cancellations), call % slots, call | 0);
}

export function isMarkedCancelled(cancellations: SharedArrayBuffer, call: number): boolean {
  return Atomics.load(new Int32Array(cancellations), call % slots) === (call | 0);
}
