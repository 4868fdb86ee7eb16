import { expect, test } from 'vitest';
import { closeBeforeQuit } from './quit.ts';

test('quitting waits until the back end is closed, and then really quits', async () => {
  const story: string[] = [];
  let beforeQuit: (event: { preventDefault: () => void }) => void = () => {};
  const app = {
    on: (_: 'before-quit', listener: typeof beforeQuit) => (beforeQuit = listener),
    quit() {
      let isStopped = false;
      beforeQuit({ preventDefault: () => (isStopped = true) });
      story.push(isStopped ? 'waits' : 'quits');
    },
  };
  const closing = Promise.withResolvers<void>();
  closeBeforeQuit(app, () => (story.push('closes'), closing.promise));
  app.quit();
  app.quit();
  closing.resolve();
  await closing.promise;
  await new Promise((resolve) => setTimeout(resolve, 10));
  expect(story).toEqual(['closes', 'waits', 'waits', 'quits']);
});
