import { formatNumber } from './format.ts';

export const plurals = new Intl.PluralRules('en');

/** `3 articles`, `1 article`. */
export function count(number: number, one: string, many: string): string {
  return `${formatNumber(number)} ${plurals.select(number) === 'one' ? one : many}`;
}

export function articles(number: number): string {
  return count(number, 'article', 'articles');
}
