import type { FolderKind } from '#contract/library.ts';
import { articles, count } from './count.ts';
import { formatBytes, formatMoment, formatNumber } from '../format.ts';

/** What the window says of itself, of its libraries and of their health. A part of the table in `english.ts`. */
export const managing = {
  manage: {
    title: 'Settings and library',
    pages: { settings: 'Settings', libraries: 'Libraries', health: 'Storage and health' },
    stop: 'Stop',
    switched: (name: string) => `“${name}” is open`,
    moved: (name: string, before: string) =>
      `“${name}” is open at its new place. The folder before is still there; delete it yourself when you are sure: ${before}`,
  },

  settings: {
    language: 'Language of the window',
    languageWhy: 'Articles stay in their own language. A change is spoken once the window is loaded anew.',
    asSystem: 'As the system',
    reload: 'Load the window anew',
    theme: 'Theme',
    themeWhy: '“System” turns dark when your computer does, so that the page never glares at night.',
    density: 'Rows of the list',
    densityWhy: 'Compact shows twice as many articles, without their first words and tags.',
    grouped: 'Headings in lists',
    groupedWhy: 'Lists by date or by source stand under days or sources.',
    on: 'On',
    off: 'Off',
    notices: 'Say when long work is done',
    noticesWhy: 'A notice of the system, only while you work in another program. Clicking it leads back to the result.',
    afterwards: 'After putting an article away',
    afterwardsWhy: 'When you archive or throw away the open article, the next one can follow by itself.',
    afterwardsChoices: { next: 'Open the next', list: 'Back to the list' },
    type: 'Face, size and lines of the text',
    typeWhy: 'Set where you see them: open an article and press “Type and theme” above it, or + and − at any time.',
    kept: 'Settings are kept on this computer and never in the library.',
  },

  libraries: {
    current: 'Open now',
    show: 'Show folder',
    move: 'Move…',
    others: 'Opened before',
    noOthers: 'No other library has been opened on this computer.',
    open: 'Open',
    openNamed: (name: string) => `Open ${name}`,
    forget: 'Take off this list',
    forgetNamed: (name: string) => `Take ${name} off this list`,
    notThere: 'Not there now',
    another: 'Another library',
    openOther: 'Open a library…',
    create: 'Make a new one…',
    choose: 'Choose…',
    path: 'Full path of the folder',
    pathHint: 'As your file manager shows it.',
    notOpened: (path: string) => `The library that was open last could not be opened: ${path}`,
    purposes: {
      open: { title: 'Open a library', act: 'Open' },
      create: { title: 'Make a new library', act: 'Make it' },
      move: { title: 'Move this library', act: 'Copy, compare and switch' },
      backup: { title: 'Make a backup', act: 'Copy and compare' },
    },
    moveHint: 'Everything is copied and compared byte by byte, then the copy is opened. The folder as it is now stays.',
    copying: 'Copying and comparing',
    inside: 'This folder lies inside the open library, or around it.',
    openAlready: 'This library is open.',
    /** What a folder could be used for, said before anything is done. */
    kinds: {
      library: 'A Pressmark library.',
      newer: 'A library of a newer Pressmark. Update the app to open it.',
      damaged: 'A library whose own record (library.json) is missing or damaged. Bring it back from a backup.',
      empty: 'An empty folder.',
      new: 'This folder will be made.',
      'no-parent': 'There is no such folder, and none above it either. Is the path right?',
      'other-files': 'This folder holds other things and is no library.',
      file: 'This is a file; a library is a folder.',
      'not-writable': 'Nothing may be written here. Choose another place, or change the rights of the folder.',
      unreadable: 'This place cannot be read.',
      relative: 'Enter the full path, from its very beginning.',
    } satisfies Record<FolderKind, string>,
    readOnly: 'It can be read but not changed.',
  },

  health: {
    figures: 'What is in it',
    articles: 'Articles',
    trashed: 'In the trash',
    snapshots: 'Snapshots',
    pictures: 'Pictures',
    words: 'Words',
    size: 'Size on disk',
    total: (bytes: number) => `${formatBytes(bytes)} in the library folder`,
    catalogue: (bytes: number) => `Lists and search take ${formatBytes(bytes)} outside of it; they can be made again.`,
    kinds: {
      articles: 'Clean articles',
      originals: 'Originals',
      pictures: 'Pictures',
      journals: 'What you did',
      other: 'Other',
    },
    measuring: 'Looking at every file…',
    notMeasured: 'The folder could not be measured.',
    index: 'Search',
    indexReady: 'Knows every article.',
    indexBuilding: (done: number, total: number) =>
      `Being built: ${formatNumber(done)} of ${articles(total)}. What is there already is found.`,
    check: 'Check',
    checkHint: 'Reads every file and compares it with what was recorded when it was kept. Nothing is changed.',
    never: 'This library has not been checked on this computer yet.',
    sound: (when: string, files: number) =>
      `All is well. Checked on ${formatMoment(when)}: ${count(files, 'file is as it was kept', 'files are as they were kept')}.`,
    unsound: (when: string, findings: number) =>
      `Checked on ${formatMoment(when)}: ${count(findings, 'thing is', 'things are')} not as recorded.`,
    checkNow: 'Check now',
    checking: 'Checking',
    rebuild: 'Make lists and search anew',
    rebuildHint: 'From the folder alone. Nothing in the library is changed or lost.',
    rebuilding: 'Making lists and search anew',
    rebuilt: (number: number) => `Made anew from ${articles(number)}`,
    backup: 'Make a backup…',
    backupHint: 'A copy of the whole library in an empty folder, compared byte by byte.',
    backedUp: (path: string) => `Copied and compared: ${path}`,
    more: (number: number) => `and ${formatNumber(number)} more`,
    /** What each kind of finding means, and what to do about it. */
    findings: {
      'missing-file': {
        title: 'Files are missing',
        advice: 'Bring them back from a backup or from another device; what is left can still be read.',
      },
      'changed-file': {
        title: 'Files were changed',
        advice: 'Something else than Pressmark wrote to them, or the disk is failing. Bring them back from a backup.',
      },
      'unknown-folder': {
        title: 'Things that are not Pressmark’s',
        advice: 'They do no harm. Move them out of the library folder.',
      },
      'journal-damaged': {
        title: 'The record of what you did is damaged',
        advice: 'Lines that cannot be read are left out. Bring the journal back from a backup or from another device.',
      },
      'catalogue-differs': {
        title: 'Lists are behind the folder',
        advice: 'Make lists and search anew; the folder is right.',
      },
      'index-differs': { title: 'Search is behind the folder', advice: 'Make lists and search anew.' },
      'half-written': {
        title: 'Something was not saved to its end',
        advice: 'Left behind by a crash. Pressmark clears it away at a later start.',
      },
    } as Readonly<Record<string, { readonly title: string; readonly advice: string }>>,
    unknownFinding: { title: 'Something else', advice: 'Update Pressmark and check once more.' },
  },
};

export type Managing = typeof managing;
