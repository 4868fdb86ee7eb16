import { join, posix } from 'node:path';
import type { ArticleId } from '#contract/article.ts';
import { removeEmptyFolderNow } from '#platform/files-now.ts';
import { makeFolder, removeFolder } from '#platform/files.ts';
import { type Added, type Addition, type Candidate, type Found, takenInAt } from './addition.ts';
import { newestSnapshot, putSnapshot } from './articles.ts';
import { type Context, requireWritable } from './context.ts';
import { articleFolder } from './folder-names.ts';
import { headlineOf } from './headline.ts';
import { articleIdOf, type Identity, identityOf, longestId, shortestId, textHash } from './identity.ts';
import { withRecorder } from './journal.ts';
import { isPassedOver } from './renewals.ts';
import { waitForRules } from './rules.ts';
import { type StoredSnapshot, writeSnapshot } from './snapshot-folder.ts';

/** Whether a capture is known, before anything is fetched or written for it. */
export function findArticle({ database }: Context, { draft, captured, isFurtherPage }: Candidate): Found {
  const identity = identityOf(draft, captured, isFurtherPage);
  const id = freeOrOwnId(database, identity);
  return database.read(() => {
    const row = database.prepare('SELECT trashed FROM article WHERE id = ?').get(id);
    if (row === undefined) return { id, status: 'new', trashed: false };
    const status = hasText(database, id, textHash(draft.text)) ? 'duplicate' : 'changed';
    return { id, status, trashed: row['trashed'] === 1 };
  });
}

/**
 * Puts an article in the library. When it resolves, the article outlasts a crash or a power cut.
 *
 * The snapshot stands whole in its folder before the journal speaks of it. Killed between the two,
 * the folder is found by the next `catchUp`.
 */
export async function addArticle(context: Context, addition: Addition): Promise<Added> {
  requireWritable(context);
  const found = findArticle(context, addition);
  if (found.status === 'duplicate') return { id: found.id, status: 'duplicate' };
  const { library, saving, textOf } = context;
  await makeFolder(join(library.path, 'articles'));
  const identity = identityOf(addition.draft, addition.captured, addition.isFurtherPage);
  const folder = folderOf(context, found.id, addition);
  const hold = saving.hold(folder);
  try {
    const stored = await writeSnapshot(library.path, { addition, id: found.id, identity, folder });
    return await recordOrRemove(context, stored, textOf(addition.html));
  } finally {
    hold.release();
  }
}

/** Another add may have been first meanwhile, here or in a second process; then the folder just written goes again. */
async function recordOrRemove(context: Context, stored: StoredSnapshot, text: string): Promise<Added> {
  let added: Added;
  try {
    added = recordSnapshot(context, stored, text);
  } catch (error) {
    await removeSnapshot(context, stored.path);
    throw error;
  }
  if (added.status === 'duplicate') await removeSnapshot(context, stored.path);
  return added;
}

function recordSnapshot(context: Context, stored: StoredSnapshot, text: string): Added {
  const { database } = context;
  const { record, path, recordSha256 } = stored;
  return withRecorder(context, (recorder) => {
    const id = record.article;
    // A look through the folders by a second process may have found it before we could speak of it.
    const wasFound = database.prepare('SELECT 1 FROM snapshot WHERE path = ?').get(path) !== undefined;
    if (!wasFound && hasText(database, id, record.textSha256)) return { id, status: 'duplicate' };
    const others = database.prepare('SELECT 1 FROM snapshot WHERE article = ? AND path <> ?').get(id, path);
    const isKnown = others !== undefined;
    recorder.record({ act: 'add', data: { id, path, sha256: recordSha256 } });
    putSnapshot(context, stored, text);
    if (!isKnown) waitForRules(database, id);
    return { id, status: isKnown ? 'snapshot-added' : 'added' };
  });
}

export async function removeSnapshot({ library }: Context, path: string): Promise<void> {
  await removeFolder(join(library.path, path));
  removeEmptyFolderNow(join(library.path, posix.dirname(path)));
}

/** A new snapshot joins the folder of its article, whatever the headline has become. */
function folderOf({ database }: Context, id: ArticleId, { draft, captured }: Addition): string {
  const known = newestSnapshot(database, id);
  if (known !== undefined) return posix.dirname(String(known['path']));
  const headline = headlineOf(draft.metadata, draft.text, captured);
  return `articles/${articleFolder(headline, id, draft.metadata.publishedAt, takenInAt(captured))}`;
}

/** The shortest name of an identity that no other identity bears. */
function freeOrOwnId(database: Context['database'], identity: Identity): ArticleId {
  for (let length = shortestId; length < longestId; length += 1) {
    const id = articleIdOf(identity, length);
    const bearer = database.prepare('SELECT identity FROM snapshot WHERE article = ? LIMIT 1').get(id);
    if (bearer === undefined || bearer['identity'] === identity) return id;
  }
  return articleIdOf(identity, longestId);
}

function hasText(database: Context['database'], id: string, hash: string): boolean {
  const found = database
    .prepare(`SELECT 1 FROM snapshot WHERE article = ? AND text_sha256 = ? AND NOT ${isPassedOver}`)
    .get(id, hash);
  return found !== undefined;
}
