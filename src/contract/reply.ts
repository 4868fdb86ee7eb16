import type { ErrorData } from './errors.ts';

/** What every wire carries back: the result, or the failure as data. */
export type Reply<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: ErrorData };
