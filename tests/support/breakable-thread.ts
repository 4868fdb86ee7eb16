import { parentPort } from 'node:worker_threads';
import '../../src/host/backend-thread.ts';

/** The real back-end thread with a fuse: the method `test.crash` kills it the way a bug would. */
parentPort?.on('message', (message: { readonly method?: string }) => {
  if (message.method === 'test.crash') throw new Error('the fuse has blown');
});
