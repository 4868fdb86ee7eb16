import type { PostingList } from '../codec/postings.ts';

/** A stream of one term in one field of one segment. */
export type Stream = {
  bytes: Uint8Array;
  start: number;
  end: number;
  /** The first article number of its segment. */
  low: number;
  count: number;
  isDense: boolean;
};

/** How many entries of a stream belong to articles that live. */
export function countLive(stream: Stream, live: Uint8Array, list: PostingList): number {
  list.read(stream.bytes, stream, stream.low);
  const { articles } = list;
  let count = 0;
  for (let place = 0; place < stream.count; place++) count += live[articles[place]!]!;
  return count;
}
