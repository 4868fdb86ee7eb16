import type { Dialog } from 'electron';
import type { Backend } from '#backend/backend.ts';
import type { CaptureInput } from '#contract/capture.ts';

/** Begins to take things in; the window hears of it by the job's events. */
export async function takeIn(backend: Pick<Backend, 'call'>, inputs: readonly CaptureInput[]): Promise<void> {
  if (inputs.length > 0) await backend.call('capture.start', { inputs, wait: true });
}

/** Lets the person choose files or a folder, and takes them in. */
export async function chooseAndTakeIn(
  dialog: Pick<Dialog, 'showOpenDialog'>,
  backend: Pick<Backend, 'call'>,
  what: 'files' | 'folder',
): Promise<void> {
  const properties = what === 'files' ? (['openFile', 'multiSelections'] as const) : (['openDirectory'] as const);
  const { filePaths } = await dialog.showOpenDialog({ properties: [...properties] });
  await takeIn(
    backend,
    filePaths.map((path) => ({ kind: 'path', path })),
  );
}
