import type { CaptureJob } from '#contract/capture.ts';
import { finishedInputs } from '#contract/work-done.ts';
import type { Dictionary } from '../en/english.ts';
import { formatNames, formatNumber, formatPercent } from '../format.ts';
import { articles } from './count.ts';
import { errors } from './errors.ts';
import { managing } from './managing.ts';
import { organising } from './organising.ts';
import { queryLanguage } from './query-language.ts';
import { reading, readingActions } from './reading.ts';
import { keptPictures } from './kept-pictures.ts';
import { repairing } from './repairing.ts';
import { sample } from './sample-article.ts';
import { searching } from './searching.ts';
import { takingIn } from './taking-in.ts';

/** "已存档" for one, "已存档 3 篇文章" for more: what a message about an act speaks of. */
function done(what: string, number: number): string {
  return number === 1 ? what : `${what} ${articles(number)}`;
}

/** Every sentence of the window in simplified Chinese. */
export const chinese: Dictionary = {
  appName: 'Pressmark',

  top: {
    add: '添加',
    menu: '菜单',
    showShelves: '显示书架',
    hideShelves: '隐藏书架',
  },

  panes: {
    shelvesEdge: '书架宽度',
    listEdge: '列表宽度',
  },

  late: {
    renewing: async () => (await import('./renewing.ts')).renewing,
    extraction: async () => (await import('./extraction.ts')).extraction,
  },

  dialog: { close: '关闭', cancel: '取消' },
  toasts: { label: '消息', close: '关闭消息' },

  shelves: {
    label: '书架',
    saved: '保存的搜索',
    tags: '标签',
    sources: '来源',
    names: {
      unread: '未读',
      reading: '在读',
      readNext: '接下来读',
      favourites: '收藏',
      archive: '存档',
      all: '全部文章',
      highlights: '标记',
      trash: '废纸篓',
    },
    articles: () => '篇文章',
    allSources: (number: number) => `全部 ${formatNumber(number)} 个来源`,
    fewerSources: '收起来源',
  },

  list: {
    pane: '列表',
    label: '文章',
    unread: '未读',
    favourite: '收藏',
    readSoFar: (share: string) => `已读 ${share}`,
    minutes: (minutes: number) => `${formatNumber(Math.max(1, minutes))} 分钟`,
    sortAndLook: '排序与版式',
    grouped: '带小标题',
    rows: '行',
    densities: { comfortable: '宽松', compact: '紧凑' },
    noDate: '日期不明',
    noSource: '来源不明',
    sort: '排序',
    sorts: {
      relevance: '最相关的在前',
      saved: '最近添加的在前',
      published: '最新的在前',
      source: '按来源',
      own: '按您的顺序',
      title: '按标题',
      length: '最长的在前',
    },
    failed: '无法读取列表',
    retry: '重试',
  },

  emptyShelves: {
    unread: { title: '没有未读的文章', hint: '新添加的文章先到这里。' },
    reading: { title: '没有在读的文章', hint: '开始读而尚未存档的文章留在这里，停在您读到的那一行。' },
    readNext: { title: '没有接下来要读的', hint: '在文章上按 Q 把它排到这里，按 Shift+Q 排到最前。' },
    collection: { title: '此文集还是空的', hint: '在文章上按 C 放入，或把它拖到这里。' },
    all: { title: '没有文章', hint: '把网页拖进窗口，或粘贴文本或网址。' },
    favourites: { title: '还没有收藏', hint: '在文章上按 S，把它留在眼前。' },
    archive: { title: '存档是空的', hint: '在文章上按 E，把它收到这里。仍然可以搜到。' },
    highlights: { title: '还没有标记', hint: '在文章中选择文字，或在阅读时按 H。' },
    trash: { title: '废纸篓是空的', hint: '丢弃的文章在这里等候，可以放回。' },
    tag: { title: '此标签下没有文章', hint: '在文章上按 T 给它加标签。' },
    source: { title: '没有此来源的文章', hint: '它发表而您添加的文章会到这里。' },
  },

  ...searching,
  ...organising,
  ...takingIn,
  ...reading,
  ...keptPictures,
  ...repairing,
  ...managing,
  queryLanguage,
  errors,
  sample,

  reader: {
    pane: '阅读区',
    bar: '文章',
    back: '返回列表',
    favourite: '加入收藏',
    unfavourite: '取消收藏',
    tag: '标签…',
    tags: '标签',
    addTag: '添加标签',
    removeTag: (tag: string) => `移除标签 ${tag}`,
    archive: '存档',
    unarchive: '移出存档',
    unread: '标为未读',
    trash: '移到废纸篓',
    restore: '放回',
    more: '更多',
    openOutside: '打开原网页',
    opensOutside: '在 Pressmark 之外打开',
    copyAddress: '复制网址',
    addressCopied: '网址已复制',
    addressNotCopied: '无法复制网址',
    details: '详细信息…',
    correct: '详细信息与更正…',
    explain: '它是如何读出的…',
    original: '取来时的原件…',
    repair: '手工修整…',
    progress: '已读部分',
    by: '作者：',
    updated: (moment: string) => `更新于 ${moment}`,
    page: (page: string) => `第 ${page} 页`,
    minutes: (minutes: number) => `${formatNumber(Math.max(1, minutes))} 分钟`,
    minutesLeft: (minutes: number) => `还剩 ${formatNumber(minutes)} 分钟`,
    correction: '更正',
    next: '下一篇文章',
    nothingOpen: '没有打开的文章',
    nothingOpenHint: { before: '请选择一篇文章。', between: '在列表中移动，', after: '打开。' },
    gone: '这篇文章已不在这里',
    goneHint: '它可能已从资料库文件夹中移除。',
    failed: '无法打开文章',
  },

  highlights: {
    title: '标记',
    bar: '标记所选文字',
    note: '添加笔记…',
    noteLabel: '笔记',
    notePlaceholder: '您怎么看？',
    articleNote: '关于这篇文章的笔记',
    articleNotePlaceholder: '关于整篇文章的笔记…',
    colour: '颜色',
    colours: { yellow: '黄色', green: '绿色', blue: '蓝色', pink: '粉色', underline: '下划线' },
    tags: '此标记的标签',
    addTag: '添加标签',
    copy: '复制文字',
    copied: '已复制',
    notCopied: '无法复制',
    saved: '已保存为文件',
    remove: '移除标记',
    one: '标记',
    panel: '这篇文章的标记',
    panelCount: (number: number) => (number === 0 ? '这篇文章的标记' : `这篇文章的标记：${formatNumber(number)}`),
    close: '关闭标记',
    open: (quote: string) => `标记：${quote}`,
    none: '选择文字即可标记。用键盘：H 选一句话，方向键移动，再按 H 标记。',
    orphans: '正文中已没有',
    orphansHint: '文章重新取过，这些文字已不在其中。',
    copyMarkdown: '复制为 Markdown',
    saveMarkdown: '保存为 Markdown…',
    nothingToCopy: '这里还没有标记',
    fileName: (name: string) => `${name}.md`,
    allFileName: 'Pressmark 标记.md',
    moving: (words: string) => `已选：${words}`,
    tooLong: '内容太多，无法一次标记。',
    list: '全部文章的标记',
    filter: '筛选标记',
    filterPlaceholder: '段落、笔记和标签中的词',
    narrow: '缩小标记范围',
    withNotes: '带笔记',
    noneFound: '没有这样的标记',
    noneFoundHint: '每个词都必须出现在段落、其笔记、其标签或文章标题中。',
    clearFilter: '显示全部',
    export: '导出',
    order: '顺序',
    orders: { made: '最近标记的在前', article: '按文章' },
    onArticle: '关于文章',
    acts: {
      added: '已标记',
      changed: '标记已修改',
      removed: '标记已移除',
      annotated: '笔记已保存',
    },
  },

  guesses: { title: '根据粘贴的文字读出。这样对吗？', right: '没问题' },

  correct: {
    title: '这样对吗？',
    all: '详细信息与更正',
    unsure: 'Pressmark 对此没有把握。按下可更正。',
    save: '保存',
    notFound: '取来的内容中没有',
    authorsHint: '姓名，用逗号分隔',
    origin: (origin: string, confidence: number) =>
      confidence >= 0.95 ? origin : `${origin}，把握 ${formatPercent(confidence)}`,
    origins: {
      'json-ld': '来自网页自带的数据',
      meta: '来自网页自带的数据',
      microdata: '来自网页自带的数据',
      markup: '来自网页的版式',
      text: '从正文读出',
      address: '从网址读出',
      file: '来自文件',
      'front-matter': '来自文件开头',
      detected: '由 Pressmark 判断',
      reader: '由您设定',
    },
    fields: {
      section: '版面',
      kicker: '引题',
      headline: '标题',
      dek: '副题',
      authors: '作者',
      byline: '原样署名',
      agency: '通讯社',
      dateline: '地点',
      publishedAt: '发表',
      updatedAt: '更新',
      source: '来源',
      canonicalUrl: '网址',
      edition: '期号',
      page: '页',
      language: '语言',
      correction: '更正',
      copyright: '版权',
    },
    address: '网址',
    saved: '添加',
    length: '篇幅',
    words: (words: string) => `${words} 词`,
    snapshots: '版本',
    folder: '文件夹',
  },

  original: {
    title: '取来时的原件',
    sealed: '在封闭的框中显示：不运行脚本，不加载任何内容，链接不通向任何地方。网页之外的内容不会出现。',
    notShown: (path: string) => `此原件不是能在这里显示的网页。它在资料库中的位置：${path}`,
    frame: (headline: string) => `“${headline}”的原件`,
  },

  explain: {
    title: '它是如何读出的',
    reading: '正在重新读取原件…',
    lead: (words: string, method: string, encoding: string) =>
      `${words} 词，${readingMethods[method] ?? `用 ${method} `}找到，编码 ${encoding.toUpperCase()}。`,
    changed: '保存的文章由较早版本的 Pressmark 读出，或已更改。现在会读成这样。',
    joined: (pages: number) => `由该网站的 ${formatNumber(pages)} 个页面合并而成。`,
    fields: '每个字段的来源',
    leadImage: '主图',
    why: (origin: string, detail: string | null, confidence: string) =>
      `${origin}${detail === null ? '' : `（${detail}）`} · 把握 ${confidence}`,
    leftOut: '没有收入文章的内容',
    nothingLeftOut: '没有。网页上的全部内容都在文章中。',
  },

  type: {
    title: '字体与主题',
    theme: '主题',
    themes: { system: '系统', paper: '纸白', sepia: '米色', dark: '深色' },
    size: '字号',
    smaller: '缩小字号',
    larger: '放大字号',
    spacing: '行距',
    tighter: '行距更紧',
    looser: '行距更松',
    measure: '行长',
    measures: { narrow: '窄', medium: '中', wide: '宽' },
    typeface: '字体',
    typefaces: { serif: '衬线', sans: '无衬线' },
    paragraphs: '段落',
    paragraphChoices: { spaced: '段间留空', indented: '首行缩进' },
    justified: '两端对齐',
    hyphenated: '断字',
    notHyphenated: (language: string) => `此系统不能为${language}断字，因此单词保持完整。`,
    languageUnknown: '这篇文章的语言不明，因此单词保持完整。',
  },

  tags: {
    title: (number: number) => (number === 1 ? '这篇文章的标签' : `${articles(number)}的标签`),
    placeholder: '添加标签，politics/europe 可分级',
    make: (tag: string) => `新标签“${tag}”`,
    takeOff: '移除',
    empty: '还没有标签。输入一个并按回车键。',
  },

  bulk: {
    label: '选中的文章',
    chosen: (number: number) => `已选 ${formatNumber(number)} 篇`,
    clear: '只选一篇',
  },

  acts: {
    undo: '撤销',
    undone: '已撤销',
    nothingToUndo: '没有可撤销的操作',
    favourited: (number: number) => done('已收藏', number),
    unfavourited: (number: number) => done('已取消收藏', number),
    stateSet: {
      unread: (number: number) => done('已标为未读', number),
      reading: (number: number) => done('已标为在读', number),
      archived: (number: number) => done('已存档', number),
    },
    trashed: (number: number) => done('已移到废纸篓', number),
    restored: (number: number) => done('已放回', number),
    tagged: (tags: readonly string[], number: number) =>
      number === 1 ? `已加标签 ${formatNames(tags)}` : `已给 ${articles(number)}加标签 ${formatNames(tags)}`,
    untagged: (tags: readonly string[], number: number) =>
      number === 1 ? `已移除标签 ${formatNames(tags)}` : `已从 ${articles(number)}移除标签 ${formatNames(tags)}`,
    corrected: '已更正',
  },

  capture: {
    addTitle: '添加到资料库',
    address: '网页的网址',
    addressWrong: '这不是网址。',
    pasteLabel: '或粘贴文本',
    pasteHint: '第一行是标题，然后是正文',
    chooseFiles: '选择文件…',
    add: '添加',
    dropHint: '也可以把文件、文件夹、链接或文字拖到窗口任意位置，或不打开此处直接粘贴。',
    dropHere: '松开即可添加到资料库',
    dropKinds: '网页、PDF、邮件、图书、网页存档、zip、文本、整个文件夹、链接',
    nothingToTake: '拖入的内容中没有文章。',
    leftOut: (number: number) => `略过 ${formatNumber(number)} 个不是文章的文件`,
    panel: '正在添加',
    progress: '已添加',
    beginning: '开始…',
    cancel: '停止',
    dismiss: '关闭',
    failures: '未能添加的',
    retry: (number: number) => (number === 1 ? '重试' : `重试全部 ${formatNumber(number)} 项`),
    moreFailures: (number: number) => `还有 ${formatNumber(number)} 项`,
    jobTitle: (job: CaptureJob) => jobTitle(job),
    counts: (job: CaptureJob) => jobCounts(job),
  },

  firstRun: {
    title: '建立您的资料库',
    lead: 'Pressmark 把文章永久保存在这台电脑上的普通文件夹里。添加一篇：它会排好版供您阅读，用其中任何一个词都能找到。',
    drop: '拖入文件',
    dropHint: '保存的网页、PDF、EPUB、邮件、文本或整个文件夹，拖到此窗口任意位置。',
    address: '输入网址',
    addressHint: '网页连同图片取来一次，然后保存。',
    paste: '粘贴文本',
    pasteHint: '来自网页、邮件或文档，按',
    sampleHint: '手边没有文章？',
    sample: '添加一篇示例文章',
    removeSample: '移除此示例',
  },

  opening: {
    title: '正在打开资料库',
    count: ({ done: ready, total }: { readonly done: number; readonly total: number }) =>
      `${formatNumber(ready)} / ${articles(total)}`,
  },

  broken: {
    lost: 'Pressmark 的存档没有响应',
    lostHint: '您的资料库安全地保存在磁盘上。请重新启动 Pressmark，或再试一次。',
    failed: '无法打开资料库',
    lostBanner: '存档已停止响应。正在尝试重新连接…',
    readOnlyBanner: '此资料库可以阅读但不能更改：无法写入其文件夹。',
  },

  palette: { title: '命令', placeholder: '您想做什么？', empty: '没有这样的命令' },
  keys: { title: '按键' },
  keyNames: { ctrl: 'Ctrl', shift: 'Shift', alt: 'Alt', space: '空格', escape: 'Esc', enter: '回车' },

  actionGroups: { move: '移动', article: '文章', window: '窗口', go: '前往', theme: '主题' },

  actions: {
    ...readingActions,
    next: '下一篇文章',
    previous: '上一篇文章',
    extendDown: '向下扩大选择',
    extendUp: '向上扩大选择',
    first: '第一篇文章',
    last: '最后一篇文章',
    open: '打开',
    openInWindow: '在新窗口中打开',
    newWindow: '新窗口',
    pageDown: '向下翻页',
    pageUp: '向上翻页',
    back: '返回',
    selectAll: '全选',
    favourite: '收藏',
    archive: '存档或移出存档',
    unread: '标为未读',
    tag: '标签…',
    queue: '接下来读，或取消',
    queueFirst: '最先读',
    readNext: '读接下来的文章',
    collect: '放入文集…',
    takeOut: '从此文集中取出',
    moveUp: '在您的顺序中上移',
    moveDown: '在您的顺序中下移',
    newCollection: '新建文集…',
    renameTag: '给此标签改名…',
    moveTag: '把此标签移到另一标签之下…',
    mergeTag: '把此标签并入另一标签…',
    removeTag: '移除此标签',
    rules: '规则…',
    repair: '手工修整',
    waiting: '等待中的网址',
    watch: '监视的文件夹',
    bookmarklet: '从浏览器添加',
    copyLink: '复制这篇文章的链接',
    compactRows: '紧凑或宽松的行',
    groupList: '列表带或不带小标题',
    settings: '设置',
    libraries: '资料库：打开、新建或移动',
    health: '资料库的空间与状况',
    goReadNext: '前往接下来读',
    trash: '移到废纸篓',
    restore: '从废纸篓放回',
    details: '详细信息与更正',
    guesses: '检查从粘贴文字中读出的内容',
    explain: '它是如何读出的',
    reread: '从原件重新读取',
    fetchPictures: '获取缺失的图片',
    original: '取来时的原件',
    openOutside: '打开原网页',
    highlight: '标记，或选一句话来标记',
    annotate: '给所选文字或文章写笔记',
    highlights: '这篇文章的标记',
    copyHighlights: '把这篇文章的标记复制为 Markdown',
    saveHighlights: '把全部标记保存为 Markdown',
    undo: '撤销',
    search: '搜索',
    add: '添加到资料库',
    messages: '转到最新消息，再按返回',
    palette: '命令',
    keys: '按键列表',
    queryHelp: '搜索栏中可以输入什么',
    saveSearch: '保存此搜索',
    why: '为什么找到它',
    forgetRecent: '清除最近的搜索',
    toggleShelves: '显示或隐藏书架',
    toggleList: '显示或隐藏列表',
    toggleReader: '显示或隐藏阅读区',
    larger: '放大字号',
    smaller: '缩小字号',
    goUnread: '前往未读',
    goReading: '前往在读',
    goFavourites: '前往收藏',
    goArchive: '前往存档',
    goAll: '前往全部文章',
    goTrash: '前往废纸篓',
    goHighlights: '前往标记',
    themeSystem: '主题：跟随系统',
    themePaper: '主题：纸白',
    themeSepia: '主题：米色',
    themeDark: '主题：深色',
  },
};

const readingMethods: Readonly<Record<string, string>> = {
  'article-element': '根据正文在网页上的位置',
  readability: '用 Readability ',
  'json-ld': '在网页的结构化数据中',
  'whole-page': '取整个网页',
  'plain-text': '根据新闻文本的形式',
  markdown: '按 Markdown ',
  'pdf-layout': '根据 PDF 的版面',
};

function jobTitle(job: CaptureJob): string {
  const finished = finishedInputs(job);
  if (job.phase === 'running') {
    return job.total <= 1 ? '正在添加…' : `正在添加：${formatNumber(finished)} / ${formatNumber(job.total)}`;
  }
  if (job.phase === 'cancelled') return `已停止：${formatNumber(finished)} / ${formatNumber(job.total)}`;
  if (job.total === 1) {
    if (job.failed === 1) return '未能添加';
    if (job.waiting === 1) return '已保留，稍后获取';
    if (job.duplicates === 1) return '资料库中已有';
    return job.snapshotsAdded === 1 ? '已添加较新的版本' : '已添加';
  }
  if (job.failed === job.total) return `${formatNumber(job.total)} 项都未能添加`;
  if (job.failed > 0) return `${formatNumber(job.total)} 项中有 ${formatNumber(job.failed)} 项未能添加`;
  if (job.waiting === job.total) return `已保留 ${formatNumber(job.waiting)} 个网址，稍后获取`;
  return `已添加 ${articles(job.added + job.snapshotsAdded)}`;
}

function jobCounts(job: CaptureJob): string {
  const parts = [
    job.added > 0 ? `新增 ${formatNumber(job.added)}` : '',
    job.snapshotsAdded > 0 ? `较新版本 ${formatNumber(job.snapshotsAdded)}` : '',
    job.duplicates > 0 ? `已有 ${formatNumber(job.duplicates)}` : '',
    job.waiting > 0 ? `稍后获取 ${formatNumber(job.waiting)}` : '',
  ];
  return parts.filter((part) => part !== '').join(' · ');
}
