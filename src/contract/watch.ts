import { z } from 'zod';
import { errorData } from './capture.ts';

/** The folder whose new files are taken in by themselves. Each device watches its own. */
export const watchedFolder = z.object({
  /** False where nobody may name files of this computer: a window in a browser. */
  isPossible: z.boolean(),
  /** As it was chosen; `null`: none was. */
  folder: z.string().nullable(),
  isOn: z.boolean(),
  /** Why the folder cannot be looked at just now. */
  problem: errorData.nullable(),
  /** Files taken in since the folder was chosen. */
  taken: z.int(),
  /** Files that could not be taken in, newest first: at most 50. They are tried again when they change. */
  failures: z.array(z.object({ file: z.string(), error: errorData })),
});
export type WatchedFolder = z.infer<typeof watchedFolder>;

export const watchChange = z.object({
  /** An absolute path; left out: the folder stays. */
  folder: z.string().min(1).max(4000).optional(),
  isOn: z.boolean(),
  /** Take in what lies in a newly chosen folder already, too. */
  takeExisting: z.boolean().default(false),
});
export type WatchChange = z.output<typeof watchChange>;
