import type { QueryLanguage } from '../en/query-language.ts';

/** The query language: what is typed is the same in every language, what it means is said in this one. */
export const queryLanguage: QueryLanguage = {
  rows: [
    {
      typed: '`arms race`',
      means:
        'artículos que contienen **todas** las palabras, en cualquier forma (`races`, `raced`), primero lo más pertinente',
    },
    {
      typed: '`"arms race"`',
      means: 'las palabras juntas y en este orden; aquí cuentan también las palabras pequeñas: `"the president said"`',
    },
    { typed: '`race NEAR/5 geneva`', means: 'ambas, con cinco palabras entre ellas como mucho, en cualquier orden' },
    {
      typed: '`summit OR talks`',
      means:
        'una u otra; `OR` une a sus vecinas más que un espacio: `arms summit OR talks` es `arms (summit OR talks)`',
    },
    { typed: '`(summit OR talks) geneva`', means: 'los paréntesis agrupan' },
    { typed: '`2 OF (arms race geneva)`', means: 'al menos dos de ellas' },
    { typed: '`-race` · `NOT race`', means: 'sin la palabra; por sí solo: todos los artículos sin ella' },
    { typed: '`summ*` · `*burg` · `n*l`', means: 'el principio, el final o cualquier parte de una palabra' },
    { typed: '`sumit~1` · `sumit~2`', means: 'pueden variar una o dos letras' },
    { typed: '`summit^3 talks`', means: 'la primera palabra pesa el triple' },
    {
      typed: '`title:summit`',
      means: 'solo en un campo: `title:` `author:` `source:` `section:` `tag:` `body:` (también `headline:`)',
    },
    {
      typed: '`title:(summit OR talks)` · `author:"Ada Fenn"`',
      means: 'un campo delante de paréntesis o de una frase exacta',
    },
    {
      typed: '`tag:politics` · `tag:"arms control"`',
      means:
        'artículos con esta etiqueta **o con otra por debajo**; mientras ninguna se llame así: etiquetas con una palabra que empiece así',
    },
    {
      typed: '`published:2018` · `published:2018-06` · `published:2018-06-10`',
      means: 'por día de publicación',
    },
    {
      typed: '`published:2018-01..2018-06` · `published:2018..` · `published:..2018`',
      means: 'períodos, también abiertos; los artículos sin fecha no están en ninguno',
    },
    {
      typed: '`saved:2026-01` · `age:<30d` · `age:>1y`',
      means: 'por día en que se añadió; por antigüedad (`d` días, `w` semanas, `m` meses, `y` años)',
    },
    { typed: '`words:>1500` · `words:300..800`', means: 'por extensión' },
    {
      typed: '`is:unread` · `is:reading` · `is:archived` · `is:favourite` · `is:trashed`',
      means: 'por estado; la papelera queda fuera si no se pide',
    },
    {
      typed: '`is:duplicate`',
      means:
        'las mismas palabras en el mismo orden que otro artículo que no está en la papelera; los signos y las mayúsculas no cuentan, y los textos de menos de treinta palabras no se comparan. `sort:length` los pone uno junto a otro',
    },
    {
      typed: '`has:image` · `-has:tag` · `has:date`',
      means:
        'por lo que un artículo tiene o no tiene: `image` `highlight` `note` `tag` `author` `date` `correction` `version` (añadido más de una vez) `source` `section` `agency` `place` `site`',
    },
    {
      typed: '`in:portraits` · `in:"read next"`',
      means: 'en una colección de este nombre, o con palabras que empiecen así; en lo siguiente',
    },
    { typed: '`site:example.org`', means: 'de esta dirección o de una por debajo (`www.example.org`)' },
    {
      typed: '`agency:reuters` · `place:"cape town"`',
      means: 'por la agencia de noticias citada; por el lugar que lo encabeza',
    },
    {
      typed: '`note:tariff` · `highlight:"arms race"`',
      means: 'con una nota suya, o un pasaje marcado, donde estas palabras van juntas',
    },
    { typed: '`url:example.org/2018/`', means: 'con estas letras en la dirección' },
    { typed: '`lang:de`', means: 'por idioma' },
    {
      typed: '`sort:relevance` · `sort:published` · `sort:saved` · `sort:length`',
      means: 'el orden; en caso de empate, primero lo más reciente',
    },
    { typed: '`c\\:d` · `\\-5`', means: 'una barra inversa toma un signo tal como es' },
  ],
  notes: [
    'La **última palabra** se está escribiendo todavía mientras no siga un espacio: si ningún artículo la contiene tal cual, se toma como el principio de una palabra.',
    'Las palabras pequeñas (`the`, `of`, `and`; en artículos alemanes `der`, `und`…) se pasan por alto fuera de las frases exactas.',
    'Una búsqueda que es el **titular entero** de un artículo pone ese artículo el primero.',
    'Cuando **todas las palabras juntas no encuentran nada**, se muestra lo más cercano que sí encuentra algo, y se dice: una palabra que ningún artículo contiene se lee como palabras de escritura parecida (`sumit` como `sumit~1`) o se deja fuera; de las palabras que existen, pero en ningún sitio juntas, deben estar tantas como contengan unos pocos artículos. Las palabras entre paréntesis, con campo, `+`, `OR` o NEAR, las frases exactas y los filtros se quedan, y si en algún sitio hay `-` o `NOT`, la búsqueda se toma al pie de la letra: entonces nada es nada. Una búsqueda guardada nunca cuenta más de lo que encuentra.',
    '**Tres palabras o más** que menos de diez artículos contienen enteras encuentran, detrás de estos, artículos con la mayoría de ellas, y se dice. Una **oración** (cinco palabras o más) encuentra artículos con tantas de sus palabras como contengan mil artículos, primero lo más pertinente. Un texto de ocho palabras o más que casi no encuentra nada por culpa de sus paréntesis, comillas o dos puntos se lee como simples palabras.',
    'Un **error nunca vacía la lista**. La respuesta dice qué estaba mal, dónde, y qué se leyó en su lugar (`race published:2019..2018` se lee como `race published:2018..2019`).',
    'Una búsqueda se lee hasta 2000 caracteres. Admite como mucho 64 palabras y paréntesis de 32 niveles; doce de las palabras pueden llevar `*` o `~`, tres de ellas `~` o un `*` delante, una ser una sola letra y `*`; un `*` delante de una sola letra se pasa por alto; una palabra admite como mucho seis `*` y `~2`.',
  ],
  languages: {
    intro:
      'Una sola búsqueda encuentra artículos en cualquier idioma: sus palabras se leen según las reglas de cada idioma que haya en el archivo.',
    rows: [
      {
        typed: '`haus`',
        means:
          'en artículos alemanes Haus, Hauses, Häuser; las palabras de cada artículo se reducen según **su propio idioma**: alemán, danés, español, finés, francés, griego, húngaro, inglés, italiano, neerlandés, noruego, polaco, portugués, rumano, ruso, sueco, turco, y ligeramente árabe y hebreo; en otros idiomas las palabras se encuentran como están escritas',
      },
      {
        typed: '`cafe` · `muller` · `strasse` · `елка`',
        means: 'café, Müller, Straße, ёлка: los **acentos** pueden faltar, y también los puntos del árabe y del hebreo',
      },
      {
        typed: '`mueller` · `aarhus`',
        means: 'Müller, Århus: ä, ö, ü, å, ø pueden escribirse con dos letras; `müller` encuentra también Mueller',
      },
      {
        typed: '`oneill` · `neill` · `homme` · `kim`',
        means: "O'Neill, l'homme, Kim's; los apóstrofos rectos y curvos son lo mismo",
      },
      {
        typed: '`co-operation` · `cooperation` · `"co operation"`',
        means:
          'cada uno encuentra co-operation; el primero, también cooperation. Lo que une un guion, un punto o una barra se busca junto: `covid-19`, `bbc.co.uk`',
      },
      {
        typed: '`us` … `u.s.` · `ai`',
        means: 'U.S. con `u.s.` (`us` es en inglés una palabra pequeña), A.I. con `ai` o `a.i.`',
      },
      {
        typed: '`1000` · `3.5` · `5bn` · `C++`',
        means: '1,000 o 1.000; 3.5 o 3,5; $5bn; C++, que no es C',
      },
      {
        typed: '`北京大学` · `京都` · `학교`',
        means:
          'chino, japonés, coreano: **cualesquiera caracteres vecinos**; una serie más larga se corta en palabras, y todas deben aparecer. Entre comillas debe aparecer tal cual',
      },
      { typed: '`รัฐบาล`', means: 'tailandés, lao, jemer, birmano: palabras, cortadas con un diccionario' },
      { typed: '`lang:de`', means: 'solo artículos en alemán' },
    ],
  },
};
