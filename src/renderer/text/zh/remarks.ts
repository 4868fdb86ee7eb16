import type { QueryRemark } from '#contract/search.ts';
import { formatNumber } from '../format.ts';

/** What one remark on a query says, without a full stop. */
// eslint-disable-next-line max-lines-per-function, complexity -- a line for each kind and nothing else
export function remarkIn(remark: QueryRemark): string {
  switch (remark.kind) {
    case 'words-too-common':
      return '这些词太常见，无法搜索';
    case 'bracket-not-closed':
      return '此括号没有闭合';
    case 'bracket-not-opened':
      return '此右括号没有对应的左括号';
    case 'quotation-not-closed':
      return '引号没有闭合';
    case 'nothing-before':
      return '此处之前缺少内容';
    case 'nothing-after':
      return '此处之后缺少内容';
    case 'near-alone':
      return 'NEAR 应位于两个词之间';
    case 'or-alone':
      return 'OR 应位于两部分之间';
    case 'range-reversed':
      return '范围的结束早于开始';
    case 'distance-missing':
      return '~ 之后应为允许不同的字母数';
    case 'weight-missing':
      return '^ 之后应为该词的权重';
    case 'read-as-words':
      return '已按普通词语理解';
    case 'query-too-long':
      return `查询最多读取 ${formatNumber(remark.most)} 个字符`;
    case 'brackets-too-deep':
      return `括号最多嵌套 ${formatNumber(remark.most)} 层`;
    case 'too-many-words':
      return `一次查询最多 ${formatNumber(remark.most)} 个词`;
    case 'too-many-letters-with-star':
      return `一次查询最多 ${formatNumber(remark.most)} 个由单个字母加星号组成的词`;
    case 'too-many-patterns':
      return `一次查询最多 ${formatNumber(remark.most)} 个带星号或 ~ 的词`;
    case 'too-many-stars':
      return `一个词最多 ${formatNumber(remark.most)} 个星号`;
    case 'distance-too-far':
      return `最多允许 ${formatNumber(remark.most)} 个字母不同`;
    case 'field-unknown':
      return `没有名为 ${remark.name} 的字段`;
    case 'field-empty':
      return `${remark.name}: 之后没有内容`;
    case 'value-wrong':
      return `${remark.name}: 之后应为${taken(remark)}`;
    case 'words-unknown':
      return `没有文章包含${quoted(remark.words)}${instead[remark.instead]}`;
    case 'words-apart':
      return `没有文章包含全部词语；以下文章只缺${quoted(remark.words)}`;
    case 'some-words':
      return someWords(remark);
  }
}

const instead = {
  nothing: '',
  respelled: '；以下文章包含拼写相近的词',
  'other-words': '；以下文章包含其余的词',
} as const;

function taken({ name, values }: QueryRemark & { readonly kind: 'value-wrong' }): string {
  if (values.length > 0) return `以下之一：${values.join('、')}`;
  switch (name) {
    case 'age':
      return '时长，如 <30d 或 >1y';
    case 'words':
      return '数字，如 >1500 或 300..800';
    default:
      return '日期，如 2018、2018-06 或 2018-01..2018-06';
  }
}

function someWords({ words, least, holdingAll, comeFirst, areOthers }: QueryRemark & { readonly kind: 'some-words' }) {
  const all = `全部 ${formatNumber(words)} 个${areOthers ? '其他' : ''}词`;
  const some = `至少包含其中 ${formatNumber(least)} 个`;
  if (holdingAll === 0) return `没有文章包含${all}；以下文章${some}`;
  const first = comeFirst ? '，排在最前' : '';
  return `只有 ${formatNumber(holdingAll)} 篇文章包含${all}${first}；其余文章${some}`;
}

function quoted(words: readonly string[]): string {
  return words.map((word) => `“${word}”`).join('、');
}
