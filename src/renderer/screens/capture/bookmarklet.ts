/**
 * The script of a bookmark that hands the page one is looking at to Pressmark, by its address alone.
 *
 * To the app by a link of ours; to a window in a browser by the host it was served from, in a tab of its own.
 */
export function bookmarkletFor(hostOrigin: string | null): string {
  if (hostOrigin === null) return "javascript:location.href='pressmark://add?url='+encodeURIComponent(location.href)";
  return `javascript:void open('${hostOrigin}/add?url='+encodeURIComponent(location.href))`;
}
