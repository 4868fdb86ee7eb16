import { ArchiveError } from '#contract/errors.ts';
import { systemCode } from './file-errors.ts';

/** What a failure of the network means to a person; anything unexpected comes back as it was. */
export function networkFailure(error: unknown, url: URL): unknown {
  if (error instanceof ArchiveError) return error;
  const code = systemCode(error);
  switch (code) {
    case 'UND_ERR_CONNECT_TIMEOUT':
    case 'ETIMEDOUT':
      return timeoutError(url, 'the site did not take the connection in time', error);
    case 'UND_ERR_HEADERS_TIMEOUT':
      return timeoutError(url, 'the site did not answer in time', error);
    case 'UND_ERR_BODY_TIMEOUT':
      return timeoutError(url, 'the site stopped in the middle of its answer', error);
    case 'ENOTFOUND':
      return unreachableError(
        url,
        `no host named ${url.hostname} is known: check the address and the connection`,
        error,
      );
    case 'UND_ERR_DESTROYED':
      return new ArchiveError('cancelled', 'fetching was broken off', { cause: error });
    case '':
      return error;
    default:
      return unreachableError(url, `its answer could not be read (${code}): try again later`, error);
  }
}

export function timeoutError(url: URL, reason: string, cause: unknown): ArchiveError {
  return failure('address-timeout', url, reason, { retryable: true, cause });
}

function unreachableError(url: URL, reason: string, cause: unknown): ArchiveError {
  return failure('address-unreachable', url, reason, { retryable: true, cause });
}

export function redirectsError(url: URL, reason: string): ArchiveError {
  return failure('address-redirects', url, reason);
}

/** `waitMs` is how long the site asks to be left alone, where it does. */
export function statusError(url: URL, status: number, waitMs: number | null = null): ArchiveError {
  const retryable = status >= 500 || [408, 425, 429].includes(status);
  return failure('address-status', url, `the site answered with status ${status}`, { retryable, status, waitMs });
}

type FailureFacts = {
  readonly retryable?: boolean;
  readonly cause?: unknown;
  readonly status?: number;
  readonly waitMs?: number | null;
};

function failure(code: ArchiveError['code'], url: URL, reason: string, facts: FailureFacts = {}): ArchiveError {
  const { retryable = false, cause, status, waitMs = null } = facts;
  const details = {
    host: url.hostname,
    ...(status === undefined ? {} : { status }),
    ...(waitMs === null ? {} : { waitMs }),
  };
  return new ArchiveError(code, `cannot fetch ${url.href}: ${reason}`, { retryable, cause, details });
}
