import { ArchiveError, type ErrorData } from '#contract/errors.ts';
import { contract, type MethodName, type Output, type ParsedInput } from '#contract/contract.ts';
import type { Reply } from '#contract/reply.ts';
import { isCancelled } from '#platform/cancellation.ts';
import type { Clock } from '#platform/clock.ts';
import type { Log } from '#platform/log.ts';

/** One handler for every method of the contract, and no other: the compiler sees to both. */
export type Handlers = {
  readonly [M in MethodName]: (input: ParsedInput<M>, signal: AbortSignal) => Promise<Output<M>> | Output<M>;
};

export type Dispatcher = (method: string, input: unknown, signal?: AbortSignal) => Promise<Reply<unknown>>;

/** A method slower than this says so in the log. */
const slowMs = 500;

/**
 * The only door to the back end: checks the name and the input, runs the handler, and answers with
 * a reply that is plain data whatever happened.
 *
 * Queries run beside each other. Commands run one at a time, in the order they came, so that no two
 * changes of the archive interleave.
 */
export function createDispatcher(options: {
  readonly handlers: Handlers;
  /** Waits until this method can be answered; rejects when it never can (the library does not open). */
  readonly whenReady: (method: MethodName) => Promise<void>;
  /** Told of every error that nobody expected: it may say that something is damaged. */
  readonly onBug: (error: unknown) => void;
  readonly clock: Clock;
  readonly log: Log;
}): Dispatcher {
  const { handlers, whenReady, onBug, clock, log } = options;
  let lastCommand: Promise<unknown> = Promise.resolve();
  let bugNumber = 0;

  function inOrder<T>(work: () => Promise<T>): Promise<T> {
    const result = lastCommand.then(work);
    lastCommand = result.catch(() => {});
    return result;
  }

  function failure(method: string, error: unknown): ErrorData {
    if (error instanceof ArchiveError) return error.toData();
    if (isAbort(error)) return new ArchiveError('cancelled', `${method} was cancelled`).toData();
    onBug(error);
    bugNumber += 1;
    const number = bugNumber;
    log({ level: 'error', room: 'dispatch', action: method, number, problem: describe(error) });
    // What a bug says of itself may hold paths: it stays in the log, under its number.
    return new ArchiveError('internal', `something went wrong inside Pressmark (number ${number} in its log)`, {
      details: { number },
    }).toData();
  }

  async function run(method: MethodName, input: unknown, signal: AbortSignal): Promise<unknown> {
    const parsed = parseInput(method, input);
    await whenReady(method);
    if (isCancelled(signal)) throw new ArchiveError('cancelled', `${method} was called off before it began`);
    // The parse above made `parsed` the input of exactly this method; the compiler cannot tie the two unions.
    const handler = handlers[method] as (input: unknown, signal: AbortSignal) => unknown;
    return await handler(parsed, signal);
  }

  return async function dispatch(method, input, signal = new AbortController().signal) {
    const startedAt = clock.now();
    try {
      if (!isMethod(method)) throw new ArchiveError('wrong-usage', `there is no method "${method.slice(0, 100)}"`);
      const work = () => run(method, input, signal);
      const value = contract[method].type === 'command' ? await inOrder(work) : await work();
      return { ok: true, value };
    } catch (error) {
      return { ok: false, error: failure(method, error) };
    } finally {
      const tookMs = Math.round(clock.now() - startedAt);
      if (tookMs > slowMs) log({ level: 'warn', room: 'dispatch', action: method.slice(0, 100), tookMs });
    }
  };
}

/** Only the contract's own keys: `constructor` and `__proto__` are no methods. */
function isMethod(name: string): name is MethodName {
  return Object.hasOwn(contract, name);
}

function parseInput(method: MethodName, input: unknown): unknown {
  const result = contract[method].input.safeParse(input);
  if (result.success) return result.data;
  const issue = result.error.issues[0];
  const where = issue === undefined || issue.path.length === 0 ? '' : `${issue.path.join('.')}: `;
  throw new ArchiveError('invalid-input', `${method}: ${where}${issue?.message ?? 'not what it takes'}`);
}

function isAbort(error: unknown): boolean {
  return error instanceof Error && error.name === 'AbortError';
}

function describe(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
