import { parsePressmarkLink } from '#contract/pressmark-link.ts';
import { commonHeaders } from '../host/content-policy.ts';
import { type FileAnswer, plainAnswer } from '../host/window-files.ts';

/** Nothing runs in it, nothing is loaded, nobody frames it; it can only go on. */
const policy =
  "default-src 'none'; style-src 'unsafe-inline'; form-action 'none'; base-uri 'none'; frame-ancestors 'none'";

/**
 * What a bookmarklet of the browser opens: `/add?url=…`, which goes on to the window at `/?add=…`.
 *
 * The step between is needed since the session's cookie is not sent on the way from another site. It is sent from
 * this page to our own, so the window opens for whoever has the session, and asks; without one nothing opens.
 */
export function proposalPage(search: string): FileAnswer {
  const link = parsePressmarkLink(`pressmark://add${search}`);
  if (link?.kind !== 'add') return plainAnswer(400, 'There is no web address in this.');
  const next = `/?add=${encodeURIComponent(link.address)}`;
  const page = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Pressmark</title>
<meta http-equiv="refresh" content="0; url=${next}">
<style>body{font:16px/1.5 system-ui,sans-serif;margin:3rem auto;max-width:30rem;padding:0 1rem;color-scheme:light dark}</style>
<p><a href="${next}">Go on to Pressmark</a></p></html>
`;
  const headers = {
    ...commonHeaders,
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-store',
    'content-security-policy': policy,
  };
  return { status: 200, headers, body: new TextEncoder().encode(page) };
}
