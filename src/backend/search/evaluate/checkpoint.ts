import { isCancelled } from '#platform/cancellation.ts';
import { ArchiveError } from '#contract/errors.ts';

/** Called now and then in long work; throws when nobody waits for the answer any more. */
export type Checkpoint = () => void;

export const noCheckpoint: Checkpoint = () => {};

export function checkpointOf(signal: AbortSignal | undefined): Checkpoint {
  if (signal === undefined) return noCheckpoint;
  return () => {
    if (isCancelled(signal)) throw new ArchiveError('cancelled', 'a newer query took the place of this one');
  };
}
