import type { SafeHtml } from '#contract/draft.ts';
import {
  defaultTreeAdapter,
  parseFragment,
  type DefaultTreeAdapterMap,
  type DefaultTreeAdapterTypes,
  type TreeAdapter,
} from 'parse5';
import { limitNesting } from './sanitise/nesting.ts';
import { escapeText, serialise } from './sanitise/serialise.ts';

export type SanitiseOptions = {
  /** The address of the page, against which relative links are made absolute; without it they go. */
  readonly address?: string | null;
  /** More nodes than this and only the words are kept. */
  readonly nodeLimit?: number;
};

const defaultNodeLimit = 200_000;
const roundsBeforeGivingUp = 6;

/**
 * Makes HTML safe to keep and to show: the only maker of `SafeHtml`.
 *
 * A browser's own parsing rules (parse5) build the tree and an allow-list writes it out anew; what
 * the list does not name cannot appear. The result is parsed and written again until it no longer
 * changes, so that what was checked is what any later parser sees (no mutation), and sanitising
 * twice gives the same as once. What cannot be settled is kept as plain words.
 */
export function sanitise(html: string, options: SanitiseOptions = {}): SafeHtml {
  const nodeLimit = options.nodeLimit ?? defaultNodeLimit;
  let before = html;
  for (let round = 0; round < roundsBeforeGivingUp; round += 1) {
    const root = parseLimited(limitNesting(before), nodeLimit);
    if (root === undefined) break;
    const after = serialise(root, options.address ?? null);
    if (after === before) return safe(after);
    before = after;
  }
  return safe(onlyWords(html));
}

/** The one place where the brand is given. */
function safe(html: string): SafeHtml {
  return html as SafeHtml;
}

class TooManyNodes extends Error {}

/** Parses, or answers `undefined` when the tree grows past the limit. */
export function parseLimited(
  html: string,
  nodeLimit = defaultNodeLimit,
  { locatesSource = false } = {},
): DefaultTreeAdapterTypes.DocumentFragment | undefined {
  let nodes = 0;
  const treeAdapter: TreeAdapter<DefaultTreeAdapterMap> = {
    ...defaultTreeAdapter,
    createElement(tagName, namespace, attributes) {
      nodes += 1;
      if (nodes > nodeLimit) throw new TooManyNodes();
      return defaultTreeAdapter.createElement(tagName, namespace, attributes);
    },
  };
  try {
    return parseFragment(html, { treeAdapter, scriptingEnabled: false, sourceCodeLocationInfo: locatesSource });
  } catch (error) {
    if (error instanceof TooManyNodes) return undefined;
    throw error;
  }
}

/** The words of a page too tangled for a tree, in paragraphs. */
function onlyWords(html: string): string {
  return html
    .replaceAll(
      /<(script|style|template|svg|noscript|iframe|object|textarea|title|select)\b[^]*?(?:<\/\1\s*>|$)/gi,
      ' ',
    )
    .replaceAll(/<!--[^]*?(?:-->|$)/g, ' ')
    .split(/<\/?(?:p|div|li|ul|ol|h[1-6]|br|tr|table|blockquote|section|article)\b[^>]*>?/i)
    .map((part) =>
      part
        .replaceAll(/<[^>]*>?/g, ' ')
        .replaceAll(/\s+/g, ' ')
        .trim(),
    )
    .filter((part) => part !== '')
    .map((part) => `<p>${escapeText(decoded(part))}</p>`)
    .join('\n');
}

/** The characters that entities stand for; what comes in holds no tag any more. */
function decoded(part: string): string {
  return parseFragment(part)
    .childNodes.map((node) => ('value' in node ? node.value : ''))
    .join('');
}
