import type { Draft, ExtractInput } from '#contract/draft.ts';
import type { ThreadPool } from '#platform/thread-pool.ts';
import type { Archive } from '../archive/archive.ts';
import type { Capture } from '../capture/capture.ts';

/** The rooms that a capture goes through. */
export type CaptureRooms = {
  readonly capture: Capture;
  readonly archive: Archive;
  /** Extraction runs in threads of its own, with limits of time and memory. */
  readonly extraction: ThreadPool<ExtractInput, Draft>;
};
