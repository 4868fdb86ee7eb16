import lunr from 'lunr';
import type { ArchiveIndex } from './archive-index.ts';
import { stopWordMark } from './analysis/words.ts';
import type { SearchDocument } from './document.ts';
import { fieldNames, fields } from './fields.ts';

const batchSize = 200;

/** What Lunr's builder keeps that its published types do not say; public in 2.3.9, which is pinned. */
type Builder = {
  tokenizer: (tokens: readonly string[]) => lunr.Token[];
  readonly searchPipeline: lunr.Pipeline;
  /** By `field/ref`. */
  readonly fieldLengths: Record<string, number>;
};

/**
 * Builds a stock Lunr index of every article, the trash included, in the order they were taken in.
 *
 * Its terms are made here, by the articles' languages; Lunr gets them ready. The words of a query pass
 * one function, registered in Lunr under `searchLabel(…)`: whoever loads the serialised index registers
 * a function under that name first. It is what Lunr makes and has Lunr's limits: all in memory, and in
 * larger archives with digits in their words its token set loses some terms.
 */
export function stockIndex(
  index: ArchiveIndex,
  documentsOf: (ids: readonly string[]) => ReadonlyMap<string, SearchDocument>,
): lunr.Index {
  const ids = index.store.database.read(() => index.store.documents().map(({ id }) => id));
  const known = new Set<string>();
  return lunr((builder) => {
    const parts = builder as unknown as Builder;
    builder.pipeline.reset();
    parts.searchPipeline.reset();
    parts.searchPipeline.add(searchFunction(index, known));
    parts.tokenizer = (tokens) => tokens.map((token) => new lunr.Token(token, {}));
    builder.ref('id');
    for (const { name, boost } of fields) builder.field(name, { boost });
    for (let from = 0; from < ids.length; from += batchSize) {
      const batch = ids.slice(from, from + batchSize);
      const documents = documentsOf(batch);
      for (const id of batch) {
        const document = documents.get(id);
        if (document !== undefined) addTo(builder, parts, index, document, known);
      }
    }
  });
}

function addTo(
  builder: lunr.Builder,
  parts: Builder,
  { analyzer }: ArchiveIndex,
  document: SearchDocument,
  known: Set<string>,
): void {
  const tokens: Record<string, string[]> = {};
  const lengths: Record<string, number> = {};
  for (const name of fieldNames) {
    const own: string[] = (tokens[name] = []);
    lengths[name] = analyzer.analyse(document[name], document.language, (number, frequency) => {
      const term = analyzer.term(number);
      if (term.startsWith(stopWordMark)) return;
      known.add(term);
      for (let left = frequency; left > 0; left--) own.push(term);
    });
  }
  builder.add({ id: document.id, ...tokens });
  // Other spellings of a word are further terms, but no further words.
  for (const name of fieldNames) parts.fieldLengths[`${name}/${document.id}`] = lengths[name]!;
}

/** The name of the function that reads a query's words: one for each set of languages. */
export function searchLabel(groups: readonly string[]): string {
  return `pressmark-search:${[...groups].sort().join(',')}`;
}

/**
 * Only terms that occur, and where there is none the word itself: Lunr fails over a required word of no
 * term, and lets one find nothing when one of its terms leads nowhere, whatever the others find.
 */
function searchFunction(index: ArchiveIndex, known: ReadonlySet<string>): lunr.PipelineFunction {
  const typed = index.store.database.read(() => index.typedWords());
  const read: lunr.PipelineFunction = (token) => {
    const terms = typed.terms(token.toString());
    if (terms.length === 0) return token;
    const occurring = terms.filter((term) => known.has(term));
    return (occurring.length > 0 ? occurring : terms.slice(0, 1)).map((term) => new lunr.Token(term, {}));
  };
  lunr.Pipeline.registerFunction(read, searchLabel(typed.groups));
  return read;
}
