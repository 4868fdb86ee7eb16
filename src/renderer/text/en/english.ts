import type { CaptureJob } from '#contract/capture.ts';
import { finishedInputs } from '#contract/work-done.ts';
import { formatNames, formatNumber, formatPercent } from '../format.ts';
import { articles, count, isOne } from './count.ts';
import { errors } from './errors.ts';
import { organising } from './organising.ts';
import { queryLanguage } from './query-language.ts';
import { reading, readingActions } from './reading.ts';
import { keptPictures } from './kept-pictures.ts';
import { repairing } from './repairing.ts';
import { sample } from './sample-article.ts';
import { managing } from './managing.ts';
import { searching } from './searching.ts';
import { takingIn } from './taking-in.ts';

/** "it" for one, "3 articles" for more: what a message about an act speaks of. */
function done(verb: string, number: number): string {
  return number === 1 ? verb : `${verb} ${articles(number)}`;
}

/** Every sentence of the window in English. A long flat table by intention; the other languages are like it. */
export const english = {
  appName: 'Pressmark',

  top: {
    add: 'Add',
    menu: 'Menu',
    showShelves: 'Show shelves',
    hideShelves: 'Hide shelves',
  },

  panes: {
    shelvesEdge: 'Width of the shelves',
    listEdge: 'Width of the list',
  },

  /** What comes with that which says it, and not before. */
  late: {
    renewing: async () => (await import('./renewing.ts')).renewing,
    extraction: async () => (await import('./extraction.ts')).extraction,
  },

  dialog: { close: 'Close', cancel: 'Cancel' },
  toasts: { label: 'Messages', close: 'Dismiss message' },

  shelves: {
    label: 'Shelves',
    saved: 'Saved searches',
    tags: 'Tags',
    sources: 'Sources',
    names: {
      unread: 'Unread',
      reading: 'Reading',
      readNext: 'Read next',
      favourites: 'Favourites',
      archive: 'Archive',
      all: 'All articles',
      highlights: 'Highlights',
      trash: 'Trash',
    },
    /** After a count, for those who hear it. */
    articles: (number: number): string => (isOne(number) ? 'article' : 'articles'),
    allSources: (number: number) => `All ${formatNumber(number)} sources`,
    fewerSources: 'Fewer sources',
  },

  list: {
    pane: 'List',
    label: 'Articles',
    unread: 'Unread',
    favourite: 'Favourite',
    readSoFar: (share: string) => `${share} read`,
    minutes: (minutes: number) => `${formatNumber(Math.max(1, minutes))} min`,
    sortAndLook: 'Sort and layout',
    sort: 'Sort',
    grouped: 'Under headings',
    rows: 'Rows',
    densities: { comfortable: 'Comfortable', compact: 'Compact' },
    noDate: 'No date known',
    noSource: 'No source known',
    sorts: {
      relevance: 'Best match first',
      saved: 'Last added first',
      published: 'Newest first',
      source: 'By source',
      title: 'By title',
      length: 'Longest first',
      own: 'In your order',
    },
    failed: 'The list could not be read',
    retry: 'Try again',
  },

  emptyShelves: {
    unread: { title: 'Nothing left to read', hint: 'What you take in comes here first.' },
    reading: {
      title: 'Nothing begun',
      hint: 'Articles you have started but not put away stay here, at the line where you stopped.',
    },
    readNext: {
      title: 'Nothing to read next',
      hint: 'Press Q on an article to line it up here, Shift+Q to put it first.',
    },
    collection: {
      title: 'Nothing in this collection yet',
      hint: 'Press C on an article to put it in, or drag it here.',
    },
    all: { title: 'No articles', hint: 'Drop a page on the window, or paste a text or an address.' },
    favourites: { title: 'No favourites yet', hint: 'Press S on an article to keep it in sight.' },
    archive: { title: 'The archive is empty', hint: 'Press E on an article to put it away here. It stays searchable.' },
    highlights: { title: 'No highlights yet', hint: 'Select words in an article, or press H while reading.' },
    trash: { title: 'The trash is empty', hint: 'What you throw away waits here and can be put back.' },
    tag: { title: 'Nothing under this tag', hint: 'Press T on an article to give it one.' },
    source: { title: 'Nothing from this source', hint: 'What it publishes and you take in comes here.' },
  },

  ...searching,
  ...managing,
  ...organising,
  ...takingIn,
  ...reading,
  ...keptPictures,
  ...repairing,
  queryLanguage,
  errors,
  sample,

  reader: {
    pane: 'Reader',
    bar: 'Article',
    back: 'Back to the list',
    favourite: 'Add to favourites',
    unfavourite: 'Remove from favourites',
    tag: 'Tag…',
    tags: 'Tags',
    addTag: 'Add tag',
    removeTag: (tag: string) => `Remove tag ${tag}`,
    archive: 'Archive',
    unarchive: 'Take out of the archive',
    unread: 'Mark as unread',
    trash: 'Move to trash',
    restore: 'Put back',
    more: 'More',
    openOutside: 'Open original page',
    opensOutside: 'opens outside Pressmark',
    copyAddress: 'Copy address',
    addressCopied: 'Address copied',
    addressNotCopied: 'The address could not be copied',
    details: 'Details…',
    correct: 'Details and corrections…',
    explain: 'How this was read…',
    original: 'Original as taken in…',
    repair: 'Repair by hand…',
    progress: 'Read so far',
    by: 'By',
    updated: (moment: string) => `Updated ${moment}`,
    page: (page: string) => `Page ${page}`,
    minutes: (minutes: number) => `${formatNumber(Math.max(1, minutes))} min`,
    minutesLeft: (minutes: number) => `${formatNumber(minutes)} min left`,
    correction: 'Correction',
    next: 'Next article',
    nothingOpen: 'Nothing open',
    nothingOpenHint: { before: 'Choose an article. ', between: 'move through the list,', after: 'opens.' },
    gone: 'This article is no longer here',
    goneHint: 'It may have been removed from the library folder.',
    failed: 'The article could not be opened',
  },

  highlights: {
    title: 'Highlights',
    bar: 'Mark the selection',
    note: 'Add a note…',
    noteLabel: 'Note',
    notePlaceholder: 'What do you make of it?',
    articleNote: 'Note on this article',
    articleNotePlaceholder: 'A note on the whole article…',
    colour: 'Colour',
    colours: { yellow: 'Yellow', green: 'Green', blue: 'Blue', pink: 'Pink', underline: 'Underline' },
    tags: 'Tags of this highlight',
    addTag: 'Add tag',
    copy: 'Copy text',
    copied: 'Copied',
    notCopied: 'This could not be copied',
    saved: 'Saved as a file',
    remove: 'Remove highlight',
    one: 'Highlight',
    panel: 'Highlights of this article',
    panelCount: (number: number) =>
      number === 0 ? 'Highlights of this article' : `Highlights of this article: ${formatNumber(number)}`,
    close: 'Close highlights',
    open: (quote: string) => `Highlight: ${quote}`,
    none: 'Select words to mark them. By keys: H chooses a sentence, arrows move it, H again marks it.',
    orphans: 'No longer in the text',
    orphansHint: 'The article was taken in anew, and these words are not in it any more.',
    copyMarkdown: 'Copy as Markdown',
    saveMarkdown: 'Save as Markdown…',
    nothingToCopy: 'There are no highlights here yet',
    fileName: (name: string) => `${name}.md`,
    allFileName: 'Pressmark highlights.md',
    moving: (words: string) => `Selected: ${words}`,
    tooLong: 'This is too much to mark at once.',
    list: 'Highlights of all articles',
    filter: 'Filter highlights',
    filterPlaceholder: 'Words in passages, notes and tags',
    narrow: 'Narrow the highlights',
    withNotes: 'With notes',
    noneFound: 'No highlight is like that',
    noneFoundHint: 'Every word must occur in the passage, its note, its tags or its article’s headline.',
    clearFilter: 'Show all',
    export: 'Export',
    order: 'Order',
    orders: { made: 'Marked last first', article: 'Article by article' },
    onArticle: 'On the article',
    acts: {
      added: 'Highlighted',
      changed: 'Highlight changed',
      removed: 'Highlight removed',
      annotated: 'Note kept',
    },
  },

  guesses: { title: 'Read from your paste. Is it right?', right: 'All right' },

  correct: {
    title: 'Is this right?',
    all: 'Details and corrections',
    unsure: 'Pressmark is not sure of this. Press to correct it.',
    save: 'Save',
    notFound: 'Not found in what was taken in',
    authorsHint: 'Names, parted by commas',
    origin: (origin: string, confidence: number) =>
      confidence >= 0.95 ? origin : `${origin}, ${formatPercent(confidence)} sure`,
    origins: {
      'json-ld': 'From the page’s own data',
      meta: 'From the page’s own data',
      microdata: 'From the page’s own data',
      markup: 'From the layout of the page',
      text: 'Read from the text',
      address: 'Read from the address',
      file: 'From the file',
      'front-matter': 'From the file’s head',
      detected: 'Worked out by Pressmark',
      reader: 'Set by you',
    },
    fields: {
      section: 'Section',
      kicker: 'Kicker',
      headline: 'Headline',
      dek: 'Summary line',
      authors: 'Authors',
      byline: 'Byline as printed',
      agency: 'Agency',
      dateline: 'Place',
      publishedAt: 'Published',
      updatedAt: 'Updated',
      source: 'Source',
      canonicalUrl: 'Address',
      edition: 'Edition',
      page: 'Page',
      language: 'Language',
      correction: 'Correction',
      copyright: 'Copyright',
    },
    address: 'Address',
    saved: 'Taken in',
    length: 'Length',
    words: (words: string) => `${words} words`,
    snapshots: 'Snapshots',
    folder: 'Folder',
  },

  original: {
    title: 'The original, as taken in',
    sealed:
      'Shown in a sealed frame: no script runs, nothing is fetched, links lead nowhere. What lay outside of the page is missing.',
    notShown: (path: string) => `This original is no page that can be shown here. It lies in the library: ${path}`,
    frame: (headline: string) => `Original of “${headline}”`,
  },

  explain: {
    title: 'How this was read',
    reading: 'Reading the original once more…',
    lead: (words: string, method: string, encoding: string) =>
      `${words} words, found ${readingMethods[method] ?? `by ${method}`}, in ${encoding.toUpperCase()}.`,
    changed:
      'The article as kept was read by an older version of Pressmark, or was changed. This is how it would be read now.',
    joined: (pages: number) => `Joined from ${count(pages, 'page', 'pages')} of the site.`,
    fields: 'Where each field comes from',
    leadImage: 'Lead picture',
    why: (origin: string, detail: string | null, confidence: string) =>
      `${origin}${detail === null ? '' : ` (${detail})`} · ${confidence} sure`,
    leftOut: 'Left out of the story',
    nothingLeftOut: 'Nothing. Everything on the page is in the article.',
  },

  type: {
    title: 'Type and theme',
    theme: 'Theme',
    themes: { system: 'System', paper: 'Paper', sepia: 'Sepia', dark: 'Dark' },
    size: 'Size',
    smaller: 'Smaller type',
    larger: 'Larger type',
    spacing: 'Line spacing',
    tighter: 'Tighter lines',
    looser: 'Looser lines',
    measure: 'Line length',
    measures: { narrow: 'Narrow', medium: 'Medium', wide: 'Wide' },
    typeface: 'Typeface',
    typefaces: { serif: 'Serif', sans: 'Sans' },
    paragraphs: 'Paragraphs',
    paragraphChoices: { spaced: 'Apart', indented: 'Indented' },
    justified: 'Even edges',
    hyphenated: 'Hyphenation',
    notHyphenated: (language: string) => `This system cannot part words in ${language}, so they stay whole.`,
    languageUnknown: 'The language of this article is not known, so its words stay whole.',
  },

  tags: {
    title: (number: number) => (number === 1 ? 'Tag this article' : `Tag ${articles(number)}`),
    placeholder: 'Add a tag, politics/europe nests',
    make: (tag: string) => `New tag “${tag}”`,
    takeOff: 'remove',
    empty: 'No tags yet. Type one and press Enter.',
  },

  bulk: {
    label: 'Chosen articles',
    chosen: (number: number) => `${formatNumber(number)} chosen`,
    clear: 'Choose one only',
  },

  acts: {
    undo: 'Undo',
    undone: 'Undone',
    nothingToUndo: 'Nothing to undo',
    favourited: (number: number) => done('Added to favourites', number),
    unfavourited: (number: number) => done('Removed from favourites', number),
    stateSet: {
      unread: (number: number) => done('Marked as unread', number),
      reading: (number: number) => done('Marked as being read', number),
      archived: (number: number) => done('Archived', number),
    },
    trashed: (number: number) => done('Moved to trash', number),
    restored: (number: number) => done('Put back', number),
    tagged: (tags: readonly string[], number: number) =>
      number === 1 ? `Tagged ${formatNames(tags)}` : `Tagged ${articles(number)} ${formatNames(tags)}`,
    untagged: (tags: readonly string[], number: number) =>
      number === 1 ? `Removed ${formatNames(tags)}` : `Removed ${formatNames(tags)} from ${articles(number)}`,
    corrected: 'Corrected',
  },

  capture: {
    addTitle: 'Add to the library',
    address: 'Address of a page',
    addressWrong: 'This is not a web address.',
    pasteLabel: 'Or paste a text',
    pasteHint: 'Headline on the first line, then the story',
    chooseFiles: 'Choose files…',
    add: 'Add',
    dropHint: 'You can also drop files, folders, links or text anywhere in the window, or paste without opening this.',
    dropHere: 'Drop to add to the library',
    dropKinds: 'Pages, PDF, mails, books, web archives, zips, text, whole folders, links',
    nothingToTake: 'There is no article in what was dropped.',
    leftOut: (number: number) => `Left out ${count(number, 'file', 'files')} that are no articles`,
    panel: 'Being added',
    progress: 'Added so far',
    beginning: 'Beginning…',
    cancel: 'Stop',
    dismiss: 'Dismiss',
    failures: 'What failed',
    retry: (number: number) => (number === 1 ? 'Try again' : `Try all ${formatNumber(number)} again`),
    moreFailures: (number: number) => `and ${formatNumber(number)} more`,
    jobTitle: (job: CaptureJob) => jobTitle(job),
    counts: (job: CaptureJob) => jobCounts(job),
  },

  firstRun: {
    title: 'Begin your library',
    lead: 'Pressmark keeps articles for good, in an ordinary folder on this computer. Add one, and it is set for reading and found by any word in it.',
    drop: 'Drop files',
    dropHint: 'Saved pages, PDF, EPUB, mail, text or a whole folder, anywhere in this window.',
    address: 'Enter an address',
    addressHint: 'The page is fetched once, with its pictures, and kept.',
    paste: 'Paste a text',
    pasteHint: 'From a page, a mail or a document, with',
    sampleHint: 'Nothing at hand?',
    sample: 'Add a sample article',
    removeSample: 'Remove this sample',
  },

  opening: {
    title: 'Opening the library',
    count: ({ done: ready, total }: { readonly done: number; readonly total: number }) =>
      `${formatNumber(ready)} of ${articles(total)}`,
  },

  broken: {
    lost: 'Pressmark’s archive does not answer',
    lostHint: 'Your library is safe on disk. Start Pressmark again, or try once more.',
    failed: 'The library could not be opened',
    lostBanner: 'The archive has stopped answering. Trying to reach it again…',
    readOnlyBanner: 'This library can be read but not changed: its folder cannot be written to.',
  },

  palette: { title: 'Commands', placeholder: 'What do you want to do?', empty: 'No such command' },
  keys: { title: 'Keys' },
  /** As they are printed on keyboards. */
  keyNames: { ctrl: 'Ctrl', shift: 'Shift', alt: 'Alt', space: 'Space', escape: 'Esc', enter: 'Enter' },

  actionGroups: { move: 'Move', article: 'Article', window: 'Window', go: 'Go to', theme: 'Theme' },

  actions: {
    ...readingActions,
    next: 'Next article',
    previous: 'Previous article',
    extendDown: 'Extend the choice down',
    extendUp: 'Extend the choice up',
    first: 'First article',
    last: 'Last article',
    open: 'Open',
    openInWindow: 'Open in a new window',
    newWindow: 'New window',
    pageDown: 'Page down',
    pageUp: 'Page up',
    back: 'Back',
    selectAll: 'Choose all',
    favourite: 'Favourite',
    archive: 'Archive, or take out again',
    unread: 'Mark as unread',
    tag: 'Tag…',
    queue: 'Read next, or take off',
    queueFirst: 'Read first of all',
    readNext: 'Go on with what is read next',
    collect: 'Put in a collection…',
    takeOut: 'Take out of this collection',
    moveUp: 'Move up in your order',
    moveDown: 'Move down in your order',
    newCollection: 'New collection…',
    renameTag: 'Rename this tag…',
    moveTag: 'Move this tag under another…',
    mergeTag: 'Merge this tag into another…',
    removeTag: 'Remove this tag',
    rules: 'Rules…',
    trash: 'Move to trash',
    restore: 'Put back from the trash',
    details: 'Details and corrections',
    guesses: 'Check what was read from a paste',
    explain: 'How this was read',
    reread: 'Read again from the original',
    fetchPictures: 'Fetch missing pictures',
    repair: 'Repair by hand',
    original: 'Original as taken in',
    openOutside: 'Open original page',
    highlight: 'Highlight, or choose a sentence to mark',
    annotate: 'Note on the selection or the article',
    highlights: 'Highlights of this article',
    copyHighlights: 'Copy this article’s highlights as Markdown',
    saveHighlights: 'Save all highlights as Markdown',
    undo: 'Undo',
    search: 'Search',
    add: 'Add to the library',
    waiting: 'Waiting addresses',
    watch: 'Watched folder',
    bookmarklet: 'Add from the browser',
    copyLink: 'Copy a link to this article',
    messages: 'Go to the last message, and back',
    palette: 'Commands',
    keys: 'List of keys',
    queryHelp: 'What you can type in the search field',
    saveSearch: 'Save this search',
    why: 'Why was this found',
    forgetRecent: 'Clear recent searches',
    settings: 'Settings',
    libraries: 'Libraries: open, make or move one',
    health: 'Storage and health of the library',
    compactRows: 'Compact or comfortable rows',
    groupList: 'List under headings, or without',
    toggleShelves: 'Show or hide shelves',
    toggleList: 'Show or hide the list',
    toggleReader: 'Show or hide the reader',
    larger: 'Larger type',
    smaller: 'Smaller type',
    goUnread: 'Go to unread',
    goReading: 'Go to reading',
    goFavourites: 'Go to favourites',
    goArchive: 'Go to the archive',
    goAll: 'Go to all articles',
    goTrash: 'Go to the trash',
    goReadNext: 'Go to read next',
    goHighlights: 'Go to highlights',
    themeSystem: 'Theme: as the system',
    themePaper: 'Theme: paper',
    themeSepia: 'Theme: sepia',
    themeDark: 'Theme: dark',
  },
};

/** What every language must say. */
export type Dictionary = typeof english;

const readingMethods: Readonly<Record<string, string>> = {
  'article-element': 'by where the prose stands on the page',
  readability: 'by Readability',
  'json-ld': 'in the page’s structured data',
  'whole-page': 'by taking the whole page',
  'plain-text': 'by the shape of a news text',
  markdown: 'as Markdown',
  'pdf-layout': 'by the layout of the PDF',
};

function jobTitle(job: CaptureJob): string {
  const finished = finishedInputs(job);
  if (job.phase === 'running') {
    return job.total <= 1 ? 'Adding…' : `Adding ${formatNumber(finished)} of ${formatNumber(job.total)}`;
  }
  if (job.phase === 'cancelled') return `Stopped after ${formatNumber(finished)} of ${formatNumber(job.total)}`;
  if (job.total === 1) {
    if (job.failed === 1) return 'Could not be added';
    if (job.waiting === 1) return 'Kept, to be fetched later';
    if (job.duplicates === 1) return 'Already in the library';
    return job.snapshotsAdded === 1 ? 'A newer version was added' : 'Added';
  }
  if (job.failed === job.total) return `None of ${formatNumber(job.total)} could be added`;
  if (job.failed > 0) return `${formatNumber(job.failed)} of ${formatNumber(job.total)} could not be added`;
  if (job.waiting === job.total) return `Kept ${count(job.waiting, 'address', 'addresses')}, to be fetched later`;
  return `Added ${articles(job.added + job.snapshotsAdded)}`;
}

function jobCounts(job: CaptureJob): string {
  const parts = [
    job.added > 0 ? `${formatNumber(job.added)} new` : '',
    job.snapshotsAdded > 0 ? `${formatNumber(job.snapshotsAdded)} newer versions` : '',
    job.duplicates > 0 ? `${formatNumber(job.duplicates)} already there` : '',
    job.waiting > 0 ? `${formatNumber(job.waiting)} to be fetched later` : '',
  ];
  return parts.filter((part) => part !== '').join(' · ');
}
