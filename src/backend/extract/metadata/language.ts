import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

type Detector = {
  readonly detect: (text: string) => { readonly language: string; readonly isReliable: () => boolean };
};

/** Shorter texts than this say too little. */
const shortestText = 120;
const sampleLength = 2_000;

/**
 * The language a text is written in, or `null` when it is too short or the detector unsure.
 *
 * The detector's tables (1.6 MB) are loaded with the first text that needs them, and in this way so
 * that extraction stays synchronous and a program that never extracts never pays for them.
 */
export function detectLanguage(text: string): string | null {
  const sample = text.slice(0, sampleLength);
  if (sample.length < shortestText) return null;
  const found = loadDetector().detect(sample);
  return found.language !== '' && found.isReliable() ? found.language : null;
}

function loadDetector(): Detector {
  const path = fileURLToPath(import.meta.resolve('eld/small'));
  const { eld } = createRequire(import.meta.url)(path) as { eld: Detector };
  return eld;
}

/** A language tag in its usual form (`en_us` → `en-US`), or `null` for what is none. */
export function languageTag(value: string | null | undefined): string | null {
  const trimmed =
    (value ?? '')
      .trim()
      .replaceAll('_', '-')
      .split(/[,;\s]/)[0] ?? '';
  if (!/^[a-z]{2,3}(-[a-z0-9]{2,8}){0,3}$/i.test(trimmed)) return null;
  try {
    return Intl.getCanonicalLocales(trimmed)[0] ?? null;
  } catch {
    // Looks like a tag and is none; the page's word is then worth nothing.
    return null;
  }
}
