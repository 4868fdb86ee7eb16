import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

/** What one language of the package brings. */
export type LunrLanguage = {
  readonly stem: ((word: string) => string) | undefined;
  readonly stopWords: readonly string[];
};

/**
 * Where the languages of lunr-languages are that are used, each loaded when an article or a query first
 * needs it. Spelled out, because the build finds them by these lines.
 *
 * Not used: Arabic and Hebrew, which write into the global object, one over the other; Thai, which has
 * neither stemmer nor stop words; the tokenizers, whose work `Intl.Segmenter` does.
 */
const places: Readonly<Record<string, () => string>> = {
  da: () => import.meta.resolve('lunr-languages/lunr.da.js'),
  de: () => import.meta.resolve('lunr-languages/lunr.de.js'),
  el: () => import.meta.resolve('lunr-languages/lunr.el.js'),
  es: () => import.meta.resolve('lunr-languages/lunr.es.js'),
  fi: () => import.meta.resolve('lunr-languages/lunr.fi.js'),
  fr: () => import.meta.resolve('lunr-languages/lunr.fr.js'),
  hi: () => import.meta.resolve('lunr-languages/lunr.hi.js'),
  hu: () => import.meta.resolve('lunr-languages/lunr.hu.js'),
  hy: () => import.meta.resolve('lunr-languages/lunr.hy.js'),
  it: () => import.meta.resolve('lunr-languages/lunr.it.js'),
  ja: () => import.meta.resolve('lunr-languages/lunr.ja.js'),
  kn: () => import.meta.resolve('lunr-languages/lunr.kn.js'),
  ko: () => import.meta.resolve('lunr-languages/lunr.ko.js'),
  nl: () => import.meta.resolve('lunr-languages/lunr.nl.js'),
  no: () => import.meta.resolve('lunr-languages/lunr.no.js'),
  pl: () => import.meta.resolve('lunr-languages/lunr.pl.js'),
  pt: () => import.meta.resolve('lunr-languages/lunr.pt.js'),
  ro: () => import.meta.resolve('lunr-languages/lunr.ro.js'),
  ru: () => import.meta.resolve('lunr-languages/lunr.ru.js'),
  sv: () => import.meta.resolve('lunr-languages/lunr.sv.js'),
  ta: () => import.meta.resolve('lunr-languages/lunr.ta.js'),
  te: () => import.meta.resolve('lunr-languages/lunr.te.js'),
  tr: () => import.meta.resolve('lunr-languages/lunr.tr.js'),
  vi: () => import.meta.resolve('lunr-languages/lunr.vi.js'),
  zh: () => import.meta.resolve('lunr-languages/lunr.zh.js'),
};

export const lunrLanguageCodes: readonly string[] = Object.keys(places);

/** The package's version: with another one words may have other stems. A test holds it to the installed one. */
export const lunrLanguagesVersion = '1.22.0';

/**
 * Languages whose stemmer gives every word back as it is (their files say so, or leave it to a
 * tokenizer), found by asking; running them would cost time for nothing.
 */
const withoutStemmer = new Set(['hi', 'hy', 'ja', 'kn', 'ko', 'ta', 'te', 'vi', 'zh']);

type Plugin = (lunr: object) => void;
type PluginModule = Plugin | { readonly default: Plugin };

/**
 * Loads a language without touching Lunr.
 *
 * A language is a function that hangs itself into the Lunr it is given and registers its parts in
 * Lunr's one global pipeline. Here it is given an object of our own with the few members it asks for;
 * the "filter" of stop words that this makes is the list itself.
 */
export function loadLunrLanguage(code: string): LunrLanguage {
  const place = places[code];
  if (place === undefined) return { stem: undefined, stopWords: [] };
  const stage: Record<string, unknown> = {
    version: '2.3.9',
    Pipeline: { registerFunction: () => undefined },
    generateStopWordFilter: (words: readonly string[]) => words,
    // Tokenizers are made as a language is loaded, and not used.
    TinySegmenter: Object,
    wordcut: { init: () => undefined },
  };
  load(import.meta.resolve('lunr-languages/lunr.stemmer.support.js'))(stage);
  load(place())(stage);
  const language = stage[code] as { readonly stemmer?: (word: string) => string; readonly stopWordFilter?: unknown };
  return {
    stem: withoutStemmer.has(code) ? undefined : language.stemmer,
    stopWords: (language.stopWordFilter as readonly string[] | undefined) ?? [],
  };
}

function load(address: string): Plugin {
  const found = createRequire(import.meta.url)(fileURLToPath(address)) as PluginModule;
  return typeof found === 'function' ? found : found.default;
}
