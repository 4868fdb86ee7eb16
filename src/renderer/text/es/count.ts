import { formatNumber } from '../format.ts';

const plurals = new Intl.PluralRules('es');

export function isOne(number: number): boolean {
  return plurals.select(number) === 'one';
}

/** `3 archivos`, `1 archivo`. */
export function count(number: number, one: string, many: string): string {
  return `${formatNumber(number)} ${isOne(number) ? one : many}`;
}

export function articles(number: number): string {
  return count(number, 'artículo', 'artículos');
}
