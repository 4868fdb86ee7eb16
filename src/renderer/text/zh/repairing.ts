import type { Repairing } from '../en/repairing.ts';
import { formatNumber } from '../format.ts';

/** What the window says where an article is repaired by hand. */
export const repairing: Repairing = {
  repair: {
    title: '手工修整',
    reading: '正在重新读取原件…',
    parts: '文章的组成部分',
    text: '正文',
    fields: '字段',
    preview: '修整后的文章',
    original: '原件，逐块显示',
    nothing: '正文将会是空的。',
    minor: (number: number) => `也显示菜单、标签和链接（${formatNumber(number)} 块）`,
    toggleHint: '取出或放回',
    nextHint: '下一个略去的',
    undoHint: '退回一步',
    picture: '没有文字的图片',
    takenOut: '由您取出',
    putBack: '由您放回',
    leftOut: '略去：不在网页中文章所在的位置',
    leftOutBecause: (reason: string) => `略去：${reason}`,
    noPlace: (words: string) => `您的一处修整在此正文中找不到位置：“${words}”`,
    forget: '放弃它',
    changes: (number: number) => (number === 0 ? '尚未更改。' : `${formatNumber(number)} 处更改，尚未保存。`),
    leaving: (number: number) => `有 ${formatNumber(number)} 处更改尚未保存。仍要关闭吗？`,
    discard: '放弃更改',
    stay: '继续修整',
    save: '保存',
    readAs: (value: string) => `读出的是“${value}”`,
    readAsNothing: '没有读出',
    back: '恢复为读出的内容',
    done: '已修整',
    byHand: (number: number) => `手工修整了 ${formatNumber(number)} 处`,
    mayMiss: '这里可能缺少原件的一些部分。',
    compare: '对照并修整',
  },
};
