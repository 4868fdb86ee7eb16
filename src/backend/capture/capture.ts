import type { DraftImage } from '#contract/draft.ts';
import type { Clock } from '#platform/clock.ts';
import type { Network } from '#platform/network.ts';
import { type AddressArticle, openAddress } from './capture-address.ts';
import { type DroppedFile, openDropped, openFile } from './capture-file.ts';
import type { CaptureItem } from './capture-item.ts';
import { captureText, type TextInput } from './capture-text.ts';
import type { Captured } from './captured.ts';
import { type DroppedPage, groupDropped } from './companions.ts';
import { expandPath } from './expand-path.ts';
import { defaultPictureLimits, type FetchedPictures, fetchPictures } from './fetch-pictures.ts';

export type { CaptureItem } from './capture-item.ts';
export type { Captured } from './captured.ts';
export type { AddressArticle } from './capture-address.ts';
export type { FetchedPictures } from './fetch-pictures.ts';
export { onlyAddresses } from './kinds/address-list.ts';
export { isPrintout } from './kinds/printout.ts';
export { withKnownPictures } from './kinds/known-pictures.ts';
export { joinCaptured } from './join-captured.ts';
export { canBePacked } from './pack-pages.ts';
export { pictureFacts } from './picture-header.ts';

export type Capture = {
  /**
   * Every file to take in at a path, sorted: the file itself, or a folder's with those below.
   *
   * Throws `path-missing`, `unreadable-file`, and `empty-input` for a folder that holds nothing.
   */
  readonly expandPath: (path: string, signal: AbortSignal) => AsyncIterable<string>;
  /**
   * Everything in a file, one by one: most files are one article, a mail, a book, a zip or a web
   * archive may hold many, and a list of addresses names pages to fetch.
   *
   * What is wrong with the whole file is thrown here, what is wrong with one article by its own
   * capture: `path-missing`, `unreadable-file`, `empty-input`, `binary-input`, `unsupported-kind`,
   * `too-large`, `no-article`.
   */
  readonly openFile: (path: string, signal: AbortSignal) => AsyncIterable<CaptureItem>;
  /** The same for a file handed over by value, with the files of its companion folder. */
  readonly openDropped: (file: DroppedFile, signal: AbortSignal) => AsyncIterable<CaptureItem>;
  /** Pasted or piped text. The HTML flavour is preferred when it holds paragraphs, lists or the like. */
  readonly captureText: (input: TextInput) => Captured;
  /** Parts the paths of a drop into pages, each with what belongs to it. */
  readonly groupDropped: (paths: readonly string[]) => DroppedPage[];
  /**
   * What is at an address: one article, or all that a book or an archive served there holds.
   *
   * Throws the codes that begin with `address-`, `empty-input`, `too-large`, `cancelled`, and those of `openFile`.
   */
  readonly openAddress: (address: string, signal: AbortSignal) => AsyncIterable<AddressArticle>;
  /**
   * The pictures that can be had, in the order asked for; of the others, why they cannot.
   *
   * Only a capture by address reaches for the network: a file that is taken in tells nobody. `asksSites` says
   * otherwise: `true` when the reader asked for pictures that are missing.
   */
  readonly fetchPictures: (
    images: readonly DraftImage[],
    captured: Captured,
    signal: AbortSignal,
    asksSites?: boolean,
  ) => Promise<FetchedPictures>;
};

export function createCapture({ network, clock }: { readonly network: Network; readonly clock: Clock }): Capture {
  const now = (): string => new Date(clock.now()).toISOString();
  return {
    expandPath,
    openFile: (path, signal) => openFile(path, { now, signal }),
    openDropped: (file, signal) => openDropped(file, { now, signal }),
    captureText: (input) => captureText(input, now()),
    groupDropped,
    openAddress: (address, signal) => openAddress(network, address, { now, signal }),
    fetchPictures: (images, captured, signal, asksSites) =>
      fetchPictures(network, images, captured, signal, defaultPictureLimits, asksSites),
  };
}
