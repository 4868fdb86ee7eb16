import type { QueryRemark } from '#contract/search.ts';
import { formatNumber } from '../format.ts';
import { count, form } from './count.ts';

/** What one remark on a query says, without a capital and a full stop. */
// eslint-disable-next-line max-lines-per-function, complexity -- a line for each kind and nothing else
export function remarkIn(remark: QueryRemark): string {
  switch (remark.kind) {
    case 'words-too-common':
      return 'эти слова слишком частые, чтобы их искать';
    case 'bracket-not-closed':
      return 'эта скобка не закрыта';
    case 'bracket-not-opened':
      return 'эта скобка ничего не закрывает';
    case 'quotation-not-closed':
      return 'кавычки не закрыты';
    case 'nothing-before':
      return 'перед этим чего-то не хватает';
    case 'nothing-after':
      return 'после этого чего-то не хватает';
    case 'near-alone':
      return 'NEAR стоит между двумя словами';
    case 'or-alone':
      return 'OR стоит между двумя частями';
    case 'range-reversed':
      return 'промежуток кончается раньше, чем начинается';
    case 'distance-missing':
      return 'после ~ стоит, сколько букв может отличаться';
    case 'weight-missing':
      return 'после ^ стоит вес слова';
    case 'read-as-words':
      return 'прочитано как простые слова';
    case 'query-too-long':
      return `в запросе читается не больше ${count(remark.most, 'знака', 'знаков', 'знаков')}`;
    case 'brackets-too-deep':
      return `скобки вкладываются не глубже ${formatNumber(remark.most)}`;
    case 'too-many-words':
      return `в запросе не больше ${count(remark.most, 'слова', 'слов', 'слов')}`;
    case 'too-many-letters-with-star':
      return `в запросе не больше ${count(remark.most, 'слова', 'слов', 'слов')} из одной буквы со звёздочкой`;
    case 'too-many-patterns':
      return `в запросе не больше ${count(remark.most, 'слова', 'слов', 'слов')} со звёздочкой или ~`;
    case 'too-many-stars':
      return `в слове не больше ${count(remark.most, 'звёздочки', 'звёздочек', 'звёздочек')}`;
    case 'distance-too-far':
      return `отличаться может не больше ${count(remark.most, 'буквы', 'букв', 'букв')}`;
    case 'field-unknown':
      return `нет поля с именем ${remark.name}`;
    case 'field-empty':
      return `после ${remark.name}: ничего не стоит`;
    case 'value-wrong':
      return `после ${remark.name}: стоит ${taken(remark)}`;
    case 'words-unknown':
      return `ни в одной статье нет ${quoted(remark.words)}${instead[remark.instead]}`;
    case 'words-apart':
      return `ни в одной статье нет всех этих слов; в найденных нет только ${quoted(remark.words)}`;
    case 'some-words':
      return someWords(remark);
  }
}

const instead = {
  nothing: '',
  respelled: '; в найденных — слова, похожие по написанию',
  'other-words': '; в найденных есть остальные слова',
} as const;

function taken({ name, values }: QueryRemark & { readonly kind: 'value-wrong' }): string {
  if (values.length > 0) return `одно из: ${values.join(', ')}`;
  switch (name) {
    case 'age':
      return 'срок, например <30d или >1y';
    case 'words':
      return 'число, например >1500 или 300..800';
    default:
      return 'дата, например 2018, 2018-06 или 2018-01..2018-06';
  }
}

function someWords({ words, least, holdingAll, comeFirst, areOthers }: QueryRemark & { readonly kind: 'some-words' }) {
  const some = `хотя бы ${formatNumber(least)} из них`;
  const which = areOthers ? 'других ' : '';
  const all = `всех ${formatNumber(words)} ${which}${form(words, 'слова', 'слов', 'слов')}`;
  if (holdingAll === 0) {
    return words === 2
      ? `ни в одной статье нет обоих ${which}слов; в найденных есть одно из них`
      : `ни в одной статье нет ${all}; в найденных есть ${some}`;
  }
  const every = `все ${formatNumber(words)} ${areOthers ? 'других ' : ''}${form(words, 'слово', 'слова', 'слов')}`;
  const who = `${every} есть только в ${count(holdingAll, 'статье', 'статьях', 'статьях')}`;
  const first = comeFirst ? (holdingAll === 1 ? ', она стоит первой' : ', они стоят первыми') : '';
  return `${who}${first}; в остальных есть ${some}`;
}

function quoted(words: readonly string[]): string {
  return words.map((word) => `«${word}»`).join(', ');
}
