import type { Analyzer } from '../analysis/analyzer.ts';
import { ByteReader, ByteWriter } from '../codec/bytes.ts';
import { skipVarints } from '../codec/postings.ts';
import { fieldCount } from '../fields.ts';
import type { BlockCache } from './block-cache.ts';
import { Buffer } from './buffer.ts';
import { Columns, type ColumnValues, pageOf, pageSize, readColumns, writeColumns } from './columns.ts';
import { giveBack } from './give-back.ts';
import { type NameKind, Names, nameKinds } from './names.ts';
import { Segment } from './segment.ts';
import type { LogRow, Store } from './store.ts';

/** What a row of the log tells. */
const logAdd = 0;
const logRemove = 1;
const logColumns = 2;

/** What of a document becomes terms. */
export type Indexed = {
  readonly id: string;
  readonly print: Uint8Array;
  readonly texts: readonly string[];
  readonly language: string | null;
};

type FieldOfArticle = { readonly article: number; readonly field: number; readonly language: string | null };

const mostIds = 4096;
/** Beyond so many distinct tokens the analyzer forgets them, between two segments. */
const mostTokens = 300_000;
const nothing = new Uint8Array(0);

/**
 * The index as it is kept in memory: columns, names, the manifest and the buffer.
 *
 * Made from the tables alone (`load`), and changed step by step together with them. It never
 * outlives the state of the tables it was made from: see `Store.state`.
 */
export class Memory {
  readonly columns = new Columns();
  readonly names: Readonly<Record<NameKind, Names>>;
  segments: Segment[] = [];
  readonly buffer: Buffer;
  /** Articles below this number are in segments, the others in the buffer. */
  bufferLow = 0;
  logRows = 0;
  readonly analyzer: Analyzer;
  readonly #store: Store;
  readonly #cache: BlockCache;
  /** Ids shown lately. A number is given once while this memory lasts, so they never become wrong. */
  readonly #ids = new Map<number, string>();
  readonly #record = new ByteWriter(8 * 1024);
  readonly #field = new ByteWriter(8 * 1024);

  constructor(store: Store, analyzer: Analyzer, cache: BlockCache) {
    this.#store = store;
    this.analyzer = analyzer;
    this.#cache = cache;
    const kinds = Object.keys(nameKinds) as NameKind[];
    this.names = Object.fromEntries(kinds.map((kind) => [kind, new Names(store, kind)])) as Record<NameKind, Names>;
    this.buffer = new Buffer(analyzer);
    const pages = store.pageNumbers();
    // At once: growing page by page would leave several times as much behind.
    this.columns.reserve(((pages.at(-1) ?? -1) + 1) * pageSize);
    for (const page of pages) {
      const data = store.page(page);
      this.columns.readPage(page, data);
      giveBack(data);
    }
    this.bufferLow = this.columns.next;
    this.readManifest();
    for (const row of store.log()) this.#replay(row);
  }

  /** The ids of the articles of a page; the same come again and again while a word is typed. */
  idsOf(articles: Uint32Array): (string | undefined)[] {
    if (this.#ids.size > mostIds) this.#ids.clear();
    const unknown = articles.filter((article) => !this.#ids.has(article));
    if (unknown.length > 0) {
      for (const [article, id] of this.#store.idsOf([...unknown])) this.#ids.set(article, id);
    }
    return Array.from(articles, (article) => this.#ids.get(article));
  }

  /** Takes in a new article and gives it its number. */
  add(document: Indexed, values: ColumnValues, isLogged: boolean): number {
    const { id, print, texts, language } = document;
    const article = this.columns.next;
    const record = this.#record;
    record.length = 0;
    if (isLogged) writeColumns(record, values);
    const lengths = texts.map((text, field) => this.#addField({ article, field, language }, text, isLogged));
    this.columns.add(article, lengths, values);
    this.buffer.articleCount++;
    this.#store.addDocument(article, id, print);
    if (isLogged) this.#log(logAdd, article, record.bytes.subarray(0, record.length));
    return article;
  }

  #addField({ article, field, language }: FieldOfArticle, text: string, isLogged: boolean): number {
    const terms = this.#field;
    terms.length = 0;
    let distinct = 0;
    const length = this.analyzer.analyse(text, language, (term, frequency, positions) => {
      distinct++;
      this.buffer.add(term, article, field, frequency, positions.bytes, 0, positions.length);
      if (!isLogged) return;
      terms.string(this.analyzer.term(term));
      terms.varint(frequency);
      terms.raw(positions.bytes, 0, positions.length);
    });
    if (isLogged) {
      this.#record.varint(length);
      this.#record.varint(distinct);
      this.#record.raw(terms.bytes, 0, terms.length);
    }
    return length;
  }

  /** Lets an article go: no posting is touched, a tombstone is set. */
  remove(article: number): void {
    this.#store.removeDocument(article);
    this.#log(logRemove, article, nothing);
    this.#kill(article);
  }

  /** Changes what is not words: state, favourite, trash, dates. */
  setColumns(article: number, values: ColumnValues): void {
    const record = this.#record;
    record.length = 0;
    writeColumns(record, values);
    this.#log(logColumns, article, record.bytes.subarray(0, record.length));
    this.columns.set(article, values);
  }

  #kill(article: number): void {
    if (!this.columns.kill(article)) return;
    const segment = this.segments.find(({ low, high }) => article >= low && article < high);
    if (segment !== undefined) segment.dead++;
  }

  #log(kind: number, article: number, data: Uint8Array): void {
    this.#store.addLog(kind, article, data);
    this.logRows++;
  }

  #replay({ kind, number, data }: LogRow): void {
    this.logRows++;
    if (kind === logRemove) return this.#kill(number);
    const reader = new ByteReader(data);
    const values = readColumns(reader);
    if (kind === logColumns) return this.columns.set(number, values);
    const lengths: number[] = [];
    for (let field = 0; field < fieldCount; field++) {
      lengths.push(reader.varint());
      for (let left = reader.varint(); left > 0; left--) {
        const term = this.analyzer.termNumber(reader.string());
        const frequency = reader.varint();
        const from = reader.at;
        reader.at = skipVarints(data, from, frequency);
        this.buffer.add(term, number, field, frequency, data, from, reader.at);
      }
    }
    this.columns.add(number, lengths, values);
    this.buffer.articleCount++;
  }

  /** Writes a changed page, so that `fold` has little left to write. */
  savePage(): void {
    const full = [...this.columns.dirtyPages].filter((page) => (page + 1) * pageSize <= this.bufferLow);
    if (full[0] !== undefined) this.#savePages([full[0]], this.bufferLow);
  }

  /** Changed pages that `savePage` can write. */
  get waitingPages(): number {
    let waiting = 0;
    for (const page of this.columns.dirtyPages) if ((page + 1) * pageSize <= this.bufferLow) waiting++;
    return waiting;
  }

  /**
   * The switch of a flush: the articles below `high` are in a segment from now on, and what the log
   * told of them goes into the pages.
   */
  fold(high: number): void {
    const { columns } = this;
    this.#savePages([...columns.dirtyPages], high);
    if (columns.next > high)
      for (let page = pageOf(high); page <= pageOf(columns.next - 1); page++) columns.dirtyPages.add(page);
    this.logRows -= this.#store.trimLog(high);
    this.bufferLow = high;
    const forget = this.analyzer.tokenCount > mostTokens ? () => this.analyzer.reset() : undefined;
    this.buffer.keepFrom(high, columns.next - high, forget);
    this.readManifest();
  }

  #savePages(pages: readonly number[], high: number): void {
    for (const page of pages) {
      if (page * pageSize < high) this.#store.putPage(page, this.columns.writePage(page, high));
      this.columns.dirtyPages.delete(page);
    }
    // With the dead of the pages, those of the segments: whoever reads both must find one state.
    for (const segment of this.segments) this.#store.setDead(segment.number, segment.dead);
  }

  /** Reads the manifest anew, keeping the segments that stay: each brings the first terms of all its blocks. */
  readManifest(): void {
    const known = new Map(this.segments.map((segment) => [segment.number, segment]));
    const segmentOf = (number: number): Segment =>
      known.get(number) ?? new Segment(this.#store, this.#cache, this.#store.segment(number));
    this.segments = this.#store.segmentNumbers().map(segmentOf);
  }
}
