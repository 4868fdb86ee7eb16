import type { ArchiveError, ErrorCode } from '#contract/errors.ts';

/** When an address that could not be fetched is tried again. */

const firstPauseMs = 60_000;
const longestPauseMs = 6 * 3_600_000;
/** A site may ask for more than that, but not for ever. */
const longestAskedMs = 24 * 3_600_000;
/** After this an address is only tried when asked: it stays in the list with its reason. */
const patienceMs = 30 * 24 * 3_600_000;

const passing: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'address-unreachable',
  'address-timeout',
  'address-status',
]);

/** True for what may be another in an hour: no network, a name not found, a site that is busy or broken. */
export function mayPass({ code, retryable }: ArchiveError): boolean {
  return retryable && passing.has(code);
}

/** The moment of the next attempt; `null` when it was tried for long enough. Each pause is twice the last. */
export function nextAttemptMs(
  { sinceMs, attempts }: { readonly sinceMs: number; readonly attempts: number },
  fault: ArchiveError,
  nowMs: number,
): number | null {
  if (nowMs - sinceMs > patienceMs) return null;
  const pauseMs = Math.min(longestPauseMs, firstPauseMs * 2 ** Math.min(20, attempts - 1));
  return nowMs + Math.max(pauseMs, askedMs(fault));
}

/** How long the whole site is left alone, when it asked for that; `null` when it did not. */
export function restOfSiteMs(fault: ArchiveError): number | null {
  const status = fault.details['status'];
  if (status === 429) return Math.max(firstPauseMs, askedMs(fault));
  return status === 503 && fault.details['waitMs'] !== undefined ? askedMs(fault) : null;
}

function askedMs(fault: ArchiveError): number {
  return Math.min(longestAskedMs, Number(fault.details['waitMs'] ?? 0));
}
