import type { QueryLanguage } from '../en/query-language.ts';

/** The query language: what is typed is the same in every language, what it means is said in this one. */
export const queryLanguage: QueryLanguage = {
  rows: [
    {
      typed: '`arms race`',
      means: '包含**全部**词语的文章，不论词形（`races`、`raced`），最相关的在前',
    },
    { typed: '`"arms race"`', means: '词语相邻且按此顺序；这里小词也算数：`"the president said"`' },
    { typed: '`race NEAR/5 geneva`', means: '两者都有，中间最多隔五个词，顺序不限' },
    {
      typed: '`summit OR talks`',
      means: '其中之一；`OR` 比空格结合得更紧：`arms summit OR talks` 即 `arms (summit OR talks)`',
    },
    { typed: '`(summit OR talks) geneva`', means: '括号用来分组' },
    { typed: '`2 OF (arms race geneva)`', means: '至少其中两个' },
    { typed: '`-race` · `NOT race`', means: '不含此词；单独使用：所有不含它的文章' },
    { typed: '`summ*` · `*burg` · `n*l`', means: '词的开头、结尾或任意部分' },
    { typed: '`sumit~1` · `sumit~2`', means: '允许一个或两个字母不同' },
    { typed: '`summit^3 talks`', means: '第一个词的权重是三倍' },
    {
      typed: '`title:summit`',
      means: '只在一个字段中：`title:` `author:` `source:` `section:` `tag:` `body:`（也可用 `headline:`）',
    },
    { typed: '`title:(summit OR talks)` · `author:"Ada Fenn"`', means: '字段可放在括号或短语之前' },
    {
      typed: '`tag:politics` · `tag:"arms control"`',
      means: '带有此标签**或其下级标签**的文章；没有同名标签时：含有以此开头的词的标签',
    },
    { typed: '`published:2018` · `published:2018-06` · `published:2018-06-10`', means: '按发表日期' },
    {
      typed: '`published:2018-01..2018-06` · `published:2018..` · `published:..2018`',
      means: '日期范围，也可以一端不限；没有日期的文章不属于任何范围',
    },
    {
      typed: '`saved:2026-01` · `age:<30d` · `age:>1y`',
      means: '按添加日期；按新旧（`d` 天、`w` 周、`m` 月、`y` 年）',
    },
    { typed: '`words:>1500` · `words:300..800`', means: '按篇幅' },
    {
      typed: '`is:unread` · `is:reading` · `is:archived` · `is:favourite` · `is:trashed`',
      means: '按状态；除非查询中要求，否则不搜索废纸篓',
    },
    {
      typed: '`is:duplicate`',
      means:
        '与另一篇不在废纸篓中的文章字词和顺序都相同；标点和大小写不计，少于三十个词的文本不比较。`sort:length` 会把它们排在一起',
    },
    {
      typed: '`has:image` · `-has:tag` · `has:date`',
      means:
        '按文章有或没有什么：`image` `highlight` `note` `tag` `author` `date` `correction` `version`（添加过不止一次）`source` `section` `agency` `place` `site`',
    },
    {
      typed: '`in:portraits` · `in:"read next"`',
      means: '在此名称或含有以此开头的词的文集中；在接下来读的队列中',
    },
    { typed: '`site:example.org`', means: '来自此网址或其下级网址（`www.example.org`）' },
    { typed: '`agency:reuters` · `place:"cape town"`', means: '按所署的通讯社；按开头的地点' },
    {
      typed: '`note:tariff` · `highlight:"arms race"`',
      means: '您的笔记或标记的段落中，这些词相邻出现',
    },
    { typed: '`url:example.org/2018/`', means: '网址中含有这些字母' },
    { typed: '`lang:de`', means: '按语言' },
    {
      typed: '`sort:relevance` · `sort:published` · `sort:saved` · `sort:length`',
      means: '排列顺序；相同时最新的在前',
    },
    { typed: '`c\\:d` · `\\-5`', means: '反斜杠使后面的符号按原样理解' },
  ],
  notes: [
    '**最后一个词**之后没有空格时，视为还在输入：如果没有文章含有它本身，就把它当作词的开头。',
    '小词（`the`、`of`、`and`；德语文章中的 `der`、`und` 等）在短语之外会被略过。',
    '查询若是某篇文章的**完整标题**，该文章排在最前。',
    '**全部词语合在一起找不到**时，会给出最接近且能找到结果的查询，并加以说明：没有文章包含的词，按拼写相近的词理解（`sumit` 视为 `sumit~1`）或略去；各自存在但从不同时出现的词，只要求出现若干篇文章所能包含的数量。括号中的词，带字段、`+`、`OR` 或 NEAR 的词，短语和筛选条件都保留；只要出现 `-` 或 `NOT`，查询就严格按字面执行：找不到就是找不到。保存的搜索所显示的数量从不多于实际找到的。',
    '**三个或更多词**若完整出现在不足十篇文章中，其后还会列出包含其中大部分词的文章，并加以说明。**一句话**（五个词或更多）会找到包含其中尽量多词的文章，以一千篇文章为度，最相关的在前。八个词或更多的文本若因其中的括号、引号或冒号而几乎找不到内容，则按普通词语理解。',
    '**错误从不会清空列表**。结果会说明哪里有错，以及改按什么理解（`race published:2019..2018` 理解为 `race published:2018..2019`）。',
    '查询最多读取 2,000 个字符。最多 64 个词，括号最多嵌套 32 层；其中十二个词可带 `*` 或 `~`，其中三个可带 `~` 或以 `*` 开头，一个可以是单个字母加 `*`；单个字母之前的 `*` 会被略过；一个词最多六个 `*` 和 `~2`。',
  ],
  languages: {
    intro: '一次查询可找到任何语言的文章：查询中的词按存档所含每种语言的规则理解。',
    rows: [
      {
        typed: '`haus`',
        means:
          '在德语文章中找到 Haus、Hauses、Häuser；每篇文章的词按**它自己的语言**还原词干：丹麦语、德语、俄语、法语、芬兰语、荷兰语、罗马尼亚语、挪威语、葡萄牙语、瑞典语、土耳其语、西班牙语、希腊语、匈牙利语、意大利语、英语、波兰语，阿拉伯语和希伯来语略作还原；其他语言的词按原样查找',
      },
      {
        typed: '`cafe` · `muller` · `strasse` · `елка`',
        means: 'café、Müller、Straße、ёлка：**重音符号**可以省略，阿拉伯语和希伯来语的标音符号也可以省略',
      },
      {
        typed: '`mueller` · `aarhus`',
        means: 'Müller、Århus：ä、ö、ü、å、ø 可写成两个字母；`müller` 也能找到 Mueller',
      },
      {
        typed: '`oneill` · `neill` · `homme` · `kim`',
        means: "O'Neill、l'homme、Kim's；直撇号和弯撇号视为相同",
      },
      {
        typed: '`co-operation` · `cooperation` · `"co operation"`',
        means:
          '每种写法都能找到 co-operation；第一种还能找到 cooperation。由连字符、点或斜线连接的词按相邻查找：`covid-19`、`bbc.co.uk`',
      },
      {
        typed: '`us` … `u.s.` · `ai`',
        means: '用 `u.s.` 找 U.S.（`us` 在英语中是小词），用 `ai` 或 `a.i.` 找 A.I.',
      },
      { typed: '`1000` · `3.5` · `5bn` · `C++`', means: '1,000 或 1.000；3.5 或 3,5；$5bn；C++，它不同于 C' },
      {
        typed: '`北京大学` · `京都` · `학교`',
        means: '中文、日文、韩文：**任意相邻的字**；较长的一串会切分成词，每个词都必须出现。加引号则必须原样出现',
      },
      { typed: '`รัฐบาล`', means: '泰语、老挝语、高棉语、缅甸语：按词典切分的词' },
      { typed: '`lang:de`', means: '只要德语文章' },
    ],
  },
};
