import type { CaptureJob } from './capture.ts';
import type { Renewal } from './renewal.ts';

/** The inputs of a job that are dealt with, however they came out. */
export function finishedInputs({ added, snapshotsAdded, duplicates, waiting, failed }: CaptureJob): number {
  return added + snapshotsAdded + duplicates + waiting + failed;
}

/** The articles of a renewal that are dealt with, however they came out. */
export function finishedArticles({ renewed, unchanged, failed }: Renewal): number {
  return renewed + unchanged + failed;
}
