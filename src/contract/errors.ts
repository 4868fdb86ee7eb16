/**
 * Every way in which something can go wrong that a reader or a program should tell apart.
 *
 * The list is closed: a switch over it is checked by the compiler, and the reader's sentence for
 * each code stands in `renderer/text/errors.ts`.
 */
export const errorCodes = [
  // asked for wrongly
  'wrong-usage',
  'invalid-input',
  'not-found',
  'query-invalid',
  // a file, a paste, standard input
  'path-missing',
  'unreadable-file',
  'empty-input',
  'binary-input',
  'unsupported-kind',
  'broken-charset',
  'too-large',
  'no-article',
  'extract-timeout',
  'extract-memory',
  // an address
  'address-invalid',
  'address-refused',
  'address-unreachable',
  'address-status',
  'address-redirects',
  'address-type',
  'address-timeout',
  // the library
  'library-missing',
  'library-read-only',
  'library-newer',
  'library-damaged',
  'library-busy',
  'folder-unfit',
  'disk-full',
  // the run itself
  'cancelled',
  'disconnected',
  'internal',
] as const;

export type ErrorCode = (typeof errorCodes)[number];

/** What an error looks like once it travels: plain data that survives JSON and structured clone. */
export type ErrorData = {
  readonly code: ErrorCode;
  /** One sentence in English for logs and the command line: what, where, what to do. */
  readonly message: string;
  /** True when the same request may succeed later with nothing changed. */
  readonly retryable: boolean;
  /** Plain facts for the window to build its own sentence from. */
  readonly details: Readonly<Record<string, string | number | boolean | null>>;
};

type ErrorOptions = {
  readonly retryable?: boolean;
  readonly details?: ErrorData['details'];
  readonly cause?: unknown;
};

/**
 * An expected failure: something that goes wrong in normal use.
 *
 * Anything thrown that is not an `ArchiveError` is a bug and reaches the caller as `internal`.
 */
export class ArchiveError extends Error {
  override readonly name = 'ArchiveError';
  readonly code: ErrorCode;
  readonly retryable: boolean;
  readonly details: ErrorData['details'];

  constructor(code: ErrorCode, message: string, options: ErrorOptions = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.code = code;
    this.retryable = options.retryable ?? false;
    this.details = options.details ?? {};
  }

  /** The error as data, for a wire or a job's report. */
  toData(): ErrorData {
    const { code, message, retryable, details } = this;
    return { code, message, retryable, details };
  }

  /** The error again, on the far side of a wire. */
  static fromData(data: ErrorData): ArchiveError {
    return new ArchiveError(data.code, data.message, { retryable: data.retryable, details: data.details });
  }
}
