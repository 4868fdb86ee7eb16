import type { QueryLanguage } from '../en/query-language.ts';

/** The query language: what is typed is the same in every language, what it means is said in this one. */
export const queryLanguage: QueryLanguage = {
  rows: [
    {
      typed: '`arms race`',
      means:
        'les articles qui contiennent **tous** les mots, sous toute forme (`races`, `raced`), les plus pertinents d’abord',
    },
    {
      typed: '`"arms race"`',
      means: 'les mots côte à côte et dans cet ordre ; les petits mots comptent ici : `"the president said"`',
    },
    { typed: '`race NEAR/5 geneva`', means: 'les deux, avec cinq mots au plus entre eux, dans n’importe quel ordre' },
    {
      typed: '`summit OR talks`',
      means:
        'l’un ou l’autre ; `OR` lie ses voisins plus fort qu’une espace : `arms summit OR talks` est `arms (summit OR talks)`',
    },
    { typed: '`(summit OR talks) geneva`', means: 'les parenthèses groupent' },
    { typed: '`2 OF (arms race geneva)`', means: 'au moins deux d’entre eux' },
    { typed: '`-race` · `NOT race`', means: 'sans ce mot ; seul : tous les articles sans lui' },
    { typed: '`summ*` · `*burg` · `n*l`', means: 'le début, la fin ou n’importe quelle partie d’un mot' },
    { typed: '`sumit~1` · `sumit~2`', means: 'une ou deux lettres peuvent différer' },
    { typed: '`summit^3 talks`', means: 'le premier mot pèse trois fois plus' },
    {
      typed: '`title:summit`',
      means: 'dans un seul champ : `title:` `author:` `source:` `section:` `tag:` `body:` (aussi `headline:`)',
    },
    {
      typed: '`title:(summit OR talks)` · `author:"Ada Fenn"`',
      means: 'un champ devant des parenthèses ou une expression',
    },
    {
      typed: '`tag:politics` · `tag:"arms control"`',
      means:
        'les articles qui portent ce mot-clé **ou un autre placé dessous** ; tant qu’aucun ne s’appelle ainsi : les mots-clés dont un mot commence ainsi',
    },
    { typed: '`published:2018` · `published:2018-06` · `published:2018-06-10`', means: 'par jour de parution' },
    {
      typed: '`published:2018-01..2018-06` · `published:2018..` · `published:..2018`',
      means: 'des périodes, ouvertes aussi ; les articles sans date ne sont dans aucune',
    },
    {
      typed: '`saved:2026-01` · `age:<30d` · `age:>1y`',
      means: 'par jour d’ajout ; par âge (`d` jours, `w` semaines, `m` mois, `y` ans)',
    },
    { typed: '`words:>1500` · `words:300..800`', means: 'par longueur' },
    {
      typed: '`is:unread` · `is:reading` · `is:archived` · `is:favourite` · `is:trashed`',
      means: 'par état ; la corbeille est laissée de côté, sauf si on la demande',
    },
    {
      typed: '`is:duplicate`',
      means:
        'les mêmes mots dans le même ordre qu’un autre article qui n’est pas dans la corbeille ; les signes et les majuscules ne comptent pas, les textes de moins de trente mots ne sont pas comparés. `sort:length` les met côte à côte',
    },
    {
      typed: '`has:image` · `-has:tag` · `has:date`',
      means:
        'par ce qu’un article a ou n’a pas : `image` `highlight` `note` `tag` `author` `date` `correction` `version` (ajouté plus d’une fois) `source` `section` `agency` `place` `site`',
    },
    {
      typed: '`in:portraits` · `in:"read next"`',
      means: 'dans une collection de ce nom, ou dont des mots commencent ainsi ; dans les lectures suivantes',
    },
    { typed: '`site:example.org`', means: 'de cette adresse ou d’une autre placée dessous (`www.example.org`)' },
    {
      typed: '`agency:reuters` · `place:"cape town"`',
      means: 'par l’agence de presse nommée ; par le lieu qui l’ouvre',
    },
    {
      typed: '`note:tariff` · `highlight:"arms race"`',
      means: 'avec une note de vous, ou un passage surligné, où ces mots se suivent',
    },
    { typed: '`url:example.org/2018/`', means: 'avec ces lettres dans l’adresse' },
    { typed: '`lang:de`', means: 'par langue' },
    {
      typed: '`sort:relevance` · `sort:published` · `sort:saved` · `sort:length`',
      means: 'l’ordre ; à égalité, le plus récent d’abord',
    },
    { typed: '`c\\:d` · `\\-5`', means: 'une barre oblique inverse prend un signe tel quel' },
  ],
  notes: [
    'Le **dernier mot** est encore en train d’être tapé tant qu’aucune espace ne suit : si aucun article ne le contient tel quel, il est pris pour le début d’un mot.',
    'Les petits mots (`the`, `of`, `and` ; dans les articles allemands `der`, `und`…) sont passés hors des expressions.',
    'Une recherche qui est le **titre entier** d’un article met cet article en tête.',
    'Quand **tous les mots ensemble ne trouvent rien**, le plus proche qui trouve quelque chose est montré, et c’est dit : un mot qu’aucun article ne contient est lu comme des mots d’une orthographe voisine (`sumit` comme `sumit~1`) ou laissé de côté ; de mots qui existent, mais nulle part ensemble, il doit y en avoir autant que quelques articles en contiennent. Les mots entre parenthèses, avec un champ, `+`, `OR` ou NEAR, les expressions et les filtres restent, et s’il y a quelque part `-` ou `NOT`, la recherche est prise au mot : alors rien veut dire rien. Une recherche gardée ne compte jamais plus qu’elle ne trouve.',
    '**Trois mots ou plus** que moins de dix articles contiennent en entier trouvent, derrière ceux-ci, les articles qui en contiennent le plus, et c’est dit. Une **phrase** (cinq mots ou plus) trouve les articles qui contiennent autant de ses mots que mille articles en contiennent, les plus pertinents d’abord. Un texte de huit mots ou plus qui ne trouve presque rien à cause de ses parenthèses, guillemets ou deux-points est lu comme de simples mots.',
    'Une **faute ne vide jamais la liste**. La réponse dit ce qui n’allait pas, où, et ce qui a été lu à la place (`race published:2019..2018` est lu comme `race published:2018..2019`).',
    'Une recherche est lue jusqu’à 2 000 caractères. Elle compte au plus 64 mots et des parenthèses sur 32 niveaux ; douze de ses mots peuvent avoir `*` ou `~`, trois d’entre eux `~` ou un `*` devant, un seul être une lettre et `*` ; un `*` devant une seule lettre est passé ; un mot compte au plus six `*` et `~2`.',
  ],
  languages: {
    intro:
      'Une seule recherche trouve des articles dans toutes les langues : ses mots sont lus selon les règles de chaque langue que l’archive contient.',
    rows: [
      {
        typed: '`haus`',
        means:
          'dans les articles allemands Haus, Hauses, Häuser ; les mots de chaque article sont ramenés à leur racine dans **sa propre langue** : allemand, anglais, danois, espagnol, finnois, français, grec, hongrois, italien, néerlandais, norvégien, polonais, portugais, roumain, russe, suédois, turc, et légèrement arabe et hébreu ; dans les autres langues, les mots sont trouvés comme ils sont écrits',
      },
      {
        typed: '`cafe` · `muller` · `strasse` · `елка`',
        means:
          'café, Müller, Straße, ёлка : les **accents** peuvent manquer, de même que les points de l’arabe et de l’hébreu',
      },
      {
        typed: '`mueller` · `aarhus`',
        means: 'Müller, Århus : ä, ö, ü, å, ø peuvent s’écrire avec deux lettres ; `müller` trouve aussi Mueller',
      },
      {
        typed: '`oneill` · `neill` · `homme` · `kim`',
        means: "O'Neill, l'homme, Kim's ; apostrophes droites et courbes sont une seule",
      },
      {
        typed: '`co-operation` · `cooperation` · `"co operation"`',
        means:
          'chacun trouve co-operation ; le premier trouve aussi cooperation. Ce qu’un trait d’union, un point ou une barre relie est cherché côte à côte : `covid-19`, `bbc.co.uk`',
      },
      {
        typed: '`us` … `u.s.` · `ai`',
        means: 'U.S. par `u.s.` (`us` est un petit mot en anglais), A.I. par `ai` ou `a.i.`',
      },
      {
        typed: '`1000` · `3.5` · `5bn` · `C++`',
        means: '1,000 ou 1.000 ; 3.5 ou 3,5 ; $5bn ; C++, qui n’est pas C',
      },
      {
        typed: '`北京大学` · `京都` · `학교`',
        means:
          'chinois, japonais, coréen : **tous les caractères voisins** ; une suite plus longue est coupée en mots, dont chacun doit s’y trouver. Entre guillemets, elle doit s’y trouver telle quelle',
      },
      { typed: '`รัฐบาล`', means: 'thaï, lao, khmer, birman : des mots, coupés par un dictionnaire' },
      { typed: '`lang:de`', means: 'seulement les articles en allemand' },
    ],
  },
};
