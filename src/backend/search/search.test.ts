import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { SearchRequest } from '#contract/search.ts';
import { type Database, openDatabase } from '#platform/database.ts';
import { noLog } from '#platform/log.ts';
import { aDocument } from '#support/search-index.ts';
import { differences } from '#support/stock-lunr.ts';
import { openSearch, type SearchDocument, type SearchIndex } from './search.ts';

const now = Date.UTC(2026, 5, 15);

/** An archive with its texts in a Map, which is all that search asks of the world. */
class Bench {
  readonly documents = new Map<string, SearchDocument>();
  readonly path: string;
  database: Database;
  index: SearchIndex;

  constructor(folder: string) {
    this.path = join(folder, 'catalogue.sqlite');
    this.database = openDatabase(this.path);
    this.index = this.open();
  }

  open(): SearchIndex {
    const documents = (ids: readonly string[]) =>
      new Map(ids.flatMap((id) => (this.documents.has(id) ? [[id, this.documents.get(id)!] as const] : [])));
    return openSearch({ database: this.database, clock: { now: () => now }, log: noLog, documents });
  }

  reopen(): void {
    this.index.close();
    this.database.close();
    this.database = openDatabase(this.path);
    this.index = this.open();
  }

  put(...documents: SearchDocument[]): void {
    for (const document of documents) this.documents.set(document.id, document);
    this.index.put(documents);
  }

  answer(query: string, more: Partial<SearchRequest> = {}) {
    return this.index.search({ query, filter: {}, sort: 'relevance', limit: 20, offset: 0, explain: false, ...more });
  }

  ids(query: string, more: Partial<SearchRequest> = {}): string[] {
    return this.answer(query, more)
      .hits.map(({ id }) => id)
      .sort();
  }
}

const article = (id: string, more: Partial<SearchDocument> = {}): SearchDocument => aDocument({ id, ...more });

let folder: string;
let bench: Bench;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'pressmark-search-'));
  bench = new Bench(folder);
});
afterEach(() => {
  bench.database.close();
  rmSync(folder, { recursive: true, force: true });
});

const summit = article('summit', {
  title: 'Leaders meet over arms race concerns',
  body: 'The president said the arms race must end. Ministers of defence met in Geneva on Monday, and a summit was agreed.',
  authors: ['Ada Fenn', 'Bram Okoro'],
  tags: ['politics/arms control', 'long reads'],
  published: '2018-06-10T08:30:00+02:00',
  words: 1800,
});
const harvest = article('harvest', {
  title: 'Harvest festival returns',
  body: 'A race between tractors closed the harvest. No arms were raised but for the winners.',
  source: 'Evening Ledger',
  section: 'Local',
  authors: ['Cleo Marsh'],
  tags: ['politics', 'sport'],
  published: '2017-09-01',
  state: 'archived',
  favourite: true,
  words: 300,
});
const undated = article('undated', {
  title: 'Covid-19 and the year 2020',
  body: 'B117 spread. Summits moved to screens.',
  published: null,
  words: 40,
});

describe('a query that finds nothing', () => {
  beforeEach(() => bench.put(summit, harvest, undated));

  test.each<[string, string, string[], string]>([
    ['a word that none has', 'arms race zeppelin', ['harvest', 'summit'], 'arms race'],
    [
      'some of the words, which occur, but nowhere together',
      'festival race summit ',
      ['harvest', 'summit', 'undated'],
      'festival OR race OR summit',
    ],
    ['all but one, which each stand in another article', 'festival gene', ['harvest', 'summit'], 'festival OR gene*'],
    [
      'some of the words beside a filter',
      'published:2018 festival summit',
      ['summit'],
      'published:2018 festival OR summit',
    ],
    ['words that stand nowhere with a phrase', '"arms race" festival', ['summit'], '"arms race"'],
    ['a word given twice', 'festival festival geneva ', ['harvest', 'summit'], 'festival OR festival OR geneva'],
    ['a misspelt word', 'sumit ', ['summit', 'undated'], 'sumit~1'],
    ['a badly misspelt word among others', 'treckors race', ['harvest'], 'treckors~2 race'],
    ['a word too many beside a phrase', '"arms race" zeppelin', ['summit'], '"arms race"'],
    ['a word too many beside a filter', 'race zeppelin published:2018', ['summit'], 'race published:2018'],
  ])('is answered without %s', (_, query, ids, readAs) => {
    const answer = bench.answer(query);
    expect(answer.hits.map(({ id }) => id).sort()).toEqual(ids);
    expect(answer.total).toBe(ids.length);
    expect(answer.problem?.readAs).toBe(readAs);
  });

  test('tells which word gave way, and where it stands', () => {
    expect(bench.answer('arms zeppelin race').problem).toEqual({
      message: 'no article has “zeppelin”; these have the other words',
      remarks: [{ kind: 'words-unknown', words: ['zeppelin'], instead: 'other-words' }],
      start: 5,
      end: 13,
      readAs: 'arms race',
    });
    expect(bench.answer('festival geneva ').problem?.message).toBe('no article has both words; these have one of them');
    expect(bench.answer('sumit ').problem?.message).toBe('no article has “sumit”; these have words spelled nearly so');
  });

  test.each([
    'zeppelin',
    'race -race',
    'festival geneva -nothing',
    '+festival +geneva',
    '"race arms"',
    'race NEAR/3 harvest',
    'title:zeppelin',
    'title:zeppelin published:2018',
    'published:1999',
    'race published:1999',
    '(festival geneva)',
    'zepp*',
  ])('stays empty where that was asked for: %s', (query) => {
    const answer = bench.answer(query);
    expect(answer.total).toBe(0);
    expect(answer.problem).toBeNull();
  });

  test('counts nothing for a saved search', () => {
    expect(bench.index.count({ query: 'arms zeppelin', filter: {} })).toBe(0);
  });
});

describe('a sentence', () => {
  const sentence = ['glacier', 'hillside', 'lantern', 'meadow', 'orchard', 'pigeon', 'quarry', 'ribbon'];
  const withWords = (count: number) => article(`with${count}`, { body: sentence.slice(0, count).join(' ') });

  test('that no article holds whole is answered by those with as many of its words as many articles hold', () => {
    bench.put(...[1, 2, 3, 6].map(withWords), article('last', { body: 'quarry' }));
    const { total, problem } = bench.answer('glacier hillside lantern meadow orchard pigeon quarry ');
    expect(total).toBe(5);
    expect(problem).toMatchObject({
      message: 'no article has all 7 words; these have at least one of them',
      start: 0,
      end: 53,
      readAs: 'glacier OR hillside OR lantern OR meadow OR orchard OR pigeon OR quarry',
    });
  });

  test('that few articles hold whole is answered by these and by others, ranked together, and says so', () => {
    bench.put(...[1, 2, 6, 7, 8].map(withWords));
    const query = 'glacier hillside lantern meadow orchard pigeon quarry ';
    const { hits, problem } = bench.answer(query);
    expect(hits).toHaveLength(5);
    expect(problem?.message).toBe('only 2 articles have all 7 words; the others have at least one of them');
    expect(bench.index.count({ query, filter: {} })).toBe(2);
  });

  test('of a few words that few articles hold whole has these first, and says so', () => {
    bench.put(...[2, 3, 4].map(withWords));
    bench.put(article('louder', { title: 'hillside', body: 'glacier hillside '.repeat(20) }));
    for (let number = 0; number < 8; number++) bench.put(article(`two${number}`, { body: 'lantern hillside' }));
    const { hits, problem } = bench.answer('glacier hillside lantern ');
    const ids = hits.map(({ id }) => id);
    expect(ids.slice(0, 2).sort()).toEqual(['with3', 'with4']);
    expect(ids).toContain('louder');
    expect(ids).toHaveLength(12);
    expect(problem?.message).toBe(
      'only 2 articles have all 3 words and come first; the others have at least 2 of them',
    );
    expect(problem?.readAs).toBe('2 OF (glacier hillside lantern)');
    expect(bench.answer(problem!.readAs).total).toBe(12);
  });

  test('with a word that no article has is answered by the others', () => {
    bench.put(...[2, 3].map(withWords), article('last', { body: 'meadow' }));
    const { total, problem } = bench.answer('glacier hillside zeppelin lantern meadow quarry ');
    expect(total).toBe(3);
    expect(problem?.message).toBe(
      'no article has “zeppelin”, “quarry”; no article has all 4 other words; these have at least one of them',
    );
  });

  test('is read as plain words when its brackets, quotation marks, colon and capitals leave nothing', () => {
    bench.put(...[2, 6].map(withWords));
    const { total, problem } = bench.answer(
      'HILLSIDE NOT GLACIER (OR "meadow glacier"): LANTERN ORCHARD PIGEON MEADOW x: QUARRY RIBBON ',
    );
    expect(total).toBe(2);
    expect(problem?.message).toMatch(/^read as plain words; no article has/);
  });

  test('of two words stays exact when an article holds both', () => {
    bench.put(...[1, 2, 6].map(withWords));
    expect(bench.answer('glacier hillside ')).toMatchObject({ total: 2, problem: null });
  });
});

describe('words near each other', () => {
  const filler = 'Rain fell on the hills and the river rose again all night long.';
  const near = article('near', { body: `${filler} A copper kettle stood there. ${filler}` });
  const apart = article('apart', { body: `${filler} A copper coin lay there, and then a kettle. ${filler}` });
  const farApart = article('farApart', { body: `The copper stood there. ${filler} Again a kettle lay. ${filler}` });

  test('bring an article before those that hold them further apart', () => {
    bench.put(farApart, apart, near);
    expect(bench.ids('copper kettle ')).toEqual(['apart', 'farApart', 'near']);
    const order = bench.answer('copper kettle ').hits.map(({ id }) => id);
    expect(order[0]).toBe('near');
  });

  test('count the same in segments as among the newest articles, and in any order of the query', () => {
    bench.put(farApart, apart, near);
    const scores = (query: string) => bench.answer(query).hits.map(({ id, score }) => [id, score]);
    const before = scores('copper kettle ');
    expect(scores('kettle copper ')).toEqual(before);
    bench.index.close();
    expect(bench.index.stats().buffered).toBe(0);
    expect(scores('copper kettle ')).toEqual(before);
  });

  test('are a reason of their own, and the reasons add up to the score', () => {
    bench.put(farApart, apart, near, article('hyphens', { body: 'Non-users of copper, non-users of a kettle.' }));
    for (const query of ['copper kettle ', 'non-users non-users kettle ', 'copper copper kettle hills river ']) {
      for (const { score, reasons } of bench.answer(query, { explain: true }).hits) {
        const sum = reasons.reduce((total, { weight }) => total + weight, 0);
        expect(Math.abs(sum - score)).toBeLessThan(1e-9);
      }
    }
    const [first] = bench.answer('copper kettle ', { explain: true }).hits;
    expect(first!.reasons).toContainEqual(expect.objectContaining({ field: 'body', typed: 'copper kettle' }));
  });

  test('weigh nothing behind the door that is Lunr’s own', () => {
    bench.put(farApart, near);
    const [a, b] = bench.index.lunr.search('copper kettle');
    expect(a!.score).not.toBe(bench.answer('copper kettle ').hits[0]!.score);
    expect(b).toBeDefined();
  });
});

describe('a query', () => {
  beforeEach(() => bench.put(summit, harvest, undated));

  test.each<[string, string[]]>([
    ['2 OF (arms race geneva)', ['harvest', 'summit']],
    ['3 OF (arms race geneva)', ['summit']],
    ['9 OF (arms race geneva)', ['summit']],
    ['2 OF (race race b117)', []],
    ['2 OF (covid-19 race b117)', ['undated']],
    ['2 OF ("arms race" tractors geneva) -harvest', ['summit']],
    ['2 OF (title:race tag:politics is:favourite)', ['harvest', 'summit']],
    ['2 OF (race (geneva OR tractors))', ['harvest', 'summit']],
    ['title:2 OF (arms race summit)', ['summit']],
  ])('may ask for some of several: %s finds %j', (query, expected) => {
    const answer = bench.answer(query);
    expect(answer.hits.map(({ id }) => id).sort()).toEqual(expected);
    expect(answer.problem).toBeNull();
  });

  test.each<[string, string[]]>([
    ['arms race', ['harvest', 'summit']],
    ['arms summit', ['summit']],
    ['"arms race"', ['summit']],
    ['"the arms race must"', ['summit']],
    ['“Arms Race”', ['summit']],
    ['"race arms"', []],
    ['race NEAR/4 harvest', ['harvest']],
    ['race NEAR/3 harvest', []],
    ['president NEAR/2 geneva', []],
    ['summit OR harvest', ['harvest', 'summit', 'undated']],
    ['race (geneva OR tractors)', ['harvest', 'summit']],
    ['race -geneva', ['harvest']],
    ['race NOT (geneva OR nowhere)', ['harvest']],
    ['-race', ['undated']],
    ['+race +tractors', ['harvest']],
    ['summ*', ['summit', 'undated']],
    ['*edger', ['harvest']],
    ['sumit~1', ['summit', 'undated']],
    ['b117', ['undated']],
    ['covid-19', ['undated']],
    ['the arms of a race', ['harvest', 'summit']],
    ['summits,', ['summit', 'undated']],
    ['title:race', ['summit']],
    ['headline:race', ['summit']],
    ['author:fenn', ['summit']],
    ['author:"Ada Fenn"', ['summit']],
    ['source:"harbour post" race', ['summit']],
    ['section:local', ['harvest']],
    ['title:(festival OR covid)', ['harvest', 'undated']],
    ['tag:politics', ['harvest', 'summit']],
    ['tag:"politics/arms control"', ['summit']],
    ['tag:"Long Reads"', ['summit']],
    ['tag:arms', ['summit']],
    ['tag:pol', ['harvest', 'summit']],
    ['tag:olitics', []],
    ['tag:pol*', ['harvest', 'summit']],
    ['-tag:politics', ['undated']],
    ['published:2018', ['summit']],
    ['published:2018-06', ['summit']],
    ['published:2018-06-10', ['summit']],
    ['published:2018-06-11', []],
    ['published:2017..2018-05', ['harvest']],
    ['published:..2017', ['harvest']],
    ['published:2018..', ['summit']],
    ['saved:2026-01', ['harvest', 'summit', 'undated']],
    ['words:>1500', ['summit']],
    ['words:..100', ['undated']],
    ['is:unread', ['summit', 'undated']],
    ['is:archived is:favourite', ['harvest']],
    ['lang:en race', ['harvest', 'summit']],
    ['age:<9y published:2018..', ['summit']],
    ['', ['harvest', 'summit', 'undated']],
    ['*', ['harvest', 'summit', 'undated']],
  ])('%s finds %j', (query, expected) => {
    const answer = bench.answer(query);
    expect(answer.hits.map(({ id }) => id).sort()).toEqual(expected);
    expect(answer.total).toBe(expected.length);
    expect(answer.problem).toBeNull();
  });

  test('finds the last word while it is being typed, and no other', () => {
    expect(bench.ids('race gene')).toEqual(['summit']);
    expect(bench.index.count({ query: 'gene race', filter: {} })).toBe(0);
    expect(bench.index.count({ query: 'race gene ', filter: {} })).toBe(0);
  });

  test('of words too common to be kept says so and finds everything', () => {
    const { total, problem } = bench.answer('the of');
    expect({ total, message: problem?.message }).toEqual({
      total: 3,
      message: 'these words are too common to be searched for',
    });
  });

  test.each<[string, string, string[]]>([
    ['race publishd:2018', 'race', ['harvest', 'summit']],
    ['race published:2018-13', 'race', ['harvest', 'summit']],
    ['race published:2019..2018', 'race published:2018..2019', ['summit']],
    ['race is:lost', 'race', ['harvest', 'summit']],
    ['race sort:colour', 'race', ['harvest', 'summit']],
    ['race title:', 'race', ['harvest', 'summit']],
    ['race OR', 'race', ['harvest', 'summit']],
    ['OR race', 'race', ['harvest', 'summit']],
    ['race )', 'race', ['harvest', 'summit']],
    ['race (geneva', 'race geneva', ['summit']],
    ['race ()', 'race ()', ['harvest', 'summit']],
    ['"arms race', '"arms race"', ['summit']],
    ['"arms ra', '"arms ra"', ['summit']],
    ['race^', 'race', ['harvest', 'summit']],
    ['race~', 'race', ['harvest', 'summit']],
    ['race~9', 'race~2', ['harvest', 'summit']],
    ['NEAR/3 race', 'race', ['harvest', 'summit']],
  ])('with a mistake (%s) is read as the nearest valid one (%s)', (query, readAs, expected) => {
    const { hits, problem } = bench.answer(query);
    expect(hits.map(({ id }) => id).sort()).toEqual(expected);
    if (query !== 'race ()') expect(problem?.readAs).toBe(readAs);
  });

  test('with a mistake that finds nothing tells the mistake first, then what is near', () => {
    const { hits, problem } = bench.answer('titel:race');
    expect(hits.map(({ id }) => id).sort()).toEqual(['harvest', 'summit']);
    expect(problem).toMatchObject({ readAs: 'race', start: 0 });
    expect(problem?.message).toMatch(/^there is no field named titel; no article has “titel”/);
  });

  test('that only the author’s name answers shows the name, marked', () => {
    bench.put(article('signed', { authors: ['Ines Halvorsen', 'Bruno Abbott'], body: 'Nothing of note.' }));
    const [hit] = bench.answer('author:abbott').hits;
    const { text, marks } = hit!.snippet;
    expect(text).toBe('Ines Halvorsen, Bruno Abbott \u2014 Nothing of note.');
    expect(marks.map(([start, end]) => text.slice(start, end))).toEqual(['Abbott']);
  });

  test('that is a whole headline puts that article first', () => {
    const title = 'Race, race and once more race: arms race racing';
    bench.put(
      article('headline', { title: 'The arms race' }),
      article('louder', { title, body: 'race arms '.repeat(50) }),
    );
    const [loudest] = bench.answer('race arms').hits;
    expect(loudest!.id).toBe('louder');
    expect(bench.answer('arms race').hits[0]!.id).toBe('headline');
    expect(bench.answer('arms race', { sort: 'length' }).hits[0]!.id).toBe('summit');
  });

  test('leaves the trash out unless asked for', () => {
    bench.put({ ...harvest, trashed: true });
    expect(bench.ids('race')).toEqual(['summit']);
    expect(bench.ids('race is:trashed')).toEqual(['harvest']);
    expect(bench.ids('race', { filter: { trashed: true } })).toEqual(['harvest']);
  });

  test('is answered within the shelf', () => {
    expect(bench.ids('race', { filter: { tag: 'politics/arms control' } })).toEqual(['summit']);
    expect(bench.ids('race', { filter: { source: 'Evening Ledger' } })).toEqual(['harvest']);
    expect(bench.ids('race', { filter: { state: 'unread' } })).toEqual(['summit']);
    expect(bench.ids('race', { filter: { favourite: true } })).toEqual(['harvest']);
  });

  test('is sorted as asked, by the request or in itself, unknown dates last', () => {
    const order = (query: string, sort: SearchRequest['sort']) =>
      bench.answer(query, { sort }).hits.map(({ id }) => id);
    expect(order('', 'published')).toEqual(['summit', 'harvest', 'undated']);
    expect(order('', 'length')).toEqual(['summit', 'harvest', 'undated']);
    expect(order('sort:length', 'relevance')).toEqual(['summit', 'harvest', 'undated']);
    expect(order('race', 'relevance')).toEqual(['summit', 'harvest']);
  });
});

describe('a page', () => {
  beforeEach(() => bench.put(summit, harvest, undated));

  test('marks the words it found in headline and passage', () => {
    const [hit] = bench.answer('summit arms').hits;
    const marked = ({ text, marks }: { text: string; marks: [number, number][] }) =>
      marks.map(([start, end]) => text.slice(start, end));
    expect(marked(hit!.headline)).toEqual(['arms']);
    expect(marked(hit!.snippet)).toEqual(['arms', 'summit']);
  });

  test('marks the right letters where lower case is longer', () => {
    bench.put(article('dotted', { title: 'İİİ zebra, again', body: 'İ. A zebra!' }));
    const [hit] = bench.answer('zebra').hits;
    const [start, end] = hit!.headline.marks[0]!;
    expect(hit!.headline.text.slice(start, end)).toBe('zebra');
  });

  test('cuts a long text to the passage that tells most', () => {
    const filler = 'lorem ipsum dolor sit amet consectetur '.repeat(40);
    bench.put(article('long', { body: `${filler}zebra here. ${filler}A zebra and a quagga met. ${filler}` }));
    const { text, marks } = bench.answer('zebra quagga').hits[0]!.snippet;
    expect(marks.map(([start, end]) => text.slice(start, end))).toEqual(['zebra', 'quagga']);
    expect(text.length).toBeLessThan(300);
    expect(text).toMatch(/^\u2026 .* \u2026$/);
  });

  test('counts facets over the whole result, not the page', () => {
    const { facets, hits } = bench.answer('', { limit: 1 });
    expect(hits).toHaveLength(1);
    expect(facets).toEqual({
      source: [
        { value: 'Harbour Post', count: 2 },
        { value: 'Evening Ledger', count: 1 },
      ],
      section: [
        { value: 'World', count: 2 },
        { value: 'Local', count: 1 },
      ],
      author: [
        { value: 'Ada Fenn', count: 1 },
        { value: 'Bram Okoro', count: 1 },
        { value: 'Cleo Marsh', count: 1 },
      ],
      tag: [
        { value: 'long reads', count: 1 },
        { value: 'politics', count: 1 },
        { value: 'politics/arms control', count: 1 },
        { value: 'sport', count: 1 },
      ],
      year: [
        { value: '2017', count: 1 },
        { value: '2018', count: 1 },
      ],
    });
  });

  test('explains each score by weights that add up to it', () => {
    const [hit] = bench.answer('arms race', { explain: true }).hits;
    const sum = hit!.reasons.reduce((total, { weight }) => total + weight, 0);
    expect(hit!.id).toBe('summit');
    expect(sum).toBeCloseTo(hit!.score, 12);
    expect(hit!.reasons.map(({ field, term, typed }) => `${field} ${term} ${typed}`).sort()).toEqual([
      'body arm arms',
      'body arms race arms race',
      'body race race',
      'tag arm arms',
      'title arm arms',
      'title arms race arms race',
      'title race race',
    ]);
  });

  test('goes on where the page before ended', () => {
    const all = bench.answer('').hits.map(({ id }) => id);
    const pages = [0, 1, 2, 3].flatMap((offset) => bench.answer('', { limit: 1, offset }).hits.map(({ id }) => id));
    expect(pages).toEqual(all);
  });
});

describe('a change', () => {
  test('is found at once and after reopening', () => {
    bench.put(summit);
    bench.put({ ...summit, body: 'Quite another story about zebras.' });
    expect([bench.ids('zebra'), bench.ids('geneva ')]).toEqual([['summit'], []]);
    bench.reopen();
    expect([bench.ids('zebra'), bench.ids('geneva ')]).toEqual([['summit'], []]);
    expect(bench.index.check()).toEqual([]);
  });

  test('of a mark alone writes no words', () => {
    bench.put(summit);
    bench.index.close();
    bench.put({ ...summit, state: 'archived' });
    expect(bench.index.stats().buffered).toBe(0);
    expect(bench.ids('is:archived geneva')).toEqual(['summit']);
    bench.reopen();
    expect(bench.ids('is:archived geneva')).toEqual(['summit']);
  });

  test('that is rolled back leaves no trace, in memory or on disk', () => {
    bench.put(summit);
    const before = bench.answer('race arms');
    expect(() =>
      bench.database.write(() => {
        bench.put(harvest, { ...summit, body: 'gone' });
        bench.index.remove(['summit']);
        expect(bench.ids('race')).toEqual(['harvest']);
        throw new Error('no');
      }),
    ).toThrow('no');
    bench.documents.set('summit', summit);
    expect({ ...bench.answer('race arms'), tookMs: 0 }).toEqual({ ...before, tookMs: 0 });
    bench.put(undated);
    expect(bench.ids('')).toEqual(['summit', 'undated']);
    expect(bench.index.check()).toEqual([]);
  });

  test('that fails half-way is undone even when the caller goes on', () => {
    bench.put(summit);
    bench.database.write(() => {
      const broken = { ...harvest, body: null as unknown as string };
      expect(() => bench.index.put([undated, broken])).toThrow(TypeError);
    });
    expect(bench.ids('')).toEqual(['summit']);
    expect(bench.index.check()).toEqual([]);
  });

  test('by another connection is seen by the next query', () => {
    bench.put(summit);
    expect(bench.ids('race')).toEqual(['summit']);
    const other = new Bench(folder);
    other.put(harvest);
    other.index.remove(['summit']);
    bench.documents.set('harvest', harvest);
    expect(bench.ids('race')).toEqual(['harvest']);
    bench.put(undated);
    other.documents.set('undated', undated);
    expect(other.ids('')).toEqual(['harvest', 'undated']);
    other.database.close();
  });

  test('clear forgets everything', () => {
    bench.put(summit, harvest);
    bench.index.clear();
    expect(bench.ids('')).toEqual([]);
    bench.put(undated);
    expect(bench.ids('')).toEqual(['undated']);
  });
});

describe('the index as a whole', () => {
  test('is made anew when its tables are of another format', () => {
    bench.put(summit);
    bench.database.exec(`UPDATE ix_meta SET value = 'older' WHERE key = 'identity'`);
    bench.reopen();
    expect(bench.index.wasMadeAnew).toBe(true);
    expect(bench.ids('')).toEqual([]);
  });

  test('gives a stock Lunr index with the same scores', () => {
    bench.put(summit, harvest, undated);
    const stock = bench.index.toLunr().search('+race geneva');
    const own = bench.index.lunr.search('+race geneva');
    expect(own.map(({ ref }) => ref)).toEqual(stock.map(({ ref }) => ref));
    expect(differences(own, stock)).toEqual([]);
  });
});

describe('a hostile query', () => {
  beforeEach(() => bench.put(summit, harvest, undated));

  const long = 10_000;
  test.each<[string, string]>([
    ['ten thousand letters', 'a'.repeat(long)],
    ['ten thousand letters, misspelt', `${'a'.repeat(long)}~2`],
    ['thousands of words', 'race '.repeat(long / 5)],
    ['thousands of wildcards', '*a'.repeat(long / 2)],
    ['thousands of stars', '*'.repeat(long)],
    ['thousands of brackets', '('.repeat(long)],
    ['thousands of brackets that close', ')'.repeat(long)],
    ['thousands of quotation marks', '"'.repeat(long)],
    ['thousands of signs', '+-'.repeat(long / 2)],
    ['thousands of NOT', 'NOT '.repeat(long / 4)],
    ['thousands of OR', 'OR '.repeat(long / 3)],
    ['thousands of colons', ':'.repeat(long)],
    ['thousands of backslashes', '\\'.repeat(long)],
    ['thousands of tildes', '~^'.repeat(long / 2)],
    ['a far distance', 'race~999999999999'],
    ['a heavy boost', `race^${'9'.repeat(400)}`],
    ['NUL', 'race\u0000 \u0000'],
    ['lone surrogates', '\ud800 race\udc00*'],
    [
      'many broad wildcards',
      Array.from('abcdefghijklmnopqrstuvwxyz')
        .map((letter) => `${letter}* `)
        .join('')
        .repeat(100),
    ],
    ['names of Object', '__proto__ constructor: toString:x is:constructor sort:__proto__ hasOwnProperty'],
    ['a year of nine digits', 'published:999999999 words:>99999999999999 age:<99999999999d'],
  ])('(%s) is answered, quickly', (_, query) => {
    const startedAt = performance.now();
    const { total, hits } = bench.answer(query);
    expect(total).toBeGreaterThanOrEqual(hits.length);
    for (const { score } of hits) expect(Number.isFinite(score)).toBe(true);
    expect(performance.now() - startedAt).toBeLessThan(1000);
  });
});
