import type { Reading, ReadingActions } from '../en/reading.ts';
import { formatNumber } from '../format.ts';

/** What the window says around the text that is read. */
export const reading: Reading = {
  find: {
    bar: '在文章中查找',
    label: '在文章中查找',
    placeholder: '在文章中查找',
    previous: '上一处',
    next: '下一处',
    stay: '关闭并留在此处',
    words: '搜索的词',
    none: '没有找到',
    one: (at: number, total: number) => `${formatNumber(at)} / ${formatNumber(total)}`,
    places: (number: number) => `${formatNumber(number)} 处`,
    button: (number: number) => (number === 0 ? '在文章中查找' : `在文章中查找：搜索的词有 ${formatNumber(number)} 处`),
  },

  pictures: {
    title: '图片',
    open: (words: string) => (words === '' ? '查看图片' : `查看图片：${words}`),
    at: (at: number, total: number) => `${formatNumber(at)} / ${formatNumber(total)}`,
    previous: '上一张图片',
    next: '下一张图片',
    larger: '放大',
    smaller: '缩小',
    fit: '适合窗口',
    link: '打开图片链接的网页',
    shows: '文字说明',
    missing: '资料库中缺少此图片。',
    view: '图片；比窗口大时可用方向键移动',
    none: '这篇文章没有图片',
  },

  notes: {
    title: (mark: string) => `注释 ${mark}`,
    go: '转到注释',
  },

  aloud: {
    bar: '朗读',
    start: '朗读',
    pause: '暂停',
    resume: '继续',
    stop: '停止朗读',
    previous: '上一句',
    next: '下一句',
    speed: '速度',
    slower: '慢些',
    faster: '快些',
    rate: (rate: number) => `${formatNumber(rate)}×`,
    voice: '语音',
    goOn: '接着朗读下一篇文章',
    noVoice: '此系统没有可朗读的语音。',
    noVoiceHint: 'Pressmark 使用系统的语音，不用会把文字发送出去的语音。请在系统设置中添加一个，这里会立即列出。',
    noVoiceFor: (language: string) => `没有安装${language}的语音。`,
    readWith: '朗读语音',
    choose: '选择语音…',
    failed: '语音已中断。请再试一次，或选择另一个。',
    ended: '已朗读完毕',
  },

  focus: { leave: '退出专注阅读' },

  print: {
    title: '打印',
    columns: '分栏',
    columnChoices: { one: '一栏', two: '两栏' },
    pictures: '包括图片',
    hint: '打印到纸上或存为 PDF：系统的下一个窗口两者都提供。',
    preparing: '正在加载图片…',
    print: '打印…',
    missing: (number: number) => `打印中缺少 ${formatNumber(number)} 张图片。`,
    savedOn: (day: string) => `保存于 ${day}`,
  },
};

/** What is done while reading, as the palette and the list of keys call it. */
export const readingActions: ReadingActions = {
  find: '在文章中查找',
  findNext: '下一处结果',
  findPrevious: '上一处结果',
  pictures: '查看图片',
  aloud: '从这里朗读，或暂停',
  aloudNext: '朗读：下一句',
  aloudPrevious: '朗读：上一句',
  aloudStop: '停止朗读',
  focus: '专注：只显示文章',
  print: '打印，或存为 PDF',
};
