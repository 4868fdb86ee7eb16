import type { Repairing } from '../en/repairing.ts';
import { count } from './count.ts';

/** What the window says where an article is repaired by hand. */
export const repairing: Repairing = {
  repair: {
    title: 'Исправить вручную',
    reading: 'Оригинал читается ещё раз…',
    parts: 'Части статьи',
    text: 'Текст',
    fields: 'Поля',
    preview: 'Статья, какой она будет',
    original: 'Оригинал по частям',
    nothing: 'Текст оказался бы пустым.',
    minor: (number: number) => `Также меню, подписи и ссылки (${count(number, 'часть', 'части', 'частей')})`,
    toggleHint: 'убрать или вернуть',
    nextHint: 'следующая пропущенная',
    undoHint: 'на шаг назад',
    picture: 'Картинка без слов',
    takenOut: 'Убрано вами',
    putBack: 'Возвращено вами',
    leftOut: 'Не вошло: лежит не там, где на странице статья',
    noPlace: (words: string) => `Одному вашему исправлению нет места в этом тексте: «${words}»`,
    forget: 'Забыть его',
    everywhere: (host: string) => `Впредь и на других страницах ${host}`,
    bySite: 'Убрано по вашему желанию для этого сайта',
    onSite: (host: string, number: number) =>
      `На ${host} всегда убирается: ${count(number, 'часть', 'части', 'частей')}`,
    remove: 'Удалить',
    changes: (number: number) =>
      number === 0
        ? 'Пока ничего не изменено.'
        : `${count(number, 'изменение', 'изменения', 'изменений')}, ещё не сохранено.`,
    leaving: (number: number) =>
      `Не сохранено: ${count(number, 'изменение', 'изменения', 'изменений')}. Всё равно закрыть?`,
    discard: 'Не сохранять',
    stay: 'Продолжить',
    save: 'Сохранить',
    readAs: (value: string) => `Прочитано как «${value}»`,
    readAsNothing: 'Ничего не прочитано',
    back: 'Вернуть прочитанное',
    done: 'Исправлено',
    byHand: (number: number) => `Исправлено вручную: ${count(number, 'место', 'места', 'мест')}`,
    mayMiss: 'Возможно, здесь не хватает частей оригинала.',
    compare: 'Сравнить и исправить',
  },
};
