import type { TagCount } from '#contract/lists.ts';

/** A tag with those nested below it. */
export type TagNode = {
  readonly tag: string;
  /** The last part of its name. */
  readonly name: string;
  readonly count: number;
  readonly children: readonly TagNode[];
};

/** One line of the tree as drawn. */
export type TagLine = {
  readonly tag: string;
  readonly name: string;
  readonly count: number;
  readonly level: number;
  readonly hasChildren: boolean;
  readonly isOpen: boolean;
  readonly place: number;
  readonly siblings: number;
};

/** Builds the tree from the flat list, in which every parent stands too. A tag without its parent hangs at the root. */
export function buildTagTree(tags: readonly TagCount[]): readonly TagNode[] {
  const known = new Set(tags.map(({ tag }) => tag));
  const childrenOf = new Map<string | null, TagCount[]>();
  for (const count of tags) {
    const parent = parentOf(count.tag);
    const place = parent !== null && known.has(parent) ? parent : null;
    childrenOf.set(place, [...(childrenOf.get(place) ?? []), count]);
  }
  const nodesBelow = (parent: string | null): readonly TagNode[] =>
    (childrenOf.get(parent) ?? []).map(({ tag, total }) => ({
      tag,
      name: parent === null ? tag : tag.slice(parent.length + 1),
      count: total,
      children: nodesBelow(tag),
    }));
  return nodesBelow(null);
}

/** The lines in sight: those below a folded tag are left out. */
export function visibleLines(nodes: readonly TagNode[], folded: ReadonlySet<string>, level = 1): readonly TagLine[] {
  return nodes.flatMap(({ tag, name, count, children }, at) => {
    const isOpen = children.length > 0 && !folded.has(tag);
    const line = {
      tag,
      name,
      count,
      level,
      hasChildren: children.length > 0,
      isOpen,
      place: at + 1,
      siblings: nodes.length,
    };
    return isOpen ? [line, ...visibleLines(children, folded, level + 1)] : [line];
  });
}

/** Borne by one article, and no parent of others: a slip of the pen, or a thought not taken up again. */
export function isUsedOnce({ own, total }: TagCount): boolean {
  return own === 1 && total === 1;
}

/** Some tags as lines of one level, by their whole names. */
export function flatLines(tags: readonly TagCount[]): readonly TagLine[] {
  return tags.map(({ tag, total }, at) => ({
    tag,
    name: tag,
    count: total,
    level: 1,
    hasChildren: false,
    isOpen: false,
    place: at + 1,
    siblings: tags.length,
  }));
}

/** The tag one level up, `null` for one at the top. */
export function parentOf(tag: string): string | null {
  const slash = tag.lastIndexOf('/');
  return slash === -1 ? null : tag.slice(0, slash);
}
