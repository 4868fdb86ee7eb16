import type { Input, MethodName, Output } from './contract.ts';
import { ArchiveError } from './errors.ts';
import type { ArchiveEvent } from './events.ts';
import type { HostInput, HostMethodName, HostOutput } from './libraries.ts';
import type { Reply } from './reply.ts';
import type { ShellAct, ShellWishes } from './shell.ts';

/** All that the contract knows of an `AbortSignal`, which is each host's own. */
export type CallSignal = { readonly aborted: boolean };

/** What a wire must offer: carry a call, and tell of news. Returns a function that ends the subscription. */
export type Carrier = {
  /** With a signal, a call that is called off is answered with `cancelled`, and its work ends soon. */
  call(method: string, input: unknown, signal?: CallSignal): Promise<Reply<unknown>>;
  readonly onEvent: (listener: (event: ArchiveEvent) => void) => () => void;
};

/** What the preload puts into the window: a wire on which a call is called off by its number. */
export type Bridge = {
  readonly call: (method: string, input: unknown, number: number) => Promise<Reply<unknown>>;
  readonly cancel: (number: number) => void;
  readonly onEvent: Carrier['onEvent'];
  /** Tells of links of ours that were followed elsewhere, also of those before the first listener. */
  readonly onLink: (listener: (link: string) => void) => () => void;
  /** Tells of what was chosen in a menu of the system. */
  readonly onAct: (listener: (act: ShellAct) => void) => () => void;
  readonly wish: (wishes: ShellWishes) => void;
};

export type Client = {
  /** Asks the back end; throws an `ArchiveError` when it says no. */
  readonly call: <M extends MethodName>(method: M, input: Input<M>, signal?: CallSignal) => Promise<Output<M>>;
  /** Asks the host of the back end: which libraries there are, and for another one. */
  readonly ask: <M extends HostMethodName>(
    method: M,
    input: HostInput<M>,
    signal?: CallSignal,
  ) => Promise<HostOutput<M>>;
  readonly onEvent: Carrier['onEvent'];
};

/** A typed client over any wire. */
export function createClient(carrier: Carrier): Client {
  async function call(method: string, input: unknown, signal?: CallSignal): Promise<never> {
    const reply = await carrier.call(method, input, signal);
    if (!reply.ok) throw ArchiveError.fromData(reply.error);
    // The dispatcher's handlers are typed by the contract, and contract tests check their outputs.
    return reply.value as never;
  }
  return {
    call,
    ask: call,
    onEvent: carrier.onEvent,
  };
}
