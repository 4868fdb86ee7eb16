import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { SearchDocument } from '#backend/search/search.ts';

/** A question as a person wrote it, and the articles that people judged to answer it. */
export type Judged = { readonly text: string; readonly relevant: ReadonlySet<string> };

export type Collection = {
  readonly name: string;
  readonly documents: readonly SearchDocument[];
  readonly questions: readonly Judged[];
};

export const collectionNames = ['cacm', 'cisi', 'cranfield', 'lisa', 'npl', 'time'] as const;

const corpora = path.resolve(import.meta.dirname, '../../../../shared/corpora');

/** A judged collection; undefined when it is not on this machine, or nothing unpacks it. */
export function readCollection(name: string): Collection | undefined {
  const folder = path.join(corpora, `ir-${name}`);
  const packed = path.join(folder, 'docs.jsonl.xz');
  if (!existsSync(packed)) return undefined;
  const lines = unpacked(packed)?.split('\n');
  if (lines === undefined) return undefined;
  const documents = lines.filter((line) => line !== '').map((line) => documentOf(JSON.parse(line) as Entry));
  const { queries, qrels } = JSON.parse(readFileSync(path.join(folder, 'queries.json'), 'utf8')) as Judgements;
  const questions = queries.map(({ id, text }) => ({ text, relevant: new Set(Object.keys(qrels[id] ?? {})) }));
  return { name, documents, questions };
}

/** Node knows no xz; every Unix has the program. */
function unpacked(file: string): string | undefined {
  try {
    return execFileSync('xz', ['-dc', file], { encoding: 'utf8', maxBuffer: 2 ** 28 });
  } catch {
    return undefined;
  }
}

type Judgements = {
  readonly queries: readonly { readonly id: number; readonly text: string }[];
  /** By question, then by article: 1 for each that is relevant. */
  readonly qrels: Readonly<Record<string, Readonly<Record<string, number>>>>;
};
type Entry = {
  readonly id: number;
  readonly title?: string;
  readonly authors?: string;
  readonly date?: string;
  readonly text: string;
};

function documentOf({ id, title, authors, date, text }: Entry): SearchDocument {
  return {
    id: String(id),
    title: title ?? '',
    author: authors ?? '',
    source: '',
    section: '',
    tag: '',
    body: text,
    tags: [],
    authors: authors === undefined ? [] : [authors],
    published: /^\d{4}-\d{2}-\d{2}/.test(date ?? '') ? date! : null,
    saved: '2026-01-01T00:00:00Z',
    state: 'unread',
    favourite: false,
    trashed: false,
    words: text.split(/\s+/).length,
    language: 'en',
  };
}
