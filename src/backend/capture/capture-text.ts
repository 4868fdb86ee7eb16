import type { CaptureKind } from '#contract/draft.ts';
import type { Captured } from './captured.ts';
import { requireShort } from './capture-file.ts';
import { recogniseHead } from './kinds/recognise.ts';
import { unwrapSingle } from './kinds/unwrap-single.ts';
import { asCaptured, type Unwrapped } from './kinds/unwrapped.ts';
import { savedFrom } from './saved-page.ts';
import { beginsLikeHtmlPage, sniffKind } from './sniff.ts';

export type TextInput = {
  readonly text: string;
  /** The clipboard's HTML flavour. */
  readonly html?: string;
  /** What the person calls it; an ending such as `.md` says what it is. */
  readonly name?: string;
  readonly origin: 'paste' | 'stdin';
};

const headBytes = 32_768;

export function captureText({ text, html, name, origin }: TextInput, takenInAt: string): Captured {
  const isRich = html !== undefined && holdsBlocks(html);
  const bytes = new TextEncoder().encode(isRich ? html : text);
  const label = name ?? (origin === 'paste' ? 'the pasted text' : 'standard input');
  requireShort(label, bytes);
  const message = isRich ? 'other' : recogniseHead(bytes.subarray(0, headBytes));
  const unwrapped =
    message === 'mail' || message === 'mhtml'
      ? unwrapSingle(bytes, { label, kind: message, beside: null })
      : plainPage(bytes, isRich ? 'html' : kindOfPlain(bytes, text, { label, name, origin }));
  return asCaptured(unwrapped, { origin, fileName: name ?? null, takenInAt });
}

function plainPage(bytes: Uint8Array, kind: CaptureKind): Unwrapped {
  const { address, savedAt } = kind === 'html' ? savedFrom(bytes) : { address: null, savedAt: null };
  return {
    kind,
    bytes,
    // It was text already: whatever the page inside claims about its encoding no longer holds.
    charset: 'utf-8',
    address,
    capturedAt: savedAt,
    hints: null,
    original: null,
    readRelative: null,
    holds: null,
  };
}

/**
 * True when the HTML flavour says more than the plain one: paragraphs, headings, lists, quotations.
 *
 * Editors put `div`, `span` and `br` around plain lines; their plain flavour is the better one.
 */
function holdsBlocks(html: string): boolean {
  return /<(p|h[1-6]|ul|ol|li|blockquote|article|section|figure|table|pre)[\s>]/i.test(html);
}

type PlainFacts = { readonly label: string; readonly name: string | undefined; readonly origin: TextInput['origin'] };

/** A paste is what the person saw, so it stays text unless it is a whole page; a pipe may carry any file. */
function kindOfPlain(bytes: Uint8Array, text: string, { label, name, origin }: PlainFacts): CaptureKind {
  const sniffed = sniffKind(bytes, { label, fileName: name ?? null });
  const isPlainPaste = origin === 'paste' && name === undefined;
  return isPlainPaste && !beginsLikeHtmlPage(text) ? 'text' : sniffed;
}
