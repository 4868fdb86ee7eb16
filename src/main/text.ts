/** Every sentence that the main process shows; the window's are in renderer/text. */
export const text = {
  open: 'Open',
  cancel: 'Cancel',
  openLink: (host: string) => `Open ${host} in your browser?`,
  cannotOpen: 'Pressmark cannot open this library',
  file: 'File',
  help: 'Help',
  addFiles: 'Add Files…',
  addFolder: 'Add Folder…',
  showLibrary: 'Show Library Folder',
  keys: 'Keyboard Shortcuts',
} as const;
