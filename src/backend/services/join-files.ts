import { createHash } from 'node:crypto';
import { canBePacked, type Captured } from '../capture/capture.ts';
import { isSameAddress, mayNameNextPage, readPageAddress } from '../extract/extract.ts';
import type { CapturePiece, CaptureUnit } from './capture-units.ts';
import type { PagesAtHand } from './pages-at-hand.ts';

/** A page that may be one of several; only what tells it is held, and the page read again when all are known. */
type HeldPage = {
  readonly unit: CaptureUnit;
  readonly piece: CapturePiece;
  readonly address: string;
  /** What the addresses of all pages of its article share. */
  readonly stem: string;
  readonly number: number;
  /** Where the pictures beside it are looked for; `null` where its pictures are in itself. */
  readonly folder: string | null;
  readonly sha256: string;
};

/**
 * Makes one unit of the pages of one article, wherever they stand among the units: each is looked at, and what by its
 * address can be a page of several waits until all are known. All others pass at once and in their order.
 *
 * Whether pages are one article is decided when the unit is taken in: those that are not become articles of their own.
 */
export async function* joinFiles(units: AsyncIterable<CaptureUnit>, signal: AbortSignal): AsyncIterable<CaptureUnit> {
  const held = new Map<string, HeldPage[]>();
  for await (const unit of units) {
    const look = await lookAt(unit, signal);
    if ('unit' in look) held.set(look.stem, [...(held.get(look.stem) ?? []), look]);
    else yield look;
  }
  for (const pages of held.values()) {
    const [first] = pages;
    if (first !== undefined) yield pages.length === 1 ? first.unit : pagesUnit(pages);
  }
}

/** A unit that is no page of several, ready to be taken in without being read twice; or what tells that it may be one. */
async function lookAt(unit: CaptureUnit, signal: AbortSignal): Promise<CaptureUnit | HeldPage> {
  if (unit.address !== null) return unit;
  for await (const piece of unit.pieces(signal)) {
    try {
      const captured = await piece.capture(signal);
      return heldPage(unit, piece, captured) ?? withCaptured(unit, piece, captured);
    } catch {
      // What is wrong with it is told in its turn, when it is taken in.
      return unit;
    }
  }
  return unit;
}

function heldPage(unit: CaptureUnit, piece: CapturePiece, captured: Captured): HeldPage | null {
  const { address, bytes, origin } = captured;
  if (address === null || origin !== 'file' || !canBePacked(captured)) return null;
  const read = readPageAddress(address);
  if (read === null || (read.page < 2 && !mayNameNextPage(bytes, address))) return null;
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return { unit, piece, address, stem: read.stem, number: read.page, folder: folderOf(piece.label, captured), sha256 };
}

/** Web archives and messages hold their pictures by whole addresses. */
function folderOf(label: string, { fileName, readRelative, original }: Captured): string | null {
  if (readRelative === null || original?.kind === 'warc' || original?.kind === 'mhtml') return null;
  return label.slice(0, label.length - (fileName?.length ?? 0));
}

/** The first time it is asked for, it is at hand; tried again, it is read again. */
function withCaptured(unit: CaptureUnit, piece: CapturePiece, captured: Captured): CaptureUnit {
  let atHand: Captured | null = captured;
  const capture = async (signal: AbortSignal) => {
    const given = atHand;
    atHand = null;
    return given ?? piece.capture(signal);
  };
  return {
    ...unit,
    async *pieces() {
      yield { ...piece, capture };
    },
  };
}

function pagesUnit(held: readonly HeldPage[]): CaptureUnit {
  const pages = held.toSorted((one, other) => one.number - other.number);
  return {
    label: pages[0]?.unit.label ?? '',
    address: null,
    async *pieces() {
      const left = new Set(pages);
      for (const first of pages) if (left.has(first)) yield { ...first.piece, further: pagesAfter(first, left) };
    },
  };
}

/** The pages that are left for an article which begins with `first`; takes out of them what it is joined of. */
function pagesAfter(first: HeldPage, left: Set<HeldPage>): PagesAtHand {
  const joined: string[] = [];
  /** Takes a page, and with it the files that are the very same. */
  function take(page: HeldPage): string[] {
    const same = [...left].filter(({ address, sha256 }) => sha256 === page.sha256 && address === page.address);
    for (const one of same) left.delete(one);
    return [page, ...same.filter((one) => one !== page)].map(({ piece }) => piece.label);
  }
  joined.push(...take(first).slice(1));
  return {
    joined,
    async at(address, signal) {
      const fits = (page: HeldPage) => isSameAddress(page.address, address) && isBeside(first, page);
      const found = [...left].find(fits);
      if (found === undefined) return null;
      return { captured: await found.piece.capture(signal), join: () => joined.push(...take(found)) };
    },
  };
}

/** Two folders may have different pictures of one name. */
function isBeside(first: HeldPage, page: HeldPage): boolean {
  return page.folder === null || page.folder === first.folder;
}
