import type { WaitingAddress } from '#contract/capture.ts';
import type { ActResult } from '#contract/contract.ts';
import type { ArchiveError } from '#contract/errors.ts';
import type { Clock } from '#platform/clock.ts';
import type { Log } from '#platform/log.ts';
import type { Archive } from '../archive/archive.ts';
import type { News } from './news.ts';
import { mayPass, nextAttemptMs, restOfSiteMs } from './retry-pauses.ts';

/**
 * The addresses that were given and are not fetched yet.
 *
 * Each is written into the library's journal before it is first tried and stays there until it is taken in,
 * cannot be, or is removed. What fails for a reason that passes is tried again after growing pauses, at once
 * when the network comes back, and when Pressmark is started again.
 */
export type AddressQueue = {
  /** All that waits and is in no job's hands, longest waiting first. */
  readonly list: () => WaitingAddress[];
  /** Writes addresses down and leaves them to the caller, who settles each. */
  readonly hold: (addresses: readonly string[]) => void;
  /**
   * What came of an address: `null` when it was opened. Answers whether it goes on waiting.
   *
   * A failure that does not pass ends the wait where the person is told of it (`isTold`), and else stays in
   * the list with its reason.
   */
  readonly settle: (address: string, fault: ArchiveError | null, isTold: boolean) => boolean;
  /** The reader does not want them any more; that can be undone. */
  readonly remove: (addresses: readonly string[]) => ActResult;
  /** Tries these again now; `null`: all. */
  readonly retry: (addresses: readonly string[] | null) => void;
  /** Looks whether something was written down meanwhile: an undo, another process, another device. */
  readonly look: () => void;
  /** Begins to try by itself what waits. */
  readonly start: (attempt: Attempt) => void;
  readonly close: () => Promise<void>;
};

/** Takes an address in; answers why it could not be fetched. Never rejects. */
export type Attempt = (address: string, signal: AbortSignal) => Promise<ArchiveError | null>;

export type QueueOptions = {
  readonly archive: Pick<Archive, 'waitingAddresses' | 'letWait' | 'endWait' | 'journalPosition'>;
  readonly news: News;
  readonly clock: Clock;
  readonly log: Log;
  /** False while this computer is certainly in no network. */
  readonly isOnline: () => boolean;
  /** How often it looks whether something is due. */
  readonly lookEveryMs?: number;
};

type Waiting = {
  readonly sinceMs: number;
  readonly isOurs: boolean;
  /** `held`: in the hands of a job; `trying`: in ours. */
  phase: 'resting' | 'held' | 'trying';
  attempts: number;
  fault: ArchiveError | null;
  nextMs: number | null;
  /** Calls an attempt off. */
  readonly stop: AbortController;
};

const attemptsAtOnce = 3;

export function createAddressQueue(options: QueueOptions): AddressQueue {
  const { archive, news, clock, log, isOnline, lookEveryMs = 5000 } = options;
  const waiting = new Map<string, Waiting>();
  /** Until when a site that asked for it is left alone, by its host. */
  const rests = new Map<string, number>();
  const closing = new AbortController();
  const underWay = new Set<Promise<void>>();
  let position = -1;
  let wasOnline = true;
  let attempt: Attempt | undefined;
  let timer: NodeJS.Timeout | undefined;

  const tell = () => news.tell({ type: 'capture.waiting' });

  /** Brings what is known here in line with what is written down. */
  function look(): void {
    const newest = archive.journalPosition();
    if (newest === position) return;
    position = newest;
    const written = new Map(archive.waitingAddresses().map((one) => [one.address, one]));
    const gone = [...waiting].filter(([address, { phase }]) => phase === 'resting' && !written.has(address));
    for (const [address] of gone) waiting.delete(address);
    const fresh = [...written.values()].filter(({ address }) => !waiting.has(address));
    for (const { address, sinceMs, isOurs } of fresh) {
      const nextMs = isOurs ? clock.now() : null;
      waiting.set(address, { sinceMs, isOurs, phase: 'resting', ...untried(), nextMs });
    }
    if (gone.length + fresh.length > 0) tell();
  }

  function settle(address: string, fault: ArchiveError | null, isTold: boolean): boolean {
    const one = waiting.get(address);
    if (one === undefined) return false;
    const passes = fault !== null && mayPass(fault);
    if (fault === null || (!passes && isTold)) {
      waiting.delete(address);
      endWait([address]);
    } else {
      one.attempts += 1;
      Object.assign(one, { phase: 'resting', fault, nextMs: passes ? nextAttemptMs(one, fault, clock.now()) : null });
      const restMs = restOfSiteMs(fault);
      if (restMs !== null) rests.set(hostOf(address), clock.now() + restMs);
    }
    tell();
    return passes;
  }

  /** What cannot be written down now is tried once more after the next start, and recognised as known then. */
  function endWait(addresses: readonly string[]): void {
    try {
      archive.endWait(addresses, 'done');
    } catch (error) {
      log({ level: 'warn', room: 'services', action: 'end the wait of an address', problem: String(error) });
    }
  }

  function tryDue(): void {
    const now = clock.now();
    for (const [address, one] of waiting) {
      if (underWay.size >= attemptsAtOnce || attempt === undefined) return;
      const isDue = one.phase === 'resting' && one.nextMs !== null && one.nextMs <= now;
      if (!isDue || (rests.get(hostOf(address)) ?? 0) > now) continue;
      one.phase = 'trying';
      const work = tryOne(address, one.stop.signal, attempt).finally(() => {
        underWay.delete(work);
        tick();
      });
      underWay.add(work);
      tell();
    }
  }

  async function tryOne(address: string, stop: AbortSignal, attempt: Attempt): Promise<void> {
    const signal = AbortSignal.any([closing.signal, stop]);
    const fault = await attempt(address, signal);
    if (!signal.aborted) settle(address, fault, false);
  }

  function noticeNetwork(): void {
    const isNow = isOnline();
    const hasReturned = isNow && !wasOnline;
    wasOnline = isNow;
    if (!hasReturned) return;
    for (const one of waiting.values()) {
      if (one.phase === 'resting' && one.nextMs !== null) one.nextMs = clock.now();
    }
  }

  /** What goes wrong here (a busy catalogue) is no better for being thrown: the next look comes. */
  function tick(): void {
    if (closing.signal.aborted) return;
    try {
      look();
      noticeNetwork();
      tryDue();
    } catch (error) {
      log({ level: 'warn', room: 'services', action: 'look at what waits', problem: String(error) });
    }
  }

  return {
    list: () => [...waiting].filter(([, { phase }]) => phase !== 'held').map(describe),
    hold(addresses) {
      look();
      archive.letWait(addresses.filter((address) => !waiting.has(address)));
      for (const address of addresses) {
        const known = waiting.get(address) ?? { sinceMs: clock.now(), isOurs: true, ...untried() };
        waiting.set(address, { ...known, phase: 'held' });
      }
      tell();
    },
    settle,
    remove(addresses) {
      const known = addresses.filter((address) => waiting.has(address));
      const result = archive.endWait(known, 'removed');
      for (const address of known) {
        waiting.get(address)?.stop.abort(new Error('removed'));
        waiting.delete(address);
      }
      tell();
      return result;
    },
    retry(addresses) {
      const named = addresses ?? [...waiting.keys()];
      for (const address of named) {
        rests.delete(hostOf(address));
        const one = waiting.get(address);
        if (one?.phase === 'resting') one.nextMs = clock.now();
      }
      tick();
    },
    look: tick,
    start(first) {
      attempt = first;
      wasOnline = isOnline();
      tick();
      timer = setInterval(tick, lookEveryMs);
      timer.unref();
    },
    async close() {
      closing.abort(new Error('closing'));
      clearInterval(timer);
      await Promise.all(underWay);
    },
  };
}

function untried(): Pick<Waiting, 'attempts' | 'fault' | 'nextMs' | 'stop'> {
  return { attempts: 0, fault: null, nextMs: null, stop: new AbortController() };
}

function describe([address, one]: readonly [string, Waiting]): WaitingAddress {
  return {
    address,
    since: new Date(one.sinceMs).toISOString(),
    isTrying: one.phase === 'trying',
    attempts: one.attempts,
    error: one.fault?.toData() ?? null,
    nextAttemptAt: one.nextMs === null ? null : new Date(one.nextMs).toISOString(),
  };
}

function hostOf(address: string): string {
  return URL.parse(address)?.host ?? '';
}
