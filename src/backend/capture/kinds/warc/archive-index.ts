import { ArchiveError } from '#contract/errors.ts';
import type { ByteSource } from '../byte-source.ts';
import { first } from '../mime/header.ts';
import { type AnswerHead, answerBody, answerHead } from './answer.ts';
import { readRecord, readRecords, type RecordFacts, type RecordPlace } from './records.ts';

/** An answer kept in a web archive. */
export type Answer = {
  readonly address: string;
  /** When it was captured, as the archive says. */
  readonly capturedAt: string | null;
  readonly mediaType: string;
  readonly place: RecordPlace;
};

export type ArchiveIndex = {
  /** Pages in the order of the archive. */
  readonly pages: readonly Answer[];
  /** The answer kept for an address; of several the one nearest to a moment. */
  readonly find: (address: string, capturedAt: string | null) => Answer | undefined;
  /** Why the look through ended early: what stands before the damage is good. */
  readonly damage: ArchiveError | null;
};

/** Looked through for each picture: more captures of one address than this only cost time. */
const mostOfOneAddress = 1000;
/** A page saved as one message lies in an archive that Pressmark made of several. */
export const messageType = 'multipart/related';
const pageTypes = new Set(['text/html', 'application/xhtml+xml', messageType]);

/**
 * Looks through the files of a web archive once and keeps where each answer lies.
 *
 * Pages shown inside others (advertisements, players) are left out where the archive says that they
 * were: by `Sec-Fetch-Dest` in the request, or by the crawler's own mark.
 */
export async function indexArchive(sources: readonly ByteSource[], signal: AbortSignal): Promise<ArchiveIndex> {
  const seen: Seen = { answers: [], framed: new Set(), sameAs: new Map() };
  let damage: ArchiveError | null = null;
  for (const source of sources) {
    try {
      for await (const facts of readRecords(source, signal)) noteRecord(seen, facts);
    } catch (error) {
      if (!(error instanceof ArchiveError)) throw error;
      damage ??= error;
    }
  }
  return { ...lookUp(seen), damage };
}

type Seen = {
  readonly answers: Answer[];
  /** Addresses of what was shown inside another page. */
  readonly framed: Set<string>;
  /** Addresses whose answer was the same as another's, kept only there. */
  readonly sameAs: Map<string, string>;
};

function noteRecord({ answers, framed, sameAs }: Seen, facts: RecordFacts): void {
  const { header } = facts;
  const address = bareAddress(first(header, 'warc-target-uri') ?? '');
  const type = first(header, 'warc-type') ?? '';
  const isFrame = /^(i?frame|subdocument)$/i.test(first(header, 'warc-resource-type') ?? '');
  if (isFrame || (type === 'request' && asksForFrame(facts))) framed.add(address);
  if (type === 'revisit') sameAs.set(address, bareAddress(first(header, 'warc-refers-to-target-uri') ?? ''));
  const answer = type === 'response' || type === 'resource' ? answerOf(facts, address, type) : undefined;
  if (answer !== undefined) answers.push(answer);
}

function lookUp({ answers, framed, sameAs }: Seen): Omit<ArchiveIndex, 'damage'> {
  const byAddress = new Map<string, Answer[]>();
  for (const answer of answers) {
    const kept = byAddress.get(answer.address) ?? [];
    if (kept.length < mostOfOneAddress) kept.push(answer);
    byAddress.set(answer.address, kept);
  }
  return {
    pages: answers.filter(({ address, mediaType }) => pageTypes.has(mediaType) && !framed.has(address)),
    find(address, capturedAt) {
      const bare = bareAddress(address);
      const kept = byAddress.get(bare) ?? byAddress.get(sameAs.get(bare) ?? '') ?? byAddress.get(otherScheme(bare));
      return nearest(kept ?? [], capturedAt);
    },
  };
}

/** An answer's body, its head, and the record it stands in. */
export async function readAnswer(answer: Answer): Promise<{
  readonly record: Uint8Array;
  readonly body: Uint8Array;
  readonly head: AnswerHead | null;
}> {
  const { whole, block } = await readRecord(answer.place);
  const head = answerHead(block);
  const body = head === null ? block : await answerBody(block, head, answer.address);
  return { record: whole, body, head };
}

function answerOf({ header, head, place }: RecordFacts, address: string, type: string): Answer | undefined {
  if (!/^https?:/.test(address)) return undefined;
  const capturedAt = first(header, 'warc-date') ?? null;
  if (type === 'resource') {
    const mediaType = (first(header, 'content-type') ?? '').split(';', 1)[0] ?? '';
    return { address, capturedAt, mediaType: mediaType.trim().toLowerCase(), place };
  }
  const answer = answerHead(head);
  if (answer === null || answer.status < 200 || answer.status > 299) return undefined;
  return { address, capturedAt, mediaType: answer.mediaType, place };
}

function asksForFrame({ head }: RecordFacts): boolean {
  return /^sec-fetch-dest:[ \t]*(i?frame|object|embed)/im.test(Buffer.from(head).toString('latin1'));
}

/** Some programs write `<https://…>`; a fragment never reaches a server. */
function bareAddress(address: string): string {
  return address.replace(/^<(.*)>$/, '$1').replace(/#.*$/, '');
}

function otherScheme(address: string): string {
  return address.startsWith('https:') ? `http:${address.slice(6)}` : address.replace(/^http:/, 'https:');
}

function nearest(answers: readonly Answer[], capturedAt: string | null): Answer | undefined {
  const wanted = Date.parse(capturedAt ?? '');
  if (Number.isNaN(wanted)) return answers[0];
  const distance = (answer: Answer) => Math.abs(Date.parse(answer.capturedAt ?? '') - wanted) || 0;
  return answers.reduce<Answer | undefined>(
    (best, answer) => (best === undefined || distance(answer) < distance(best) ? answer : best),
    undefined,
  );
}
