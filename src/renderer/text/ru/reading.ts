import type { Reading, ReadingActions } from '../en/reading.ts';
import { formatNumber } from '../format.ts';
import { count } from './count.ts';

/** What the window says around the text that is read. */
export const reading: Reading = {
  find: {
    bar: 'Поиск в этой статье',
    label: 'Поиск в этой статье',
    placeholder: 'Найти в этой статье',
    previous: 'Предыдущее место',
    next: 'Следующее место',
    stay: 'Закрыть и остаться здесь',
    words: 'Слова поиска',
    none: 'Не найдено',
    one: (at: number, total: number) => `${formatNumber(at)} из ${formatNumber(total)}`,
    places: (number: number) => count(number, 'место', 'места', 'мест'),
    button: (number: number) =>
      number === 0
        ? 'Найти в этой статье'
        : `Найти в этой статье: по запросу ${count(number, 'место', 'места', 'мест')}`,
  },

  pictures: {
    title: 'Картинка',
    open: (words: string) => (words === '' ? 'Посмотреть картинку' : `Посмотреть картинку: ${words}`),
    at: (at: number, total: number) => `${formatNumber(at)} из ${formatNumber(total)}`,
    previous: 'Предыдущая картинка',
    next: 'Следующая картинка',
    larger: 'Крупнее',
    smaller: 'Мельче',
    fit: 'Уместить в окне',
    link: 'Открыть страницу за ней',
    shows: 'Словами',
    missing: 'Этой картинки в библиотеке нет.',
    view: 'Картинка; если она больше окна, её двигают стрелки',
    none: 'В этой статье нет картинок',
  },

  notes: {
    title: (mark: string) => `Примечание ${mark}`,
    go: 'К примечанию',
  },

  aloud: {
    bar: 'Чтение вслух',
    start: 'Читать вслух',
    pause: 'Пауза',
    resume: 'Дальше',
    stop: 'Остановить чтение вслух',
    previous: 'Предыдущее предложение',
    next: 'Следующее предложение',
    speed: 'Скорость',
    slower: 'Медленнее',
    faster: 'Быстрее',
    rate: (rate: number) => `${formatNumber(rate)}×`,
    voice: 'Голос',
    goOn: 'Продолжать со следующей статьи',
    noVoice: 'В этой системе нет голоса, который читает вслух.',
    noVoiceHint:
      'Pressmark берёт голоса системы, и ни одного, который отсылал бы текст. Добавьте голос в настройках системы; здесь он появится сразу.',
    noVoiceFor: (language: string) => `Для этого языка голос не установлен: ${language}.`,
    readWith: 'Читать голосом',
    choose: 'Выбрать голос…',
    failed: 'Голос умолк. Попробуйте ещё раз или выберите другой.',
    ended: 'Прочитано до конца',
  },

  focus: { leave: 'Выйти из чтения без помех' },

  print: {
    title: 'Печать',
    columns: 'Колонки',
    columnChoices: { one: 'Одна', two: 'Две' },
    pictures: 'С картинками',
    hint: 'На бумаге или в PDF: следующее окно системы предлагает и то и другое.',
    preparing: 'Картинки загружаются…',
    print: 'Печать…',
    missing: (number: number) => `В печати не хватает: ${count(number, 'картинка', 'картинки', 'картинок')}.`,
    savedOn: (day: string) => `Сохранено ${day}`,
  },
};

/** What is done while reading, as the palette and the list of keys call it. */
export const readingActions: ReadingActions = {
  find: 'Найти в этой статье',
  findNext: 'Следующее найденное место',
  findPrevious: 'Предыдущее найденное место',
  pictures: 'Посмотреть картинки',
  aloud: 'Читать вслух отсюда или пауза',
  aloudNext: 'Вслух: следующее предложение',
  aloudPrevious: 'Вслух: предыдущее предложение',
  aloudStop: 'Остановить чтение вслух',
  focus: 'Без помех: только статья',
  print: 'Печать или сохранение в PDF',
};
