import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import lunr from 'lunr';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Database, openDatabase } from '#platform/database.ts';
import { noLog } from '#platform/log.ts';
import { differences } from '#support/stock-lunr.ts';
import { openSearch, type SearchDocument, type SearchIndex } from './search.ts';

type Case = readonly [language: string | null, text: string, found: readonly string[], missed?: readonly string[]];

/** An article's text, what a reader types and finds it by, and what looks alike and must not find it. */
const cases: readonly Case[] = [
  [
    'en',
    'The nations signed a treaty on co-operation.',
    [
      'nation',
      'treaties',
      'co-operation',
      'cooperation',
      '"treaty on cooperation"',
      '"on co operation"',
      '"the nations"',
    ],
  ],
  [
    'en',
    'Covid-19 came back, and well-known stars fell ill.',
    ['covid-19', 'covid19', 'covid 19', 'well-known', '"known stars"', 'covid-1'],
    ['19-covid', '"stars known"'],
  ],
  [
    'en',
    "O’Neill didn't meet the minister’s aides, Kim's lawyer said.",
    [
      "o'neill",
      'O’Neill',
      'oneill',
      'neill',
      "didn't",
      'didnt',
      'kim',
      "kim's",
      'minister',
      "minister's",
      '"kim lawyer"',
    ],
  ],
  [
    'en',
    'The U.S. and the U.N. fear A.I. more than AI-2027 does.',
    ['u.s.', 'U.N.', 'un', 'ai', 'a.i.', 'ai-2027', 'ai2027', '"U.S. and the U.N."'],
  ],
  [
    'en',
    'It cost $5bn, or 1,250,000 crowns at 3.5 per cent, in 2018–2019.',
    ['$5bn', '5bn', '1250000', '1,250,000', '1.250.000', '3.5', '3,5', '2018', '2019'],
    ['35'],
  ],
  [
    'en',
    'Write to desk@paper.example or see bbc.co.uk/news, says #metoo @editor.',
    ['desk@paper.example', 'paper.example', 'bbc.co.uk', 'bbc', '#metoo', 'metoo', '@editor', 'editor'],
  ],
  [
    'en',
    'Programmers of C++ and F# gathered—at last—in a naïve café.',
    ['C++', 'F#', 'gathered', 'last', 'naive', 'café', 'cafe', 'CAFE', 'cafés'],
    ['C#'],
  ],
  ['en', 'He could not say whether the ﬁnal “oﬀer” was ＦＵＬＬ.', ['final', 'offer', 'full', '"the final offer"']],
  [
    'de',
    'Die Häuser in der Straße gehörten Herrn Müller aus Köln.',
    [
      'Haus',
      'häuser',
      'Hauses',
      'strasse',
      'Straße',
      'STRASSE',
      'Müller',
      'Muller',
      'Mueller',
      'köln',
      'koln',
      'koeln',
      'gehört',
      'Mül',
      'die Häuser',
      '"die häuser in der strasse"',
    ],
    ['Möller'],
  ],
  [
    'de',
    'Bundeskanzlerin über Abrüstung: „Nichts ist gut.“',
    ['uber abrustung', 'über abrüstung', 'Abrüstungen', 'abruestung', 'bundeskanzlerinnen'],
  ],
  [
    'fr',
    'L’homme d’État a qualifié les élections d’historiques, qu’il a gagnées aujourd’hui.',
    [
      'homme',
      'hommes',
      "l'homme",
      'état',
      'etat',
      'election',
      'élection',
      'historique',
      "aujourd'hui",
      '"élections d’historiques"',
      "l'hom",
    ],
  ],
  [
    'es',
    'Los niños cantaban canciones en la mañana española.',
    ['nino', 'niño', 'niños', 'cancion', 'canciones', 'manana', 'mañana', 'española'],
  ],
  [
    'it',
    'L’arte dell’amore e le città italiane.',
    ['arte', "l'arte", 'amore', 'città', 'citta', 'italiano', 'italiana'],
  ],
  [
    'pt',
    'As eleições não mudaram o coração da nação.',
    ['eleições', 'eleicoes', 'coração', 'coracao', 'nacao', 'nação'],
  ],
  [
    'nl',
    'De huizen en auto’s van de Ĳsselsteinse burgemeester.',
    ['huizen', 'auto', "auto's", 'ijsselsteinse', 'burgemeesters'],
  ],
  ['sv', 'Statsministern höll ett tal om skolorna i Malmö.', ['skolor', 'skolan', 'malmö', 'malmo', 'höll', 'holl']],
  [
    'no',
    'Statsministeren holdt en tale på Tromsø om fiskerne.',
    ['tromsø', 'tromso', 'tromsoe', 'fisker', 'statsminister'],
  ],
  ['nb', 'Regjeringens forslag ble vedtatt i Ålesund.', ['alesund', 'aalesund', 'ålesund', 'forslaget']],
  [
    'da',
    'Borgmesteren i Århus talte om København.',
    ['aarhus', 'århus', 'arhus', 'kobenhavn', 'koebenhavn', 'borgmester'],
  ],
  ['fi', 'Suomalaisissa taloissa asuu perheitä.', ['talo', 'talossa', 'perheita', 'perheitä']],
  [
    'ru',
    'Российское правительство приняло закон о ёлках.',
    ['правительства', 'правительством', 'российский', 'елка', 'ёлки', 'россий', 'закону'],
  ],
  [
    'tr',
    'İstanbul’da evlerinden çıkan ISPARTA’lı gençler.',
    ['istanbul', 'İstanbul', 'ISTANBUL', 'ev', 'evler', 'isparta', 'ISPARTA', 'genç', 'gencler'],
  ],
  ['ro', 'Casele și orașele României.', ['case', 'casele', 'orase', 'orașe', 'romaniei']],
  ['hu', 'A házakban élő emberek szeretik a könyveket.', ['házak', 'hazak', 'könyvek', 'konyvek']],
  ['pl', 'Rządu polskiego w Łodzi.', ['rządu', 'rzadu', 'lodzi', 'Łodzi']],
  ['ar', 'وَصَلَ الرئيس إلى المدرسة والجامعات', ['وصل', 'رئيس', 'مدرسة', 'مدرسه', 'المدرسة', 'جامعات', 'والجامعات']],
  ['he', 'הממשלה אישרה את הַחוֹק בצה״ל', ['ממשלה', 'הממשלה', 'חוק', 'החוק', 'בצה"ל']],
  ['el', 'Οι κυβερνήσεις της Ελλάδας και ο Σίσυφος', ['κυβέρνηση', 'κυβερνηση', 'ΚΥΒΕΡΝΗΣΗΣ', 'Σισυφος', 'ελλαδας']],
  ['hi', 'प्रधानमंत्री ने २०१८ में दिल्ली में भाषण दिया', ['दिल्ली', 'प्रधानमंत्री', '2018', '२०१८']],
  ['hy', 'Հայաստանի վարչապետը', ['վարչապետը', 'հայաստանի']],
  [
    'th',
    'นายกรัฐมนตรีกล่าวว่ารัฐบาลจะดำเนินนโยบายเศรษฐกิจใหม่',
    ['รัฐบาล', 'เศรษฐกิจ', 'นโยบายเศรษฐกิจ', '"นโยบายเศรษฐกิจ"'],
    ['ประชาชน'],
  ],
  ['km', 'រដ្ឋាភិបាលកម្ពុជាបានប្រកាសគោលនយោបាយថ្មី', ['រដ្ឋាភិបាល', 'កម្ពុជា']],
  [
    'zh',
    '中国国家主席习近平周二在北京大学会见了泽连斯基总统。',
    [
      '北京',
      '北京大学',
      '大学',
      '习近平',
      '泽连斯基',
      '泽连斯基总统',
      '北',
      '国家主席',
      '"习近平周二"',
      '北京 总统',
      '总统北京',
    ],
    ['京北', '"总统泽连斯基"', '东京', '斯泽'],
  ],
  [
    'zh-Hant',
    '「人工智慧」改變世界，𠮷野家也不例外。',
    ['人工智慧', '智慧', '世界', '𠮷野家', '野家', '𠮷野'],
    ['世智'],
  ],
  [
    'ja',
    '日本の首相は、東京オリンピックで「コンピューター」についてｶﾞﾗｽ越しに話した。',
    [
      '首相',
      '東京',
      'オリンピック',
      'コンピューター',
      'ガラス',
      'ｶﾞﾗｽ',
      '日本 首相',
      '日本の首相',
      '東京オリンピック',
      '"東京オリンピックで"',
      '話し',
    ],
    ['京東', '西京', '"首相の日本"'],
  ],
  [
    'ko',
    '대한민국 정부는 학교에서 새로운 정책을 발표했다',
    ['대한민국', '정부', '학교', '학교에서', '민국', '"정부는 학교에서"', '학', '발표'],
    ['교학'],
  ],
  ['vi', 'Thủ tướng Việt Nam đến Đà Nẵng', ['thu tuong', 'Thủ tướng', 'viet nam', 'Việt Nam', 'da nang', 'den']],
  ['uk', 'Український уряд м’яко відповів', ['уряд', 'український', "м'яко", 'мяко']],
  ['fa', 'کتاب‌های ایران', ['کتاب‌های', 'كتابهای', 'ایران']],
  [
    null,
    'Unlabelled: Привет, Мюнхен! Grüße aus München.',
    ['привет', 'münchen', 'munchen', 'muenchen', 'grüsse', 'gruesse'],
  ],
];

function anArticle(id: string, language: string | null, body: string): SearchDocument {
  return {
    id,
    title: '',
    author: '',
    source: '',
    section: '',
    tag: '',
    body,
    tags: [],
    authors: [],
    published: null,
    saved: '2026-01-02T03:04:05Z',
    state: 'unread',
    favourite: false,
    trashed: false,
    words: 10,
    language,
  };
}

const documents = new Map<string, SearchDocument>(
  cases.map(([language, body], number) => {
    const id = `a${number}`;
    return [id, anArticle(id, language, body)];
  }),
);

let folder: string;
let database: Database;
let search: SearchIndex;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'pressmark-languages-'));
  database = openDatabase(join(folder, 'catalogue.sqlite'));
  search = openSearch({ database, clock: { now: () => 0 }, log: noLog, documents: () => documents });
  search.put([...documents.values()]);
});

afterAll(() => {
  database.close();
  rmSync(folder, { recursive: true, force: true });
});

function answer(query: string) {
  return search.search({ query, filter: {}, sort: 'relevance', limit: 100, offset: 0, explain: false });
}

/** The articles found by a query taken at its word, not by one near to it. */
function found(query: string): string[] {
  const { hits, problem } = answer(query);
  return problem === null || query.startsWith('"') ? hits.map(({ id }) => id) : [];
}

describe('an archive in many languages', () => {
  for (const [number, [language, text, hits, misses]] of cases.entries()) {
    test.each(hits)(`finds "${text}" (${language}) by %s`, (query) => {
      expect(found(query)).toContain(`a${number}`);
    });
    test.each(misses ?? [])(`does not find "${text}" (${language}) by %s`, (query) => {
      expect(found(query)).not.toContain(`a${number}`);
    });
  }
});

describe('marks', () => {
  const marked = (query: string, language: string, title: string): string[] => {
    const [[id, document]] = [...documents] as [[string, SearchDocument]];
    documents.set(id, { ...document, language, title });
    search.put([documents.get(id)!]);
    const hit = answer(query).hits.find((one) => one.id === id);
    documents.set(id, document);
    search.put([document]);
    return (hit?.headline.marks ?? []).map(([start, end]) => hit!.headline.text.slice(start, end));
  };

  test.each([
    ['muller', 'de', 'Herr Müller, „Müller“', ['Müller', 'Müller']],
    ['cooperation', 'en', 'Nuclear co-operation ends', ['co-operation']],
    ['known', 'en', 'A well-known man', ['known']],
    ['北京大学', 'zh', '在北京大学的学生', ['北京大学']],
    ['北', 'zh', '在北京', ['北京']],
    ['ガラス', 'ja', '青いｶﾞﾗｽの皿', ['ｶﾞﾗｽ']],
    ['cafe', 'fr', 'Un cafe\u0301!', ['cafe\u0301']],
    ['istanbul', 'tr', 'İİ İstanbul’da', ['İstanbul’da']],
    ['bbc', 'en', '(bbc.co.uk)', ['bbc']],
    ['C++', 'en', 'Why C++?', ['C++']],
    ['รัฐบาล', 'th', 'กล่าวว่ารัฐบาลจะ', ['รัฐบาล']],
    ['homme', 'fr', 'L’homme', ['L’homme']],
  ] as const)('of %s (%s) in %s', (query, language, title, marks) => {
    expect(marked(query, language, title)).toEqual(marks);
  });

  test('a passage without spaces begins and ends at words', () => {
    const story = '中国国家主席周二在北京会见了来访的外国领导人。'.repeat(40);
    const [[id, document]] = [...documents] as [[string, SearchDocument]];
    const body = `${story}泽连斯基${story}`;
    documents.set(id, { ...document, language: 'zh', body });
    search.put([documents.get(id)!]);
    const { snippet } = answer('泽连斯基').hits.find((one) => one.id === id)!;
    documents.set(id, document);
    search.put([document]);
    const text = snippet.text.replaceAll('\u2026', '').trim();
    const words = [...new Intl.Segmenter('und', { granularity: 'word' }).segment(body)].map(({ segment }) => segment);
    expect(snippet.marks.map(([start, end]) => snippet.text.slice(start, end))).toEqual(['泽连斯基']);
    expect(words.some((word) => word.length > 1 && text.startsWith(word.slice(1)) && !text.startsWith(word))).toBe(
      false,
    );
    expect(text.length).toBeLessThan(300);
  });
});

describe('a word that says nothing in one language', () => {
  test('is asked of the articles of the others', () => {
    // "die" is a German article, in the grammar; an English text must have the word.
    expect(found('die häuser')).toContain(`a${cases.findIndex(([, text]) => text.startsWith('Die Häuser'))}`);
    expect(found('die nations')).toEqual([]);
  });
});

describe('toLunr', () => {
  test('finds the same articles, in every language, and can be stored and loaded', () => {
    const stock = search.toLunr();
    const loaded = lunr.Index.load(JSON.parse(JSON.stringify(stock)) as object);
    for (const query of ['haus', 'müller', 'nino', 'правительства', '北京', 'known', 'cafe']) {
      const expected = search.lunr.search(query);
      expect(expected.length, query).toBeGreaterThan(0);
      for (const index of [stock, loaded]) expect(differences(index.search(query), expected), query).toEqual([]);
    }
  });
});
