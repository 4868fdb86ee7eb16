import { english, type Dictionary } from './en/english.ts';
import { formatIn } from './format.ts';
import type { Spoken, WindowLanguage } from './languages.ts';

/**
 * Every sentence the reader sees comes through here.
 *
 * English until {@link speak} has been called, which happens once, before the first screen is loaded; so this
 * is the one object of the window that changes without telling anyone.
 */
export const text: Dictionary = { ...english };

/** Each language but English is a file of its own, fetched when it is spoken. */
const dictionaries: Readonly<Record<WindowLanguage, () => Promise<Dictionary>>> = {
  en: () => Promise.resolve(english),
  de: async () => (await import('./de/german.ts')).german,
  es: async () => (await import('./es/spanish.ts')).spanish,
  fr: async () => (await import('./fr/french.ts')).french,
  ru: async () => (await import('./ru/russian.ts')).russian,
  zh: async () => (await import('./zh/chinese.ts')).chinese,
};

/** Makes the window speak a language. To be called before anything that holds sentences is imported. */
export async function speak({ language, locale }: Spoken): Promise<void> {
  Object.assign(text, await dictionaries[language]());
  formatIn(locale);
}
