import type { CaptureOutcome } from '#contract/capture.ts';
import { ArchiveError } from '#contract/errors.ts';
import type { Log } from '#platform/log.ts';
import { captureArticle } from './capture-article.ts';
import type { CaptureRooms } from './capture-rooms.ts';
import type { CapturePiece, CaptureUnit } from './capture-units.ts';

export type UnitTaken = {
  /** One for each article that it turned out to hold, or one that says why there is none. */
  readonly outcomes: readonly CaptureOutcome[];
  /** Why it could not be opened at all; `null` when it was, whatever became of what is in it. */
  readonly fault: ArchiveError | null;
};

type Taking = { readonly rooms: CaptureRooms; readonly log: Log };

/** Takes in all that a unit holds. `turn` is awaited before anything is kept. Never rejects. */
export async function takeUnit(
  unit: CaptureUnit,
  turn: Promise<void>,
  signal: AbortSignal,
  taking: Taking,
): Promise<UnitTaken> {
  const outcomes: CaptureOutcome[] = [];
  try {
    for await (const piece of unit.pieces(signal)) outcomes.push(...(await takePiece(piece, turn, signal, taking)));
    if (outcomes.length === 0) throw new ArchiveError('no-article', `no article is found in ${unit.label}`);
    return { outcomes, fault: null };
  } catch (error) {
    const fault = knownError(error, signal, taking.log);
    return { outcomes: [...outcomes, failure(unit.label, fault)], fault };
  }
}

/** One outcome for an article, however many inputs it was joined of; of a failure one for each of them. */
async function takePiece(
  { label, capture, further }: CapturePiece,
  turn: Promise<void>,
  signal: AbortSignal,
  { rooms, log }: Taking,
): Promise<CaptureOutcome[]> {
  const inputs = () => [label, ...(further?.joined ?? [])];
  try {
    const { id, status, headline } = await captureArticle(rooms, await capture(signal), turn, signal, further);
    return [{ input: inputs().join(' + '), status, id, headline, error: null }];
  } catch (error) {
    const fault = knownError(error, signal, log);
    return inputs().map((input) => failure(input, fault));
  }
}

function failure(input: string, error: ArchiveError): CaptureOutcome {
  return { input, status: 'failed', id: null, headline: null, error: error.toData() };
}

function knownError(error: unknown, signal: AbortSignal, log: Log): ArchiveError {
  if (error instanceof ArchiveError) return error;
  if (signal.aborted) return new ArchiveError('cancelled', 'cancelled before it was taken in', { retryable: true });
  const problem = error instanceof Error ? (error.stack ?? error.message) : String(error);
  log({ level: 'error', room: 'services', action: 'capture', problem });
  return new ArchiveError('internal', 'something went wrong inside Pressmark; nothing was kept of this one');
}
