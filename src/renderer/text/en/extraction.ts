import type { ExtractionWarning } from '#contract/extraction-warning.ts';
import type { NamedRemovalRule, RemovalRule } from '#contract/removal.ts';
import { formatNumber } from '../format.ts';

type Rules = Readonly<Record<RemovalRule, string>>;
type NamedRules = Readonly<Record<NamedRemovalRule, (of: string) => string>>;

/** What extraction says of itself: by which rule a piece was left out, what may be missing. It comes with what says it. */
export const extraction = {
  leftOutBecause: (rule: string) => `Left out: ${rule}`,
  warning: said,
  rules: {
    hidden: 'hidden on the page',
    'sharing-buttons': 'sharing buttons',
    'related-stories': 'related stories',
    comments: 'comments',
    'newsletter-or-subscription-box': 'newsletter or subscription box',
    'cookie-or-consent-notice': 'cookie or consent notice',
    advertisement: 'advertisement',
    navigation: 'navigation',
    'side-column': 'side column',
    'column-beside-the-story': 'column beside the story',
    footer: 'footer',
    tags: 'tags',
    'about-the-author': 'about the author',
    overlay: 'laid over the page',
    'for-screen-readers-only': 'for screen readers only',
    'player-or-slideshow-controls': 'controls of a player or slideshow',
    'the-headline-again': 'the headline again',
    'the-dek-again': 'the dek again',
    'section-or-source-above-the-story': 'section or source above the story',
    'byline-above-the-story': 'byline above the story',
    'date-above-the-story': 'date above the story',
    'address-above-the-story': 'address above the story',
    breadcrumb: 'path to the section',
    'page-furniture': 'words that belong to the page',
    'copyright-line': 'copyright line',
    'invitation-to-read-something-else': 'invitation to read something else',
    'list-of-links': 'list of links',
    'block-of-links': 'block of links',
    'link-to-another-story': 'link to another story',
    'teasers-for-other-stories': 'teasers for other stories',
    'below-the-end-of-the-story': 'below the end of the story',
    'closing-line-on-the-story-or-its-makers': 'closing line on the story or its makers',
    'not-in-the-data-of-the-page': 'not in the story as the page’s own data has it',
    'note-kept-as-a-field': 'correction or note, kept as a field',
    dateline: 'place and agency before the first sentence',
    'date-line': 'date line',
    'second-byline': 'a second byline',
    'sign-off-of-a-wire': 'sign-off of a wire',
    'reporting-credit': 'reporting credit',
    'length-in-words': 'length in words',
    hour: 'hour',
    'line-of-the-database': 'line of the database',
    'number-in-the-database': 'number in the database',
    dek: 'the dek, kept as a field',
    byline: 'byline',
    'names-and-date-below-the-headline': 'names and date below the headline',
    'above-the-headline': 'above the headline',
    'links-below-the-story': 'links below the story',
    'heading-of-what-was-left-out': 'heading of what was left out',
    'printed-by-the-browser-on-the-edge-of-the-page': 'printed by the browser on the edge of the page',
    'repeated-on-the-edge-of-the-pages': 'repeated on the edge of the pages',
    'page-number': 'page number',
    'written-sideways': 'written sideways',
  } satisfies Rules as Rules,
  namedRules: {
    element: (of) => `element of the page: ${of}`,
    role: (of) => `role in the page: ${of}`,
    'line-labelled': (of) => `line labelled ${of}`,
    'field-coded': (of) => `field coded ${of}`,
    'repeated-on-page': (of) => `on page ${of} again, as on a page before`,
  } satisfies NamedRules as NamedRules,
};

export type ExtractionWords = typeof extraction;

function said(warning: ExtractionWarning): string {
  switch (warning.kind) {
    case 'data-holds-more':
      return 'The text may be incomplete: the page’s own data holds more.';
    case 'prose-left-out':
      return 'The text may be incomplete: much prose was left out in the midst of it.';
    case 'text-very-short':
      return 'The text is very short: the page may hide the rest.';
    case 'pages-unread':
      return `These pages could not be read: ${numbers(warning.pages)}${warning.areMore ? ' …' : ''}.`;
    case 'document-cut':
      return `The document was read up to page ${formatNumber(warning.read)} of ${formatNumber(warning.pages)}.`;
    case 'pages-cut':
      return `The text may be incomplete: the article was joined up to page ${formatNumber(warning.pages)}, and goes on.`;
    case 'page-too-large':
      return `The text may be incomplete: from page ${formatNumber(warning.page)} on it is too large to be joined.`;
    case 'page-of-another-article':
      return `The text may be incomplete: what the site gave as page ${formatNumber(warning.page)} is another article.`;
    case 'page-missing':
      return `The text may be incomplete: page ${formatNumber(warning.page)} could not be had.`;
  }
}

function numbers(pages: readonly number[]): string {
  return pages.map(formatNumber).join(', ');
}
