import type { PageElement } from './page-tree.ts';

/** What the networks call the posts that pages embed by their means, and WordPress the stories of others. */
const postNames =
  /(?:^|\s)(?:twitter-(?:tweet|video)|instagram-media|tiktok-embed|bluesky-embed|text-post-media|mastodon-embed|reddit-(?:card|embed-bq)|fb-(?:post|video)|imgur-embed-pub|wp-embedded-content)(?:$|\s)/;

/**
 * Says whether an element is a post from elsewhere. It illustrates a story as a picture does: its
 * words are not the story's, and its date and its author are not those of the page.
 */
export function isEmbeddedPost({ name, attributes }: PageElement): boolean {
  return (name === 'blockquote' || name === 'div') && postNames.test(attributes['class'] ?? '');
}
