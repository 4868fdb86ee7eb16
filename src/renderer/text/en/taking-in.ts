import { formatClock, formatMoment, formatNumber } from '../format.ts';
import { count } from './count.ts';

/** What the window says of what comes in by itself. A part of the table in `english.ts`. */
export const takingIn = {
  waiting: {
    title: 'Waiting addresses',
    intro:
      'These could not be fetched yet. They are tried again by themselves, at once when the network comes back, and stay here until then.',
    empty: 'No address waits.',
    emptyDetail: 'Without a network you can go on adding addresses: they wait here and are fetched later.',
    list: 'Addresses that wait',
    waiting: (number: number) => count(number, 'address waits', 'addresses wait'),
    show: 'Show',
    hide: 'Hide',
    trying: 'Fetching it now…',
    notTried: 'Not tried yet.',
    nextToday: (moment: string) => `Next try at ${formatClock(moment)}.`,
    next: (moment: string) => `Next try on ${formatMoment(moment)}.`,
    notByItself: 'It is not tried again by itself.',
    retry: 'Try now',
    retryOne: (address: string) => `Try ${address} now`,
    retryAll: 'Try all now',
    remove: 'Remove',
    removeOne: (address: string) => `Remove ${address}`,
    removed: (number: number) => `Removed ${count(number, 'address', 'addresses')}`,
    more: (number: number) => `and ${formatNumber(number)} more`,
  },

  watch: {
    title: 'Watched folder',
    intro:
      'New files in this folder are added by themselves, each once, when nothing writes to them any more. The files stay where they are.',
    notHere: 'A window in a browser may not name folders of this computer.',
    notHereDetail: 'In the app a folder can be watched. Here, drop files or whole folders on the window.',
    folder: 'Folder',
    folderHint: 'Its whole path',
    choose: 'Choose…',
    existing: 'Add what lies there already, too',
    begin: 'Watch this folder',
    stop: 'Stop watching',
    goOn: 'Watch again',
    watching: (taken: number) =>
      taken === 0 ? 'Watching.' : `Watching. ${count(taken, 'file', 'files')} added so far.`,
    resting: 'Not watching.',
    none: 'No folder is watched.',
    failures: 'Files that could not be added',
    failuresNote: 'They are tried again when they change.',
    forget: 'Clear this list',
  },

  links: {
    title: 'Add this page?',
    detail: 'A link asks Pressmark to add it. If you have not followed one just now, say no.',
    add: 'Add',
    bookmarklet: {
      title: 'Add from the browser',
      intro:
        'Drag this button to the bookmarks of your browser. Pressed there, it hands the page you are looking at to Pressmark.',
      name: 'Add to Pressmark',
      byHand: 'Or make a bookmark by hand, with this as its address:',
      copy: 'Copy',
      copied: 'Copied.',
      refused: 'The browser keeps its clipboard to itself. Select the text above and copy it.',
      inApp:
        'Only the address is handed over; Pressmark asks you and fetches the page itself. A page that wants a login is better saved in the browser and dropped here.',
      inBrowser:
        'Only the address is handed over; Pressmark asks you and fetches the page itself. It works as long as Pressmark is served at this address: start it with a fixed port.',
    },
    schemeTitle: 'Links to Pressmark',
    schemes: [
      { link: 'pressmark://add?url=…', means: 'asks whether to add the page at this address' },
      { link: 'pressmark://search?q=…', means: 'searches the library' },
      { link: 'pressmark://open/…', means: 'opens an article; its link is copied by “Copy a link to this article”' },
    ],
    copied: 'Link copied',
    notCopied: 'The browser keeps its clipboard to itself.',
  },
};

export type TakingIn = typeof takingIn;
