/**
 * The address of a window, as the part after its host: `/` shows the library, `/?open=<id>` one article alone.
 *
 * It lasts: a window that is loaded anew, or opened again after a restart, shows the same.
 */
export function addressOfWindow(articleId: string | null): string {
  return articleId === null ? '/' : `/?open=${articleId}`;
}

/** The article that stands alone in a window; `search` is its address from the question mark on. */
export function articleOfWindow(search: string): string | null {
  return /^\?open=([0-9a-z]{8,16})$/.exec(search)?.[1] ?? null;
}
