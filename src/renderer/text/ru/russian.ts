import type { CaptureJob } from '#contract/capture.ts';
import { finishedInputs } from '#contract/work-done.ts';
import type { Dictionary } from '../en/english.ts';
import { formatNames, formatNumber, formatPercent } from '../format.ts';
import { articles, count, form, ofArticles } from './count.ts';
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

/** "В архиве" for one, "В архиве: 3 статьи" for more: what a message about an act speaks of. */
function done(what: string, number: number): string {
  return number === 1 ? what : `${what}: ${articles(number)}`;
}

/** Every sentence of the window in Russian. */
export const russian: Dictionary = {
  appName: 'Pressmark',

  top: {
    add: 'Добавить',
    menu: 'Меню',
    showShelves: 'Показать полки',
    hideShelves: 'Скрыть полки',
  },

  panes: {
    shelvesEdge: 'Ширина полок',
    listEdge: 'Ширина списка',
  },

  late: {
    renewing: async () => (await import('./renewing.ts')).renewing,
    extraction: async () => (await import('./extraction.ts')).extraction,
  },

  dialog: { close: 'Закрыть', cancel: 'Отмена' },
  toasts: { label: 'Сообщения', close: 'Закрыть сообщение' },

  shelves: {
    label: 'Полки',
    saved: 'Сохранённые поиски',
    tags: 'Метки',
    sources: 'Источники',
    names: {
      unread: 'Непрочитанное',
      reading: 'Начатое',
      readNext: 'Очередь',
      favourites: 'Избранное',
      archive: 'Архив',
      all: 'Все статьи',
      highlights: 'Выделенное',
      trash: 'Корзина',
    },
    articles: (number: number) => form(number, 'статья', 'статьи', 'статей'),
    allSources: (number: number) => `Все источники: ${formatNumber(number)}`,
    fewerSources: 'Меньше источников',
  },

  list: {
    pane: 'Список',
    label: 'Статьи',
    unread: 'Не прочитано',
    favourite: 'Избранное',
    readSoFar: (share: string) => `прочитано ${share}`,
    minutes: (minutes: number) => `${formatNumber(Math.max(1, minutes))} мин`,
    sortAndLook: 'Порядок и вид',
    grouped: 'С заголовками',
    rows: 'Строки',
    densities: { comfortable: 'Просторные', compact: 'Плотные' },
    noDate: 'Дата неизвестна',
    noSource: 'Источник неизвестен',
    sort: 'Порядок',
    sorts: {
      relevance: 'Сначала самые подходящие',
      saved: 'Сначала добавленные последними',
      published: 'Сначала новые',
      source: 'По источнику',
      own: 'В вашем порядке',
      title: 'По заголовку',
      length: 'Сначала длинные',
    },
    failed: 'Список не удалось прочитать',
    retry: 'Попробовать ещё раз',
  },

  emptyShelves: {
    unread: { title: 'Читать больше нечего', hint: 'Всё, что вы добавляете, сначала попадает сюда.' },
    reading: {
      title: 'Ничего не начато',
      hint: 'Начатые и ещё не убранные статьи остаются здесь, на той строке, где вы остановились.',
    },
    readNext: {
      title: 'В очереди ничего нет',
      hint: 'Нажмите Q на статье, чтобы поставить её сюда, Shift+Q — чтобы поставить первой.',
    },
    collection: {
      title: 'В этой подборке пока ничего нет',
      hint: 'Нажмите C на статье, чтобы положить её сюда, или перетащите её.',
    },
    all: { title: 'Статей нет', hint: 'Перетащите в окно страницу или вставьте текст или адрес.' },
    favourites: { title: 'В избранном пока пусто', hint: 'Нажмите S на статье, чтобы она была под рукой.' },
    archive: {
      title: 'Архив пуст',
      hint: 'Нажмите E на статье, чтобы убрать её сюда. Поиск всё равно её находит.',
    },
    highlights: {
      title: 'Пока ничего не выделено',
      hint: 'Выберите слова в статье или нажмите H во время чтения.',
    },
    trash: { title: 'Корзина пуста', hint: 'Выброшенное ждёт здесь, и его можно вернуть.' },
    tag: { title: 'Под этой меткой ничего нет', hint: 'Нажмите T на статье, чтобы дать ей метку.' },
    source: { title: 'Из этого источника ничего нет', hint: 'Сюда попадает то, что он публикует, а вы добавляете.' },
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
    pane: 'Чтение',
    bar: 'Статья',
    back: 'Назад к списку',
    favourite: 'Добавить в избранное',
    unfavourite: 'Убрать из избранного',
    tag: 'Метка…',
    tags: 'Метки',
    addTag: 'Добавить метку',
    removeTag: (tag: string) => `Снять метку ${tag}`,
    archive: 'В архив',
    unarchive: 'Достать из архива',
    unread: 'Отметить непрочитанной',
    trash: 'В корзину',
    restore: 'Вернуть',
    more: 'Ещё',
    openOutside: 'Открыть исходную страницу',
    opensOutside: 'открывается вне Pressmark',
    copyAddress: 'Скопировать адрес',
    addressCopied: 'Адрес скопирован',
    addressNotCopied: 'Адрес не удалось скопировать',
    details: 'Сведения…',
    correct: 'Сведения и поправки…',
    explain: 'Как это было прочитано…',
    original: 'Оригинал, как он взят…',
    repair: 'Исправить вручную…',
    progress: 'Прочитано',
    by: 'Автор:',
    updated: (moment: string) => `Обновлено ${moment}`,
    page: (page: string) => `Страница ${page}`,
    minutes: (minutes: number) => `${formatNumber(Math.max(1, minutes))} мин`,
    minutesLeft: (minutes: number) => `осталось ${formatNumber(minutes)} мин`,
    correction: 'Поправка',
    next: 'Следующая статья',
    nothingOpen: 'Ничего не открыто',
    nothingOpenHint: { before: 'Выберите статью. ', between: 'ведут по списку,', after: 'открывает.' },
    gone: 'Этой статьи здесь больше нет',
    goneHint: 'Возможно, её удалили из папки библиотеки.',
    failed: 'Статью не удалось открыть',
  },

  highlights: {
    title: 'Выделенное',
    bar: 'Выделить выбранное',
    note: 'Добавить заметку…',
    noteLabel: 'Заметка',
    notePlaceholder: 'Что вы об этом думаете?',
    articleNote: 'Заметка об этой статье',
    articleNotePlaceholder: 'Заметка обо всей статье…',
    colour: 'Цвет',
    colours: { yellow: 'Жёлтый', green: 'Зелёный', blue: 'Синий', pink: 'Розовый', underline: 'Подчёркивание' },
    tags: 'Метки этого выделения',
    addTag: 'Добавить метку',
    copy: 'Скопировать текст',
    copied: 'Скопировано',
    notCopied: 'Это не удалось скопировать',
    saved: 'Сохранено в файл',
    remove: 'Снять выделение',
    one: 'Выделение',
    panel: 'Выделенное в этой статье',
    panelCount: (number: number) =>
      number === 0 ? 'Выделенное в этой статье' : `Выделенное в этой статье: ${formatNumber(number)}`,
    close: 'Закрыть выделенное',
    open: (quote: string) => `Выделение: ${quote}`,
    none: 'Выберите слова, чтобы их выделить. С клавиатуры: H выбирает предложение, стрелки двигают его, H выделяет.',
    orphans: 'Больше нет в тексте',
    orphansHint: 'Статью взяли заново, и этих слов в ней больше нет.',
    copyMarkdown: 'Скопировать как Markdown',
    saveMarkdown: 'Сохранить как Markdown…',
    nothingToCopy: 'Здесь пока ничего не выделено',
    fileName: (name: string) => `${name}.md`,
    allFileName: 'Выделенное в Pressmark.md',
    moving: (words: string) => `Выбрано: ${words}`,
    tooLong: 'Это слишком много, чтобы выделить за один раз.',
    list: 'Выделенное во всех статьях',
    filter: 'Отобрать выделенное',
    filterPlaceholder: 'Слова из мест, заметок и меток',
    narrow: 'Сузить выделенное',
    withNotes: 'С заметками',
    noneFound: 'Такого выделения нет',
    noneFoundHint: 'Каждое слово должно быть в самом месте, в заметке к нему, в его метках или в заголовке статьи.',
    clearFilter: 'Показать всё',
    export: 'Выгрузить',
    order: 'Порядок',
    orders: { made: 'Сначала выделенные последними', article: 'По статьям' },
    onArticle: 'О статье',
    acts: {
      added: 'Выделено',
      changed: 'Выделение изменено',
      removed: 'Выделение снято',
      annotated: 'Заметка сохранена',
    },
  },

  guesses: { title: 'Прочитано из вставленного текста. Всё верно?', right: 'Всё верно' },

  correct: {
    title: 'Это верно?',
    all: 'Сведения и поправки',
    unsure: 'Pressmark в этом не уверен. Нажмите, чтобы поправить.',
    save: 'Сохранить',
    notFound: 'Во взятом не нашлось',
    authorsHint: 'Имена через запятую',
    origin: (origin: string, confidence: number) =>
      confidence >= 0.95 ? origin : `${origin}, уверенность ${formatPercent(confidence)}`,
    origins: {
      'json-ld': 'Из собственных данных страницы',
      meta: 'Из собственных данных страницы',
      microdata: 'Из собственных данных страницы',
      markup: 'Из разметки страницы',
      text: 'Прочитано в тексте',
      address: 'Прочитано в адресе',
      file: 'Из файла',
      'front-matter': 'Из шапки файла',
      detected: 'Определено Pressmark',
      reader: 'Указано вами',
    },
    fields: {
      section: 'Рубрика',
      kicker: 'Надзаголовок',
      headline: 'Заголовок',
      dek: 'Подзаголовок',
      authors: 'Авторы',
      byline: 'Подпись, как напечатано',
      agency: 'Агентство',
      dateline: 'Место',
      publishedAt: 'Опубликовано',
      updatedAt: 'Обновлено',
      source: 'Источник',
      canonicalUrl: 'Адрес',
      edition: 'Выпуск',
      page: 'Страница',
      language: 'Язык',
      correction: 'Поправка',
      copyright: 'Права',
    },
    address: 'Адрес',
    saved: 'Добавлено',
    length: 'Длина',
    words: (words: string) => `слов: ${words}`,
    snapshots: 'Версии',
    folder: 'Папка',
  },

  original: {
    title: 'Оригинал, как он взят',
    sealed:
      'Показан в запечатанной рамке: скрипты не работают, ничего не загружается, ссылки никуда не ведут. Того, что лежало вне страницы, нет.',
    notShown: (path: string) =>
      `Этот оригинал — не страница, которую можно показать здесь. Он лежит в библиотеке: ${path}`,
    frame: (headline: string) => `Оригинал статьи «${headline}»`,
  },

  explain: {
    title: 'Как это было прочитано',
    reading: 'Оригинал читается ещё раз…',
    lead: (words: string, method: string, encoding: string) =>
      `Слов: ${words}, найдено ${readingMethods[method] ?? `способом ${method}`}, кодировка ${encoding.toUpperCase()}.`,
    changed:
      'Сохранённая статья была прочитана более старым Pressmark или изменена. Вот как она была бы прочитана сейчас.',
    joined: (pages: number) => `Собрано из ${count(pages, 'страницы', 'страниц', 'страниц')} сайта.`,
    fields: 'Откуда взято каждое поле',
    leadImage: 'Главная картинка',
    why: (origin: string, detail: string | null, confidence: string) =>
      `${origin}${detail === null ? '' : ` (${detail})`} · уверенность ${confidence}`,
    leftOut: 'Не вошло в статью',
    nothingLeftOut: 'Ничего. Всё, что есть на странице, есть и в статье.',
  },

  type: {
    title: 'Шрифт и тема',
    theme: 'Тема',
    themes: { system: 'Системная', paper: 'Бумага', sepia: 'Сепия', dark: 'Тёмная' },
    size: 'Размер',
    smaller: 'Мельче',
    larger: 'Крупнее',
    spacing: 'Межстрочный интервал',
    tighter: 'Строки плотнее',
    looser: 'Строки свободнее',
    measure: 'Длина строки',
    measures: { narrow: 'Короткая', medium: 'Средняя', wide: 'Длинная' },
    typeface: 'Гарнитура',
    typefaces: { serif: 'С засечками', sans: 'Без засечек' },
    paragraphs: 'Абзацы',
    paragraphChoices: { spaced: 'С отбивкой', indented: 'С отступом' },
    justified: 'По ширине',
    hyphenated: 'Переносы',
    notHyphenated: (language: string) => `Эта система не умеет переносить слова (${language}), и они остаются целыми.`,
    languageUnknown: 'Язык этой статьи неизвестен, и её слова остаются целыми.',
  },

  tags: {
    title: (number: number) => (number === 1 ? 'Метки этой статьи' : `Метки у ${ofArticles(number)}`),
    placeholder: 'Метка; политика/европа — вложенная',
    make: (tag: string) => `Новая метка «${tag}»`,
    takeOff: 'снять',
    empty: 'Меток пока нет. Наберите метку и нажмите Enter.',
  },

  bulk: {
    label: 'Выбранные статьи',
    chosen: (number: number) => `Выбрано: ${formatNumber(number)}`,
    clear: 'Выбрать только одну',
  },

  acts: {
    undo: 'Отменить',
    undone: 'Отменено',
    nothingToUndo: 'Отменять нечего',
    favourited: (number: number) => done('В избранном', number),
    unfavourited: (number: number) => done('Убрано из избранного', number),
    stateSet: {
      unread: (number: number) => done('Отмечено непрочитанным', number),
      reading: (number: number) => done('Отмечено начатым', number),
      archived: (number: number) => done('Убрано в архив', number),
    },
    trashed: (number: number) => done('В корзине', number),
    restored: (number: number) => done('Возвращено', number),
    tagged: (tags: readonly string[], number: number) =>
      number === 1 ? `Дана метка: ${formatNames(tags)}` : `${formatNames(tags)}: метка у ${ofArticles(number)}`,
    untagged: (tags: readonly string[], number: number) =>
      number === 1 ? `Снята метка: ${formatNames(tags)}` : `${formatNames(tags)}: снято у ${ofArticles(number)}`,
    corrected: 'Поправлено',
  },

  capture: {
    addTitle: 'Добавить в библиотеку',
    address: 'Адрес страницы',
    addressWrong: 'Это не веб-адрес.',
    pasteLabel: 'Или вставьте текст',
    pasteHint: 'В первой строке заголовок, дальше статья',
    chooseFiles: 'Выбрать файлы…',
    add: 'Добавить',
    dropHint: 'Файлы, папки, ссылки и текст можно перетащить в любое место окна или вставить, не открывая этого.',
    dropHere: 'Отпустите, чтобы добавить в библиотеку',
    dropKinds: 'Страницы, PDF, письма, книги, веб-архивы, zip, текст, целые папки, ссылки',
    nothingToTake: 'В том, что перетащили, нет статьи.',
    leftOut: (number: number) => `Пропущено, потому что это не статьи: ${count(number, 'файл', 'файла', 'файлов')}`,
    panel: 'Добавляется',
    progress: 'Уже добавлено',
    beginning: 'Начинаем…',
    cancel: 'Остановить',
    dismiss: 'Закрыть',
    failures: 'Что не удалось',
    retry: (number: number) =>
      number === 1 ? 'Попробовать ещё раз' : `Попробовать ещё раз все ${formatNumber(number)}`,
    moreFailures: (number: number) => `и ещё ${formatNumber(number)}`,
    jobTitle: (job: CaptureJob) => jobTitle(job),
    counts: (job: CaptureJob) => jobCounts(job),
  },

  firstRun: {
    title: 'Начните свою библиотеку',
    lead: 'Pressmark хранит статьи навсегда, в обыкновенной папке на этом компьютере. Добавьте одну: её можно будет читать и находить по любому слову из неё.',
    drop: 'Перетащить файлы',
    dropHint: 'Сохранённые страницы, PDF, EPUB, письма, текст или целую папку — в любое место этого окна.',
    address: 'Ввести адрес',
    addressHint: 'Страница берётся один раз, вместе с картинками, и хранится.',
    paste: 'Вставить текст',
    pasteHint: 'Со страницы, из письма или документа — клавишами',
    sampleHint: 'Ничего нет под рукой?',
    sample: 'Добавить статью для примера',
    removeSample: 'Удалить этот пример',
  },

  opening: {
    title: 'Библиотека открывается',
    count: ({ done: ready, total }: { readonly done: number; readonly total: number }) =>
      `${formatNumber(ready)} из ${ofArticles(total)}`,
  },

  broken: {
    lost: 'Архив Pressmark не отвечает',
    lostHint: 'Ваша библиотека цела и лежит на диске. Запустите Pressmark заново или попробуйте ещё раз.',
    failed: 'Библиотеку не удалось открыть',
    lostBanner: 'Архив перестал отвечать. Пробуем достучаться до него…',
    readOnlyBanner: 'Эту библиотеку можно читать, но не менять: в её папку нельзя писать.',
  },

  palette: { title: 'Команды', placeholder: 'Что вы хотите сделать?', empty: 'Такой команды нет' },
  keys: { title: 'Клавиши' },
  keyNames: { ctrl: 'Ctrl', shift: 'Shift', alt: 'Alt', space: 'Пробел', escape: 'Esc', enter: 'Enter' },

  actionGroups: { move: 'Перемещение', article: 'Статья', window: 'Окно', go: 'Перейти', theme: 'Тема' },

  actions: {
    ...readingActions,
    next: 'Следующая статья',
    previous: 'Предыдущая статья',
    extendDown: 'Расширить выбор вниз',
    extendUp: 'Расширить выбор вверх',
    first: 'Первая статья',
    last: 'Последняя статья',
    open: 'Открыть',
    openInWindow: 'Открыть в новом окне',
    newWindow: 'Новое окно',
    pageDown: 'На страницу вперёд',
    pageUp: 'На страницу назад',
    back: 'Назад',
    selectAll: 'Выбрать все',
    favourite: 'Избранное',
    archive: 'В архив или обратно',
    unread: 'Отметить непрочитанной',
    tag: 'Метка…',
    queue: 'В очередь или из неё',
    queueFirst: 'Читать самой первой',
    readNext: 'Перейти к следующей в очереди',
    collect: 'Положить в подборку…',
    takeOut: 'Убрать из этой подборки',
    moveUp: 'Выше в вашем порядке',
    moveDown: 'Ниже в вашем порядке',
    newCollection: 'Новая подборка…',
    renameTag: 'Переименовать эту метку…',
    moveTag: 'Вложить эту метку в другую…',
    mergeTag: 'Объединить эту метку с другой…',
    removeTag: 'Удалить эту метку',
    rules: 'Правила…',
    repair: 'Исправить вручную',
    waiting: 'Адреса в ожидании',
    watch: 'Папка под наблюдением',
    bookmarklet: 'Добавлять из браузера',
    copyLink: 'Скопировать ссылку на эту статью',
    compactRows: 'Плотные или просторные строки',
    groupList: 'Список с заголовками или без них',
    settings: 'Настройки',
    libraries: 'Библиотеки: открыть, создать или переместить',
    health: 'Место и состояние библиотеки',
    goReadNext: 'К очереди',
    trash: 'В корзину',
    restore: 'Вернуть из корзины',
    details: 'Сведения и поправки',
    guesses: 'Проверить прочитанное из вставленного текста',
    explain: 'Как это было прочитано',
    reread: 'Прочитать заново из оригинала',
    fetchPictures: 'Получить недостающие картинки',
    original: 'Оригинал, как он взят',
    openOutside: 'Открыть исходную страницу',
    highlight: 'Выделить или выбрать предложение для выделения',
    annotate: 'Заметка о выбранном или о статье',
    highlights: 'Выделенное в этой статье',
    copyHighlights: 'Скопировать выделенное в этой статье как Markdown',
    saveHighlights: 'Сохранить всё выделенное как Markdown',
    undo: 'Отменить',
    search: 'Поиск',
    add: 'Добавить в библиотеку',
    messages: 'К последнему сообщению и обратно',
    palette: 'Команды',
    keys: 'Список клавиш',
    queryHelp: 'Что можно набрать в поле поиска',
    saveSearch: 'Сохранить этот поиск',
    why: 'Почему это нашлось',
    forgetRecent: 'Удалить недавние запросы',
    toggleShelves: 'Показать или скрыть полки',
    toggleList: 'Показать или скрыть список',
    toggleReader: 'Показать или скрыть чтение',
    larger: 'Шрифт крупнее',
    smaller: 'Шрифт мельче',
    goUnread: 'К непрочитанному',
    goReading: 'К начатому',
    goFavourites: 'К избранному',
    goArchive: 'К архиву',
    goAll: 'Ко всем статьям',
    goTrash: 'К корзине',
    goHighlights: 'К выделенному',
    themeSystem: 'Тема: как в системе',
    themePaper: 'Тема: бумага',
    themeSepia: 'Тема: сепия',
    themeDark: 'Тема: тёмная',
  },
};

const readingMethods: Readonly<Record<string, string>> = {
  'article-element': 'по тому, где на странице стоит связный текст',
  readability: 'с помощью Readability',
  'json-ld': 'в структурированных данных страницы',
  'whole-page': 'как страница целиком',
  'plain-text': 'по виду новостного текста',
  markdown: 'как Markdown',
  'pdf-layout': 'по вёрстке PDF',
};

function jobTitle(job: CaptureJob): string {
  const finished = finishedInputs(job);
  if (job.phase === 'running') {
    return job.total <= 1 ? 'Добавляется…' : `Добавлено ${formatNumber(finished)} из ${formatNumber(job.total)}…`;
  }
  if (job.phase === 'cancelled') return `Остановлено: ${formatNumber(finished)} из ${formatNumber(job.total)}`;
  if (job.total === 1) {
    if (job.failed === 1) return 'Добавить не удалось';
    if (job.waiting === 1) return 'Сохранён, будет взят позже';
    if (job.duplicates === 1) return 'Уже в библиотеке';
    return job.snapshotsAdded === 1 ? 'Добавлена более новая версия' : 'Добавлено';
  }
  if (job.failed === job.total) return `Не удалось добавить ни одного из ${formatNumber(job.total)}`;
  if (job.failed > 0) return `Не удалось добавить ${formatNumber(job.failed)} из ${formatNumber(job.total)}`;
  if (job.waiting === job.total) return `Будут взяты позже: ${count(job.waiting, 'адрес', 'адреса', 'адресов')}`;
  return `Добавлено: ${articles(job.added + job.snapshotsAdded)}`;
}

function jobCounts(job: CaptureJob): string {
  const parts = [
    job.added > 0 ? count(job.added, 'новая', 'новые', 'новых') : '',
    job.snapshotsAdded > 0
      ? count(job.snapshotsAdded, 'более новая версия', 'более новые версии', 'более новых версий')
      : '',
    job.duplicates > 0 ? `${formatNumber(job.duplicates)} уже здесь` : '',
    job.waiting > 0 ? `${formatNumber(job.waiting)} позже` : '',
  ];
  return parts.filter((part) => part !== '').join(' · ');
}
