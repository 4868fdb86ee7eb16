/** The languages of the window, each by its own name, in the order in which they are offered. */
export const windowLanguages = [
  { code: 'en', name: 'English' },
  { code: 'de', name: 'Deutsch' },
  { code: 'es', name: 'Español' },
  { code: 'fr', name: 'Français' },
  { code: 'ru', name: 'Русский' },
  { code: 'zh', name: '简体中文' },
] as const;

export type WindowLanguage = (typeof windowLanguages)[number]['code'];

/** What the reader asked for; `system` follows the languages that the system prefers. */
export type LanguageChoice = 'system' | WindowLanguage;

export const languageChoices: readonly LanguageChoice[] = ['system', ...windowLanguages.map(({ code }) => code)];

/** The language of the window and how it writes numbers and dates: `en-GB` is English with the dates of Britain. */
export type Spoken = { readonly language: WindowLanguage; readonly locale: string };

/**
 * The first language of the system that the window speaks, else English.
 *
 * `preferred` are language tags, best first, as `navigator.languages` has them. A chosen language keeps the
 * country that the system names for it.
 */
export function chooseLanguage(choice: LanguageChoice, preferred: readonly string[]): Spoken {
  const known = preferred.flatMap((locale): Spoken[] => {
    const base = locale.toLowerCase().split('-')[0];
    const found = windowLanguages.find(({ code }) => code === base);
    return found === undefined ? [] : [{ language: found.code, locale }];
  });
  if (choice === 'system') return known[0] ?? { language: 'en', locale: 'en' };
  return known.find(({ language }) => language === choice) ?? { language: choice, locale: choice };
}
