/** How deep elements may stand in one another; what is deeper stays as content of the last level. */
export const depthLimit = 400;

const elementsThatNeverNest = new Set(
  // Their end tags are often left out; a parser closes them by itself, so counting them would mislead.
  (
    'area base br col embed hr img input link meta param source track wbr p li dt dd option optgroup tr td th ' +
    'tbody thead tfoot html head body'
  ).split(' '),
);

/**
 * Takes out start tags that stand too deep, before any tree is built.
 *
 * A parser walks its stack of open elements again and again, so a page of a million nested tags
 * costs it the square of that. One pass over the tags costs nothing beside a parse, and a page that
 * is not absurd comes back as the same string. It counts roughly (a `>` inside an attribute ends a
 * tag here); it protects time, not content: what is allowed is decided on the tree.
 */
export function limitNesting(html: string, limit = depthLimit): string {
  return deepest(html) <= limit ? html : flatten(html, limit);
}

const tag = /<(\/?)([a-z][a-z0-9:-]*)[^>]*>?/gi;

function deepest(html: string): number {
  let depth = 0;
  let most = 0;
  for (const [, slash, name] of html.matchAll(tag)) {
    if (elementsThatNeverNest.has(name?.toLowerCase() ?? '')) continue;
    depth = slash === '/' ? Math.max(0, depth - 1) : depth + 1;
    if (depth > most) most = depth;
  }
  return most;
}

function flatten(html: string, limit: number): string {
  let depth = 0;
  return html.replace(tag, (whole: string, slash: string, name: string) => {
    if (elementsThatNeverNest.has(name.toLowerCase())) return depth > limit ? ' ' : whole;
    if (slash === '/') {
      const outside = depth > limit;
      depth = Math.max(0, depth - 1);
      return outside ? ' ' : whole;
    }
    depth += 1;
    return depth > limit ? ' ' : whole;
  });
}
