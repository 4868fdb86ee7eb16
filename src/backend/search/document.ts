import { hash } from 'node:crypto';
import type { ReadingState } from '#contract/article.ts';
import { fieldNames } from './fields.ts';
import {
  type ColumnValues,
  correctionFlag,
  favouriteFlag,
  highlightFlag,
  noteFlag,
  pictureFlag,
  states,
  trashedFlag,
  versionFlag,
} from './storage/columns.ts';
import { instantSeconds, printedSeconds } from './storage/days.ts';
import type { NameKind, Names } from './storage/names.ts';

/** An article as search sees it: six fields of words, and what is filtered, counted and sorted by. */
export type SearchDocument = {
  readonly id: string;
  readonly title: string;
  readonly author: string;
  readonly source: string;
  readonly section: string;
  readonly tag: string;
  readonly body: string;
  readonly tags: readonly string[];
  readonly authors: readonly string[];
  /** A day or an instant as printed, `YYYY-MM-DD…`; null when unknown. */
  readonly published: string | null;
  /** When it was first taken in (instant, UTC). */
  readonly saved: string;
  readonly state: ReadingState;
  readonly favourite: boolean;
  readonly trashed: boolean;
  readonly words: number;
  readonly language: string | null;
  /** The host of its address: `www.example.org`. What is left out from here on is not known or not so. */
  readonly site?: string | null;
  readonly agency?: string | null;
  readonly place?: string | null;
  readonly hasPicture?: boolean;
  readonly hasCorrection?: boolean;
  /** It was taken in more than once. */
  readonly hasVersions?: boolean;
  readonly hasHighlight?: boolean;
  readonly hasNote?: boolean;
};

/** The texts of the six fields, in their order. */
export function textsOf(document: SearchDocument): string[] {
  return fieldNames.map((name) => document[name]);
}

/**
 * A fingerprint of all that makes a new posting or a new list necessary. The same print: only
 * columns can have changed, and nothing is cut into words again. `group` is that of its language: words
 * of another have other stems.
 */
export function printOf(document: SearchDocument, group: string): Uint8Array {
  // JSON keeps the parts apart and lone surrogates as they are: no two documents become the same text.
  const text = JSON.stringify([group, ...textsOf(document), document.authors, document.tags]);
  return hash('sha256', text, 'buffer').subarray(0, 16);
}

/** What the typed columns hold of a document; names get their numbers. */
export function columnsOf(document: SearchDocument, names: Readonly<Record<NameKind, Names>>): ColumnValues {
  return {
    published: printedSeconds(document.published),
    saved: instantSeconds(document.saved),
    words: Math.max(0, Math.trunc(document.words)),
    state: states.indexOf(document.state),
    flags: flagsOf(document),
    source: names.source.number(document.source),
    section: names.section.number(document.section),
    language: names.language.number(document.language ?? ''),
    site: names.site.number(document.site ?? ''),
    agency: names.agency.number(document.agency ?? ''),
    place: names.place.number(document.place ?? ''),
    authors: [...new Set(document.authors)].map((name) => names.author.number(name)),
    tags: [...new Set(document.tags)].map((name) => names.tag.number(name)),
  };
}

function flagsOf(document: SearchDocument): number {
  const flags: [isSo: boolean | undefined, flag: number][] = [
    [document.favourite, favouriteFlag],
    [document.trashed, trashedFlag],
    [document.hasPicture, pictureFlag],
    [document.hasCorrection, correctionFlag],
    [document.hasVersions, versionFlag],
    [document.hasHighlight, highlightFlag],
    [document.hasNote, noteFlag],
  ];
  return flags.reduce((all, [isSo, flag]) => (isSo === true ? all | flag : all), 0);
}
