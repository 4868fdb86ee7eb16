import { z } from 'zod';

/**
 * The rules by which extraction leaves a piece of a page out of the body, as data: the window says each in its own
 * language. With spaces for hyphens a name is the rule in English.
 */
export const removalRule = z.enum([
  // By what a part of the page is called, or where it stands.
  'hidden',
  'sharing-buttons',
  'related-stories',
  'comments',
  'newsletter-or-subscription-box',
  'cookie-or-consent-notice',
  'advertisement',
  'navigation',
  'side-column',
  'column-beside-the-story',
  'footer',
  'tags',
  'about-the-author',
  'overlay',
  'for-screen-readers-only',
  'player-or-slideshow-controls',
  // By its words or links, within the story's part of the page.
  'the-headline-again',
  'the-dek-again',
  'section-or-source-above-the-story',
  'byline-above-the-story',
  'date-above-the-story',
  'address-above-the-story',
  'breadcrumb',
  'page-furniture',
  'copyright-line',
  'invitation-to-read-something-else',
  'list-of-links',
  'block-of-links',
  'link-to-another-story',
  'teasers-for-other-stories',
  'below-the-end-of-the-story',
  'closing-line-on-the-story-or-its-makers',
  'not-in-the-data-of-the-page',
  'note-kept-as-a-field',
  // In plain text and in what databases print.
  'dateline',
  'date-line',
  'second-byline',
  'sign-off-of-a-wire',
  'reporting-credit',
  'length-in-words',
  'hour',
  'line-of-the-database',
  'number-in-the-database',
  // In print.
  'dek',
  'byline',
  'names-and-date-below-the-headline',
  'above-the-headline',
  'links-below-the-story',
  'heading-of-what-was-left-out',
  'printed-by-the-browser-on-the-edge-of-the-page',
  'repeated-on-the-edge-of-the-pages',
  'page-number',
  'written-sideways',
]);
export type RemovalRule = z.infer<typeof removalRule>;

/** Rules that go by a name: of an element, a role, a label, a code, or the number of a page. */
export const namedRemovalRule = z.enum(['element', 'role', 'line-labelled', 'field-coded', 'repeated-on-page']);
export type NamedRemovalRule = z.infer<typeof namedRemovalRule>;

/** Why a piece was left out. */
export const removalReason = z.discriminatedUnion('rule', [
  z.object({ rule: removalRule }),
  z.object({ rule: namedRemovalRule, of: z.string() }),
]);
export type RemovalReason = z.infer<typeof removalReason>;

/** A piece of the page that extraction left out of the body. */
export const removal = z.object({
  /** The step that did it: a folder of the extract room, or a rule's name. */
  step: z.string(),
  reason: removalReason,
  /** How the piece begins. */
  sample: z.string(),
});
export type Removal = z.infer<typeof removal>;

/** `related stories`, `role banner`. It also tells two reasons apart. */
export function reasonInEnglish(reason: RemovalReason): string {
  const words = reason.rule.replaceAll('-', ' ');
  return 'of' in reason ? `${words} ${reason.of}` : words;
}
