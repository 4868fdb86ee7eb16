import { formatNumber } from '../format.ts';

const plurals = new Intl.PluralRules('ru');

/** `1 файл`, `2 файла`, `5 файлов`: the three forms a Russian noun takes after a number. */
export function count(number: number, one: string, few: string, many: string): string {
  return `${formatNumber(number)} ${form(number, one, few, many)}`;
}

/** The form alone, without the number. */
export function form(number: number, one: string, few: string, many: string): string {
  const rule = plurals.select(number);
  if (rule === 'one') return one;
  return rule === 'few' ? few : many;
}

export function articles(number: number): string {
  return count(number, 'статья', 'статьи', 'статей');
}

/** After "из", "у": `1 статьи`, `5 статей`. */
export function ofArticles(number: number): string {
  return count(number, 'статьи', 'статей', 'статей');
}
