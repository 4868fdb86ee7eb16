import type { QueryRemark } from '#contract/search.ts';
import { formatNumber } from '../format.ts';

/** What one remark on a query says, without a capital and a full stop where the language allows it. */
// eslint-disable-next-line max-lines-per-function, complexity -- a line for each kind and nothing else
export function remarkIn(remark: QueryRemark): string {
  switch (remark.kind) {
    case 'words-too-common':
      return 'diese Wörter sind zu häufig, um danach zu suchen';
    case 'bracket-not-closed':
      return 'diese Klammer ist nicht geschlossen';
    case 'bracket-not-opened':
      return 'diese Klammer schließt nichts';
    case 'quotation-not-closed':
      return 'das Anführungszeichen ist nicht geschlossen';
    case 'nothing-before':
      return 'davor fehlt etwas';
    case 'nothing-after':
      return 'danach fehlt etwas';
    case 'near-alone':
      return 'NEAR steht zwischen zwei Wörtern';
    case 'or-alone':
      return 'OR steht zwischen zwei Teilen';
    case 'range-reversed':
      return 'der Zeitraum endet, bevor er beginnt';
    case 'distance-missing':
      return 'auf ~ folgt, wie viele Buchstaben abweichen dürfen';
    case 'weight-missing':
      return 'auf ^ folgt das Gewicht des Wortes';
    case 'read-as-words':
      return 'als bloße Wörter gelesen';
    case 'query-too-long':
      return `eine Suche wird bis zu ${formatNumber(remark.most)} Zeichen gelesen`;
    case 'brackets-too-deep':
      return `Klammern stehen höchstens ${formatNumber(remark.most)}-fach ineinander`;
    case 'too-many-words':
      return `eine Suche fasst höchstens ${formatNumber(remark.most)} Wörter`;
    case 'too-many-letters-with-star':
      return `eine Suche fasst höchstens ${formatNumber(remark.most)} Wörter aus einem Buchstaben und einem Stern`;
    case 'too-many-patterns':
      return `eine Suche fasst höchstens ${formatNumber(remark.most)} Wörter mit Stern oder ~`;
    case 'too-many-stars':
      return `ein Wort fasst höchstens ${formatNumber(remark.most)} Sterne`;
    case 'distance-too-far':
      return `höchstens ${formatNumber(remark.most)} Buchstaben dürfen abweichen`;
    case 'field-unknown':
      return `es gibt kein Feld mit Namen ${remark.name}`;
    case 'field-empty':
      return `hinter ${remark.name}: steht nichts`;
    case 'value-wrong':
      return `hinter ${remark.name}: steht ${taken(remark)}`;
    case 'words-unknown':
      return `kein Artikel enthält ${quoted(remark.words)}${instead[remark.instead]}`;
    case 'words-apart':
      return `kein Artikel enthält alle diese Wörter; diesen fehlt nur ${quoted(remark.words)}`;
    case 'some-words':
      return someWords(remark);
  }
}

const instead = {
  nothing: '',
  respelled: '; diese enthalten ähnlich geschriebene Wörter',
  'other-words': '; diese enthalten die anderen Wörter',
} as const;

function taken({ name, values }: QueryRemark & { readonly kind: 'value-wrong' }): string {
  if (values.length > 0) return `eines von ${values.join(', ')}`;
  switch (name) {
    case 'age':
      return 'eine Zeitspanne wie <30d oder >1y';
    case 'words':
      return 'eine Zahl wie >1500 oder 300..800';
    default:
      return 'ein Datum wie 2018, 2018-06 oder 2018-01..2018-06';
  }
}

function someWords({ words, least, holdingAll, comeFirst, areOthers }: QueryRemark & { readonly kind: 'some-words' }) {
  const some = least === 1 ? 'eines davon' : `${formatNumber(least)} davon`;
  const which = areOthers ? 'anderen ' : '';
  if (holdingAll === 0) {
    return words === 2
      ? `kein Artikel enthält beide ${which}Wörter; diese enthalten eines davon`
      : `kein Artikel enthält alle ${formatNumber(words)} ${which}Wörter; diese enthalten mindestens ${some}`;
  }
  const [who, come] =
    holdingAll === 1
      ? ['nur ein Artikel enthält', 'er steht vorn']
      : [`nur ${formatNumber(holdingAll)} Artikel enthalten`, 'sie stehen vorn'];
  const first = comeFirst ? `, ${come}` : '';
  return `${who} alle ${formatNumber(words)} ${which}Wörter${first}; die übrigen enthalten mindestens ${some}`;
}

function quoted(words: readonly string[]): string {
  return words.map((word) => `„${word}“`).join(', ');
}
