import type { QueryLanguage } from '../en/query-language.ts';

/** The query language: what is typed is the same in every language, what it means is said in this one. */
export const queryLanguage: QueryLanguage = {
  rows: [
    {
      typed: '`arms race`',
      means: 'Artikel mit **allen** Wörtern, in jeder Form (`races`, `raced`), beste Treffer zuerst',
    },
    {
      typed: '`"arms race"`',
      means: 'die Wörter nebeneinander und in dieser Folge; auch kleine Wörter zählen hier: `"the president said"`',
    },
    { typed: '`race NEAR/5 geneva`', means: 'beide, mit höchstens fünf Wörtern dazwischen, in beliebiger Folge' },
    {
      typed: '`summit OR talks`',
      means:
        'eines von beiden; `OR` bindet seine Nachbarn enger als ein Leerzeichen: `arms summit OR talks` ist `arms (summit OR talks)`',
    },
    { typed: '`(summit OR talks) geneva`', means: 'Klammern fassen zusammen' },
    { typed: '`2 OF (arms race geneva)`', means: 'mindestens zwei davon' },
    { typed: '`-race` · `NOT race`', means: 'ohne das Wort; allein: alle Artikel ohne es' },
    { typed: '`summ*` · `*burg` · `n*l`', means: 'Anfang, Ende oder irgendein Teil eines Wortes' },
    { typed: '`sumit~1` · `sumit~2`', means: 'ein oder zwei Buchstaben dürfen abweichen' },
    { typed: '`summit^3 talks`', means: 'das erste Wort wiegt dreimal so viel' },
    {
      typed: '`title:summit`',
      means: 'nur in einem Feld: `title:` `author:` `source:` `section:` `tag:` `body:` (auch `headline:`)',
    },
    {
      typed: '`title:(summit OR talks)` · `author:"Ada Fenn"`',
      means: 'ein Feld vor Klammern oder vor einer Wortfolge',
    },
    {
      typed: '`tag:politics` · `tag:"arms control"`',
      means:
        'Artikel mit diesem Schlagwort **oder einem darunter**; solange keines so heißt: Schlagwörter mit einem Wort, das so beginnt',
    },
    {
      typed: '`published:2018` · `published:2018-06` · `published:2018-06-10`',
      means: 'nach dem Tag des Erscheinens',
    },
    {
      typed: '`published:2018-01..2018-06` · `published:2018..` · `published:..2018`',
      means: 'Zeiträume, auch offene; Artikel ohne Datum sind in keinem',
    },
    {
      typed: '`saved:2026-01` · `age:<30d` · `age:>1y`',
      means: 'nach dem Tag der Aufnahme; nach dem Alter (`d` Tage, `w` Wochen, `m` Monate, `y` Jahre)',
    },
    { typed: '`words:>1500` · `words:300..800`', means: 'nach der Länge' },
    {
      typed: '`is:unread` · `is:reading` · `is:archived` · `is:favourite` · `is:trashed`',
      means: 'nach dem Zustand; der Papierkorb bleibt außen vor, wenn nicht nach ihm gefragt wird',
    },
    {
      typed: '`is:duplicate`',
      means:
        'dieselben Wörter in derselben Reihenfolge wie ein anderer Artikel, der nicht im Papierkorb liegt; Satzzeichen und Großschreibung zählen nicht, Texte von weniger als dreißig Wörtern werden nicht verglichen. Mit `sort:length` stehen sie nebeneinander',
    },
    {
      typed: '`has:image` · `-has:tag` · `has:date`',
      means:
        'nach dem, was ein Artikel hat oder nicht hat: `image` `highlight` `note` `tag` `author` `date` `correction` `version` (mehrmals aufgenommen) `source` `section` `agency` `place` `site`',
    },
    {
      typed: '`in:portraits` · `in:"read next"`',
      means: 'in einer Sammlung dieses Namens oder mit Wörtern, die so beginnen; in der Warteschlange',
    },
    { typed: '`site:example.org`', means: 'von dieser Adresse oder einer darunter (`www.example.org`)' },
    {
      typed: '`agency:reuters` · `place:"cape town"`',
      means: 'nach der genannten Nachrichtenagentur; nach dem Ort am Anfang',
    },
    {
      typed: '`note:tariff` · `highlight:"arms race"`',
      means: 'mit einer Notiz von Ihnen oder einer markierten Stelle, in der diese Wörter nebeneinander stehen',
    },
    { typed: '`url:example.org/2018/`', means: 'mit diesen Zeichen in der Adresse' },
    { typed: '`lang:de`', means: 'nach der Sprache' },
    {
      typed: '`sort:relevance` · `sort:published` · `sort:saved` · `sort:length`',
      means: 'die Reihenfolge; bei Gleichstand das Neueste zuerst',
    },
    { typed: '`c\\:d` · `\\-5`', means: 'ein umgekehrter Schrägstrich nimmt ein Zeichen, wie es ist' },
  ],
  notes: [
    'Das **letzte Wort** wird noch getippt, solange kein Leerzeichen folgt: Enthält kein Artikel es so, wie es dasteht, gilt es als Anfang eines Wortes.',
    'Kleine Wörter (`the`, `of`, `and`; in deutschen Artikeln `der`, `und` …) werden außerhalb von Wortfolgen übergangen.',
    'Eine Suche, die die **ganze Überschrift** eines Artikels ist, stellt diesen Artikel voran.',
    'Wenn **alle Wörter zusammen nichts finden**, wird das Nächste gezeigt, das etwas findet, und das wird gesagt: Ein Wort, das kein Artikel enthält, wird als ähnlich geschriebenes gelesen (`sumit` wie `sumit~1`) oder weggelassen; von Wörtern, die vorkommen, aber nirgends zusammen, müssen so viele da sein, wie ein paar Artikel enthalten. Wörter in Klammern, mit Feld, `+`, `OR` oder NEAR, Wortfolgen und Filter bleiben, und steht irgendwo `-` oder `NOT`, gilt die Suche wörtlich: Dann ist nichts auch nichts. Eine gemerkte Suche zählt nie mehr, als sie findet.',
    '**Drei Wörter oder mehr**, die weniger als zehn Artikel ganz enthalten, finden dahinter Artikel mit den meisten davon, und das wird gesagt. Ein **Satz** (fünf Wörter oder mehr) findet Artikel mit so vielen seiner Wörter, wie tausend Artikel enthalten, beste Treffer zuerst. Ein Text aus acht Wörtern oder mehr, der wegen seiner Klammern, Anführungszeichen oder Doppelpunkte kaum etwas findet, wird als bloße Wörter gelesen.',
    'Ein **Fehler leert nie die Liste**. Die Antwort sagt, was falsch war, wo, und was stattdessen gelesen wurde (`race published:2019..2018` wird gelesen als `race published:2018..2019`).',
    'Eine Suche wird bis zu 2.000 Zeichen gelesen. Sie fasst höchstens 64 Wörter und Klammern 32-fach ineinander; zwölf der Wörter dürfen `*` oder `~` tragen, drei davon `~` oder ein `*` am Anfang, eines davon ein einzelner Buchstabe mit `*` sein; ein `*` vor einem einzelnen Buchstaben wird übergangen; ein Wort fasst höchstens sechs `*` und `~2`.',
  ],
  languages: {
    intro:
      'Eine Suche findet Artikel in jeder Sprache: Ihre Wörter werden nach den Regeln jeder Sprache gelesen, die im Archiv vorkommt.',
    rows: [
      {
        typed: '`haus`',
        means:
          'in deutschen Artikeln Haus, Hauses, Häuser; die Wörter jedes Artikels werden nach **seiner eigenen Sprache** zurückgeführt: Dänisch, Deutsch, Englisch, Finnisch, Französisch, Griechisch, Italienisch, Niederländisch, Norwegisch, Polnisch, Portugiesisch, Rumänisch, Russisch, Schwedisch, Spanisch, Türkisch, Ungarisch, und behutsam Arabisch und Hebräisch; in anderen Sprachen werden Wörter gefunden, wie sie geschrieben sind',
      },
      {
        typed: '`cafe` · `muller` · `strasse` · `елка`',
        means:
          'café, Müller, Straße, ёлка: **Akzente** und Punkte dürfen fehlen, auch die Vokalzeichen des Arabischen und Hebräischen',
      },
      {
        typed: '`mueller` · `aarhus`',
        means: 'Müller, Århus: ä, ö, ü, å, ø dürfen mit zwei Buchstaben geschrieben sein; `müller` findet auch Mueller',
      },
      {
        typed: '`oneill` · `neill` · `homme` · `kim`',
        means: "O'Neill, l'homme, Kim's; gerade und gebogene Apostrophe sind dasselbe",
      },
      {
        typed: '`co-operation` · `cooperation` · `"co operation"`',
        means:
          'jedes davon findet co-operation; das erste auch cooperation. Was ein Bindestrich, Punkt oder Schrägstrich verbindet, wird nebeneinander gesucht: `covid-19`, `bbc.co.uk`',
      },
      {
        typed: '`us` … `u.s.` · `ai`',
        means: 'U.S. mit `u.s.` (`us` ist im Englischen ein kleines Wort), A.I. mit `ai` oder `a.i.`',
      },
      {
        typed: '`1000` · `3.5` · `5bn` · `C++`',
        means: '1,000 oder 1.000; 3.5 oder 3,5; $5bn; C++, das nicht C ist',
      },
      {
        typed: '`北京大学` · `京都` · `학교`',
        means:
          'Chinesisch, Japanisch, Koreanisch: **beliebige benachbarte Zeichen**; eine längere Folge wird in Wörter geteilt, von denen jedes vorkommen muss. In Anführungszeichen muss sie so dastehen',
      },
      { typed: '`รัฐบาล`', means: 'Thai, Lao, Khmer, Birmanisch: Wörter, mit einem Wörterbuch geteilt' },
      { typed: '`lang:de`', means: 'nur Artikel auf Deutsch' },
    ],
  },
};
