import { chinese } from './chinese.ts';
import { english, type MainText } from './english.ts';
import { french } from './french.ts';
import { german } from './german.ts';
import { russian } from './russian.ts';
import { spanish } from './spanish.ts';

export type { MainText } from './english.ts';

const texts: Readonly<Record<string, MainText>> = {
  en: english,
  de: german,
  es: spanish,
  fr: french,
  ru: russian,
  zh: chinese,
};

/** The sentences in the first of these languages that there are sentences in; `preferred` are language tags. */
export function mainText(preferred: readonly string[]): MainText {
  for (const tag of preferred) {
    const base = tag.toLowerCase().split('-')[0] ?? '';
    const found = Object.hasOwn(texts, base) ? texts[base] : undefined;
    if (found !== undefined) return found;
  }
  return english;
}
