import type { QueryProblem, QueryRemark } from '#contract/search.ts';

/** A problem as it is told: its remarks as data for the window, and in English for everyone else. */
export function problemOf(remarks: readonly QueryRemark[], place: Place, readAs: string): QueryProblem {
  const { start, end } = place;
  return { message: remarks.map(inEnglish).join('; '), remarks: [...remarks], start, end, readAs };
}

export type Place = { readonly start: number; readonly end: number };

/** What one remark says, without a capital and a full stop. */
// eslint-disable-next-line max-lines-per-function, complexity -- a line for each kind and nothing else
function inEnglish(remark: QueryRemark): string {
  switch (remark.kind) {
    case 'words-too-common':
      return 'these words are too common to be searched for';
    case 'bracket-not-closed':
      return 'this bracket is not closed';
    case 'bracket-not-opened':
      return 'this bracket closes nothing';
    case 'quotation-not-closed':
      return 'the quotation is not closed';
    case 'nothing-before':
      return 'something is missing before this';
    case 'nothing-after':
      return 'something is missing after this';
    case 'near-alone':
      return 'NEAR stands between two words';
    case 'or-alone':
      return 'OR stands between two parts';
    case 'range-reversed':
      return 'the range ends before it begins';
    case 'distance-missing':
      return '~ is followed by the number of letters that may differ';
    case 'weight-missing':
      return '^ is followed by the weight of the word';
    case 'read-as-words':
      return 'read as plain words';
    case 'query-too-long':
      return `a query is read up to ${remark.most} characters`;
    case 'brackets-too-deep':
      return `brackets stand at most ${remark.most} deep`;
    case 'too-many-words':
      return `a query takes at most ${remark.most} words`;
    case 'too-many-letters-with-star':
      return `a query takes at most ${remark.most === 1 ? 'one word' : `${remark.most} words`} of one letter and a star`;
    case 'too-many-patterns':
      return `a query takes at most ${remark.most} words with a star or ~`;
    case 'too-many-stars':
      return `a word takes at most ${remark.most} stars`;
    case 'distance-too-far':
      return `at most ${remark.most} letters may differ`;
    case 'field-unknown':
      return `there is no field named ${remark.name}`;
    case 'field-empty':
      return `${remark.name}: has nothing behind it`;
    case 'value-wrong':
      return `${remark.name}: takes ${taken(remark)}`;
    case 'words-unknown':
      return `no article has ${quoted(remark.words)}${instead[remark.instead]}`;
    case 'words-apart':
      return `no article has all of these words; these have all but ${quoted(remark.words)}`;
    case 'some-words':
      return someWords(remark);
  }
}

const instead = {
  nothing: '',
  respelled: '; these have words spelled nearly so',
  'other-words': '; these have the other words',
} as const;

function taken({ name, values }: QueryRemark & { readonly kind: 'value-wrong' }): string {
  if (values.length > 0) return `one of ${values.join(', ')}`;
  switch (name) {
    case 'age':
      return 'a span such as <30d or >1y';
    case 'words':
      return 'a number such as >1500 or 300..800';
    default:
      return 'a date such as 2018, 2018-06 or 2018-01..2018-06';
  }
}

function someWords({ words, least, holdingAll, comeFirst, areOthers }: QueryRemark & { readonly kind: 'some-words' }) {
  const some = least === 1 ? 'one of them' : `${least} of them`;
  const which = areOthers ? 'other ' : '';
  if (holdingAll === 0) {
    return words === 2
      ? `no article has both ${which}words; these have one of them`
      : `no article has all ${words} ${which}words; these have at least ${some}`;
  }
  const [who, come] =
    holdingAll === 1 ? ['only one article has', 'comes'] : [`only ${holdingAll} articles have`, 'come'];
  const first = comeFirst ? ` and ${come} first` : '';
  return `${who} all ${words} ${which}words${first}; the others have at least ${some}`;
}

function quoted(words: readonly string[]): string {
  return words.map((word) => `“${word}”`).join(', ');
}
