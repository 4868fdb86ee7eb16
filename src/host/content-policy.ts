/**
 * What the window may load and run: its own script, its own style, pictures of the library, and
 * nothing from anywhere else.
 *
 * Neither a sanitiser nor a sandbox keeps an archived page off the network; this does. Trusted
 * types make a slip in our own code (a string written as markup) fail instead of run.
 */
export const windowPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "form-action 'none'",
  "base-uri 'none'",
  "object-src 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types dompurify pressmark',
].join('; ');

/** A file of the library on its own: it may show itself and do nothing, an SVG with a script included. */
export const assetPolicy = "default-src 'none'; style-src 'unsafe-inline'; sandbox";

/** For every answer, whatever it holds. */
export const commonHeaders: Readonly<Record<string, string>> = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-resource-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
};
