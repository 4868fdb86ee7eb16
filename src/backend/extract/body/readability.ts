import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';
import { limitNesting } from '../sanitise/nesting.ts';

type DocumentOfReadability = ConstructorParameters<typeof Readability>[0];

const mostElements = 30_000;
/** Readability asks each level for the text of all below it: its cost grows with the square of the depth, and more. */
const deepestForReadability = 80;

/**
 * Mozilla's Readability as a second opinion: the body's HTML, or `null` when it finds none.
 *
 * It needs a DOM of its own, since it takes the page apart, and costs several times what our own
 * reading does; so it is asked only where that one looks incomplete.
 */
export function readWithReadability(html: string): string | null {
  const page = /<body[\s>]/i.test(html) ? html : `<!doctype html><html><head></head><body>${html}</body></html>`;
  const { document } = parseHTML(limitNesting(page, deepestForReadability));
  try {
    const article = new Readability(document as unknown as DocumentOfReadability, {
      maxElemsToParse: mostElements,
      keepClasses: false,
    }).parse();
    return article?.content ?? null;
  } catch {
    // Readability throws on pages of too many elements and on some broken ones: then there is no second opinion.
    return null;
  }
}
