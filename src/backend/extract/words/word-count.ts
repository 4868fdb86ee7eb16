const scriptsWithoutSpaces =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

/**
 * Counts the words of a text.
 *
 * What is written with spaces is counted by spaces; Chinese, Japanese, Thai and their like are cut by
 * `Intl.Segmenter`, which knows their words but costs a hundred times as much.
 */
export function wordCount(text: string, language: string | null = null): number {
  if (!scriptsWithoutSpaces.test(text)) return text.match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}'’\-.]*/gu)?.length ?? 0;
  let words = 0;
  for (const segment of segmenterFor(language).segment(text)) if (segment.isWordLike === true) words += 1;
  return words;
}

function segmenterFor(language: string | null): Intl.Segmenter {
  try {
    return new Intl.Segmenter(language ?? undefined, { granularity: 'word' });
  } catch {
    // A page may claim a language that is none; the segmenter then goes by the script alone.
    return new Intl.Segmenter(undefined, { granularity: 'word' });
  }
}
