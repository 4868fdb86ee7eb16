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
  // An article's original as saved, under a policy of its own.
  "frame-src 'self'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types dompurify pressmark',
].join('; ');

/** A file of the library on its own: it may show itself and do nothing, an SVG with a script included. */
export const assetPolicy = "default-src 'none'; style-src 'unsafe-inline'; sandbox";

/**
 * An original page, shown in a frame of the window: it looks as it was saved, as far as everything lies
 * inside it. No script, no form, no request, no other place to go; only our own window may frame it.
 */
export const originalPolicy = [
  "default-src 'none'",
  'img-src data:',
  'media-src data:',
  'font-src data:',
  "style-src 'unsafe-inline' data:",
  "form-action 'none'",
  "base-uri 'none'",
  "frame-ancestors 'self'",
  'sandbox',
].join('; ');

/** For every answer, whatever it holds. */
export const commonHeaders: Readonly<Record<string, string>> = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-resource-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
};
