import { ArchiveError, type ErrorData } from '#contract/errors.ts';
import { text } from './text.ts';

/** What the reader is told when something did not work. What nobody foresaw does not show what it says. */
export function errorSentence(error: unknown): string {
  if (error instanceof ArchiveError) return text.errors(error.code, error.details);
  return text.errors('internal', {});
}

export function sentenceOfData({ code, details }: ErrorData): string {
  return text.errors(code, details);
}
