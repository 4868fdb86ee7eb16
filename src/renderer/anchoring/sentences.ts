import type { Place } from './find-passages.ts';

/**
 * The sentences of a stretch of text, without the white space between them.
 *
 * Where sentences end the browser knows (`Intl.Segmenter`), save that it takes the point of an abbreviation, of an
 * initial or of an ordinal for an end: what it parts there is put together again.
 */
export function sentencesOf(text: string, { start, end }: Place, language: string | null): Place[] {
  const stretch = text.slice(start, end);
  const sentences: Place[] = [];
  let isOpen = false;
  for (const { segment, index } of segmenterOf('sentence', language).segment(stretch)) {
    const words = segment.trimEnd();
    if (words === '') continue;
    const place = { start: start + index, end: start + index + words.length };
    const last = sentences.at(-1);
    if (isOpen && last) sentences[sentences.length - 1] = { start: last.start, end: place.end };
    else sentences.push(place);
    isOpen = goesOn(words, stretch.slice(index + segment.length), language);
  }
  return sentences;
}

/** Titles and the like, after which something always follows. */
const followed = list(
  'mr mrs ms mx dr prof st sr sra jr gen col lt sgt capt cpt maj adm gov sen rep rev hon pres messrs mme mlle mm vs no nos nr art ' +
    'fig figs vol vols ed eds pp p ch cf ca approx op cit al ibid mt ft bros inc ltd co corp dept univ ' +
    'hr fr frl dipl ing mag hl bzw evtl ggf vgl usw zb sog bspw inkl exkl abs ziff tel str ' +
    'dott dssa sig sigg avv ing egr pag art ej dña núm pág ud uds lic gral',
);
/** Those that may end a sentence too: only what goes on in small letters, or with a number, belongs to them. */
const perhaps = list(
  'etc a.m p.m u.s u.k e.u jan feb mar apr jun jul aug sep sept oct okt nov dec dez inc ltd co corp',
);

/** Whether a sentence goes on behind the point it seems to end with. */
function goesOn(words: string, rest: string, language: string | null): boolean {
  const next = rest.trimStart().charAt(0);
  if (next === '') return false;
  // “Is it late?” she asked.
  if (next === next.toLowerCase() && next !== next.toUpperCase()) return true;
  const last = /([\p{L}\p{N}\p{M}.]+)\.$/u.exec(words)?.[1];
  if (last === undefined) return false;
  const key = last.toLowerCase();
  if (perhaps.has(key)) return /\p{N}/u.test(next);
  if (followed.has(key.replaceAll('.', ''))) return true;
  // An initial, or letters with points between them: J. K. Rowling, e.g. this, z. B. das.
  if (/^\p{L}(\.\p{L})*$/u.test(last)) return last.length > 1 ? isDotted(key) : /\p{L}/u.test(next);
  return /^\d{1,2}$/.test(last) && hasOrdinals(language);
}

function isDotted(key: string): boolean {
  return ['e.g', 'i.e', 'z.b', 'd.h', 'u.a', 'p.ej', 'c.-à-d'].includes(key);
}

/** Languages that write an ordinal with a point: 3. Oktober. */
function hasOrdinals(language: string | null): boolean {
  return /^(de|da|nb|nn|no|fi|cs|sk|pl|hu|sl|hr|sr|bs|et|lv|is|fo|lb|tr)\b/.test(language?.toLowerCase() ?? '');
}

export function segmenterOf(granularity: 'sentence' | 'word', language: string | null): Intl.Segmenter {
  try {
    return new Intl.Segmenter(language ?? undefined, { granularity });
  } catch {
    // The page's language is what the page says: it need not be one.
    return new Intl.Segmenter(undefined, { granularity });
  }
}

function list(words: string): ReadonlySet<string> {
  return new Set(words.split(' '));
}
