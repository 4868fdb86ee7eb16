import type { Draft, DraftImage, ExtractInput } from '#contract/draft.ts';
import type { ExtractionWarning } from '#contract/extraction-warning.ts';
import type { Removal } from '#contract/removal.ts';
import { ArchiveError } from '#contract/errors.ts';
import { canonicalAddress } from './metadata/canonical-address.ts';
import { settle, type Findings, type Found } from './metadata/findings.ts';
import { withHints } from './metadata/hints.ts';
import { detectLanguage } from './metadata/language.ts';
import { sanitise } from './sanitise.ts';
import { htmlToText } from './words/html-to-text.ts';
import { wordCount } from './words/word-count.ts';

export type Unfinished = {
  readonly input: ExtractInput;
  /** The address that relative links count from, when it is not the input's own. */
  readonly base?: string | null;
  readonly encoding: string;
  readonly method: string;
  readonly findings: Findings;
  /** The body, not yet safe; pictures as `image:KEY`. */
  readonly html: string;
  readonly images: readonly DraftImage[];
  readonly removals: readonly Removal[];
  readonly warnings: readonly ExtractionWarning[];
  /** Fields that are read from the finished text, where nothing else names them. */
  readonly fromText?: (text: string) => Findings;
};

/** What every way of extraction ends with: the sanitiser, the text, and the fields that come from neither page nor text alone. */
export function finishDraft({
  base,
  input,
  encoding,
  method,
  findings,
  html,
  images,
  removals,
  warnings,
  fromText,
}: Unfinished): Draft {
  const safe = sanitise(html, { address: base ?? input.address });
  const text = htmlToText(safe);
  if (text === '' && images.length === 0)
    throw new ArchiveError('no-article', 'There is no text in it that could be an article.');
  const complete = withLastResorts(withHints({ ...fromText?.(text), ...findings }, input.hints), input, text);
  const { metadata, notes } = settle(complete);
  return {
    metadata,
    notes,
    html: safe,
    text,
    wordCount: wordCount(text, metadata.language),
    images: images.filter(({ key, lead }) => lead || safe.includes(`"image:${key}"`)),
    encoding,
    method,
    removals: removals.map(shortened),
    warnings,
  };
}

/** A removal is explained, not stored twice: the sample is cut. */
function shortened(removal: Removal): Removal {
  return removal.sample.length <= 300 ? removal : { ...removal, sample: `${removal.sample.slice(0, 299)}…` };
}

/** Language from the text, address from the capture, headline from the first sentence or the file's name. */
function withLastResorts(findings: Findings, input: ExtractInput, text: string): Findings {
  const language = findings.language ?? detected(text);
  const address = input.address === null ? findings.url : found(input.address, 1, 'address', 'where it was taken from');
  const canonical = findings.canonicalUrl ?? canonicalFrom(address);
  const headline = findings.headline ?? lastResortHeadline(input, text);
  return {
    ...findings,
    ...(language === undefined ? {} : { language }),
    ...(address === undefined ? {} : { url: address }),
    ...(canonical === undefined ? {} : { canonicalUrl: canonical }),
    ...(headline === undefined ? {} : { headline }),
  };
}

function found(value: string, confidence: number, origin: Found<string>['origin'], detail: string): Found<string> {
  return { value, confidence, origin, detail };
}

function detected(text: string): Found<string> | undefined {
  const language = detectLanguage(text);
  return language === null ? undefined : found(language, 0.8, 'detected', 'letters of the text');
}

function canonicalFrom(address: Found<string> | undefined): Found<string> | undefined {
  const canonical = address === undefined ? null : canonicalAddress(address.value);
  return canonical === null
    ? undefined
    : found(canonical, 0.6, 'address', 'where it was taken from, without tracking parameters');
}

const longestSentence = 120;

function lastResortHeadline({ fileName }: ExtractInput, text: string): Found<string> | undefined {
  const name = fileName === null ? '' : readableName(fileName);
  if (name !== '') return found(name, 0.3, 'file', 'name of the file');
  const line = text.split('\n')[0]?.trim() ?? '';
  const sentence = /^.{10,120}?[.!?](?=\s|$)/u.exec(line)?.[0] ?? line;
  if (sentence === '') return undefined;
  return found(
    sentence.length <= longestSentence ? sentence : `${sentence.slice(0, longestSentence).replace(/\s+\S*$/u, '')}…`,
    0.2,
    'text',
    'first sentence',
  );
}

/** `2018-06-10_my-story.html` → `my story`; nothing for a name that is only figures. */
function readableName(fileName: string): string {
  const bare = fileName.replace(/^.*[\\/]/, '').replace(/\.[a-z0-9]{1,5}$/i, '');
  const words = (/\s/.test(bare) ? bare : bare.replaceAll(/[-_]+/g, ' '))
    .replaceAll(/[_\s]+/g, ' ')
    .replace(/^\d{4}[ .-]\d{2}[ .-]\d{2}[ -]*/, '')
    .trim();
  return /\p{L}{3,}/u.test(words) && !/^[\da-f ~-]+$/i.test(words) ? words : '';
}
