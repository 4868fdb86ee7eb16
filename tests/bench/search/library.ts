import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { SearchDocument } from '#backend/search/search.ts';
import { newsCorpus } from '../support/news-corpus.ts';

/**
 * The articles of a run. A sample stays in memory to draw questions from; all texts lie in a file of
 * their own, as the product's do, so that passages cost a reading.
 */
export class Library {
  /** The first articles, among which words and their frequencies are counted. */
  readonly sample: SearchDocument[] = [];
  /** Articles beyond the library's count, for adding one by one. */
  readonly further: SearchDocument[] = [];
  textBytes = 0;
  readonly #database: DatabaseSync;
  readonly #count: number;

  constructor(folder: string, count: number) {
    this.#count = count;
    this.#database = new DatabaseSync(join(folder, 'texts.sqlite'));
    this.#database.exec(
      'PRAGMA journal_mode = OFF; CREATE TABLE text (id TEXT PRIMARY KEY, article TEXT) WITHOUT ROWID',
    );
  }

  /** Makes the articles, batch by batch. */
  *batches(size: number): Generator<SearchDocument[]> {
    let batch: SearchDocument[] = [];
    let number = 0;
    for (const document of newsCorpus(this.#count + furtherArticles)) {
      if (number++ >= this.#count) {
        this.further.push(document);
        continue;
      }
      if (this.sample.length < sampleSize) this.sample.push(document);
      batch.push(document);
      if (batch.length < size) continue;
      this.#keep(batch);
      yield batch;
      batch = [];
    }
    this.#keep(batch);
    if (batch.length > 0) yield batch;
  }

  /** The texts of these articles. */
  texts(ids: readonly string[]): Map<string, SearchDocument> {
    const select = this.#database.prepare('SELECT article FROM text WHERE id = ?');
    return new Map(
      ids.flatMap((id) => {
        const row = select.get(id) as { article: string } | undefined;
        return row === undefined ? [] : [[id, JSON.parse(row.article) as SearchDocument] as const];
      }),
    );
  }

  close(): void {
    this.#database.close();
  }

  #keep(batch: readonly SearchDocument[]): void {
    const insert = this.#database.prepare('INSERT INTO text VALUES (?, ?)');
    this.#database.exec('BEGIN');
    for (const document of batch) {
      insert.run(document.id, JSON.stringify(document));
      this.textBytes += Buffer.byteLength(document.title) + Buffer.byteLength(document.body);
    }
    this.#database.exec('COMMIT');
  }
}

const sampleSize = 2000;
const furtherArticles = 60;
