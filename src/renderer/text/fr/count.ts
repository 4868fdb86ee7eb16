import { formatNumber } from '../format.ts';

const plurals = new Intl.PluralRules('fr');

/** Zero and one, and what lies between them. */
export function isOne(number: number): boolean {
  return plurals.select(number) === 'one';
}

/** `3 fichiers`, `1 fichier`. */
export function count(number: number, one: string, many: string): string {
  return `${formatNumber(number)} ${isOne(number) ? one : many}`;
}

export function articles(number: number): string {
  return count(number, 'article', 'articles');
}
