import { posix } from 'node:path';
import type { ArticleId } from '#contract/article.ts';
import type { Draft, OriginalKind, SafeHtml } from '#contract/draft.ts';
import { ArchiveError } from '#contract/errors.ts';
import type { MissingPicture } from '#contract/pictures.ts';
import type { RenewalKind } from '#contract/renewal.ts';
import { removeSnapshot } from './add-article.ts';
import type { AddedPicture, Addition } from './addition.ts';
import { putSnapshot } from './articles.ts';
import { articleMissing, type Context, requireWritable } from './context.ts';
import { withRecorder } from './journal.ts';
import { tokenOf } from './journal-line.ts';
import { renewalAct } from './renewals.ts';
import { readOriginal, readSnapshot, type StoredSnapshot, writeSnapshot } from './snapshot-folder.ts';

/** One act of the reader that makes articles anew from what is kept of them. */
export type Renewal = { readonly id: string; readonly what: RenewalKind };

/** An article as it was read once more. */
export type Renewed = {
  readonly id: ArticleId;
  /** The snapshot whose original it was read from. */
  readonly snapshot: string;
  readonly draft: Draft;
  /** The clean body with its pictures placed. */
  readonly html: SafeHtml;
  readonly pictures: readonly AddedPicture[];
  readonly missingPictures: readonly MissingPicture[];
  readonly extractor: string;
};

/**
 * Puts a further snapshot beside the one that was read: same original, same capture, read anew. Answers the handle by
 * which the whole renewal is undone.
 *
 * The first snapshot of a renewal brings its act into the journal, in one go with its own line. So whatever was done
 * when a renewal is stopped or killed can be undone. Throws `cancelled` when it was undone meanwhile.
 */
export async function renewArticle(context: Context, renewal: Renewal, renewed: Renewed): Promise<{ undo: string }> {
  requireWritable(context);
  const { library, saving, textOf } = context;
  const base = await baseOf(context, renewed);
  const addition = await additionOf(context, base, renewed);
  const folder = posix.dirname(base.path);
  const hold = saving.hold(folder);
  try {
    const stored = await writeSnapshot(library.path, {
      addition,
      id: renewed.id,
      identity: base.record.identity,
      folder,
      renewal: { id: renewal.id, madeAt: momentAfter(context, base) },
    });
    return await recordOrRemove(context, renewal, stored, textOf(addition.html));
  } finally {
    hold.release();
  }
}

async function baseOf({ database, library }: Context, { id, snapshot }: Renewed): Promise<StoredSnapshot> {
  const row = database.prepare('SELECT path, snapshot FROM article WHERE id = ?').get(id);
  if (row === undefined) throw articleMissing(id);
  if (row['snapshot'] !== snapshot) {
    throw new ArchiveError('library-busy', `the article ${id} was changed while it was read again`, {
      retryable: true,
    });
  }
  return readSnapshot(library.path, String(row['path']));
}

async function additionOf({ library, clock }: Context, base: StoredSnapshot, renewed: Renewed): Promise<Addition> {
  const { kind, origin, address, requestedAddress, charset, fileName, capturedAt } = base.record;
  const { draft, html, pictures, missingPictures, extractor } = renewed;
  const bytes = await readOriginal(library.path, base);
  const captured = {
    // What could be read again is of a kind that is known.
    kind: kind as OriginalKind,
    bytes,
    origin,
    address,
    requestedAddress,
    charset,
    fileName,
    capturedAt,
    takenInAt: new Date(clock.now()).toISOString(),
  };
  return { draft, html, pictures, missingPictures, extractor, captured };
}

/** Now, or what sorts behind the name of the snapshot before, whatever the clock says. */
function momentAfter({ clock }: Context, { record }: StoredSnapshot): string {
  const [, year, month, day, hour, minute, second] =
    /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z/.exec(record.snapshot) ?? [];
  const named = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
  return new Date(Math.max(clock.now(), named + 1000)).toISOString();
}

async function recordOrRemove(
  context: Context,
  renewal: Renewal,
  stored: StoredSnapshot,
  text: string,
): Promise<{ undo: string }> {
  try {
    return record(context, renewal, stored, text);
  } catch (error) {
    await removeSnapshot(context, stored.path);
    throw error;
  }
}

function record(context: Context, { id, what }: Renewal, stored: StoredSnapshot, text: string): { undo: string } {
  const { record, path, recordSha256 } = stored;
  return withRecorder(context, (recorder) => {
    const known = renewalAct(context.database, id);
    if (known?.undone === true) throw new ArchiveError('cancelled', 'it was undone meanwhile');
    const undo = known?.token ?? tokenOf(recorder.record({ act: 'renew', data: { renewal: id, what } }));
    recorder.record({ act: 'add', data: { id: record.article, path, sha256: recordSha256 } });
    putSnapshot(context, stored, text);
    return { undo };
  });
}
