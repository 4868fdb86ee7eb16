import { formatNumber } from '../format.ts';

/** `3 篇文章`: Chinese nouns have one form, and a measure word before them. */
export function articles(number: number): string {
  return `${formatNumber(number)} 篇文章`;
}
