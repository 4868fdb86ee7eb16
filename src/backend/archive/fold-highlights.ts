import type { Anchor } from '#contract/highlight.ts';
import type { Passage, TimedAct } from './journal-line.ts';

/** What the journal says of one highlight. Each field is its last writer's; tags are a set. */
export type MarkedPassage = {
  /** Unknown while the entry that marked the passage has not arrived, or is undone. */
  readonly anchor: Anchor | undefined;
  readonly colour: string;
  readonly annotation: string | null;
  readonly tags: ReadonlySet<string>;
  readonly removed: boolean;
  /** When its first anchor was written; meaningless without one. */
  readonly madeAt: number;
  readonly changedAt: number;
};

/** A highlight as it is there to be seen. */
export type StandingPassage = MarkedPassage & { readonly id: string; readonly anchor: Anchor };

const unmarked: MarkedPassage = {
  anchor: undefined,
  colour: 'yellow',
  annotation: null,
  tags: new Set(),
  removed: false,
  madeAt: 0,
  changedAt: 0,
};

type Passages = ReadonlyMap<string, MarkedPassage>;

/** To write about a passage that was removed brings it back: a note must not be lost to who had not heard of the removal. */
export function applyHighlight(passages: Passages, act: TimedAct & { act: 'highlight' }, articleId: string): Passages {
  const changed = new Map(passages);
  for (const passage of act.data.highlights) {
    if (passage.article !== articleId) continue;
    changed.set(passage.id, changedPassage(changed.get(passage.id) ?? unmarked, passage, act.at));
  }
  return changed;
}

/** Nothing is forgotten of what is removed, so that it comes back as it was. */
export function removeHighlights(passages: Passages, ids: readonly string[]): Passages {
  const changed = new Map(passages);
  for (const id of ids) changed.set(id, { ...(changed.get(id) ?? unmarked), removed: true });
  return changed;
}

export function retagHighlights(
  passages: Passages,
  tagsOf: (tags: ReadonlySet<string>) => ReadonlySet<string>,
): Passages {
  return new Map([...passages].map(([id, passage]) => [id, { ...passage, tags: tagsOf(passage.tags) }]));
}

/** The highlights that are there, in the order of their ids. */
export function standingPassages(passages: Passages): StandingPassage[] {
  const standing: StandingPassage[] = [];
  for (const [id, passage] of passages) {
    if (passage.anchor !== undefined && !passage.removed) standing.push({ ...passage, id, anchor: passage.anchor });
  }
  return standing.sort((one, other) => (one.id < other.id ? -1 : 1));
}

function changedPassage(before: MarkedPassage, passage: Passage, at: number): MarkedPassage {
  const { anchor = before.anchor, colour = before.colour, annotation = before.annotation } = passage;
  const tags = new Set(before.tags);
  for (const tag of passage.remove ?? []) tags.delete(tag);
  for (const tag of passage.add ?? []) tags.add(tag);
  const madeAt = before.anchor === undefined ? at : before.madeAt;
  return { anchor, colour, annotation, tags, removed: false, madeAt, changedAt: at };
}
