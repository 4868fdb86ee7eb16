import type { Input, MethodName, Output } from './contract.ts';
import { ArchiveError } from './errors.ts';
import type { ArchiveEvent } from './events.ts';
import type { Reply } from './reply.ts';

/** What a wire must offer: carry a call, and tell of news. Returns a function that ends the subscription. */
export type Carrier = {
  readonly call: (method: string, input: unknown) => Promise<Reply<unknown>>;
  readonly onEvent: (listener: (event: ArchiveEvent) => void) => () => void;
};

export type Client = {
  /** Asks the back end; throws an `ArchiveError` when it says no. */
  readonly call: <M extends MethodName>(method: M, input: Input<M>) => Promise<Output<M>>;
  readonly onEvent: Carrier['onEvent'];
};

/** A typed client over any wire. */
export function createClient(carrier: Carrier): Client {
  return {
    async call(method, input) {
      const reply = await carrier.call(method, input);
      if (!reply.ok) throw ArchiveError.fromData(reply.error);
      // The dispatcher's handlers are typed by the contract, and contract tests check their outputs.
      return reply.value as never;
    },
    onEvent: carrier.onEvent,
  };
}
