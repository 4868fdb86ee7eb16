import type { DraftImage, Picture } from '#contract/draft.ts';
import type { Clock } from '#platform/clock.ts';
import type { Network } from '#platform/network.ts';
import { captureAddress } from './capture-address.ts';
import { captureBytes, captureFile, type DroppedFile } from './capture-file.ts';
import { captureText, type TextInput } from './capture-text.ts';
import type { Captured } from './captured.ts';
import { type DroppedPage, groupDropped } from './companions.ts';
import { expandPath } from './expand-path.ts';
import { fetchPictures } from './fetch-pictures.ts';

export type { Captured } from './captured.ts';

export type Capture = {
  /**
   * Every file to take in at a path, sorted: the file itself, or a folder's with those below.
   *
   * Throws `path-missing`, `unreadable-file`, and `empty-input` for a folder that holds nothing.
   */
  readonly expandPath: (path: string, signal: AbortSignal) => AsyncIterable<string>;
  /** Throws `path-missing`, `unreadable-file`, `empty-input`, `binary-input`, `unsupported-kind`, `too-large`. */
  readonly captureFile: (path: string, signal: AbortSignal) => Promise<Captured>;
  /** Pasted or piped text. The HTML flavour is preferred when it holds paragraphs, lists or the like. */
  readonly captureText: (input: TextInput) => Captured;
  /** A file handed over by value, with the files of its companion folder. */
  readonly captureBytes: (file: DroppedFile) => Captured;
  /** Parts the paths of a drop into pages, each with what belongs to it. */
  readonly groupDropped: (paths: readonly string[]) => DroppedPage[];
  /** Throws the codes that begin with `address-`, `empty-input`, `too-large`, `cancelled`. */
  readonly captureAddress: (address: string, signal: AbortSignal) => Promise<Captured>;
  /**
   * The pictures that can be had, in the order asked for; the others are left out in silence.
   *
   * Only a capture by address reaches for the network: a file that is taken in tells nobody.
   */
  readonly fetchPictures: (
    images: readonly DraftImage[],
    captured: Captured,
    signal: AbortSignal,
  ) => Promise<Picture[]>;
};

export function createCapture({ network, clock }: { readonly network: Network; readonly clock: Clock }): Capture {
  const now = (): string => new Date(clock.now()).toISOString();
  return {
    expandPath,
    captureFile: (path, signal) => captureFile(path, now(), signal),
    captureText: (input) => captureText(input, now()),
    captureBytes: (file) => captureBytes(file, now()),
    groupDropped,
    captureAddress: (address, signal) => captureAddress(network, address, now(), signal),
    fetchPictures: (images, captured, signal) => fetchPictures(network, images, captured, signal),
  };
}
