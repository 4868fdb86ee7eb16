import type { KeptPictures } from '../en/kept-pictures.ts';
import { formatNumber } from '../format.ts';
import { count } from './count.ts';

/** What the window says of the pictures that an article keeps. */
export const keptPictures: KeptPictures = {
  keptPictures: {
    label: 'Изображения',
    none: 'Нет',
    kept: (kept) => `Сохранено: ${count(kept, 'изображение', 'изображения', 'изображений')}`,
    all: (kept) => `${count(kept, 'изображение', 'изображения', 'изображений')}, всё на месте и без сети`,
    some: (kept, all) =>
      `Сохранено ${formatNumber(kept)} из ${count(all, 'изображения', 'изображений', 'изображений')}. Не хватает:`,
    missing: (name, reason) => `${name}: ${reason}`,
    unnamed: 'Изображение без названия',
    reasons: {
      'not-at-hand': 'его не было во взятом',
      refused: 'сайт его не отдал',
      unreachable: 'сайт недоступен',
      'too-slow': 'загрузка заняла слишком много времени',
      'too-large': 'оно слишком велико',
      'too-many': 'у статьи уже столько изображений, сколько можно сохранить',
      'no-picture': 'полученное — не изображение',
      other: 'причину знает более новая версия Pressmark',
    },
  },
};
