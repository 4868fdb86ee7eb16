import { ArchiveError } from '#contract/errors.ts';
import { loadPdfLibrary, type PdfDocument } from './pdf-library.ts';

/** More than a reader wants to have, and a second or two of work. */
const mostImagePixels = 0;

/** Nothing is fetched, drawn, compiled or decoded that is no text; damage is read around. */
const options = {
  verbosity: 0,
  isEvalSupported: false,
  useWasm: false,
  useSystemFonts: false,
  useWorkerFetch: false,
  disableFontFace: false,
  fontExtraProperties: true,
  enableXfa: false,
  disableRange: true,
  disableStream: true,
  disableAutoFetch: true,
  stopAtErrors: false,
  maxImageSize: mostImagePixels,
};

/** Opens a PDF, hands it on, and closes it whatever happens. */
export async function withPdf<T>(bytes: Uint8Array, use: (document: PdfDocument) => Promise<T>): Promise<T> {
  const { getDocument } = await loadPdfLibrary();
  // The library takes the bytes away from who hands them over, and refuses a `Buffer`: it gets a copy.
  const loading = getDocument({ ...options, data: Uint8Array.from(bytes) });
  try {
    return await use(await opened(loading.promise));
  } finally {
    await loading.destroy();
  }
}

async function opened(promise: Promise<PdfDocument>): Promise<PdfDocument> {
  try {
    return await promise;
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    if (error.name === 'PasswordException')
      throw new ArchiveError(
        'unreadable-file',
        'This PDF is locked with a password; save it without one and take it in again.',
        {
          cause: error,
          details: { locked: true },
        },
      );
    throw brokenPdf(error);
  }
}

/** Whatever the library stumbles over is the file's fault: it reads what others wrote. */
export function brokenPdf(cause: unknown): ArchiveError {
  return new ArchiveError('unreadable-file', 'This PDF is damaged: no page of it can be read.', {
    cause,
    details: { damaged: true },
  });
}
