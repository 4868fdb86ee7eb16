import { pictureTags } from './picture-tags.ts';

/** Attributes from which a picture may be loaded instead of from its `src`. */
const otherSource = /\s(srcset|data-[\w-]+|nitro-lazy-[\w-]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/gi;

/**
 * A page whose pictures name only what is at hand beside their `src`.
 *
 * A browser that saves a page keeps the one file it showed, and leaves the page's other choices
 * (`srcset`, `data-src`) pointing into the web, where extraction would find the better picture and
 * capture none. Such choices are taken out of what is extracted; the original keeps them. Answers
 * the same array when there was nothing to take out.
 */
export async function withKnownPictures(
  bytes: Uint8Array,
  holds: (reference: string) => Promise<boolean>,
): Promise<Uint8Array> {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  // Latin-1 keeps every byte of an encoding that has ASCII in it; the others are left alone.
  if (view.subarray(0, 1024).includes(0)) return bytes;
  const markup = view.toString('latin1');
  const spans = pictureTags(markup);
  const tags = spans.map(({ start, end }) => markup.slice(start, end));
  if (!(await holdsAny(tags, holds))) return bytes;
  const references = new Set<string>();
  for (const tag of tags) {
    for (const choice of choicesOf(tag)) for (const reference of choice.references) references.add(reference);
  }
  const missing = new Set<string>();
  for (const reference of references) if (!(await holds(plainReference(reference)))) missing.add(reference);
  if (missing.size === 0) return bytes;
  let kept = '';
  let from = 0;
  for (const [index, { start, end }] of spans.entries()) {
    kept += markup.slice(from, start) + withoutMissing(tags[index] ?? '', missing);
    from = end;
  }
  return Buffer.from(kept + markup.slice(from), 'latin1');
}

/** Longer than any list of choices: what a script keeps there for itself. */
const longestChoice = 20_000;
const mostSources = 200;

/** Whether a picture's own `src` is at hand: a page without its pictures has nothing to prefer. */
async function holdsAny(tags: readonly string[], holds: (reference: string) => Promise<boolean>): Promise<boolean> {
  for (const tag of tags.slice(0, mostSources)) {
    const [, double, single, bare] = /\ssrc\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/i.exec(tag) ?? [];
    const source = double ?? single ?? bare ?? '';
    if (source !== '' && !/^data:/i.test(source) && (await holds(plainReference(source)))) return true;
  }
  return false;
}

type Choice = { readonly whole: string; readonly name: string; readonly references: readonly string[] };

function* choicesOf(tag: string): Iterable<Choice> {
  for (const [whole, name = '', double, single, bare] of tag.matchAll(otherSource)) {
    const value = double ?? single ?? bare ?? '';
    if (value.length > longestChoice) continue;
    const references = /set$/i.test(name) ? candidatesOf(value).map(({ reference }) => reference) : [value.trim()];
    if (references.some(looksLikeAddress)) yield { whole, name, references };
  }
}

function withoutMissing(tag: string, missing: ReadonlySet<string>): string {
  let changed = tag;
  for (const { whole, name, references } of choicesOf(tag)) {
    if (!references.some((reference) => missing.has(reference))) continue;
    const value = /=\s*["']?([^]*?)["']?$/.exec(whole)?.[1] ?? '';
    const left = candidatesOf(value).filter(({ reference }) => !missing.has(reference));
    const kept = /set$/i.test(name) ? left.map(({ text }) => text).join(', ') : '';
    changed = changed.replace(whole, () => (kept === '' ? '' : ` ${name}="${kept}"`));
  }
  return changed;
}

/** The choices of a `srcset`, parted at commas that a space follows: addresses hold commas too. */
function candidatesOf(set: string): { readonly reference: string; readonly text: string }[] {
  const texts = set.split(/,\s+|,(?=https?:|\/)/).map((text) => text.replaceAll(/[\s,"']+$/g, '').trim());
  return texts.filter((text) => text !== '').map((text) => ({ text, reference: text.split(/\s/, 1)[0] ?? '' }));
}

function looksLikeAddress(value: string): boolean {
  return /^(?:https?:)?\/\/|^\.{0,2}\/|\.(?:jpe?g|png|gif|webp|avif|svg)\b/i.test(value);
}

function plainReference(reference: string): string {
  return reference.replaceAll('&amp;', '&');
}
