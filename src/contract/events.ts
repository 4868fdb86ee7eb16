import type { CaptureJob } from './capture.ts';

/**
 * News that the back end pushes. Events announce; they never command, and say what changed by id,
 * never the new content.
 */
export type ArchiveEvent =
  /** Articles were added or changed; `ids` is `null` when too many to name: ask again for everything. */
  | { readonly type: 'articles.changed'; readonly ids: readonly string[] | null }
  /** The saved searches are others than before: one made, changed, moved or removed. */
  | { readonly type: 'searches.changed' }
  /** The collections are others than before, by name or order; what is in them is told by `articles.changed`. */
  | { readonly type: 'collections.changed' }
  | { readonly type: 'rules.changed' }
  /** What is always left out on some site is another than before. */
  | { readonly type: 'siteRepairs.changed' }
  | { readonly type: 'capture.progress'; readonly job: CaptureJob }
  | { readonly type: 'capture.dismissed'; readonly job: string }
  /** Other addresses wait than before, or one of them was tried. */
  | { readonly type: 'capture.waiting' }
  /** A renewal began, went on, ended or was dismissed: ask anew. */
  | { readonly type: 'renewals.changed' }
  /** `what`: the work that was asked for; without it the library is being opened or its index built. */
  | {
      readonly type: 'library.progress';
      readonly done: number;
      readonly total: number;
      readonly what?: 'check' | 'rebuild' | 'copy';
    }
  /** Another library stands in place of the one before: nothing that was known holds any more. */
  | { readonly type: 'library.switched'; readonly name: string; readonly movedFrom: string | null }
  /** What is told of the watched folder has changed. */
  | { readonly type: 'watch.changed' }
  | { readonly type: 'library.ready' };
