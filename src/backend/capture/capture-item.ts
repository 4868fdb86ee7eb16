import type { Captured } from './captured.ts';

/** One thing a file holds: an article, captured when asked for, or an address to fetch one from. */
export type CaptureItem =
  | {
      readonly kind: 'article';
      /** As the person would name it: `archive.zip › page.html`. */
      readonly label: string;
      readonly capture: (signal: AbortSignal) => Promise<Captured>;
    }
  | { readonly kind: 'address'; readonly address: string };
