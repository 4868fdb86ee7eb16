import { crc32 } from 'node:zlib';
import { z } from 'zod';
import { articleId, correctableField, correction, readingState, tagName } from '#contract/article.ts';
import { waitingAddressText } from '#contract/capture.ts';
import { collectionId, collectionName } from '#contract/collections.ts';
import { renewalId } from '#contract/renewal.ts';
import { ruleDeeds, ruleId } from '#contract/rules.ts';
import { savedQuery, savedSearchId, savedSearchName } from '#contract/searches.ts';
import { blockWords, repair, repairId, siteHost, siteRepairId } from '#contract/repair.ts';
import { anchor, highlightId, longestAnnotation } from '#contract/highlight.ts';

/**
 * One line of a journal:
 *
 *   {"v":1,"at":"…Z","device":"…","seq":12,"act":"tag","data":{…},"crc":"1c291ca3"}
 *
 * `crc` is the CRC-32 of everything before `,"crc":`, so that a flipped byte inside a word is found
 * as surely as one that breaks the JSON. Every line has it, those of later versions too.
 */
const lineVersion = 1;
const latestMoment = Date.UTC(9000, 0, 1);

export const deviceName = z.string().regex(/^[0-9a-z]{8,32}$/);
const token = z.string().regex(/^[0-9a-z]{8,32}\/\d{1,15}$/);
const ids = z.array(articleId).min(1);
const snapshotPath = z.string().regex(/^articles\/\d{4}\/[^/\\]+~[0-9a-z]{8,16}\/\d{8}T\d{6}Z(-\d+)?$/);

const addresses = z.array(waitingAddressText).min(1);
/** Where an article stands in a collection: the smaller comes first. */
const place = z.number().min(-1e15).max(1e15);
type Placed = { readonly ids?: readonly string[] | undefined; readonly places?: readonly number[] | undefined };
const hasPlaceForEach = ({ ids, places }: Placed) => ids?.length === places?.length;

const annotation = z.string().min(1).max(longestAnnotation).nullable();

/** What is said of one passage; what is left out stays as it was. */
const passage = z.object({
  article: articleId,
  id: highlightId,
  anchor: anchor.optional(),
  /** Of a newer version it may be a name that this one does not know. */
  colour: z
    .string()
    .regex(/^[a-z]{1,20}$/)
    .optional(),
  annotation: annotation.optional(),
  remove: z.array(tagName).optional(),
  add: z.array(tagName).optional(),
});
export type Passage = z.output<typeof passage>;

const acts = {
  /** A snapshot was put in the library. `sha256` is that of its snapshot.json. */
  add: z.object({ id: articleId, path: snapshotPath, sha256: z.string() }),
  tag: z.object({ ids, add: z.array(tagName), remove: z.array(tagName) }),
  /** In each of the articles `from`, and all below it, becomes `to`, or is taken away. */
  retag: z.object({ ids, from: tagName, to: tagName.nullable() }),
  state: z.object({ ids, state: readingState }),
  favourite: z.object({ ids, favourite: z.boolean() }),
  progress: z.object({ ids, progress: z.number().min(0).max(1) }),
  correct: z.object({ ids, corrections: z.array(correction).min(1) }),
  /** Takes corrections of these fields back. */
  uncorrect: z.object({ ids, fields: z.array(correctableField).min(1) }),
  /** Changes the text by hand: first `withdraw` takes repairs back, then `repairs` are laid over it. */
  repair: z.object({ ids, repairs: z.array(repair), withdraw: z.array(repairId) }),
  /** Marks passages of the articles, or changes marks. */
  highlight: z.object({ ids, highlights: z.array(passage).min(1) }),
  unhighlight: z.object({ ids, highlights: z.array(highlightId).min(1) }),
  annotate: z.object({ ids, annotation }),
  trash: z.object({ ids }),
  restore: z.object({ ids }),
  /** Makes a saved search, or changes what of it is given. */
  'saved-search': z.object({
    search: savedSearchId,
    name: savedSearchName.optional(),
    query: savedQuery.optional(),
  }),
  'saved-search-remove': z.object({ search: savedSearchId }),
  /** The order in which all saved searches stand; those not named come after, as they were made. */
  'saved-search-order': z.object({ searches: z.array(savedSearchId).min(1) }),
  /** Addresses were given and wait to be fetched. */
  'address-wait': z.object({ addresses }),
  /** They wait no more: taken in, or told why they cannot be. */
  'address-done': z.object({ addresses }),
  /** They wait no more, for the reader does not want them. */
  'address-remove': z.object({ addresses }),
  /** Makes a collection, with these articles in it, or gives it another name. */
  collection: z
    .object({ collection: collectionId, name: collectionName, ids: ids.optional(), places: z.array(place).optional() })
    .refine(hasPlaceForEach),
  'collection-remove': z.object({ collection: collectionId }),
  /** The order in which all collections stand; those not named come after, as they were made. */
  'collection-order': z.object({ collections: z.array(collectionId).min(1) }),
  /** Puts each of `ids` in the collection, at the place of the same number. */
  collect: z.object({ ids, collection: collectionId, places: z.array(place) }).refine(hasPlaceForEach),
  uncollect: z.object({ ids, collection: collectionId }),
  /** Makes a rule, or changes what of it is given. */
  rule: z.object({
    rule: ruleId,
    query: savedQuery.optional(),
    tags: z.array(tagName).optional(),
    state: ruleDeeds.shape.state.unwrap().optional(),
    favourite: z.boolean().optional(),
    collection: collectionId.nullable().optional(),
    on: z.boolean().optional(),
  }),
  'rule-remove': z.object({ rule: ruleId }),
  /** What a rule did to articles. */
  'by-rule': z
    .object({
      ids,
      rule: ruleId,
      add: z.array(tagName),
      state: readingState.optional(),
      favourite: z.literal(true).optional(),
      collection: collectionId.optional(),
      places: z.array(place).optional(),
    })
    .refine((data) => (data.collection === undefined ? data.places === undefined : hasPlaceForEach(data))),
  /** From now on blocks with these words are taken out of what is taken in from the site. */
  'site-repair': z.object({
    host: siteHost,
    repairs: z.array(z.object({ id: siteRepairId, kind: z.literal('take-out'), words: blockWords })).min(1),
  }),
  'site-repair-remove': z.object({ repairs: z.array(siteRepairId).min(1) }),
  /** Articles were made anew from what is kept of them: snapshots that bear `renewal`. A newer version may know more of `what`. */
  renew: z.object({ renewal: renewalId, what: z.string().regex(/^[a-z-]{1,30}$/) }),
  /** Takes the entry `<device>/<seq>` back; of an undo: makes what it took back count again. */
  undo: z.object({ of: token }),
} as const;

export type ActName = keyof typeof acts;
export type ActData<N extends ActName> = z.output<(typeof acts)[N]>;
/** What was done, by name. */
export type Act = { readonly [N in ActName]: { readonly act: N; readonly data: ActData<N> } }[ActName];

/** When and by whom, which is also the order of entries: time, then device, then number. */
export type Stamp = {
  /** Milliseconds since 1970, UTC; never earlier than anything the device had seen. */
  readonly at: number;
  readonly device: string;
  /** Counts 1, 2, 3 … over all files of a device. */
  readonly seq: number;
};

export type Entry = Stamp & Act;
export type TimedAct = Act & Pick<Stamp, 'at'>;

export type ReadLine =
  | { readonly kind: 'entry'; readonly entry: Entry }
  /** Whole, but of a newer version: counted and kept, not understood. */
  | { readonly kind: 'unknown'; readonly stamp: Stamp; readonly act: string }
  | { readonly kind: 'damaged'; readonly reason: string };

const envelope = z.object({
  v: z.int().min(1),
  at: z.iso.datetime(),
  device: deviceName,
  seq: z.int().min(1),
  act: z.string().min(1),
  data: z.unknown(),
});

/** The line of an entry, with its line feed. */
export function formatLine({ at, device, seq, act, data }: Entry): string {
  const body = JSON.stringify({ v: lineVersion, at: new Date(at).toISOString(), device, seq, act, data });
  const open = body.slice(0, -1);
  return `${open},"crc":"${checksum(open)}"}\n`;
}

export function readLine(line: string): ReadLine {
  const stated = /,"crc":"([0-9a-f]{8})"\}$/.exec(line);
  if (stated === null) return damage('it has no checksum');
  if (checksum(line.slice(0, stated.index)) !== stated[1]) return damage('its checksum does not fit');
  const parsed = envelope.safeParse(jsonOf(line));
  if (!parsed.success) return damage('it is no journal entry');
  const { v, at, device, seq, act, data } = parsed.data;
  const stamp = { at: Date.parse(at), device, seq };
  // Later entries are stamped above all that was seen: an absurd time must not become theirs.
  if (stamp.at > latestMoment) return damage('its time is out of range');
  if (v > lineVersion || !isActName(act)) return { kind: 'unknown', stamp, act };
  const read = acts[act].safeParse(data);
  // Its checksum fits: a newer version means something by it that this one does not know.
  if (!read.success) return { kind: 'unknown', stamp, act };
  // Checked just above: the data are those of this act.
  return { kind: 'entry', entry: { ...stamp, act, data: read.data } as Entry };
}

/** Before, with, or after: negative, zero, positive. */
export function compareStamps(one: Stamp, other: Stamp): number {
  if (one.at !== other.at) return one.at - other.at;
  if (one.device !== other.device) return one.device < other.device ? -1 : 1;
  return one.seq - other.seq;
}

/** The name by which an entry is undone. */
export function tokenOf({ device, seq }: Pick<Stamp, 'device' | 'seq'>): string {
  return `${device}/${seq}`;
}

/** The articles an entry is about; none for an undo, which is about another entry, nor for what is about no article. */
export function idsOf(act: Act): readonly string[] {
  if (act.act === 'add') return [act.data.id];
  return ('ids' in act.data ? act.data.ids : undefined) ?? [];
}

/** Where an entry puts its articles in a collection, in the order of `idsOf`; `undefined` when it does not. */
export function placesOf(act: Act): readonly number[] | undefined {
  return 'places' in act.data ? act.data.places : undefined;
}

/** Acts on what stands beside the articles, and is folded by itself. */
export const sideActs = {
  searches: ['saved-search', 'saved-search-remove', 'saved-search-order'],
  collections: ['collection', 'collection-remove', 'collection-order'],
  rules: ['rule', 'rule-remove'],
  siteRepairs: ['site-repair', 'site-repair-remove'],
} as const satisfies Record<string, readonly ActName[]>;
/** All of them as SQL has them, for the index by which they are found. */
export const sideActNames = Object.values(sideActs)
  .flat()
  .map((name) => `'${name}'`)
  .join(', ');
export type SideSubject = keyof typeof sideActs;
export type SideAct<S extends SideSubject> = Extract<Act, { readonly act: (typeof sideActs)[S][number] }>;

/** Which of these an act is about; `undefined` for one about articles alone. */
export function sideSubjectOf({ act }: Act): SideSubject | undefined {
  const subjects = Object.keys(sideActs) as SideSubject[];
  return subjects.find((subject) => (sideActs[subject] as readonly ActName[]).includes(act));
}

/** An act on the addresses that wait to be fetched. */
export type AddressAct = Extract<Act, { readonly act: 'address-wait' | 'address-done' | 'address-remove' }>;

export function isAddressAct(act: Act): act is AddressAct {
  return act.act === 'address-wait' || act.act === 'address-done' || act.act === 'address-remove';
}

function isActName(name: string): name is ActName {
  return Object.hasOwn(acts, name);
}

function damage(reason: string): ReadLine {
  return { kind: 'damaged', reason };
}

function jsonOf(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    // Not JSON is one of the ways a line is damaged; the shape check below says so.
    return undefined;
  }
}

function checksum(text: string): string {
  return crc32(text).toString(16).padStart(8, '0');
}
