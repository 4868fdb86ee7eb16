import lunr from 'lunr';
import { fold } from './folding.ts';
import { arabicStopWords, hebrewStopWords, stemArabic, stemHebrew } from './light-stemmers.ts';
import { loadLunrLanguage, lunrLanguageCodes } from './lunr-languages.ts';

/** How the words of one language become terms. */
export type Language = {
  readonly code: string;
  /** Lower case in, not always folded out. */
  readonly stem: (word: string) => string;
  /** As a text has them: "für" says nothing, "fur" is another word. */
  readonly stopWords: ReadonlySet<string>;
  /** As they may be typed, without accents. */
  readonly foldedStopWords: ReadonlySet<string>;
  /** Its stemmer and its list know letters without accents and points only. */
  readonly isReadFolded: boolean;
  /** What is cut off before an apostrophe: l'homme, dell'arte. */
  readonly elision: RegExp | undefined;
  /** What is cut off behind one: Kim's, Istanbul'da. */
  readonly apostropheEnding: RegExp | undefined;
  /** Whether ä may be met as ae. In Finnish or Swedish it is not, and nearly every second word has one. */
  readonly spellsOut: boolean;
};

/** The language by which words are read when nothing says which: the archive's own, as Lunr is. */
export const defaultCode = 'en';

/** Norwegian is told by its two written forms, Hebrew by an old code. */
const sameLanguage: Readonly<Record<string, string>> = { nb: 'no', nn: 'no', iw: 'he', az: 'tr' };

/** Scripts with the language that reads them when the article's own does not. */
const scripts: readonly { readonly code: string; readonly language: string; readonly letter: RegExp }[] = [
  { code: 'Latn', language: defaultCode, letter: /^\p{scx=Latn}/u },
  { code: 'Cyrl', language: 'ru', letter: /^\p{scx=Cyrl}/u },
  { code: 'Grek', language: 'el', letter: /^\p{scx=Grek}/u },
  { code: 'Arab', language: 'ar', letter: /^\p{scx=Arab}/u },
  { code: 'Hebr', language: 'he', letter: /^\p{scx=Hebr}/u },
  { code: 'Deva', language: 'hi', letter: /^\p{scx=Deva}/u },
  { code: 'Armn', language: 'hy', letter: /^\p{scx=Armn}/u },
  { code: 'Taml', language: 'ta', letter: /^\p{scx=Taml}/u },
  { code: 'Telu', language: 'te', letter: /^\p{scx=Telu}/u },
  { code: 'Knda', language: 'kn', letter: /^\p{scx=Knda}/u },
];

const romanceElision =
  /^(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|quoiqu|gl|un|dell|nell|sull|dall|all|coll|quest|quell)'(?=.)/;
const elided = new Set(['fr', 'it', 'ca', 'oc']);
/** `'s` is the owner's or the plural's in English, Dutch, Scandinavian and borrowed names; the others are English verbs. */
const englishEnding = /'(?:s|ll|re|ve|d|m)$/;
const possessive = /'s$/;
/** Turkish parts a name from its endings: İstanbul'da. */
const turkishEnding = /'.*$/;
const readFolded = new Set(['ar', 'el', 'he']);
const neverSpelledOut = new Set(['fi', 'sv', 'hu', 'tr', 'ro', 'et', 'sk', 'vi']);

/**
 * The group of an article's language: articles of one group have their words made into terms in the
 * same way. A language with a stemmer is a group of its own; all others of one script are one.
 */
export function groupOf(language: string | null): string {
  const code = primaryCode(language);
  if (code === '') return defaultCode;
  if (isKnown(code)) return code;
  return scriptOf(code);
}

/** `pt-BR`, `PT_br` → `pt`; empty for what is no language. */
function primaryCode(language: string | null): string {
  const code = /^([a-z]{2,3})(?:[-_][a-z0-9]+)*$/.exec((language ?? '').trim().toLowerCase())?.[1] ?? '';
  return sameLanguage[code] ?? code;
}

function isKnown(code: string): boolean {
  return code === defaultCode || code === 'ar' || code === 'he' || lunrLanguageCodes.includes(code);
}

function scriptOf(code: string): string {
  return new Intl.Locale(code).maximize().script ?? 'Latn';
}

/**
 * All languages, each made when first needed. One for each analyzer, so that nothing is kept by the
 * module itself.
 */
export class Languages {
  readonly #byCode = new Map<string, Language>();
  readonly #scriptOfGroup = new Map<string, string>();

  get(code: string): Language {
    let language = this.#byCode.get(code);
    if (language === undefined) this.#byCode.set(code, (language = makeLanguage(code)));
    return language;
  }

  /**
   * The language by which a word of an article is read: the article's own when the word is in its
   * script, else the one that mostly writes so. "Google" in a Russian article is read as English.
   */
  ofWord(word: string, group: string): Language {
    const first = word.charCodeAt(0);
    // Nearly all words of most archives: asking Unicode's tables ten times over takes longer than the stemmer.
    const script = first >= 97 && first <= 122 ? scripts[0] : scripts.find(({ letter }) => letter.test(word));
    if (script === undefined) return this.get(/^\p{N}/u.test(word) ? group : 'none');
    return this.get(this.#script(group) === script.code ? group : script.language);
  }

  #script(group: string): string {
    let script = this.#scriptOfGroup.get(group);
    if (script === undefined) this.#scriptOfGroup.set(group, (script = group.length > 3 ? group : scriptOf(group)));
    return script;
  }
}

function makeLanguage(code: string): Language {
  const { stem, stopWords } = stemAndStopWords(code);
  const listed = stopWords.map((word) => word.toLowerCase().replaceAll("'", '')).filter((word) => word !== '');
  const folded = new Set(listed.map(fold));
  return {
    code,
    stem,
    stopWords: readFolded.has(code) ? folded : new Set(listed),
    foldedStopWords: folded,
    isReadFolded: readFolded.has(code),
    elision: elided.has(code) ? romanceElision : undefined,
    apostropheEnding: code === defaultCode ? englishEnding : code === 'tr' ? turkishEnding : possessive,
    spellsOut: !neverSpelledOut.has(code),
  };
}

function stemAndStopWords(code: string): { stem: (word: string) => string; stopWords: readonly string[] } {
  switch (code) {
    case 'en':
      return { stem: (word) => lunr.stemmer(new lunr.Token(word, {})).toString(), stopWords: englishStopWords };
    case 'ar':
      return { stem: stemArabic, stopWords: arabicStopWords.split(' ') };
    case 'he':
      return { stem: stemHebrew, stopWords: hebrewStopWords.split(' ') };
    default: {
      const { stem, stopWords } = loadLunrLanguage(code);
      return { stem: stem ?? ((word) => word), stopWords };
    }
  }
}

/** Lunr's stop words; it keeps the list to itself. A test asks its filter whether this is it. */
export const englishStopWords: readonly string[] = (
  'a able about across after all almost also am among an and any are as at be because been but by can cannot could ' +
  'dear did do does either else ever every for from get got had has have he her hers him his how however i if in into ' +
  'is it its just least let like likely may me might most must my neither no nor not of off often on only or other our ' +
  'own rather said say says she should since so some than that the their them then there these they this tis to too ' +
  'twas us wants was we were what when where which while who whom why will with would yet you your'
).split(' ');
