import { formatNumber } from '../format.ts';

const plurals = new Intl.PluralRules('en');

export function isOne(number: number): boolean {
  return plurals.select(number) === 'one';
}

/** `3 articles`, `1 article`. */
export function count(number: number, one: string, many: string): string {
  return `${formatNumber(number)} ${isOne(number) ? one : many}`;
}

export function articles(number: number): string {
  return count(number, 'article', 'articles');
}
