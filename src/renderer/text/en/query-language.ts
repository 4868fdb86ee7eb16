type Row = { readonly typed: string; readonly means: string };

export type QueryLanguage = {
  readonly rows: readonly Row[];
  readonly notes: readonly string[];
  /** How words are read in each language. */
  readonly languages: { readonly intro: string; readonly rows: readonly Row[] };
};

/**
 * The query language, as docs/search.md tells it under "What you can type": a test holds the two together.
 *
 * `typed` and `means` keep the signs of that page: `code`, **weight**, [links](to other pages).
 */
export const queryLanguage: QueryLanguage = {
  rows: [
    {
      typed: '`arms race`',
      means: 'articles that hold **all** the words, in any form (`races`, `raced`), best match first',
    },
    {
      typed: '`"arms race"`',
      means: 'the words side by side and in this order; small words count here: `"the president said"`',
    },
    { typed: '`race NEAR/5 geneva`', means: 'both, with at most five words between them, in any order' },
    {
      typed: '`summit OR talks`',
      means:
        'either; `OR` binds its neighbours closer than a space: `arms summit OR talks` is `arms (summit OR talks)`',
    },
    { typed: '`(summit OR talks) geneva`', means: 'brackets group' },
    { typed: '`2 OF (arms race geneva)`', means: 'at least two of them' },
    { typed: '`-race` · `NOT race`', means: 'without the word; alone: all articles without it' },
    { typed: '`summ*` · `*burg` · `n*l`', means: 'the beginning, end or any part of a word' },
    { typed: '`sumit~1` · `sumit~2`', means: 'one or two letters may differ' },
    { typed: '`summit^3 talks`', means: 'the first word weighs three times as much' },
    {
      typed: '`title:summit`',
      means: 'in one field only: `title:` `author:` `source:` `section:` `tag:` `body:` (also `headline:`)',
    },
    { typed: '`title:(summit OR talks)` · `author:"Ada Fenn"`', means: 'a field before brackets or a phrase' },
    {
      typed: '`tag:politics` · `tag:"arms control"`',
      means:
        'articles with this tag **or one nested below it**; while no tag has that name: tags with a word that begins so',
    },
    { typed: '`published:2018` · `published:2018-06` · `published:2018-06-10`', means: 'by day of publication' },
    {
      typed: '`published:2018-01..2018-06` · `published:2018..` · `published:..2018`',
      means: 'ranges, open ones too; articles without a date are in none',
    },
    { typed: '`saved:2026-01` · `age:<30d` · `age:>1y`', means: 'by when it was taken in; by age (`d` `w` `m` `y`)' },
    { typed: '`words:>1500` · `words:300..800`', means: 'by length' },
    {
      typed: '`is:unread` · `is:reading` · `is:archived` · `is:favourite` · `is:trashed`',
      means: 'by mark; the trash is left out unless asked for',
    },
    {
      typed: '`is:duplicate`',
      means:
        'the same words in the same order as another article that is not in the trash; signs and capitals do not count, texts of fewer than thirty words are not compared. `sort:length` puts them side by side',
    },
    {
      typed: '`has:image` · `-has:tag` · `has:date`',
      means:
        'by what an article has or lacks: `image` `highlight` `note` `tag` `author` `date` `correction` `version` (taken in more than once) `source` `section` `agency` `place` `site`',
    },
    {
      typed: '`in:portraits` · `in:"read next"`',
      means: 'in a collection of this name, or with words that begin so; in the queue',
    },
    { typed: '`site:example.org`', means: 'from this address or one below it (`www.example.org`)' },
    {
      typed: '`agency:reuters` · `place:"cape town"`',
      means: 'by the wire service credited; by the place that opens it',
    },
    {
      typed: '`note:tariff` · `highlight:"arms race"`',
      means: 'with a note of yours, or a passage you marked, that holds these words side by side',
    },
    { typed: '`url:example.org/2018/`', means: 'with these letters in its address' },
    { typed: '`lang:de`', means: 'by language' },
    {
      typed: '`sort:relevance` · `sort:published` · `sort:saved` · `sort:length`',
      means: 'the order; ties go to the newest',
    },
    { typed: '`c\\:d` · `\\-5`', means: 'a backslash takes a sign as it is' },
  ],
  notes: [
    'The **last word** is still being typed as long as no space follows: when no article holds it as it stands, it is taken as the beginning of a word.',
    'Small words (`the`, `of`, `and`; in German articles `der`, `und` …) are passed over outside phrases.',
    "A query that is an article's **whole headline** puts that article first.",
    'When **all words together find nothing**, the nearest that does is answered, and said so: a word that no article has is read as words spelled nearly so (`sumit` as `sumit~1`) or left out; of words that occur, but nowhere together, as many must be there as a few articles hold. Words in brackets, with a field, `+`, `OR` or NEAR, phrases and filters stay, and with `-` or `NOT` anywhere the query is taken at its word: then nothing is nothing. A saved search never counts more than it finds.',
    '**Three words or more** that fewer than ten articles hold whole find, behind these, articles with most of them, and that is said. A **sentence** (five words or more) finds articles with as many of its words as a thousand articles hold, best match first. A text of eight words or more that finds hardly anything because of its brackets, quotation marks or colons is read as plain words.',
    'A **mistake never empties the list**. The answer says what was wrong, where, and what was read instead (`race published:2019..2018` is read as `race published:2018..2019`).',
    'A query is read up to 2,000 characters. It takes at most 64 words and brackets 32 deep; twelve of the words may have `*` or `~`, three of them a single letter and `*` (in an archive of more than 100,000 distinct words three may have `~` or a `*` before, one may be a single letter and `*`, and a `*` before a single letter is passed over); a word takes at most six `*` and `~2`.',
  ],
  languages: {
    intro:
      'One query finds articles in any language: its words are read by the rules of every language that the archive holds.',
    rows: [
      {
        typed: '`haus`',
        means:
          "in German articles Haus, Hauses, Häuser; each article's words are reduced by **its own language**: Danish, Dutch, English, Finnish, French, German, Greek, Hungarian, Italian, Norwegian, Polish, Portuguese, Romanian, Russian, Spanish, Swedish, Turkish, and lightly Arabic and Hebrew; other languages' words are found as they are written",
      },
      {
        typed: '`cafe` · `muller` · `strasse` · `елка`',
        means: 'café, Müller, Straße, ёлка: **accents** may be left out, and points of Arabic and Hebrew',
      },
      {
        typed: '`mueller` · `aarhus`',
        means: 'Müller, Århus: ä, ö, ü, å, ø may be spelled with two letters; `müller` finds Mueller too',
      },
      {
        typed: '`oneill` · `neill` · `homme` · `kim`',
        means: "O'Neill, l'homme, Kim's; straight and curly apostrophes are one",
      },
      {
        typed: '`co-operation` · `cooperation` · `"co operation"`',
        means:
          'each finds co-operation; the first finds cooperation too. What a hyphen, a dot or a slash joins is looked for side by side: `covid-19`, `bbc.co.uk`',
      },
      { typed: '`us` … `u.s.` · `ai`', means: 'U.S. by `u.s.` (`us` is a small word), A.I. by `ai` or `a.i.`' },
      { typed: '`1000` · `3.5` · `5bn` · `C++`', means: '1,000 or 1.000; 3.5 or 3,5; $5bn; C++, which is not C' },
      {
        typed: '`北京大学` · `京都` · `학교`',
        means:
          'Chinese, Japanese, Korean: **any neighbouring characters**; a longer run is cut into words, each of which must occur. In quotation marks it must stand as it is',
      },
      { typed: '`รัฐบาล`', means: 'Thai, Lao, Khmer, Burmese: words, cut by a dictionary' },
      { typed: '`lang:de`', means: 'only articles in German' },
    ],
  },
};
