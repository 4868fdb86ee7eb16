import { articleId, type ArticleId } from '#contract/article.ts';
import type { Client } from '#contract/client.ts';
import { ArchiveError } from '#contract/errors.ts';

const pageSize = 500;
const shownCandidates = 5;

/**
 * The id that somebody means: whole, or its first letters where they are unique.
 *
 * Whole ids cost nothing; for a beginning the list is walked, the trash too.
 */
export async function findArticleId(client: Client, written: string): Promise<ArticleId> {
  if (!/^[0-9a-z]{1,16}$/.test(written)) throw notFound(written);
  const whole = articleId.safeParse(written);
  if (whole.success && (await exists(client, whole.data))) return whole.data;
  const candidates = [
    ...(await beginningWith(client, written, false)),
    ...(await beginningWith(client, written, true)),
  ];
  const [first, second] = candidates;
  if (first === undefined) throw notFound(written);
  if (second === undefined) return first;
  const shown = candidates.slice(0, shownCandidates).join(', ');
  throw new ArchiveError(
    'not-found',
    `${candidates.length} articles begin with "${written}": ${shown}; write more letters`,
  );
}

async function exists(client: Client, id: ArticleId): Promise<boolean> {
  try {
    await client.call('articles.get', { id });
    return true;
  } catch (error) {
    if (error instanceof ArchiveError && error.code === 'not-found') return false;
    throw error;
  }
}

async function beginningWith(client: Client, start: string, trashed: boolean): Promise<ArticleId[]> {
  const found: ArticleId[] = [];
  for (let offset = 0; ; offset += pageSize) {
    const page = await client.call('articles.list', { filter: { trashed }, limit: pageSize, offset });
    found.push(...page.articles.map((article) => article.id).filter((id) => id.startsWith(start)));
    if (offset + pageSize >= page.total) return found;
  }
}

function notFound(written: string): ArchiveError {
  return new ArchiveError('not-found', `there is no article "${written}"`);
}
