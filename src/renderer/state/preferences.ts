import type { HighlightColour } from '#contract/highlight.ts';
import { languageChoices, type LanguageChoice } from '../text/languages.ts';
import { createStore, type Store } from './store.ts';

export type Theme = 'system' | 'paper' | 'sepia' | 'dark';
/** `compact`: two lines for an article; `comfortable`: with its first words and tags. */
export type Density = 'comfortable' | 'compact';
/** What stands in the reader once the open article was archived or thrown away. */
export type Afterwards = 'next' | 'list';
export type Measure = 'narrow' | 'medium' | 'wide';
export type Typeface = 'serif' | 'sans';
/** Paragraphs stand apart, or begin with an indent as in a book. */
export type Paragraphs = 'spaced' | 'indented';
export type PrintColumns = 'one' | 'two';

/** How the reader likes the window: kept on this machine, never in the library. */
export type Preferences = {
  /** The language of the window; it is spoken from the next start of the window on. */
  readonly language: LanguageChoice;
  readonly theme: Theme;
  /** Size of the reading type, in CSS pixels. */
  readonly typeSizePx: number;
  readonly measure: Measure;
  readonly lineSpacing: number;
  readonly typeface: Typeface;
  readonly paragraphs: Paragraphs;
  readonly isJustified: boolean;
  readonly isHyphenated: boolean;
  readonly printColumns: PrintColumns;
  readonly hasPrintedPictures: boolean;
  /** How fast is read aloud: 1 is how the voice speaks by itself. */
  readonly aloudRate: number;
  /** The voice chosen for a language, by the name the system gives it. */
  readonly aloudVoices: Readonly<Record<string, string>>;
  /** At the end of an article the next of the list is read. */
  readonly doesAloudGoOn: boolean;
  readonly areShelvesOpen: boolean;
  readonly isListOpen: boolean;
  readonly isReaderOpen: boolean;
  readonly shelvesWidthPx: number;
  readonly listWidthPx: number;
  readonly listDensity: Density;
  /** Lists by date or source stand under headings. */
  readonly isListGrouped: boolean;
  readonly afterwards: Afterwards;
  /** The colour the next passage is marked in. */
  readonly markColour: HighlightColour;
  readonly areHighlightsOpen: boolean;
  /** Long work that ends while no window has the focus says so. */
  readonly doesNotify: boolean;
  /** Tags folded shut in the tree. */
  readonly foldedTags: readonly string[];
};

export const typeSizesPx = { smallest: 15, largest: 28 } as const;
export const lineSpacings = { smallest: 1.3, largest: 2, step: 0.1 } as const;
export const aloudRates = { smallest: 0.6, largest: 2.4, step: 0.2 } as const;
export const paneWidthsPx = {
  shelves: { smallest: 180, largest: 360 },
  list: { smallest: 280, largest: 640 },
} as const;

export const usualPreferences: Preferences = {
  language: 'system',
  theme: 'system',
  typeSizePx: 19,
  measure: 'medium',
  lineSpacing: 1.6,
  typeface: 'serif',
  paragraphs: 'spaced',
  isJustified: false,
  isHyphenated: true,
  printColumns: 'two',
  hasPrintedPictures: true,
  aloudRate: 1,
  aloudVoices: {},
  doesAloudGoOn: false,
  areShelvesOpen: true,
  isListOpen: true,
  isReaderOpen: true,
  shelvesWidthPx: 232,
  listWidthPx: 372,
  listDensity: 'comfortable',
  isListGrouped: false,
  afterwards: 'next',
  markColour: 'yellow',
  areHighlightsOpen: false,
  doesNotify: true,
  foldedTags: [],
};

const storageKey = 'pressmark.preferences';

/** Tells of what another window has put into the storage. */
export type OtherWindows = {
  addEventListener(name: 'storage', listener: (event: Pick<StorageEvent, 'key' | 'newValue'>) => void): void;
};

/**
 * A store that remembers itself; a window whose storage is closed works all the same, for this run.
 *
 * What is set in one window holds in the others at once. Which panes stand open is each window's own.
 */
export function createPreferences(
  storage: Pick<Storage, 'getItem' | 'setItem'>,
  others: OtherWindows,
): Store<Preferences> {
  const store = createStore(parsePreferences(read(storage)));
  let isHearing = false;
  others.addEventListener('storage', ({ key, newValue }) => {
    if (key !== storageKey) return;
    isHearing = true;
    store.set(({ areShelvesOpen, isListOpen, isReaderOpen }) => ({
      ...parsePreferences(newValue),
      areShelvesOpen,
      isListOpen,
      isReaderOpen,
    }));
    isHearing = false;
  });
  store.subscribe(() => {
    // What was heard is kept already; written back, two windows would answer each other for ever.
    if (isHearing) return;
    try {
      storage.setItem(storageKey, JSON.stringify(store.get()));
    } catch {
      // Storage full or closed: a preference that cannot be kept is not worth a message.
    }
  });
  return store;
}

function read(storage: Pick<Storage, 'getItem'>): string | null {
  try {
    return storage.getItem(storageKey);
  } catch {
    return null;
  }
}

/** Takes each preference that is whole and within bounds; the usual value stands in for the rest. */
export function parsePreferences(json: string | null): Preferences {
  const kept = parseObject(json);
  const usual = usualPreferences;
  return {
    language: oneOf(kept['language'], languageChoices, usual.language),
    theme: oneOf(kept['theme'], ['system', 'paper', 'sepia', 'dark'], usual.theme),
    typeSizePx: within(kept['typeSizePx'], typeSizesPx, usual.typeSizePx),
    measure: oneOf(kept['measure'], ['narrow', 'medium', 'wide'], usual.measure),
    lineSpacing: within(kept['lineSpacing'], lineSpacings, usual.lineSpacing),
    typeface: oneOf(kept['typeface'], ['serif', 'sans'], usual.typeface),
    paragraphs: oneOf(kept['paragraphs'], ['spaced', 'indented'], usual.paragraphs),
    isJustified: flag(kept['isJustified'], usual.isJustified),
    isHyphenated: flag(kept['isHyphenated'], usual.isHyphenated),
    printColumns: oneOf(kept['printColumns'], ['one', 'two'], usual.printColumns),
    hasPrintedPictures: flag(kept['hasPrintedPictures'], usual.hasPrintedPictures),
    aloudRate: within(kept['aloudRate'], aloudRates, usual.aloudRate),
    aloudVoices: stringsByName(kept['aloudVoices']),
    doesAloudGoOn: flag(kept['doesAloudGoOn'], usual.doesAloudGoOn),
    areShelvesOpen: flag(kept['areShelvesOpen'], usual.areShelvesOpen),
    isListOpen: flag(kept['isListOpen'], usual.isListOpen),
    isReaderOpen: flag(kept['isReaderOpen'], usual.isReaderOpen),
    shelvesWidthPx: within(kept['shelvesWidthPx'], paneWidthsPx.shelves, usual.shelvesWidthPx),
    listWidthPx: within(kept['listWidthPx'], paneWidthsPx.list, usual.listWidthPx),
    listDensity: oneOf(kept['listDensity'], ['comfortable', 'compact'], usual.listDensity),
    isListGrouped: flag(kept['isListGrouped'], usual.isListGrouped),
    afterwards: oneOf(kept['afterwards'], ['next', 'list'], usual.afterwards),
    markColour: oneOf(kept['markColour'], ['yellow', 'green', 'blue', 'pink', 'underline'], usual.markColour),
    areHighlightsOpen: flag(kept['areHighlightsOpen'], usual.areHighlightsOpen),
    doesNotify: flag(kept['doesNotify'], usual.doesNotify),
    foldedTags: strings(kept['foldedTags']),
  };
}

function parseObject(json: string | null): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(json ?? '{}');
    return typeof value === 'object' && value !== null ? { ...value } : {};
  } catch {
    return {};
  }
}

function oneOf<T extends string>(value: unknown, allowed: readonly T[], usual: T): T {
  return allowed.find((candidate) => candidate === value) ?? usual;
}

function within(
  value: unknown,
  bounds: { readonly smallest: number; readonly largest: number },
  usual: number,
): number {
  if (typeof value !== 'number' || Number.isNaN(value)) return usual;
  return Math.min(bounds.largest, Math.max(bounds.smallest, value));
}

function flag(value: unknown, usual: boolean): boolean {
  return typeof value === 'boolean' ? value : usual;
}

function strings(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
}

function stringsByName(value: unknown): Readonly<Record<string, string>> {
  const entries = typeof value === 'object' && value !== null ? Object.entries(value) : [];
  return Object.fromEntries(entries.filter((entry): entry is [string, string] => typeof entry[1] === 'string'));
}
