import type { Renewing } from '../en/renewing.ts';
import { formatNumber } from '../format.ts';
import { articles } from './count.ts';

/** 关于重新读取文章与获取缺失图片的文字。 */
export const renewing: Renewing = {
  act: { reread: '重新读取', pictures: '获取缺失的图片' },
  hint: {
    reread: '您的更正、修整和标记都会保留。',
    pictures: '现在向图片所在的网站请求。',
  },
  all: {
    reread: '重新读取所有文章',
    rereadHint: '根据保存的原件，按本版本的规则读取。您的更正、修整和标记都会保留，并可一次全部撤销。',
    pictures: '获取所有缺失的图片',
    picturesHint: '向文章所在的网站请求尚未保存的图片。不会获取其他内容。',
  },
  running: {
    reread: (number) => (number === 1 ? '正在重新读取文章' : `正在重新读取 ${articles(number)}`),
    pictures: (number) => (number === 1 ? '正在获取缺失的图片' : `正在获取 ${articles(number)}缺失的图片`),
  },
  renewed: {
    reread: (number) => `${articles(number)}现在读得不同了`,
    pictures: (number) => `已为 ${articles(number)}添加图片`,
  },
  nothing: { reread: '读出的内容没有变化', pictures: '没有添加图片' },
  stopped: (result) => `已停止。${result}`,
  unchanged: (number) => `${formatNumber(number)} 篇照旧`,
  failed: (number) => `${formatNumber(number)} 篇保持原样`,
  progress: '进度',
  problems: '未能完成的',
  missing: (reasons) => `缺少图片：${reasons}`,
};
