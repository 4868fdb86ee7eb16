import { z } from 'zod';

/** What the reader should know of an extraction, as data: each carrier says it in its own language. */
export const extractionWarning = z.discriminatedUnion('kind', [
  /** The page's own data holds more; much prose was left out in the midst of the text; the text is very short. */
  z.object({ kind: z.enum(['data-holds-more', 'prose-left-out', 'text-very-short']) }),
  /** Some pages of a document could not be read; `pages` names the first of them, `areMore` says that there are others. */
  z.object({ kind: z.literal('pages-unread'), pages: z.array(z.int()), areMore: z.boolean() }),
  /** Only the first `read` pages of a document were read. */
  z.object({ kind: z.literal('document-cut'), pages: z.int(), read: z.int() }),
  /** The site parts the article into more pages than these, which were joined. */
  z.object({ kind: z.literal('pages-cut'), pages: z.int() }),
  /** A further page makes the whole too large, is another article. */
  z.object({ kind: z.enum(['page-too-large', 'page-of-another-article']), page: z.int() }),
  /** A further page could not be had; `message` says why, in English. */
  z.object({ kind: z.literal('page-missing'), page: z.int(), message: z.string() }),
]);
export type ExtractionWarning = z.infer<typeof extractionWarning>;

/** As a snapshot keeps it and the command line prints it. */
export function warningInEnglish(warning: ExtractionWarning): string {
  switch (warning.kind) {
    case 'data-holds-more':
      return "The text may be incomplete: the page's own data holds more.";
    case 'prose-left-out':
      return 'The text may be incomplete: much prose was left out in the midst of it.';
    case 'text-very-short':
      return 'The text is very short: the page may hide the rest.';
    case 'pages-unread':
      return `These pages could not be read: ${warning.pages.join(', ')}${warning.areMore ? ' …' : ''}.`;
    case 'document-cut':
      return `The document has ${warning.pages} pages; the first ${warning.read} were taken in.`;
    case 'pages-cut':
      return `The text may be incomplete: only the first ${warning.pages} pages were joined.`;
    case 'page-too-large':
      return `The text may be incomplete: from page ${warning.page} on it is too large to be joined.`;
    case 'page-of-another-article':
      return `The text may be incomplete: what the site gave as page ${warning.page} is another article.`;
    case 'page-missing':
      return `The text may be incomplete: page ${warning.page} could not be taken in (${warning.message}).`;
  }
}
