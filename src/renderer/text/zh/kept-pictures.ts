import type { KeptPictures } from '../en/kept-pictures.ts';
import { formatNumber } from '../format.ts';

/** What the window says of the pictures that an article keeps. */
export const keptPictures: KeptPictures = {
  keptPictures: {
    label: '图片',
    none: '无',
    kept: (kept) => `已保存 ${formatNumber(kept)} 张图片`,
    all: (kept) => `${formatNumber(kept)} 张图片，断网也完整`,
    some: (kept, all) => `${formatNumber(all)} 张图片中已保存 ${formatNumber(kept)} 张。缺少：`,
    missing: (name, reason) => `${name}：${reason}`,
    unnamed: '没有名称的图片',
    reasons: {
      'not-at-hand': '取来的内容中没有它',
      refused: '网站没有提供它',
      unreachable: '无法连接到它的网站',
      'too-slow': '等待时间过长',
      'too-large': '它太大',
      'too-many': '这篇文章的图片已达上限',
      'no-picture': '收到的不是图片',
      other: '较新版本的 Pressmark 知道原因',
    },
  },
};
