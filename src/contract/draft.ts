import type { FieldNotes, Metadata } from './article.ts';
import type { ExtractionWarning } from './extraction-warning.ts';
import type { Removal, RemovalReason } from './removal.ts';

/** HTML that the sanitiser made. Only `extract/sanitise.ts` can make one. */
export type SafeHtml = string & { readonly __brand: 'SafeHtml' };

/** What was taken in, as far as this version understands it. */
export type CaptureKind = 'html' | 'text' | 'markdown' | 'pdf';

/** What extraction needs to know of a capture. Plain data: it crosses a thread. */
export type ExtractInput = {
  readonly kind: CaptureKind;
  readonly bytes: Uint8Array;
  /** Where it came from, after redirects; `null` for a file or a paste that does not say. */
  readonly address: string | null;
  /** The charset of the transport (HTTP header), when it named one. */
  readonly charset: string | null;
  /** The file's own name, when it had one: a last resort for a headline. */
  readonly fileName: string | null;
  /** What the wrapping of the bytes (a mail, a book) says of the article. */
  readonly hints?: SourceHints;
  /** Also list the blocks of the whole original, for repairs by hand. */
  readonly listsBlocks?: boolean;
};

/** A block of an original, whether it is part of the story or not. */
export type PageBlock = {
  /** Its element: `p`, `h2`, `li`, `figure` … */
  readonly kind: string;
  /** Sanitised, without pictures. */
  readonly html: SafeHtml;
  readonly words: string;
  /** Share of its words that are links, 0 to 1. */
  readonly linkShare: number;
  /** Why it was left out, when a rule did it. */
  readonly reason: RemovalReason | null;
};

/** A value that a wrapping names for a field: a mail its subject, a book its authors. */
export type SourceHint<T> = { readonly value: T; readonly confidence: number; readonly detail: string };

/** What a wrapping says of the article inside. Origin `file`; weighed against what the page itself says. */
export type SourceHints = {
  readonly headline?: SourceHint<string>;
  readonly authors?: SourceHint<string[]>;
  readonly publishedAt?: SourceHint<string>;
  readonly source?: SourceHint<string>;
  readonly section?: SourceHint<string>;
  readonly dek?: SourceHint<string>;
  readonly language?: SourceHint<string>;
  readonly copyright?: SourceHint<string>;
  readonly canonicalUrl?: SourceHint<string>;
};

/** What an original can be: what is read as an article, or something that wraps it. */
export type OriginalKind = CaptureKind | 'mhtml' | 'email' | 'epub' | 'warc' | 'zip';

/** The untouched original, where it is not the very bytes that are read as an article. */
export type Original = { readonly kind: OriginalKind; readonly bytes: Uint8Array };

/** A picture the clean body wants. */
export type DraftImage = {
  /** Stands in the body as `<img src="image:KEY">` until the picture is placed. */
  readonly key: string;
  /** An absolute address, a path relative to the page, or a `data:` address. */
  readonly reference: string;
  readonly alt: string | null;
  /** True for the picture that metadata calls the lead. */
  readonly lead: boolean;
};

/** What extraction proposes, before anything is kept. Plain data: it crosses a thread. */
export type Draft = {
  readonly metadata: Metadata;
  readonly notes: FieldNotes;
  /** Clean body; pictures still stand as `image:KEY`. */
  readonly html: SafeHtml;
  /** The body as plain text; paragraphs parted by an empty line. */
  readonly text: string;
  readonly wordCount: number;
  readonly images: readonly DraftImage[];
  /** The character encoding the bytes were read with. */
  readonly encoding: string;
  /** Which way of extraction won: `readability`, `article-element`, `plain-text`, `markdown`. */
  readonly method: string;
  readonly removals: readonly Removal[];
  /** What the reader should know of it: that the text may be incomplete. */
  readonly warnings: readonly ExtractionWarning[];
  /** The address of the next page of the same article, where the page links to one. */
  readonly nextPage?: string;
  /** Of how many pages it was joined; one when left out. */
  readonly pages?: number;
  /** Only when they were asked for: the blocks of the whole original in its order. */
  readonly blocks?: readonly PageBlock[];
};

/** A picture that was fetched or read, ready to be kept. */
export type Picture = {
  readonly key: string;
  readonly bytes: Uint8Array;
  /** From the bytes themselves, not from what was claimed. */
  readonly mediaType: 'image/jpeg' | 'image/png' | 'image/gif' | 'image/webp' | 'image/avif' | 'image/svg+xml';
  readonly width: number | null;
  readonly height: number | null;
};
