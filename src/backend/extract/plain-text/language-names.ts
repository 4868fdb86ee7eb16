import { languageTag } from '../metadata/language.ts';

const languageNames: Readonly<Record<string, string>> = {
  english: 'en',
  german: 'de',
  deutsch: 'de',
  french: 'fr',
  français: 'fr',
  spanish: 'es',
  español: 'es',
  italian: 'it',
  dutch: 'nl',
  portuguese: 'pt',
};

/** A language by its English name or its own, or by its tag: `ENGLISH`, `de-AT`. */
export function languageNamed(value: string): string | null {
  return (
    languageNames[value.split(/[;,]/)[0]?.trim().toLowerCase() ?? ''] ??
    (/^[a-z]{2}(-|$)/i.test(value) ? languageTag(value) : null)
  );
}
