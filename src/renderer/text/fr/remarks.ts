import type { QueryRemark } from '#contract/search.ts';
import { formatNumber } from '../format.ts';

/** What one remark on a query says, without a capital and a full stop. */
// eslint-disable-next-line max-lines-per-function, complexity -- a line for each kind and nothing else
export function remarkIn(remark: QueryRemark): string {
  switch (remark.kind) {
    case 'words-too-common':
      return 'ces mots sont trop courants pour être cherchés';
    case 'bracket-not-closed':
      return 'cette parenthèse n’est pas fermée';
    case 'bracket-not-opened':
      return 'cette parenthèse ne ferme rien';
    case 'quotation-not-closed':
      return 'les guillemets ne sont pas fermés';
    case 'nothing-before':
      return 'il manque quelque chose avant ceci';
    case 'nothing-after':
      return 'il manque quelque chose après ceci';
    case 'near-alone':
      return 'NEAR se place entre deux mots';
    case 'or-alone':
      return 'OR se place entre deux parties';
    case 'range-reversed':
      return 'la période finit avant de commencer';
    case 'distance-missing':
      return '~ est suivi du nombre de lettres qui peuvent différer';
    case 'weight-missing':
      return '^ est suivi du poids du mot';
    case 'read-as-words':
      return 'lu comme de simples mots';
    case 'query-too-long':
      return `une recherche est lue jusqu’à ${formatNumber(remark.most)} caractères`;
    case 'brackets-too-deep':
      return `les parenthèses s’emboîtent sur ${formatNumber(remark.most)} niveaux au plus`;
    case 'too-many-words':
      return `une recherche compte ${formatNumber(remark.most)} mots au plus`;
    case 'too-many-letters-with-star':
      return `une recherche compte au plus ${formatNumber(remark.most)} mots d’une lettre suivie d’une étoile`;
    case 'too-many-patterns':
      return `une recherche compte au plus ${formatNumber(remark.most)} mots avec une étoile ou ~`;
    case 'too-many-stars':
      return `un mot compte ${formatNumber(remark.most)} étoiles au plus`;
    case 'distance-too-far':
      return `${formatNumber(remark.most)} lettres au plus peuvent différer`;
    case 'field-unknown':
      return `aucun champ ne s’appelle ${remark.name}`;
    case 'field-empty':
      return `il n’y a rien derrière ${remark.name}:`;
    case 'value-wrong':
      return `${remark.name}: attend ${taken(remark)}`;
    case 'words-unknown':
      return `aucun article ne contient ${quoted(remark.words)}${instead[remark.instead]}`;
    case 'words-apart':
      return `aucun article ne contient tous ces mots ; à ceux-ci, il ne manque que ${quoted(remark.words)}`;
    case 'some-words':
      return someWords(remark);
  }
}

const instead = {
  nothing: '',
  respelled: ' ; ceux-ci contiennent des mots d’une orthographe voisine',
  'other-words': ' ; ceux-ci contiennent les autres mots',
} as const;

function taken({ name, values }: QueryRemark & { readonly kind: 'value-wrong' }): string {
  if (values.length > 0) return `l’un de ces mots : ${values.join(', ')}`;
  switch (name) {
    case 'age':
      return 'une durée comme <30d ou >1y';
    case 'words':
      return 'un nombre comme >1500 ou 300..800';
    default:
      return 'une date comme 2018, 2018-06 ou 2018-01..2018-06';
  }
}

function someWords({ words, least, holdingAll, comeFirst, areOthers }: QueryRemark & { readonly kind: 'some-words' }) {
  const some = least === 1 ? 'l’un d’eux' : `${formatNumber(least)} d’entre eux`;
  const which = areOthers ? 'autres ' : '';
  if (holdingAll === 0) {
    return words === 2
      ? `aucun article ne contient les deux ${which}mots ; ceux-ci en contiennent un`
      : `aucun article ne contient les ${formatNumber(words)} ${which}mots ; ceux-ci contiennent au moins ${some}`;
  }
  const [who, come] =
    holdingAll === 1
      ? ['un seul article contient', 'il vient en tête']
      : [`seuls ${formatNumber(holdingAll)} articles contiennent`, 'ils viennent en tête'];
  const first = comeFirst ? `, ${come}` : '';
  return `${who} les ${formatNumber(words)} ${which}mots${first} ; les autres contiennent au moins ${some}`;
}

function quoted(words: readonly string[]): string {
  return words.map((word) => `« ${word} »`).join(', ');
}
