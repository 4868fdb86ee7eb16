import type { CaptureInput } from '#contract/capture.ts';
import { ArchiveError } from '#contract/errors.ts';
import { type AddressArticle, type Capture, type CaptureItem, isPrintout, onlyAddresses } from '../capture/capture.ts';
import type { PagesAtHand } from './pages-at-hand.ts';

/** One article to capture, by the name a person would give it. */
export type CapturePiece = Pick<AddressArticle, 'label' | 'capture'> & {
  /** The further pages of its article that came with it. */
  readonly further?: PagesAtHand;
};

/** One thing that becomes one article, or a reason why not; an address may turn out to hold many. */
export type CaptureUnit = {
  /** As the person would name it. */
  readonly label: string;
  /**
   * Where it is to be fetched from; `null` for what is on this machine.
   *
   * What is on this machine is kept in the order given, so that of two equal inputs the first is the one
   * added; a slow site must not hold up others.
   */
  readonly address: string | null;
  readonly pieces: (signal: AbortSignal) => AsyncIterable<CapturePiece>;
};

export type UnitOptions = {
  readonly capture: Capture;
  /** False where the caller must not name files of this machine (the browser host). */
  readonly allowPaths: boolean;
};

/**
 * Parts what was handed over into single articles: a folder into its files, a file into what it
 * holds, a list of addresses into the addresses, a drop into pages with what lies beside them.
 *
 * What cannot be parted (a missing folder, a damaged archive) is a unit too: one whose capture fails
 * with the reason.
 */
export async function* unitsOf(
  input: CaptureInput,
  options: UnitOptions,
  signal: AbortSignal,
): AsyncIterable<CaptureUnit> {
  switch (input.kind) {
    case 'path':
      yield* pathUnits(input.path, options, signal);
      return;
    case 'address':
      yield addressUnit(input.address, options.capture);
      return;
    case 'text':
      yield* textUnits(input, options.capture, signal);
      return;
    case 'files':
      yield* droppedUnits(input.files, options.capture, signal);
      return;
  }
}

async function* pathUnits(path: string, options: UnitOptions, signal: AbortSignal): AsyncIterable<CaptureUnit> {
  const { capture, allowPaths } = options;
  if (!allowPaths) {
    yield failing(
      path,
      new ArchiveError('wrong-usage', 'a browser cannot name files of this computer; drop them instead'),
    );
    return;
  }
  try {
    for await (const file of capture.expandPath(path, signal)) {
      yield* itemUnits(file, capture.openFile(file, signal), capture, signal);
    }
  } catch (error) {
    if (signal.aborted) throw error;
    yield failing(path, error);
  }
}

/** The units of one file. What is wrong with it as a whole is a unit that fails, and the next file's turn comes. */
async function* itemUnits(
  label: string,
  items: AsyncIterable<CaptureItem>,
  capture: Capture,
  signal: AbortSignal,
): AsyncIterable<CaptureUnit> {
  try {
    for await (const item of items) {
      if (item.kind === 'address') yield addressUnit(item.address, capture);
      else yield localUnit(item.label, item.capture);
    }
  } catch (error) {
    if (signal.aborted) throw error;
    yield failing(label, error);
  }
}

export function addressUnit(address: string, capture: Capture): CaptureUnit {
  return { label: address, address, pieces: (signal) => capture.openAddress(address, signal) };
}

/** The addresses that are named outright, and not by a file that is still to be opened. */
export function addressesOf(inputs: readonly CaptureInput[]): string[] {
  return inputs.flatMap((input) => {
    if (input.kind === 'address') return [input.address];
    return input.kind === 'text' ? [...onlyAddresses(input.text)] : [];
  });
}

function localUnit(label: string, capture: CapturePiece['capture']): CaptureUnit {
  return {
    label,
    address: null,
    async *pieces() {
      yield { label, capture };
    },
  };
}

/** Pasted text that is nothing but addresses, one a line, means the pages behind them; a printout, each article in it. */
async function* textUnits(
  input: Extract<CaptureInput, { kind: 'text' }>,
  capture: Capture,
  signal: AbortSignal,
): AsyncIterable<CaptureUnit> {
  const addresses = onlyAddresses(input.text);
  if (addresses.length > 0) {
    for (const address of addresses) yield addressUnit(address, capture);
    return;
  }
  const label = input.name ?? (input.origin === 'stdin' ? '-' : 'pasted text');
  if (isPrintout(input.text)) {
    const bytes = new TextEncoder().encode(input.text);
    const file = { path: label, bytes, companions: new Map<string, Uint8Array>(), origin: input.origin };
    yield* itemUnits(label, capture.openDropped(file, signal), capture, signal);
    return;
  }
  yield localUnit(label, async () =>
    capture.captureText({
      text: input.text,
      origin: input.origin,
      ...(input.html === undefined ? {} : { html: input.html }),
      ...(input.name === undefined ? {} : { name: input.name }),
    }),
  );
}

type DroppedFile = Extract<CaptureInput, { kind: 'files' }>['files'][number];

/** A drop is small enough to lie in memory; the bytes of a page's companions go with the page. */
async function* droppedUnits(
  files: readonly DroppedFile[],
  capture: Capture,
  signal: AbortSignal,
): AsyncIterable<CaptureUnit> {
  const bytes = new Map(files.map((file) => [file.path, decodeBase64(file.base64)]));
  const bytesAt = (path: string) => bytes.get(path) ?? new Uint8Array();
  for (const { page, companions } of capture.groupDropped([...bytes.keys()])) {
    const dropped = {
      path: page,
      bytes: bytesAt(page),
      companions: new Map(companions.map((path) => [path, bytesAt(path)])),
      origin: 'file' as const,
    };
    yield* itemUnits(page, capture.openDropped(dropped, signal), capture, signal);
  }
}

function decodeBase64(base64: string): Uint8Array {
  return new Uint8Array(Buffer.from(base64, 'base64'));
}

function failing(label: string, error: unknown): CaptureUnit {
  return localUnit(label, () => Promise.reject(error instanceof Error ? error : new Error(String(error))));
}
