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
  chooseFolder: {
    button: 'Choose',
    open: 'Open a Library',
    create: 'Choose an Empty Folder for the New Library',
    move: 'Choose an Empty Folder to Move the Library to',
    backup: 'Choose an Empty Folder for the Backup',
    watch: 'Choose a Folder to Watch',
  },
} as const;
