import type { Dialog, Shell } from 'electron';
import type { Backend } from '#backend/backend.ts';
import type { FolderPurpose, LibraryList } from '#contract/libraries.ts';
import type { Desktop } from '../host/library-host.ts';
import type { MainText } from './text/main-text.ts';

/** The system's folder dialog and its file manager. */
export function desktopOf(
  dialog: Pick<Dialog, 'showOpenDialog'>,
  shell: Pick<Shell, 'openPath'>,
  text: () => MainText,
): Required<Desktop> {
  return {
    async chooseFolder(purpose) {
      const { filePaths } = await dialog.showOpenDialog({
        title: text().chooseFolder[purpose],
        buttonLabel: text().chooseFolder.button,
        properties: propertiesFor(purpose),
      });
      return filePaths[0] ?? null;
    },
    async showFolder(folder) {
      await shell.openPath(folder);
    },
  };
}

/** Where something new is to be put, the dialog lets a folder be made. */
function propertiesFor(purpose: FolderPurpose): ('openDirectory' | 'createDirectory' | 'promptToCreate')[] {
  return purpose === 'open' || purpose === 'watch'
    ? ['openDirectory']
    : ['openDirectory', 'createDirectory', 'promptToCreate'];
}

/** Shows the folder of the library that is open now. */
export async function showOpenLibrary(backend: Pick<Backend, 'call'>, shell: Pick<Shell, 'openPath'>): Promise<void> {
  const reply = await backend.call('libraries.list', {});
  if (reply.ok) await shell.openPath((reply.value as LibraryList).current.path);
}
