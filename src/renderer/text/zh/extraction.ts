import type { ExtractionWarning } from '#contract/extraction-warning.ts';
import type { ExtractionWords } from '../en/extraction.ts';
import { formatNumber } from '../format.ts';

/** 关于读取网页的说明：按哪条规则略去，可能缺少什么。 */
export const extraction: ExtractionWords = {
  leftOutBecause: (rule) => `略去：${rule}`,
  warning: said,
  rules: {
    hidden: '在网页上隐藏',
    'sharing-buttons': '分享按钮',
    'related-stories': '相关文章',
    comments: '评论',
    'newsletter-or-subscription-box': '通讯或订阅框',
    'cookie-or-consent-notice': 'Cookie 或同意声明',
    advertisement: '广告',
    navigation: '导航',
    'side-column': '侧栏',
    'column-beside-the-story': '文章旁的一栏',
    footer: '页脚',
    tags: '标签',
    'about-the-author': '作者简介',
    overlay: '覆盖在网页上的内容',
    'for-screen-readers-only': '仅供屏幕阅读器使用',
    'player-or-slideshow-controls': '播放器或幻灯片的控件',
    'the-headline-again': '重复的标题',
    'the-dek-again': '重复的副题',
    'section-or-source-above-the-story': '文章上方的版块或来源',
    'byline-above-the-story': '文章上方的署名',
    'date-above-the-story': '文章上方的日期',
    'address-above-the-story': '文章上方的地址',
    breadcrumb: '通往版块的路径',
    'page-furniture': '网页自身的文字',
    'copyright-line': '版权行',
    'invitation-to-read-something-else': '邀请阅读其他内容',
    'list-of-links': '链接列表',
    'block-of-links': '成组的链接',
    'link-to-another-story': '指向另一篇文章的链接',
    'teasers-for-other-stories': '其他文章的预告',
    'below-the-end-of-the-story': '在文章结尾之后',
    'closing-line-on-the-story-or-its-makers': '关于文章或其作者的结束语',
    'not-in-the-data-of-the-page': '网页自身的数据中，文章不含此内容',
    'note-kept-as-a-field': '更正或说明，已存为字段',
    dateline: '首句前的地点和通讯社',
    'date-line': '日期行',
    'second-byline': '第二个署名',
    'sign-off-of-a-wire': '通讯社的结束标记',
    'reporting-credit': '采写人员说明',
    'length-in-words': '字数',
    hour: '时间',
    'line-of-the-database': '数据库的行',
    'number-in-the-database': '数据库中的编号',
    dek: '副题，已存为字段',
    byline: '署名',
    'names-and-date-below-the-headline': '标题下的姓名和日期',
    'above-the-headline': '在标题上方',
    'links-below-the-story': '文章下方的链接',
    'heading-of-what-was-left-out': '被略去内容的标题',
    'printed-by-the-browser-on-the-edge-of-the-page': '由浏览器印在页边',
    'repeated-on-the-edge-of-the-pages': '在各页页边重复',
    'page-number': '页码',
    'written-sideways': '横着书写',
  },
  namedRules: {
    element: (of) => `网页元素：${of}`,
    role: (of) => `网页中的角色：${of}`,
    'line-labelled': (of) => `标注为 ${of} 的行`,
    'field-coded': (of) => `代码为 ${of} 的字段`,
    'repeated-on-page': (of) => `在第 ${of} 页再次出现，与之前的某页相同`,
  },
};

function said(warning: ExtractionWarning): string {
  switch (warning.kind) {
    case 'data-holds-more':
      return '正文可能不完整：网页自身的数据中有更多内容。';
    case 'prose-left-out':
      return '正文可能不完整：中间略去了大段文字。';
    case 'text-very-short':
      return '正文很短：网页可能隐藏了其余部分。';
    case 'pages-unread':
      return `以下页面无法读取：${numbers(warning.pages)}${warning.areMore ? '……' : ''}。`;
    case 'document-cut':
      return `文档共 ${formatNumber(warning.pages)} 页，只读取到第 ${formatNumber(warning.read)} 页。`;
    case 'pages-cut':
      return `正文可能不完整：文章合并到第 ${formatNumber(warning.pages)} 页为止，后面还有内容。`;
    case 'page-too-large':
      return `正文可能不完整：从第 ${formatNumber(warning.page)} 页起内容过大，无法合并。`;
    case 'page-of-another-article':
      return `正文可能不完整：网站给出的第 ${formatNumber(warning.page)} 页是另一篇文章。`;
    case 'page-missing':
      return `正文可能不完整：无法取得第 ${formatNumber(warning.page)} 页。`;
  }
}

function numbers(pages: readonly number[]): string {
  return pages.map(formatNumber).join('、');
}
