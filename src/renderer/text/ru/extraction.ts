import type { ExtractionWarning } from '#contract/extraction-warning.ts';
import type { ExtractionWords } from '../en/extraction.ts';
import { formatNumber } from '../format.ts';

/** Что говорится о чтении страниц: по какому правилу часть не вошла, чего может не хватать. */
export const extraction: ExtractionWords = {
  leftOutBecause: (rule) => `Не вошло: ${rule}`,
  warning: said,
  rules: {
    hidden: 'скрыто на странице',
    'sharing-buttons': 'кнопки «Поделиться»',
    'related-stories': 'похожие статьи',
    comments: 'комментарии',
    'newsletter-or-subscription-box': 'приглашение к рассылке или подписке',
    'cookie-or-consent-notice': 'уведомление о cookie или согласии',
    advertisement: 'реклама',
    navigation: 'навигация',
    'side-column': 'боковая колонка',
    'column-beside-the-story': 'колонка рядом со статьёй',
    footer: 'подвал страницы',
    tags: 'метки',
    'about-the-author': 'об авторе',
    overlay: 'поверх страницы',
    'for-screen-readers-only': 'только для программ чтения с экрана',
    'player-or-slideshow-controls': 'управление проигрывателем или показом слайдов',
    'the-headline-again': 'заголовок ещё раз',
    'the-dek-again': 'подзаголовок ещё раз',
    'section-or-source-above-the-story': 'рубрика или источник над статьёй',
    'byline-above-the-story': 'подпись над статьёй',
    'date-above-the-story': 'дата над статьёй',
    'address-above-the-story': 'адрес над статьёй',
    breadcrumb: 'путь к рубрике',
    'page-furniture': 'служебные слова страницы',
    'copyright-line': 'строка об авторских правах',
    'invitation-to-read-something-else': 'приглашение прочитать другое',
    'list-of-links': 'список ссылок',
    'block-of-links': 'группа ссылок',
    'link-to-another-story': 'ссылка на другую статью',
    'teasers-for-other-stories': 'анонсы других статей',
    'below-the-end-of-the-story': 'ниже конца статьи',
    'closing-line-on-the-story-or-its-makers': 'заключительная строка о статье или её авторах',
    'not-in-the-data-of-the-page': 'нет в статье по данным самой страницы',
    'note-kept-as-a-field': 'поправка или примечание, сохранено как поле',
    dateline: 'место и агентство перед первым предложением',
    'date-line': 'строка с датой',
    'second-byline': 'вторая подпись',
    'sign-off-of-a-wire': 'концовка сообщения агентства',
    'reporting-credit': 'указание участников',
    'length-in-words': 'объём в словах',
    hour: 'время',
    'line-of-the-database': 'строка базы данных',
    'number-in-the-database': 'номер в базе данных',
    dek: 'подзаголовок, сохранён как поле',
    byline: 'подпись',
    'names-and-date-below-the-headline': 'имена и дата под заголовком',
    'above-the-headline': 'над заголовком',
    'links-below-the-story': 'ссылки под статьёй',
    'heading-of-what-was-left-out': 'заголовок того, что не вошло',
    'printed-by-the-browser-on-the-edge-of-the-page': 'напечатано браузером на краю страницы',
    'repeated-on-the-edge-of-the-pages': 'повторяется на краях страниц',
    'page-number': 'номер страницы',
    'written-sideways': 'написано боком',
  },
  namedRules: {
    element: (of) => `элемент страницы: ${of}`,
    role: (of) => `роль на странице: ${of}`,
    'line-labelled': (of) => `строка с пометкой ${of}`,
    'field-coded': (of) => `поле с кодом ${of}`,
    'repeated-on-page': (of) => `ещё раз на странице ${of}, как на одной из предыдущих`,
  },
};

function said(warning: ExtractionWarning): string {
  switch (warning.kind) {
    case 'data-holds-more':
      return 'Возможно, текст неполный: в данных самой страницы его больше.';
    case 'prose-left-out':
      return 'Возможно, текст неполный: из его середины не вошло много текста.';
    case 'text-very-short':
      return 'Текст очень короткий: возможно, страница скрывает остальное.';
    case 'pages-unread':
      return `Не удалось прочитать эти страницы: ${numbers(warning.pages)}${warning.areMore ? ' …' : ''}.`;
    case 'document-cut':
      return `Документ прочитан до страницы ${formatNumber(warning.read)} из ${formatNumber(warning.pages)}.`;
    case 'pages-cut':
      return `Возможно, текст неполный: статья соединена до страницы ${formatNumber(warning.pages)} и продолжается дальше.`;
    case 'page-too-large':
      return `Возможно, текст неполный: начиная со страницы ${formatNumber(warning.page)} он слишком велик, чтобы его соединить.`;
    case 'page-of-another-article':
      return `Возможно, текст неполный: то, что сайт выдал как страницу ${formatNumber(warning.page)}, — другая статья.`;
    case 'page-missing':
      return `Возможно, текст неполный: страницу ${formatNumber(warning.page)} получить не удалось.`;
  }
}

function numbers(pages: readonly number[]): string {
  return pages.map(formatNumber).join(', ');
}
