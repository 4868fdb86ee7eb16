import type { BackendOptions } from '#backend/backend.ts';
import type { ErrorData } from '#contract/errors.ts';
import type { ArchiveEvent } from '#contract/events.ts';
import type { Reply } from '#contract/reply.ts';

/** How the back end is to be opened: the options that are plain data and so can cross into a thread. */
export type BackendPlan = Omit<BackendOptions, 'clock' | 'log'>;

/** What a thread is born with. */
export type ThreadBirth = {
  readonly plan: BackendPlan;
  /** The numbers of calls that were called off, for work that is too busy to read messages. */
  readonly cancellations: SharedArrayBuffer;
};

export type Asset = { readonly bytes: Uint8Array; readonly mediaType: string };

/** What the parent sends to the thread. */
export type ToThread =
  | { readonly kind: 'call'; readonly id: number; readonly method: string; readonly input: unknown }
  /** The caller of `id` has gone; its answer is still sent, as `cancelled`. The shared memory has told it sooner. */
  | { readonly kind: 'cancel'; readonly id: number }
  | { readonly kind: 'asset'; readonly id: number; readonly path: string }
  | { readonly kind: 'close' };

/** What the thread sends back. */
export type FromThread =
  | { readonly kind: 'ready' }
  | { readonly kind: 'failed'; readonly error: ErrorData }
  | { readonly kind: 'reply'; readonly id: number; readonly reply: Reply<unknown> }
  | { readonly kind: 'asset'; readonly id: number; readonly asset: Asset | null }
  | { readonly kind: 'event'; readonly event: ArchiveEvent };
