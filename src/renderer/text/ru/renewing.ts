import type { Renewing } from '../en/renewing.ts';
import { formatNumber } from '../format.ts';
import { articles, ofArticles } from './count.ts';

/** Что говорится о перечитывании статей и о недостающих картинках. */
export const renewing: Renewing = {
  act: { reread: 'Прочитать заново', pictures: 'Получить недостающие картинки' },
  hint: {
    reread: 'То, что вы исправили, поправили и выделили, останется.',
    pictures: 'Сейчас они будут запрошены у их сайтов.',
  },
  all: {
    reread: 'Прочитать заново все статьи',
    rereadHint:
      'Из сохранённых оригиналов, по правилам этой версии. То, что вы исправили, поправили и выделили, останется, и всё можно отменить разом.',
    pictures: 'Получить все недостающие картинки',
    picturesHint: 'Запрашивает у сайтов статей картинки, которых ещё нет. Больше ничего не загружается.',
  },
  running: {
    reread: (number) => (number === 1 ? 'Статья читается заново' : `Читаются заново: ${articles(number)}`),
    pictures: (number) =>
      number === 1 ? 'Загружаются недостающие картинки' : `Загружаются недостающие картинки ${ofArticles(number)}`,
  },
  renewed: {
    reread: (number) => `Теперь читаются иначе: ${articles(number)}`,
    pictures: (number) => `Картинки добавлены: ${articles(number)}`,
  },
  nothing: { reread: 'Всё читается так же', pictures: 'Ни одной картинки не добавлено' },
  stopped: (result) => `Остановлено. ${result}`,
  unchanged: (number) => `Как прежде: ${formatNumber(number)}`,
  failed: (number) => `Оставлено как есть: ${formatNumber(number)}`,
  progress: 'Сколько сделано',
  problems: 'Что не получилось',
  missing: (reasons) => `Не хватает картинок: ${reasons}`,
};
