/**
 * The same words whatever their case, spaces, quotation marks and accents of punctuation: letters and digits alone.
 * Of words that have neither, the words themselves.
 */
export function keyOfWords(words: string): string {
  const key = words
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, '');
  return key === '' ? words.trim() : key;
}
