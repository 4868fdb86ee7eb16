import type { ArticleId } from '#contract/article.ts';

/**
 * Names of folders, which must be good names on Windows, macOS and Linux alike, in any file manager
 * and through any sync service.
 */

/** Leaves room below the 255 bytes of a name for `~` and the longest id. */
const slugBytes = 80;

/** Names that Windows keeps for devices, whatever follows the first dot. */
const reservedNames = /^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$)$/;

/**
 * A headline as a folder name: lower-case words joined by `-`, at most 80 bytes.
 *
 * Accents of Latin letters are dropped; letters of other scripts stay, in their composed form, since
 * a Russian or Japanese reader should recognise the folder too. Only letters and digits survive, so
 * no separator, dot, space or control character can.
 */
export function slugOf(headline: string): string {
  const words = headline
    .normalize('NFKD')
    .replace(/(\p{Script=Latin})\p{M}+/gu, '$1')
    .normalize('NFC')
    .toLowerCase()
    .replace(/['’ʼ]/gu, '')
    .match(/[\p{L}\p{N}\p{M}]+/gu);
  const slug = fit(words ?? []);
  if (slug === '') return 'article';
  return reservedNames.test(slug) ? `${slug}-article` : slug;
}

/** The folder of an article below `articles/`: its year, then `headline~id`. */
export function articleFolder(headline: string, id: ArticleId, publishedAt: string | null, savedAt: string): string {
  const year = (publishedAt ?? savedAt).slice(0, 4);
  return `${year}/${slugOf(headline)}~${id}`;
}

/** The name of a snapshot's folder: its moment in UTC, `-2` and so on where another stands already. */
export function snapshotName(capturedAt: string, attempt: number): string {
  const moment = new Date(capturedAt).toISOString().slice(0, 19).replaceAll(/[-:]/g, '');
  return attempt === 1 ? `${moment}Z` : `${moment}Z-${attempt}`;
}

/** The id in the name of an article's folder; `undefined` for a folder that is none. */
export function idOfFolder(name: string): string | undefined {
  return /~([0-9a-z]{8,16})$/.exec(name)?.[1];
}

export function isYearFolder(name: string): boolean {
  return /^\d{4}$/.test(name);
}

export function isSnapshotFolder(name: string): boolean {
  return /^\d{8}T\d{6}Z(-\d+)?$/.test(name);
}

/** Things that file managers and sync services leave about; no concern of ours. */
export function isBystander(name: string): boolean {
  return (
    name.startsWith('.') ||
    /^(desktop\.ini|thumbs\.db|icon\r|\$recycle\.bin|system volume information|lost\+found)$/i.test(name)
  );
}

/** Whole words while they fit; a first word that is too long by itself is cut between characters. */
function fit(words: readonly string[]): string {
  let slug = '';
  for (const word of words) {
    const longer = slug === '' ? cut(word) : `${slug}-${word}`;
    if (Buffer.byteLength(longer) > slugBytes) break;
    slug = longer;
  }
  return slug;
}

function cut(word: string): string {
  if (Buffer.byteLength(word) <= slugBytes) return word;
  let kept = '';
  for (const { segment } of new Intl.Segmenter('und', { granularity: 'grapheme' }).segment(word)) {
    if (Buffer.byteLength(kept + segment) > slugBytes) break;
    kept += segment;
  }
  return kept;
}
