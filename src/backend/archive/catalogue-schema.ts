import { sideActNames } from './journal-line.ts';

/**
 * The catalogue: a view over the library folder, made for lists, shelves and search.
 *
 *   snapshot ──┐ newest of an article                    ┌── article_tag   (with all tags above)
 *   entry ─────┼──▶ fold ──▶ article (one row for a list)┼── shelf_count   (so that shelves need no scan)
 *   entry_article                                        ├── collected     (collections in their order)
 *                                                        ├── article_text  (apart: rows of lists stay small)
 *                                                        ├── highlight     (passages and notes, one row each)
 *                                                        └── pending       (what search has not seen yet)
 *   for_rules:    articles taken in here, each with the rules and the wishes for sites that were there and are not done
 *   journal_file: how far each journal has been read
 *   awaited:      snapshots a journal speaks of that are not readable yet
 *   year_folder:  when each year's folder was last looked through
 *
 * Search keeps its own tables (`ix_…`) in the same file. Any change here needs a new version below;
 * an older catalogue is then made anew from the folder, never migrated.
 */
export const catalogueVersion = 11;

/** "PMk1": marks the file as ours. */
export const catalogueApplicationId = 0x504d6b31;

export const catalogueTables = [
  'article_tag',
  'collected',
  'article_text',
  'highlight',
  'article',
  'snapshot',
  'entry_article',
  'entry',
  'journal_file',
  'journal_damage',
  'awaited',
  'year_folder',
  'shelf_count',
] as const;

/*
 * Each order of a list has an index that holds every filter but the tag, so that the matching rows
 * are found, counted and cut to a page inside the index, and only the page's rows are fetched.
 */
export const catalogueSchema = `
CREATE TABLE fact (name TEXT PRIMARY KEY NOT NULL, value TEXT NOT NULL) STRICT, WITHOUT ROWID;

CREATE TABLE snapshot (
  path TEXT PRIMARY KEY NOT NULL,
  article TEXT NOT NULL,
  snapshot TEXT NOT NULL,
  identity TEXT NOT NULL,
  captured_at TEXT NOT NULL,
  taken_in_at TEXT NOT NULL,
  kind TEXT NOT NULL,
  original TEXT NOT NULL,
  url TEXT,
  address TEXT,
  file_name TEXT,
  text_sha256 TEXT NOT NULL,
  record_sha256 TEXT NOT NULL,
  metadata TEXT NOT NULL,
  notes TEXT NOT NULL,
  word_count INTEGER NOT NULL,
  pictures INTEGER NOT NULL,
  warnings TEXT NOT NULL,
  renewal TEXT
) STRICT;
CREATE INDEX snapshot_of_article ON snapshot (article, captured_at DESC, path DESC);
CREATE INDEX snapshot_of_renewal ON snapshot (renewal, article) WHERE renewal IS NOT NULL;
CREATE INDEX renewed_snapshot ON snapshot (article) WHERE renewal IS NOT NULL;

CREATE TABLE article (
  number INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  path TEXT NOT NULL,
  snapshot TEXT NOT NULL,
  headline TEXT NOT NULL,
  kicker TEXT,
  dek TEXT,
  authors TEXT NOT NULL,
  source TEXT,
  section TEXT,
  published_at TEXT,
  saved_at TEXT NOT NULL,
  language TEXT,
  word_count INTEGER NOT NULL,
  words_key INTEGER NOT NULL,
  excerpt TEXT NOT NULL,
  lead_image TEXT,
  agency TEXT,
  dateline TEXT,
  address TEXT,
  has_correction INTEGER NOT NULL,
  pictures INTEGER NOT NULL,
  versions INTEGER NOT NULL,
  tags TEXT NOT NULL,
  rule_tags TEXT NOT NULL,
  collections TEXT NOT NULL,
  state TEXT NOT NULL,
  favourite INTEGER NOT NULL,
  progress REAL NOT NULL,
  trashed INTEGER NOT NULL,
  corrections TEXT NOT NULL,
  repairs TEXT NOT NULL,
  source_key TEXT NOT NULL,
  source_order TEXT NOT NULL,
  title_key TEXT NOT NULL,
  published_key INTEGER NOT NULL,
  saved_key INTEGER NOT NULL
) STRICT;
CREATE INDEX article_by_saved ON article (trashed, saved_key DESC, id, state, favourite, source_key);
CREATE INDEX article_by_published ON article (trashed, published_key DESC, id, state, favourite, source_key);
CREATE INDEX article_by_source ON article (trashed, source_order, source_key, published_key DESC, id, state, favourite);
CREATE INDEX article_by_title ON article (trashed, title_key, id, state, favourite, source_key);
CREATE INDEX article_by_length ON article (trashed, word_count DESC, id, state, favourite, source_key);

CREATE INDEX article_by_words ON article (words_key, trashed, id) WHERE words_key <> 0;

CREATE TABLE article_text (article INTEGER PRIMARY KEY, text TEXT NOT NULL) STRICT;

CREATE TABLE article_tag (
  tag TEXT NOT NULL,
  article INTEGER NOT NULL,
  PRIMARY KEY (tag, article)
) STRICT, WITHOUT ROWID;

CREATE TABLE collected (
  collection TEXT NOT NULL,
  article INTEGER NOT NULL,
  place REAL NOT NULL,
  PRIMARY KEY (collection, article)
) STRICT, WITHOUT ROWID;

CREATE TABLE highlight (
  article TEXT NOT NULL,
  id TEXT NOT NULL,
  trashed INTEGER NOT NULL,
  made_at INTEGER NOT NULL,
  changed_at INTEGER NOT NULL,
  colour TEXT,
  annotation TEXT,
  tags TEXT NOT NULL,
  anchor TEXT,
  start INTEGER NOT NULL,
  words TEXT NOT NULL,
  PRIMARY KEY (article, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX highlight_by_made ON highlight (trashed, made_at DESC, article, id);

CREATE TABLE shelf_count (
  shelf TEXT NOT NULL,
  name TEXT NOT NULL,
  own INTEGER NOT NULL,
  total INTEGER NOT NULL,
  PRIMARY KEY (shelf, name)
) STRICT, WITHOUT ROWID;

CREATE TABLE entry (
  number INTEGER PRIMARY KEY,
  device TEXT NOT NULL,
  seq INTEGER NOT NULL,
  at INTEGER NOT NULL,
  act TEXT NOT NULL,
  data TEXT NOT NULL,
  undoes TEXT NOT NULL,
  undone INTEGER NOT NULL,
  UNIQUE (device, seq)
) STRICT;
CREATE INDEX entry_undoing ON entry (undoes) WHERE undoes <> '';
CREATE INDEX entry_of_addresses ON entry (at, device, seq) WHERE act GLOB 'address-*';
CREATE INDEX entry_of_renewal ON entry (json_extract(data, '$.renewal')) WHERE act = 'renew';
CREATE INDEX entry_beside_articles ON entry (act, at, device, seq) WHERE act IN (${sideActNames});

CREATE TABLE entry_article (
  article TEXT NOT NULL,
  entry INTEGER NOT NULL,
  place REAL,
  PRIMARY KEY (article, entry)
) STRICT, WITHOUT ROWID;
CREATE INDEX articles_of_entry ON entry_article (entry);

CREATE TABLE journal_file (
  device TEXT NOT NULL,
  name TEXT NOT NULL,
  offset INTEGER NOT NULL,
  lines INTEGER NOT NULL,
  last_seq INTEGER NOT NULL,
  bad_offset INTEGER NOT NULL,
  PRIMARY KEY (device, name)
) STRICT, WITHOUT ROWID;

CREATE TABLE journal_damage (
  path TEXT NOT NULL,
  offset INTEGER NOT NULL,
  message TEXT NOT NULL,
  PRIMARY KEY (path, offset)
) STRICT, WITHOUT ROWID;

CREATE TABLE awaited (path TEXT PRIMARY KEY NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE year_folder (year TEXT PRIMARY KEY NOT NULL, modified_ms REAL NOT NULL) STRICT, WITHOUT ROWID;

CREATE TABLE for_rules (
  position INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  rules TEXT NOT NULL
) STRICT;
CREATE TABLE pending (position INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE) STRICT;
`;
