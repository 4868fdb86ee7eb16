/** As much of pdf.js as is used here; its own types need a browser's. */
export type PdfLibrary = {
  readonly getDocument: (options: Readonly<Record<string, unknown>>) => PdfLoading;
};

export type PdfLoading = { readonly promise: Promise<PdfDocument>; readonly destroy: () => Promise<void> };

export type PdfDocument = {
  readonly numPages: number;
  readonly getPage: (number: number) => Promise<PdfPage>;
  readonly getMetadata: () => Promise<{
    readonly info: Readonly<Record<string, unknown>>;
    readonly metadata: { readonly get: (name: string) => unknown } | null;
  }>;
};

export type PdfPage = {
  readonly getViewport: (options: { readonly scale: number }) => {
    readonly width: number;
    readonly height: number;
    readonly transform: readonly number[];
  };
  readonly streamTextContent: (options: { readonly includeMarkedContent: boolean }) => ReadableStream<{
    readonly items: readonly (PdfText | PdfMark)[];
  }>;
  readonly getStructTree: () => Promise<PdfTagNode | null>;
  readonly getOperatorList: () => Promise<unknown>;
  readonly getAnnotations: () => Promise<
    readonly { readonly subtype?: string; readonly url?: string; readonly rect?: readonly number[] }[]
  >;
  readonly commonObjs: { readonly has: (name: string) => boolean; readonly get: (name: string) => unknown };
  readonly cleanup: () => void;
};

/** Where a marked part of the text begins or ends. */
export type PdfMark = { readonly type: string; readonly id?: string };

/** An element of the tree of tags, or a leaf that names a marked part of the text. */
export type PdfTagNode = {
  readonly role?: string;
  readonly type?: string;
  readonly id?: string;
  readonly children?: readonly PdfTagNode[];
};

/** A stretch of text; white space comes as stretches of its own. */
export type PdfText = {
  readonly str: string;
  readonly dir: string;
  readonly width: number;
  readonly height: number;
  /** Scale, turn and place: a b c d e f. */
  readonly transform: readonly number[];
  readonly fontName: string;
  readonly hasEOL: boolean;
};

/**
 * Loads pdf.js with the first PDF that is read: it is larger than all of Pressmark.
 *
 * Its display half looks for a canvas when it is loaded and says on the console that there is none;
 * nothing is drawn here. Its working half is imported beside it, so that it starts no thread: this
 * already runs in one that may be thrown away.
 */
export async function loadPdfLibrary(): Promise<PdfLibrary> {
  /* oxlint-disable no-console -- the library's, not ours, and taken back below */
  const { warn } = console;
  console.warn = () => {};
  try {
    await import('pdfjs-dist/legacy/build/pdf.worker.mjs');
    // The library's own types are a browser's; `PdfLibrary` is what is used of them.
    return (await import('pdfjs-dist/legacy/build/pdf.mjs')) as unknown as PdfLibrary;
  } finally {
    console.warn = warn;
    /* oxlint-enable no-console */
  }
}
