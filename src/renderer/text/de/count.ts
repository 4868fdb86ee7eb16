import { formatNumber } from '../format.ts';

const plurals = new Intl.PluralRules('de');

export function isOne(number: number): boolean {
  return plurals.select(number) === 'one';
}

/** `3 Dateien`, `1 Datei`. */
export function count(number: number, one: string, many: string): string {
  return `${formatNumber(number)} ${isOne(number) ? one : many}`;
}

/** `3 Artikel`: the word is the same for one and for many, but after "von" and "an" it ends on n. */
export function articles(number: number): string {
  return count(number, 'Artikel', 'Artikel');
}

export function ofArticles(number: number): string {
  return count(number, 'Artikel', 'Artikeln');
}
