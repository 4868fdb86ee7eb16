import type { SearchDocument } from '#backend/search/search.ts';
import type { Engine } from '../engines/engine.ts';
import { quantile } from '../support/quantile.ts';

/** p50 in ms. */
export type ChangeFigures = { readonly addOneMs: number; readonly editVisibleMs: number };

/**
 * Adds articles one by one, as they come, and changes others so that the next question must find the change. In
 * engines with a file each is committed. Stock Lunr is built anew for each, and so asked only once.
 */
export function measureChanges(
  engine: Engine,
  further: readonly SearchDocument[],
  sample: readonly SearchDocument[],
): ChangeFigures {
  const isRebuilt = engine.name === 'lunr';
  const additions = isRebuilt ? further.slice(0, 1) : further;
  const adding = additions.map((document) =>
    timed(() => {
      engine.add([document]);
      if (isRebuilt) engine.finish();
    }),
  );
  const editing = sample.slice(0, additions.length).map((document, number) => {
    const word = `edited${String.fromCodePoint(97 + (number % 26), 97 + Math.floor(number / 26))}`;
    const edited = { ...document, body: `${document.body} ${word}` };
    return timed(() => {
      engine.add([edited]);
      if (engine.find({ kind: 'words', words: [word], reading: 'all' }) === 0)
        throw new Error(`${engine.name} does not find a change`);
    });
  });
  return { addOneMs: quantile(adding, 0.5), editVisibleMs: quantile(editing, 0.5) };
}

function timed(work: () => void): number {
  const startedAt = performance.now();
  work();
  return performance.now() - startedAt;
}
