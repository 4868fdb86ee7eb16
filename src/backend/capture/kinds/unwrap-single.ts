import type { Beside } from '../read-beside.ts';
import { savedFrom } from '../saved-page.ts';
import { sniffKind } from '../sniff.ts';
import { unwrapMail } from './mail.ts';
import { unwrapMhtml } from './mhtml.ts';
import { fileNameOfLabel } from './labels.ts';
import type { FileKind } from './recognise.ts';
import type { Unwrapped } from './unwrapped.ts';

type SingleFacts = { readonly label: string; readonly kind: FileKind; readonly beside: Beside | null };

/** A file that is one article: a message, or the page or text itself. */
export function unwrapSingle(bytes: Uint8Array, { label, kind, beside }: SingleFacts): Unwrapped {
  if (kind === 'mhtml') return unwrapMhtml(bytes, label);
  if (kind === 'mail') return unwrapMail(bytes, label);
  return unwrapPage(bytes, label, beside);
}

/** A page or a text as it lies there, with what a browser wrote into it when it was saved. */
export function unwrapPage(bytes: Uint8Array, label: string, beside: Beside | null): Unwrapped {
  const kind = sniffKind(bytes, { label, fileName: fileNameOfLabel(label) });
  const { address, savedAt } = kind === 'html' ? savedFrom(bytes) : { address: null, savedAt: null };
  const isAlone = kind === 'text' || beside === null;
  return {
    kind,
    bytes,
    charset: null,
    address,
    capturedAt: savedAt,
    hints: null,
    original: null,
    readRelative: isAlone ? null : beside.read,
    holds: isAlone ? null : beside.holds,
  };
}
