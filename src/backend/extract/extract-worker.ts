import type { Draft, ExtractInput } from '#contract/draft.ts';
import { serveTasks } from '#platform/thread-task.ts';
import { extractAny } from './extract.ts';

// The entry of an extraction thread; `platform/thread-pool.ts` starts and ends it.
serveTasks<ExtractInput, Draft>(extractAny);
