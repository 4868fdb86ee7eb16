import type { QueryRemark } from '#contract/search.ts';
import { formatNumber } from '../format.ts';

/** What one remark on a query says, without a capital and a full stop. */
// eslint-disable-next-line max-lines-per-function, complexity -- a line for each kind and nothing else
export function remarkIn(remark: QueryRemark): string {
  switch (remark.kind) {
    case 'words-too-common':
      return 'estas palabras son demasiado corrientes para buscarlas';
    case 'bracket-not-closed':
      return 'este paréntesis no está cerrado';
    case 'bracket-not-opened':
      return 'este paréntesis no cierra nada';
    case 'quotation-not-closed':
      return 'las comillas no están cerradas';
    case 'nothing-before':
      return 'falta algo antes de esto';
    case 'nothing-after':
      return 'falta algo después de esto';
    case 'near-alone':
      return 'NEAR va entre dos palabras';
    case 'or-alone':
      return 'OR va entre dos partes';
    case 'range-reversed':
      return 'el período termina antes de empezar';
    case 'distance-missing':
      return 'tras ~ va el número de letras que pueden variar';
    case 'weight-missing':
      return 'tras ^ va el peso de la palabra';
    case 'read-as-words':
      return 'leído como simples palabras';
    case 'query-too-long':
      return `una búsqueda se lee hasta ${formatNumber(remark.most)} caracteres`;
    case 'brackets-too-deep':
      return `los paréntesis se anidan hasta ${formatNumber(remark.most)} niveles`;
    case 'too-many-words':
      return `una búsqueda admite ${formatNumber(remark.most)} palabras como mucho`;
    case 'too-many-letters-with-star':
      return `una búsqueda admite como mucho ${formatNumber(remark.most)} palabras de una letra y un asterisco`;
    case 'too-many-patterns':
      return `una búsqueda admite como mucho ${formatNumber(remark.most)} palabras con asterisco o ~`;
    case 'too-many-stars':
      return `una palabra admite ${formatNumber(remark.most)} asteriscos como mucho`;
    case 'distance-too-far':
      return `pueden variar ${formatNumber(remark.most)} letras como mucho`;
    case 'field-unknown':
      return `no hay ningún campo llamado ${remark.name}`;
    case 'field-empty':
      return `no hay nada detrás de ${remark.name}:`;
    case 'value-wrong':
      return `${remark.name}: admite ${taken(remark)}`;
    case 'words-unknown':
      return `ningún artículo contiene ${quoted(remark.words)}${instead[remark.instead]}`;
    case 'words-apart':
      return `ningún artículo contiene todas estas palabras; a estos solo les falta ${quoted(remark.words)}`;
    case 'some-words':
      return someWords(remark);
  }
}

const instead = {
  nothing: '',
  respelled: '; estos contienen palabras de escritura parecida',
  'other-words': '; estos contienen las demás palabras',
} as const;

function taken({ name, values }: QueryRemark & { readonly kind: 'value-wrong' }): string {
  if (values.length > 0) return `una de estas palabras: ${values.join(', ')}`;
  switch (name) {
    case 'age':
      return 'un plazo como <30d o >1y';
    case 'words':
      return 'un número como >1500 o 300..800';
    default:
      return 'una fecha como 2018, 2018-06 o 2018-01..2018-06';
  }
}

function someWords({ words, least, holdingAll, comeFirst, areOthers }: QueryRemark & { readonly kind: 'some-words' }) {
  const some = least === 1 ? 'una de ellas' : `${formatNumber(least)} de ellas`;
  const which = areOthers ? 'otras ' : '';
  if (holdingAll === 0) {
    return words === 2
      ? `ningún artículo contiene las ${which}dos palabras; estos contienen una de ellas`
      : `ningún artículo contiene las ${which}${formatNumber(words)} palabras; estos contienen al menos ${some}`;
  }
  const [who, come] =
    holdingAll === 1
      ? ['solo un artículo contiene', 'va primero']
      : [`solo ${formatNumber(holdingAll)} artículos contienen`, 'van primero'];
  const first = comeFirst ? `, y ${come}` : '';
  return `${who} las ${which}${formatNumber(words)} palabras${first}; los demás contienen al menos ${some}`;
}

function quoted(words: readonly string[]): string {
  return words.map((word) => `«${word}»`).join(', ');
}
