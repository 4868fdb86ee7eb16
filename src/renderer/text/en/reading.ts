import { formatNumber } from '../format.ts';
import { count } from './count.ts';

/** What the window says around the text that is read. A part of the table in `english.ts`. */
export const reading = {
  find: {
    bar: 'Find in this article',
    label: 'Find in this article',
    placeholder: 'Find in this article',
    previous: 'Previous place',
    next: 'Next place',
    stay: 'Close and stay here',
    words: 'Words of the search',
    none: 'Not found',
    one: (at: number, total: number) => `${formatNumber(at)} of ${formatNumber(total)}`,
    places: (number: number) => count(number, 'place', 'places'),
    button: (number: number) =>
      number === 0 ? 'Find in this article' : `Find in this article: ${count(number, 'place', 'places')} of the search`,
  },

  pictures: {
    title: 'Picture',
    open: (words: string) => (words === '' ? 'View picture' : `View picture: ${words}`),
    at: (at: number, total: number) => `${formatNumber(at)} of ${formatNumber(total)}`,
    previous: 'Previous picture',
    next: 'Next picture',
    larger: 'Larger',
    smaller: 'Smaller',
    fit: 'Fit into the window',
    link: 'Open the page behind it',
    shows: 'In words',
    missing: 'This picture is missing from the library.',
    view: 'The picture, to be moved with the arrow keys when it is larger than the window',
    none: 'There is no picture in this article',
  },

  notes: {
    title: (mark: string) => `Note ${mark}`,
    go: 'Go to the note',
  },

  aloud: {
    bar: 'Read aloud',
    start: 'Read aloud',
    pause: 'Pause',
    resume: 'Go on',
    stop: 'Stop reading aloud',
    previous: 'Sentence before',
    next: 'Next sentence',
    speed: 'Speed',
    slower: 'Slower',
    faster: 'Faster',
    rate: (rate: number) => `${formatNumber(rate)}×`,
    voice: 'Voice',
    goOn: 'Go on with the next article',
    noVoice: 'This system has no voice that reads aloud.',
    noVoiceHint:
      'Pressmark uses the voices of the system, and none that sends the text away. Add one in the settings of the system; it is offered here at once.',
    noVoiceFor: (language: string) => `No voice for ${language} is installed.`,
    readWith: 'Read with',
    choose: 'Choose a voice…',
    failed: 'The voice has stopped. Try again, or choose another one.',
    ended: 'Read to the end',
  },

  focus: { leave: 'Leave focus mode' },

  print: {
    title: 'Print',
    columns: 'Columns',
    columnChoices: { one: 'One', two: 'Two' },
    pictures: 'With pictures',
    hint: 'On paper or as a PDF: the next window of the system offers both.',
    preparing: 'Pictures are being loaded…',
    print: 'Print…',
    missing: (number: number) => `${count(number, 'picture is', 'pictures are')} missing from the print.`,
    savedOn: (day: string) => `Kept on ${day}`,
  },
};

/** What is done while reading, as the palette and the list of keys call it. */
export const readingActions = {
  find: 'Find in this article',
  findNext: 'Next place found',
  findPrevious: 'Previous place found',
  pictures: 'View the pictures',
  aloud: 'Read aloud from here, or pause',
  aloudNext: 'Read aloud: next sentence',
  aloudPrevious: 'Read aloud: sentence before',
  aloudStop: 'Stop reading aloud',
  focus: 'Focus mode: the article alone',
  print: 'Print, or save as PDF',
};

export type Reading = typeof reading;

export type ReadingActions = typeof readingActions;
