import type { Draft, ExtractInput } from '#contract/draft.ts';
import { Marked } from 'marked';
import { writeBody } from '../body/write-body.ts';
import type { Decoded } from '../decode/decode.ts';
import { finishDraft } from '../finish-draft.ts';
import { settle, type Findings } from '../metadata/findings.ts';
import { tidyLine } from '../metadata/tidy.ts';
import { elementsIn, parsePage, textOf, type PageElement } from '../parse/page-tree.ts';
import { readFrontMatter } from './front-matter.ts';

/**
 * Markdown (GitHub's kind) to a draft.
 *
 * The front matter is cut off first, since its lines are no Markdown; the rest becomes HTML and goes
 * the way of every page from there, so that raw HTML inside it meets the same sanitiser. The first
 * heading is the headline when the front matter has none; the same heading again goes.
 */
export function extractMarkdown(input: ExtractInput, decoded: Decoded): Draft {
  const { findings, body } = readFrontMatter(decoded.text);
  const html = new Marked({ gfm: true, breaks: false, async: false }).parse(withoutWikiEmbeds(body)) as string;
  const root = parsePage(html);
  const heading = firstHeading(root);
  const complete = withHeadline(findings, heading);
  const { metadata } = settle(complete);
  const repeated = headingAgain(heading, metadata.headline);
  const { html: written, images } = writeBody(root, (element) => element === repeated);
  return finishDraft({
    input,
    encoding: decoded.encoding,
    method: 'markdown',
    findings: complete,
    html: written,
    images,
    removals:
      repeated === undefined
        ? []
        : [{ step: 'markdown', reason: { rule: 'the-headline-again' }, sample: textOf(repeated) }],
    warnings: [],
  });
}

/** Obsidian's `![[picture.png]]` is Markdown for no one else. */
function withoutWikiEmbeds(text: string): string {
  return text.replaceAll(/!\[\[([^\]|]+)(?:\|[^\]]*)?\]\]/g, (_whole, path: string) => `![](<${path.trim()}>)`);
}

/** The first heading, when nothing but pictures stands above it. */
function firstHeading(root: PageElement): PageElement | undefined {
  for (const element of elementsIn(root)) {
    if (element.name === 'h1') return element;
    if (element.name !== 'img' && textOf(element) !== '') return undefined;
  }
  return undefined;
}

function withHeadline(findings: Findings, heading: PageElement | undefined): Findings {
  const headline = heading === undefined ? null : tidyLine(textOf(heading));
  if (findings.headline !== undefined || headline === null) return findings;
  return { ...findings, headline: { value: headline, confidence: 0.9, origin: 'text', detail: 'first heading' } };
}

function headingAgain(heading: PageElement | undefined, headline: string | null): PageElement | undefined {
  if (heading === undefined || headline === null) return undefined;
  return tidyLine(textOf(heading)) === headline ? heading : undefined;
}
