import type { ArticleId } from '#contract/article.ts';
import type { Draft, Original, OriginalKind, Picture, SafeHtml } from '#contract/draft.ts';
import type { MissingPicture } from '#contract/pictures.ts';

/** Where the bytes came from and when: the part of a capture that is kept. */
export type CapturedBytes = {
  readonly kind: OriginalKind;
  /** Byte for byte as taken in, unless `original` is. */
  readonly bytes: Uint8Array;
  /** What is kept as the original, where the article was wrapped in it (a mail, a book). */
  readonly original?: Original | null;
  /** How: `file`, `address`, `paste`, `stdin`; a newer version may know more. */
  readonly origin: string;
  readonly address: string | null;
  readonly requestedAddress: string | null;
  readonly charset: string | null;
  readonly fileName: string | null;
  /** When the page was captured, by us or as a saved file says. Instant, UTC. */
  readonly capturedAt: string;
  /** When it was taken in, where that is another moment. Instant, UTC. */
  readonly takenInAt?: string;
};

/** When something was put in the library, whenever the page was captured. */
export function takenInAt(captured: Pick<CapturedBytes, 'capturedAt' | 'takenInAt'>): string {
  return captured.takenInAt ?? captured.capturedAt;
}

export type AddedPicture = Picture & {
  /** The path inside the snapshot: `images/01.jpg`. */
  readonly fileName: string;
  /** By what the page names it: an address, a path beside the page, a `cid:` name. */
  readonly from?: readonly string[];
};

/** An article ready to be kept. */
export type Addition = {
  readonly draft: Draft;
  /** The clean body with its pictures placed: `images/…`. */
  readonly html: SafeHtml;
  readonly pictures: readonly AddedPicture[];
  /** Pictures of the body that could not be had, in its order. */
  readonly missingPictures?: readonly MissingPicture[];
  readonly captured: CapturedBytes;
  readonly isFurtherPage?: boolean;
  /** Which version of the extractor made the draft. */
  readonly extractor?: string;
};

/** What is known of a capture before its pictures are fetched. */
export type Candidate = {
  readonly draft: Draft;
  readonly captured: Pick<CapturedBytes, 'address' | 'requestedAddress'>;
  /** A further page without the first: its own address names it, since what it calls canonical is the first. */
  readonly isFurtherPage?: boolean;
};

export type Found = {
  readonly id: ArticleId;
  /** `duplicate`: the same text is kept already; `changed`: the article is, with another text. */
  readonly status: 'new' | 'duplicate' | 'changed';
  /** It lies in the trash: taking it in again does not bring it back. */
  readonly trashed: boolean;
};

export type Added = { readonly id: ArticleId; readonly status: 'added' | 'snapshot-added' | 'duplicate' };
