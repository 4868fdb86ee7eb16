/**
 * How much of a reference text a candidate holds: the share of the reference's words that stand in
 * sentences found in the candidate.
 */
export function coverage(candidate: string, reference: string): number {
  const held = squeeze(candidate);
  let all = 0;
  let found = 0;
  for (const sentence of sentences(reference)) {
    all += sentence.length;
    if (held.includes(sentence)) found += sentence.length;
  }
  return all === 0 ? 1 : found / all;
}

const mostSentences = 80;

/** Sentences of some length, squeezed to letters and digits: punctuation differs between a page and its data. */
function sentences(text: string): string[] {
  return text
    .split(/(?<=[.!?。！？])\s+|\n+/u)
    .map(squeeze)
    .filter((sentence) => sentence.length >= 20)
    .slice(0, mostSentences);
}

/** Letters and digits in lower case, nothing else. */
export function squeeze(text: string): string {
  return text
    .replaceAll(/<[^>]*>|&[#\w]{2,8};/g, '')
    .replaceAll(/[^\p{L}\p{N}]+/gu, '')
    .toLowerCase();
}
