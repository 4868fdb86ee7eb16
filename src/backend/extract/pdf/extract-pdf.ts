import type { Draft, ExtractInput } from '#contract/draft.ts';
import type { Removal } from '#contract/removal.ts';
import { ArchiveError } from '#contract/errors.ts';
import { finishDraft } from '../finish-draft.ts';
import type { Findings } from '../metadata/findings.ts';
import { detectLanguage } from '../metadata/language.ts';
import { readFacts } from './facts.ts';
import { readPdfHead } from './head.ts';
import { arrange, type Arranged } from './layout/arrange.ts';
import { textOf } from './layout/lines.ts';
import { withPdf } from './open-pdf.ts';
import { readPages } from './read-pages.ts';
import { readPdfTail } from './tail.ts';
import { printedAddress } from './layout/furniture.ts';
import { writeHtml } from './write-html.ts';

/** Fewer letters a page than this are stamps on pictures, not a text. */
const leastLettersOfPage = 12;

/**
 * A PDF to a draft.
 *
 * All that needs the library is read first, so that it can be let go; what follows is pure. Layout
 * makes paragraphs of placed words, the head and the tail of them become fields, the rest is the
 * story. The finish with its sanitiser is the same as for every other kind.
 */
export async function extractPdf(input: ExtractInput): Promise<Draft> {
  const { facts, read } = await withPdf(input.bytes, async (document) => ({
    facts: await readFacts(document),
    read: await readPages(document),
  }));
  const letters = read.pages.flatMap((page) => page.runs).reduce((sum, run) => sum + run.text.length, 0);
  if (letters < leastLettersOfPage * Math.min(read.pages.length, 20)) throw noText(read.pages.length);
  const arranged = arrange(read.pages);
  const head = readPdfHead(arranged, facts.title);
  const tail = readPdfTail(head.body);
  const text = tail.body.map((one) => one.text).join('\n');
  return finishDraft({
    input,
    encoding: 'pdf',
    method: 'pdf-layout',
    findings: {
      ...facts.findings,
      ...languageOf(text, facts.language),
      ...tail.findings,
      ...printedBy(arranged),
      ...head.findings,
    },
    html: writeHtml(tail.body, arranged.notes),
    images: [],
    removals: [...arranged.removals, ...sideways(read.sideways), ...head.removals, ...tail.removals],
    warnings: read.warnings,
  });
}

function noText(pages: number): ArchiveError {
  const message =
    'This PDF holds pictures of pages and no text, as a scanner makes them; run text recognition (OCR) on it first.';
  return new ArchiveError('no-article', message, { details: { pages, scanned: true } });
}

/** What the text is written in; the file's word only where it agrees or nothing can be told. */
function languageOf(text: string, claimed: string | null): Findings {
  const detected = detectLanguage(text);
  if (claimed === null || (detected !== null && claimed.split('-')[0] !== detected)) return {};
  const confidence = detected === null ? 0.4 : 0.85;
  return { language: { value: claimed, confidence, origin: 'file', detail: 'language of the file' } };
}

/** The address that a browser printed at the foot of the pages. */
function printedBy({ furniture }: Arranged): Findings {
  for (const line of furniture)
    for (const word of textOf(line).split(/\s+/u))
      if (printedAddress.test(word) && /^https?:/i.test(word) && URL.canParse(word))
        return { url: { value: word, confidence: 0.9, origin: 'text', detail: 'printed at the foot of the pages' } };
  return {};
}

function sideways(texts: readonly string[]): Removal[] {
  return texts.length === 0 ? [] : [{ step: 'pdf', reason: { rule: 'written-sideways' }, sample: texts.join(' ') }];
}
