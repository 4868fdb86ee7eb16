import { count } from './count.ts';

/** What the window says where an article is repaired by hand. A part of the table in `english.ts`. */
export const repairing = {
  repair: {
    title: 'Repair by hand',
    reading: 'Reading the original once more…',
    parts: 'Parts of the article',
    text: 'Text',
    fields: 'Fields',
    preview: 'The article as it will be',
    original: 'The original, block by block',
    nothing: 'The text would be empty.',
    minor: (number: number) => `Also menus, labels and links (${count(number, 'block', 'blocks')})`,
    toggleHint: 'takes out or puts back',
    nextHint: 'next left out',
    undoHint: 'one step back',
    picture: 'A picture without words',
    takenOut: 'Taken out by you',
    putBack: 'Put back by you',
    leftOut: 'Left out: not taken for the story',
    noPlace: (words: string) => `A repair of yours finds no place in this text: “${words}”`,
    forget: 'Forget it',
    everywhere: (host: string) => `From now on also on other pages of ${host}`,
    bySite: 'Left out by your wish for this site',
    onSite: (host: string, number: number) => `On ${host}, ${count(number, 'block is', 'blocks are')} always left out`,
    remove: 'Remove',
    changes: (number: number) =>
      number === 0 ? 'Nothing is changed yet.' : `${count(number, 'change', 'changes')}, not saved yet.`,
    leaving: (number: number) => `${count(number, 'change is', 'changes are')} not saved. Close all the same?`,
    discard: 'Discard',
    stay: 'Go on repairing',
    save: 'Save',
    readAs: (value: string) => `Read as “${value}”`,
    readAsNothing: 'Nothing was read',
    back: 'Back to what was read',
    done: 'Repaired',
    byHand: (number: number) => `Repaired by hand in ${count(number, 'place', 'places')}`,
    mayMiss: 'Parts of the original may be missing here.',
    compare: 'Compare and repair',
  },
};

export type Repairing = typeof repairing;
