import { serveTasks } from '#platform/thread-task.ts';
import { openShrinker, type Shrunk, type ShrinkTask } from './shrink.ts';

/** Unpacked twice over, the largest picture that is taken on fits in. */
const memoryLimitMb = 768;

// The entry of the thread that makes small copies of pictures; `platform/thread-pool.ts` starts and ends it.
const shrink = await openShrinker(memoryLimitMb);
serveTasks<ShrinkTask, Shrunk>((task) => {
  try {
    return shrink(task);
  } catch (error) {
    // Whatever broke the decoder has left it in no state to go on: the thread ends of it, and the next has a new one.
    return new Promise<never>(() => {
      setImmediate(() => {
        throw error;
      });
    });
  }
});
