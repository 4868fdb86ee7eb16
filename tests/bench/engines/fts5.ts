import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { commonWords, type Engine, type EngineSettings, pageSize, type Question, wordsOf } from './engine.ts';

/**
 * SQLite's FTS5: Porter's stemmer, prefixes of three and four letters indexed, its own bm25; the texts are
 * kept elsewhere, as Pressmark keeps them. `counted` only counts what matches and ranks nothing.
 */
export function openFts5(folder: string, { titleBoost }: EngineSettings, answers: 'ranked' | 'counted'): Engine {
  const database = new DatabaseSync(join(folder, 'fts5.sqlite'));
  database.exec(schema);
  const numbers = new Map<string, number>();
  const ids: string[] = [''];
  for (const { rowid, id } of database.prepare('SELECT rowid, id FROM fact').all() as { rowid: number; id: string }[]) {
    numbers.set(id, rowid);
    ids[rowid] = id;
  }
  const statements = prepare(database, titleBoost, answers);
  const ask = ({ match, filter }: Asked): number => {
    const values = filter === undefined ? [match] : [match, filter.fromYear, filter.toYear, filter.tag];
    const statement = filter === undefined ? statements.select : statements.selectFiltered;
    if (answers === 'ranked') return statement.all(...values).length;
    return (statement.get(...values) as { total: number }).total;
  };
  return {
    name: answers === 'ranked' ? 'fts5' : 'fts5-count',
    add(batch) {
      if (answers === 'counted') return;
      database.exec('BEGIN');
      for (const { id, title, author, source, section, tag, body, published, tags } of batch) {
        const number = numbers.get(id) ?? ids.length;
        numbers.set(id, number);
        ids[number] = id;
        statements.insert.run(number, title, author, source, section, tag, body);
        statements.insertFact.run(number, id, Number(published?.slice(0, 4) ?? 0));
        for (const name of tags) statements.insertTag.run(name, number);
      }
      database.exec('COMMIT');
    },
    finish: () => undefined,
    find(question) {
      const asked = askFor(question);
      return asked === undefined ? undefined : ask(asked);
    },
    best(text, limit) {
      const rows = statements.best.all(
        quoted(wordsOf(text).filter((word) => !commonWords.has(word))).join(' OR '),
        limit,
      ) as { rowid: number }[];
      return rows.map(({ rowid }) => ids[rowid]!);
    },
    save: () => database.exec('PRAGMA wal_checkpoint(TRUNCATE)'),
    close: () => database.close(),
  };
}

const schema = `
  PRAGMA page_size = 8192; PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;
  CREATE VIRTUAL TABLE IF NOT EXISTS article USING fts5(title, author, source, section, tag, body,
    tokenize = 'porter unicode61', prefix = '3 4', content = '', contentless_delete = 1);
  CREATE TABLE IF NOT EXISTS fact(rowid INTEGER PRIMARY KEY, id TEXT, year INTEGER);
  CREATE TABLE IF NOT EXISTS tagged(tag TEXT, article INTEGER, PRIMARY KEY (tag, article)) WITHOUT ROWID;`;

function prepare(database: DatabaseSync, titleBoost: number, answers: 'ranked' | 'counted') {
  const rank = `bm25(article, ${titleBoost}, 1, 1, 1, 2, 1)`;
  const [what, order] =
    answers === 'ranked' ? ['article.rowid', `ORDER BY ${rank} LIMIT ${pageSize}`] : ['count(*) AS total', ''];
  const filter = `AND fact.year BETWEEN ? AND ?
    AND EXISTS (SELECT 1 FROM tagged WHERE tagged.tag = ? AND tagged.article = article.rowid)`;
  return {
    insert: database.prepare(
      'INSERT OR REPLACE INTO article(rowid, title, author, source, section, tag, body) VALUES (?, ?, ?, ?, ?, ?, ?)',
    ),
    insertFact: database.prepare('INSERT OR REPLACE INTO fact(rowid, id, year) VALUES (?, ?, ?)'),
    insertTag: database.prepare('INSERT OR IGNORE INTO tagged(tag, article) VALUES (?, ?)'),
    select: database.prepare(`SELECT ${what} FROM article WHERE article MATCH ? ${order}`),
    selectFiltered: database.prepare(
      `SELECT ${what} FROM article JOIN fact ON fact.rowid = article.rowid WHERE article MATCH ? ${filter} ${order}`,
    ),
    best: database.prepare(`SELECT rowid FROM article WHERE article MATCH ? ORDER BY ${rank} LIMIT ?`),
  };
}

type Asked = { readonly match: string; readonly filter?: Question & { kind: 'filtered' } };

function askFor(question: Question): Asked | undefined {
  switch (question.kind) {
    case 'words':
      return { match: quoted(question.words).join(question.reading === 'all' ? ' ' : ' OR ') };
    case 'phrase':
      return { match: `"${question.words.join(' ')}"` };
    case 'title':
      return { match: `title: "${question.word}"` };
    case 'prefix':
      return { match: `"${question.start}"*` };
    case 'excluded':
      return { match: `"${question.word}" NOT "${question.without}"` };
    case 'filtered':
      return { match: `"${question.word}"`, filter: question };
    case 'misspelt':
      return undefined;
  }
}

function quoted(words: readonly string[]): string[] {
  return words.map((word) => `"${word}"`);
}
